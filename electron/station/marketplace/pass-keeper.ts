import type { PassDesk, PassOfficeView, PassResult } from '../../../shared/contract/pass-methods.ts'
import { nextPassAt } from '../../../shared/domain/orders/passes.ts'
import type { Clock, FbsWrite, MarketplacePort, PassFields, PassOffice, Reply } from '../ports/ports.ts'

/** Warehouses hardly change; the passes are read anew when somebody looks (ms of monotonic time). */
const OFFICES_FRESH_MS = 60 * 60 * 1000
const PASSES_FRESH_MS = 20 * 1000

interface Read<T> {
  readonly value: readonly T[]
  readonly at: number
}

/** Passes to the marketplace's warehouses: read when somebody looks, changed at once or not at all. */
export class PassKeeper {
  readonly #port: MarketplacePort['passes']
  readonly #clock: Clock
  #offices: Read<PassOffice> | null = null
  #passes: Read<PassDesk['passes'][number]> | null = null
  /** When one was made here last (Unix ms). */
  #madeAt = 0

  constructor(parts: { readonly marketplace: Pick<MarketplacePort, 'passes'>; readonly clock: Clock }) {
    this.#port = parts.marketplace.passes
    this.#clock = parts.clock
  }

  /** What is known, read anew where it is old; null: the marketplace could not be asked. */
  async desk(): Promise<PassDesk | null> {
    const offices = await this.#officesNow()
    const passes = await this.#passesNow()
    if (offices === null || passes === null) return null
    const ends = passes.map(({ endsAt }) => endsAt)
    return { passes, offices, nextAt: nextPassAt(ends, this.#madeAt, this.#clock.now()) }
  }

  /** Makes a pass, or changes one. */
  async save(passId: number | null, fields: PassFields): Promise<PassResult> {
    if (passId !== null) {
      return this.#settled(await this.#port.updatePass(passId, fields), { kind: 'updatePass', passId, fields })
    }
    // A request too early would cost the next ten minutes too.
    this.#passes = null
    const desk = await this.desk()
    if (desk === null) return { kind: 'noAnswer' }
    if (desk.nextAt > 0) return { kind: 'early', nextAt: desk.nextAt }
    const before = desk.passes.map(pass => pass.passId)
    const result = await this.#settled(await this.#port.createPass(fields), { kind: 'createPass', fields, before })
    if (result.kind === 'ok') this.#madeAt = this.#clock.now()
    return result
  }

  async delete(passId: number): Promise<PassResult> {
    return this.#settled(await this.#port.deletePass(passId), { kind: 'deletePass', passId })
  }

  /** Of these warehouses the ones that ask for a pass and have none. */
  async wanted(officeIds: ReadonlySet<number>): Promise<readonly PassOfficeView[]> {
    if (officeIds.size === 0) return []
    const desk = await this.desk()
    if (desk === null) return []
    const has = (officeId: number) => desk.passes.some(pass => pass.officeId === officeId)
    return desk.offices.filter(({ officeId }) => officeIds.has(officeId) && !has(officeId))
  }

  /** A write without an answer is looked up before anybody is told of it. */
  async #settled(reply: Reply<unknown>, write: FbsWrite): Promise<PassResult> {
    this.#passes = null
    if (reply.kind === 'ok') return { kind: 'ok' }
    if (reply.kind === 'refused') return { kind: 'refused', code: reply.code, message: reply.message }
    if (reply.kind !== 'unknown') return { kind: 'noAnswer' }
    const found = await this.#port.readBack(write)
    return found.kind === 'ok' && found.value.happened === true ? { kind: 'ok' } : { kind: 'noAnswer' }
  }

  async #officesNow(): Promise<readonly PassOffice[] | null> {
    const now = this.#clock.monotonic()
    if (this.#offices !== null && now - this.#offices.at < OFFICES_FRESH_MS) return this.#offices.value
    const reply = await this.#port.passOffices()
    if (reply.kind !== 'ok') return this.#offices?.value ?? null
    this.#offices = { value: reply.value, at: now }
    return reply.value
  }

  async #passesNow(): Promise<PassDesk['passes'] | null> {
    const now = this.#clock.monotonic()
    if (this.#passes !== null && now - this.#passes.at < PASSES_FRESH_MS) return this.#passes.value
    const reply = await this.#port.passes()
    if (reply.kind !== 'ok') return null
    this.#passes = { value: reply.value, at: now }
    return reply.value
  }
}
