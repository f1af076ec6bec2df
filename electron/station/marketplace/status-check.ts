import type { Clock } from '../ports/ports.ts'

/** So long a label waits for the marketplace's word on its order (ms); a later word comes with the news. */
const PATIENCE_MS = 250
/** So long a supply waits before it is handed over for good (ms). */
const LEAVING_PATIENCE_MS = 3000
/** A word so young is asked for no second time (ms): the labels of a wave share one request. */
const FRESH_MS = 10_000
/** Orders asked about at once, the one whose label is next among them. */
const MOST = 100

interface Look {
  /** Monotonic ms. */
  readonly at: number
  readonly told: Promise<void>
}

/**
 * Asks, when stickers are about to print, when an order was packed and before a supply leaves, whether the orders still live:
 * the rules call a dead one's label back, and its parcel out of the pile. It holds no label up for longer than a quarter of a second.
 */
export class StatusCheck {
  readonly #clock: Clock
  /** Asks for the orders' statuses and tells them to the core; never rejects. */
  readonly #read: (orderIds: readonly number[]) => Promise<void>
  readonly #looks = new Map<number, Look>()

  constructor(clock: Clock, read: (orderIds: readonly number[]) => Promise<void>) {
    this.#clock = clock
    this.#read = read
  }

  /** Settles when the order's status is told; `next`: orders whose stickers will print after it. */
  async before(orderId: number, next: readonly number[]): Promise<void> {
    const told = this.#fresh(orderId)?.told ?? this.#look([orderId, ...next])
    await this.#patiently(told, PATIENCE_MS)
  }

  /** Asks about an order that was just packed, unless that was asked a moment ago; waits for nothing. */
  after(orderId: number): void {
    if (this.#fresh(orderId) === undefined) void this.#look([orderId])
  }

  /** Settles when the word on all of these is told, or after a moment: they are about to leave. */
  async beforeLeaving(orderIds: readonly number[]): Promise<void> {
    const told: Promise<void>[] = []
    for (let from = 0; from < orderIds.length; from += MOST) told.push(this.#read(orderIds.slice(from, from + MOST)))
    await this.#patiently(Promise.all(told), LEAVING_PATIENCE_MS)
  }

  /** Settles with what is awaited, after so long at the latest. */
  #patiently(told: Promise<unknown>, patienceMs: number): Promise<void> {
    return new Promise<void>(resolve => {
      const cancel = this.#clock.after(patienceMs, resolve)
      void told.then(() => {
        cancel()
        resolve()
      })
    })
  }

  #look(orderIds: readonly number[]): Promise<void> {
    const wanted = orderIds.filter(id => this.#fresh(id) === undefined).slice(0, MOST)
    const told = this.#read(wanted)
    const at = this.#clock.monotonic()
    for (const id of wanted) this.#looks.set(id, { at, told })
    return told
  }

  /** What was asked lately; older looks are forgotten on the way. */
  #fresh(orderId: number): Look | undefined {
    const look = this.#looks.get(orderId)
    if (look === undefined || this.#clock.monotonic() - look.at < FRESH_MS) return look
    this.#looks.delete(orderId)
    return undefined
  }
}
