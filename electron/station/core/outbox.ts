import { Book } from '../../../shared/domain/books/book.ts'
import type { Filing } from '../../../shared/domain/books/book.ts'
import { isOpen, isPending, lanesOf } from '../../../shared/domain/intents.ts'
import type { Intent, IntentBody } from '../../../shared/domain/intents.ts'
import { isSettled } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'

/** Gap between two positions, so that a bulk intent can be split in place (its parts sit between). */
const SEQ_STEP = 1000

const PENDING = 'pending'
const UNDER_WAY = 'under way'
const HEAD = 'head'

/** In order of birth, and by lane. */
const FILING: Filing<string, Intent> = {
  idOf: intent => intent.id,
  placeOf: intent => intent.seq,
  marksOf: ({ body, state }) => [
    PENDING,
    ...(state.kind === 'parked' ? [] : [UNDER_WAY]),
    ...new Set(lanesOf(body).map(laneMark))
  ]
}

function laneMark(lane: string): string {
  return `lane ${lane}`
}

/**
 * Intents in memory: what waits, in which order, and what may start now. The rows on disk are the station's business.
 * Whatever is asked of it costs the same however many wait.
 */
export class Outbox {
  #pending = Book.empty(FILING)
  /** Those that are the first in each of their lanes. */
  #heads = Book.empty<string, Intent>({ ...FILING, marksOf: () => [HEAD] })
  /** Turned down by the marketplace and not yet dismissed by a person; they hold no lane. */
  readonly #refused = new Map<string, Intent>()
  /** Monotonic ms before which an intent is not tried again. */
  readonly #notBefore = new Map<string, number>()
  #lastSeq: number

  constructor(pending: readonly Intent[], lastSeq: number) {
    this.#lastSeq = lastSeq
    this.adopt(pending)
  }

