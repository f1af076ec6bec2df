import { isOpen, isPending, lanesOf } from '../../../shared/domain/intents.ts'
import type { Intent, IntentBody } from '../../../shared/domain/intents.ts'

/** Gap between two positions, so that a bulk intent can be split in place (its parts sit between). */
const SEQ_STEP = 1000

/** Intents in memory: what waits, in which order, and what may start now. The rows on disk are the station's business. */
export class Outbox {
  readonly #pending = new Map<string, { readonly intent: Intent; readonly lanes: readonly string[] }>()
  /** Turned down by the marketplace and not yet dismissed by a person; they hold no lane. */
  readonly #refused = new Map<string, Intent>()
  /** Monotonic ms before which an intent is not tried again. */
  readonly #notBefore = new Map<string, number>()
  #lastSeq: number

  constructor(pending: readonly Intent[], lastSeq: number) {
    this.#lastSeq = lastSeq
    for (const intent of pending) this.adopt([intent])
  }

  /**
   * Rows for new wishes. A wish that undoes or replaces one that was never sent withdraws that one:
   * what nobody saw needs no taking back.
   */
  plan(bodies: readonly IntentBody[], born: Pick<Intent, 'bornAt' | 'packerId'>, newId: () => string): Intent[] {
    const rows = new Map<string, Intent>()
    for (const body of bodies) {
      const unsent = this.#unsentTwin(body, rows)
      if (unsent !== undefined) rows.set(unsent.id, { ...unsent, state: { kind: 'withdrawn', at: born.bornAt } })
      if (unsent !== undefined && body.kind === 'deleteMeta') continue
      this.#lastSeq = Math.ceil((this.#lastSeq + 1) / SEQ_STEP) * SEQ_STEP
      const id = newId()
      rows.set(id, { id, seq: this.#lastSeq, body, ...born, state: { kind: 'waiting', attempts: 0, why: null } })
    }
    return [...rows.values()]
  }

  /** Takes rows over that are on disk now; settled ones leave. */
  adopt(rows: readonly Intent[]): void {
    for (const intent of rows) {
      this.#lastSeq = Math.max(this.#lastSeq, intent.seq)
      this.#pending.delete(intent.id)
      this.#refused.delete(intent.id)
      if (isPending(intent)) this.#pending.set(intent.id, { intent, lanes: lanesOf(intent.body) })
      else this.#notBefore.delete(intent.id)
      if (isOpen(intent) && !isPending(intent)) this.#refused.set(intent.id, intent)
    }
  }

  get(id: string): Intent | undefined {
    return this.#pending.get(id)?.intent ?? this.#refused.get(id)
  }

  delay(id: string, untilMonotonic: number): void {
    this.#notBefore.set(id, untilMonotonic)
  }

  /**
   * The network is back: nothing that can be sent again waits for its retry time any longer. What may have arrived keeps
   * its pause before it is looked up, and what the marketplace said it is still at work on keeps its own.
   */
  hurry(): void {
    for (const { intent } of this.#pending.values()) {
      const { state, id } = intent
      if (state.kind === 'waiting' && state.why !== 'processing') this.#notBefore.delete(id)
    }
  }

  /** A person does not want what concerns this supply to wait for its retry time. */
  hurrySupply(supplyId: string): void {
    for (const { intent } of this.#pending.values()) {
      const { body, state, id } = intent
      if (state.kind === 'waiting' && 'supplyId' in body && body.supplyId === supplyId) this.#notBefore.delete(id)
    }
  }

  /** What is still to be sent or settled, in order. */
  all(): readonly Intent[] {
    return [...this.#pending.values()].map(({ intent }) => intent).toSorted((a, b) => a.seq - b.seq)
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
    const taken = new Set<string>()
    const intents: Intent[] = []
    let nextDue: number | null = null
    const inOrder = [...this.#pending.values()].toSorted((a, b) => a.intent.seq - b.intent.seq)
    for (const { intent, lanes } of inOrder) {
      if (intents.length + underWay.size >= most) break
      const isFree = lanes.every(lane => !taken.has(lane))
      for (const lane of lanes) taken.add(lane)
      if (!isFree || underWay.has(intent.id) || (intent.state.kind !== 'waiting' && intent.state.kind !== 'unknown'))
        continue
      const due = this.#notBefore.get(intent.id) ?? 0
      if (due <= now) intents.push(intent)
      else nextDue = nextDue === null ? due : Math.min(nextDue, due)
    }
    return { intents, nextDue }
  }

  /** Whether anything that touches this lane is still on its way. */
  isBusy(lane: string): boolean {
    for (const { lanes } of this.#pending.values()) if (lanes.includes(lane)) return true
    return false
  }

  counts(): { readonly waiting: number; readonly oldestAt: number | null; readonly attention: number } {
    let waiting = 0
    let attention = this.#refused.size
    let oldestAt: number | null = null
    for (const { intent } of this.#pending.values()) {
      if (intent.state.kind === 'parked') attention++
      else {
        waiting++
        oldestAt = Math.min(oldestAt ?? intent.bornAt, intent.bornAt)
      }
    }
    return { waiting, oldestAt, attention }
  }

  #unsentTwin(body: IntentBody, planned: ReadonlyMap<string, Intent>): Intent | undefined {
    const isTwin = ({ body: other, state }: Intent) =>
      state.kind === 'waiting' && state.attempts === 0 && isReplacedBy(other, body)
    return (
      [...planned.values()].find(isTwin) ??
      [...this.#pending.values()].map(({ intent }) => planned.get(intent.id) ?? intent).find(isTwin)
    )
  }
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
