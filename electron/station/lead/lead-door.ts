import type { LeadAnswer, PinAnswer } from '../../../shared/contract/lead-methods.ts'
import type { Packer } from '../../../shared/domain/bench.ts'
import { isPin } from '../../../shared/domain/scanning/pin.ts'
import type { Clock, Leads, SecretsPort, StorePort } from '../ports/ports.ts'

/** How long a page may what a lead may, once one has entered the PIN there (ms). */
const SESSION_MS = 3 * 60_000
/** So many wrong PINs in a row are looked at at once; each one more waits twice as long as the one before. */
const FREE_MISSES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000
/** After so long without a try the wrong ones are forgotten. */
const FORGET_MS = 60 * 60_000

interface Session {
  readonly packerId: string | null
  /** Monotonic ms. */
  readonly until: number
}

interface LeadDoorOptions {
  readonly store: StorePort
  readonly clock: Clock
  readonly secrets: SecretsPort
  readonly packers: () => ReadonlyMap<string, Packer>
  /** There are leads now, or none any more. */
  readonly onChange: () => void
  /** A wrong PIN was tried. */
  readonly onMiss: () => void
}

/**
 * Who may what only a shift lead may: for some minutes the page where a lead's PIN was entered; everybody while no packer has
 * one. Wrong tries are counted on disk before they are looked at: neither a new start nor several pages get more of them.
 */
export class LeadDoor {
  readonly #options: LeadDoorOptions
  readonly #sessions = new Map<string, Session>()
  /** One try at a time. */
  #row: Promise<unknown> = Promise.resolve()
  #known: Leads
  /** Who had a PIN can't be read any more: the seller alone gets in, until there is a new one. */
  #isLost: boolean
  /** Until then no try is looked at (monotonic ms). */
  #shutUntil: number
  /** When one was looked at last (monotonic ms). */
  #triedAt: number

  constructor(options: LeadDoorOptions) {
    this.#options = options
    const kept = options.store.leads()
    this.#isLost = kept === 'lost'
    this.#known = kept === 'lost' ? { leads: [], misses: 0 } : kept
    this.#triedAt = options.clock.monotonic()
    this.#shutUntil = this.#triedAt + waitAfter(this.#known.misses)
  }

  /** Whether anything is a lead's alone. */
  get isSet(): boolean {
    return this.#isLost || this.#known.leads.length > 0
  }

  isLead(packerId: string): boolean {
    return this.#known.leads.some(lead => lead.packerId === packerId)
  }

  /** Whether the page may now what a lead may. */
  isOpenFor(page: string): boolean {
    return !this.isSet || this.#at(page) !== null
  }

  /** The lead whose PIN was entered at the page, or at any for the packing table (`page` null); null: none, or the seller's own token was shown. */
  leadAt(page: string | null): Packer | null {
    const session = page === null ? this.#anywhere() : this.#at(page)
    return this.#options.packers().get(session?.packerId ?? '') ?? null
  }

  /** Whether the packing table, which is the same for all pages, takes a lead's word now. */
  isAnyIn(): boolean {
    return !this.isSet || this.#anywhere() !== null
  }

  enter(page: string, pin: string): Promise<LeadAnswer> {
    return this.#try(pin, packer => {
      this.#admit(page, packer.id)
      return { kind: 'in', name: packer.name, forMs: SESSION_MS }
    })
  }

  /** Whose PIN it is, for something else than a lead's turn. */
  whose(
    pin: string
  ): Promise<Exclude<LeadAnswer, { readonly kind: 'in' }> | { readonly kind: 'lead'; readonly packer: Packer }> {
    return this.#try(pin, packer => ({ kind: 'lead', packer }))
  }

  #try<T>(pin: string, use: (packer: Packer) => T): Promise<T | Exclude<LeadAnswer, { readonly kind: 'in' }>> {
    return this.#inTurn(async () => {
      const now = this.#options.clock.monotonic()
      if (now < this.#shutUntil) return { kind: 'wait', ms: this.#shutUntil - now }
      // A badge that was read into the field is no try.
      if (this.#isLost || !isPin(pin)) return { kind: 'wrong' }
      const misses = now - this.#triedAt > FORGET_MS ? 1 : this.#known.misses + 1
      this.#triedAt = now
      this.#keep({ ...this.#known, misses })
      const lead = await this.#leadWith(pin)
      const packer = this.#options.packers().get(lead?.packerId ?? '')
      if (lead === undefined || packer === undefined) {
        this.#shutUntil = this.#options.clock.monotonic() + waitAfter(misses)
        this.#options.onMiss()
        return { kind: 'wrong' }
      }
      this.#keep({ ...this.#known, misses: 0 })
      return use(packer)
    })
  }

  /** Whoever shows the seller's own token is the seller: whoever forgot the PIN gets in by it. */
  admitSeller(page: string): void {
    this.#admit(page, null)
  }

  leave(page: string): void {
    this.#sessions.delete(page)
  }

  /** No page may any more what a lead may, until a PIN is entered there again. */
  endTurns(): void {
    this.#sessions.clear()
  }

  /** Makes a packer a lead by this PIN, or (null) a lead a packer again. */
  setPin(packerId: string, pin: string | null): Promise<PinAnswer> {
    return this.#inTurn(async () => {
      if (!this.#options.packers().has(packerId)) return 'noPacker'
      const others = this.#known.leads.filter(lead => lead.packerId !== packerId)
      if (pin === null) {
        this.#keep({ ...this.#known, leads: others })
        for (const [at, session] of this.#sessions) if (session.packerId === packerId) this.#sessions.delete(at)
        return 'ok'
      }
      const holder = await this.#leadWith(pin)
      if (holder !== undefined && holder.packerId !== packerId) return 'taken'
      this.#keep({ misses: 0, leads: [...others, { packerId, pinHash: await this.#options.secrets.hash(pin) }] })
      return 'ok'
    })
  }

  #admit(page: string, packerId: string | null): void {
    this.#sessions.set(page, { packerId, until: this.#options.clock.monotonic() + SESSION_MS })
  }

  #at(page: string): Session | null {
    const session = this.#sessions.get(page)
    return session !== undefined && session.until > this.#options.clock.monotonic() ? session : null
  }

  #anywhere(): Session | null {
    for (const page of this.#sessions.keys()) if (this.#at(page) !== null) return this.#at(page)
    return null
  }

  /** All are tried, whichever it is: how long it takes tells nothing. */
  async #leadWith(pin: string): Promise<Leads['leads'][number] | undefined> {
    const { leads } = this.#known
    const fits = await Promise.all(leads.map(({ pinHash }) => this.#options.secrets.isOf(pin, pinHash)))
    return leads[fits.indexOf(true)]
  }

  #keep(leads: Leads): void {
    this.#options.store.commit({ leads })
    const before = this.#known.leads
    this.#known = leads
    this.#isLost = false
    if (leads.leads !== before) this.#options.onChange()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#row.then(work)
    this.#row = result.catch(() => undefined)
    return result
  }
}

/** Ms to wait after so many wrong tries in a row. */
function waitAfter(misses: number): number {
  if (misses < FREE_MISSES) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (misses - FREE_MISSES), LONGEST_WAIT_MS)
}