  /**
   * Rows for new wishes. A wish that undoes or replaces one that was never sent withdraws that one:
   * what nobody saw needs no taking back. One that may stand at the marketplace already is looked up before it is sent.
   */
  plan(
    wishes: readonly { readonly body: IntentBody; readonly mayStand?: true }[],
    born: Pick<Intent, 'bornAt' | 'packerId'>,
    newId: () => string
  ): Intent[] {
    const rows = new Map<string, Intent>()
    for (const { body, mayStand } of wishes) {
      const unsent = this.#unsentTwin(body, rows)
      if (unsent !== undefined) rows.set(unsent.id, { ...unsent, state: { kind: 'withdrawn', at: born.bornAt } })
      if (unsent !== undefined && body.kind === 'deleteMeta' && !mayStandOverAnother(unsent.body)) continue
      this.#lastSeq = Math.ceil((this.#lastSeq + 1) / SEQ_STEP) * SEQ_STEP
      const id = newId()
      const state: Intent['state'] =
        mayStand === true ? { kind: 'unknown', attempts: 1 } : { kind: 'waiting', attempts: 0, why: null }
      rows.set(id, { id, seq: this.#lastSeq, body, ...born, state })
    }
    return [...rows.values()]
  }

  /**
   * Refused ones that nobody need look at any more, ended: `settled` has one that was carried out in its place, or the parcel
   * that it was about has met its end, as `changed` has it. `at`: Unix ms.
   */
  pointless(settled: readonly Intent[], changed: readonly Order[], at: number): readonly Intent[] {
    if (this.#refused.size === 0) return []
    const ids = new Set(settled.map(({ id }) => id))
    const done = settled.filter(({ state }) => state.kind === 'done')
    const ended = new Set(changed.filter(isSettled).map(({ facts }) => facts.id))
    return [...this.#refused.values()]
      .filter(({ id }) => !ids.has(id))
      .filter(
        ({ body }) =>
          (body.kind === 'handOver' && ended.has(body.orderId)) || done.some(one => isReplacedBy(body, one.body))
      )
      .map(intent => ({ ...intent, state: { kind: 'withdrawn', at } }))
  }

  /** Takes rows over that are on disk now; settled ones leave. */
  adopt(rows: readonly Intent[]): void {
    const before = this.#pending
    for (const intent of rows) {
      this.#lastSeq = Math.max(this.#lastSeq, intent.seq)
      this.#refused.delete(intent.id)
      if (!isPending(intent)) this.#notBefore.delete(intent.id)
      if (isOpen(intent) && !isPending(intent)) this.#refused.set(intent.id, intent)
    }
    const settled = rows.filter(intent => !isPending(intent)).map(({ id }) => id)
    this.#pending = before.with(rows.filter(isPending), settled)
    this.#findHeads(
      before,
      rows.flatMap(({ id, body }) => [...lanesOf(before.get(id)?.body ?? body), ...lanesOf(body)]),
      settled
    )
  }

  /** Only what is or was the first in a lane where something changed can have begun or ceased to be a head. */
  #findHeads(before: Book<string, Intent>, lanes: readonly string[], settled: readonly string[]): void {
    const first = (lane: string) => this.#pending.marked(laneMark(lane)).first
    const heads = new Map<string, Intent>()
    const others = new Set(settled)
    for (const lane of new Set(lanes)) {
      const former = before.marked(laneMark(lane)).first
      for (const intent of [first(lane), former && this.#pending.get(former.id)]) {
        if (intent === undefined) continue
        const isHead = lanesOf(intent.body).every(other => first(other)?.id === intent.id)
        if (isHead) heads.set(intent.id, intent)
        else others.add(intent.id)
      }
    }
    this.#heads = this.#heads.with([...heads.values()], [...others])
  }

  get(id: string): Intent | undefined {
    return this.#pending.get(id) ?? this.#refused.get(id)
  }

  /** Monotonic ms before which it is not tried again; null: there is none. */
  dueAt(id: string): number | null {
    return this.#notBefore.get(id) ?? null
  }

  /** Whether another in one of its lanes goes first. */
  isBehind(id: string): boolean {
    return this.#pending.get(id) !== undefined && this.#heads.get(id) === undefined
  }

  delay(id: string, untilMonotonic: number): void {
    this.#notBefore.set(id, untilMonotonic)
  }

  /**
   * The network is back: nothing that can be sent again waits for its retry time any longer. What may have arrived keeps
   * its pause before it is looked up, and what the marketplace said it is still at work on keeps its own.
   */
  hurry(): void {
    for (const id of this.#notBefore.keys()) {
      const state = this.#pending.get(id)?.state
      if (state?.kind === 'waiting' && state.why !== 'processing') this.#notBefore.delete(id)
    }
  }

  /** A person does not want what concerns this supply to wait for its retry time. */
  hurrySupply(supplyId: string): void {
    for (const { state, id } of this.#pending.marked(laneMark(`supply:${supplyId}`))) {
      if (state.kind === 'waiting') this.#notBefore.delete(id)
    }
  }

  /** What is still to be sent or settled, in order: a walk. */
  all(): readonly Intent[] {
    return [...this.#pending.marked(PENDING)]
  }

  /** What is still to be sent or settled in the lanes of a wish, in order of birth. */
  beside(body: IntentBody): readonly Intent[] {
    return [...new Set(lanesOf(body).flatMap(lane => [...this.#pending.marked(laneMark(lane))]))]
  }

  /**
   * The intents that may go now: first in each of their lanes, not under way, and due; no more than make `most` with
   * those under way.
   * `nextDue` is when the earliest of those that only wait for their time comes due (monotonic ms).
   */
  ready(
    now: number,
    most: number,
    underWay: ReadonlySet<string>
  ): { readonly intents: readonly Intent[]; readonly nextDue: number | null } {
    const intents: Intent[] = []
    let nextDue: number | null = null
    for (const intent of this.#heads.marked(HEAD)) {
      if (intents.length + underWay.size >= most) break
      if (underWay.has(intent.id) || (intent.state.kind !== 'waiting' && intent.state.kind !== 'unknown')) continue
      const due = this.#notBefore.get(intent.id) ?? 0
      if (due <= now) intents.push(intent)
      else nextDue = nextDue === null ? due : Math.min(nextDue, due)
    }
    return { intents, nextDue }
  }

  /** Whether anything that touches this lane is still on its way. */
  isBusy(lane: string): boolean {
    return this.busyNow(lane)
  }

  /** As `isBusy` is now, whatever comes later. */
  get busyNow(): (lane: string) => boolean {
    const pending = this.#pending
    return lane => pending.count(laneMark(lane)) > 0
  }

  counts(): { readonly waiting: number; readonly oldestAt: number | null; readonly attention: number } {
    const waiting = this.#pending.count(UNDER_WAY)
    const oldestAt = this.#pending.marked(UNDER_WAY).first?.bornAt ?? null
    return { waiting, oldestAt, attention: this.#refused.size + this.#pending.count(PENDING) - waiting }
  }

  /** The wish that was never sent and that this one undoes or replaces: it shares its lane. */
  #unsentTwin(body: IntentBody, planned: ReadonlyMap<string, Intent>): Intent | undefined {
    if (!REPLACING.includes(body.kind)) return undefined
    const isTwin = ({ body: other, state }: Intent) =>
      state.kind === 'waiting' && state.attempts === 0 && isReplacedBy(other, body)
    const before = lanesOf(body).flatMap(lane => [...this.#pending.marked(laneMark(lane))])
    return [...planned.values()].find(isTwin) ?? before.map(one => planned.get(one.id) ?? one).find(isTwin)
  }
}

/** The kinds that make an earlier wish pointless. */
const REPLACING: readonly IntentBody['kind'][] = ['setMeta', 'deleteMeta', 'setShipping', 'setSpot']

/** A set grows by a wish in the place of the one before it, which the marketplace may have carried out. */
function mayStandOverAnother(body: IntentBody): boolean {
  return body.kind === 'setMeta' && body.values.length > 1
}

/** Whether the later wish makes the earlier one pointless: the same code, shipping method or carrier, set anew or undone. */
function isReplacedBy(earlier: IntentBody, later: IntentBody): boolean {
  switch (later.kind) {
    case 'setMeta':
    case 'deleteMeta':
      return earlier.kind === 'setMeta' && earlier.orderId === later.orderId && earlier.key === later.key
    case 'setShipping':
    case 'setSpot':
      return earlier.kind === later.kind && earlier.supplyId === later.supplyId
    default:
      return false
  }
}
