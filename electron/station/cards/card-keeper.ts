import { isDeepStrictEqual } from 'node:util'
import type { CardsPort, CardsStore, Clock, Log } from '../ports/ports.ts'

const HOUR_MS = 60 * 60 * 1000
/** Cards change seldom. */
const REFRESH_MS = 24 * HOUR_MS

export interface CardKeeperOptions {
  readonly cards: CardsPort
  readonly store: CardsStore
  readonly clock: Clock
  readonly log: Log
  /** All that is new is on disk. */
  readonly onRead: () => void
}

/**
 * Keeps what the seller's cards say of products and GTINs on disk: all of them once, then every day those that changed. Works in the
 * background; a trouble is tried again within the hour and stops nothing else.
 */
export class CardKeeper {
  readonly #options: CardKeeperOptions
  #cancelTimer: (() => void) | null = null
  #closed = false

  constructor(options: CardKeeperOptions) {
    this.#options = options
  }

  start(): void {
    void this.#round()
      .catch((error: unknown) => this.#options.log.error({ error }, 'product cards could not be kept'))
      .finally(() => {
        if (!this.#closed) this.#cancelTimer = this.#options.clock.after(HOUR_MS, () => this.start())
      })
  }

  close(): void {
    this.#closed = true
    this.#cancelTimer?.()
  }

  async #round(): Promise<void> {
    const { cards, store, clock, log, onRead } = this.#options
    const { cursor: from, readAt } = store.progress()
    if (readAt !== null && clock.now() - readAt < REFRESH_MS) return
    let cursor = from
    for (;;) {
      const reply = await cards.cards(cursor)
      if (this.#closed) return
      if (reply.kind !== 'ok') return log.warn({ failure: reply.kind }, 'product cards could not be read')
      // A marketplace that never gets further would be asked for ever.
      const isStuck = isDeepStrictEqual(reply.value.next, cursor)
      const next = isStuck ? null : reply.value.next
      // The last page is where the next reading begins: whatever changes from now on comes behind it.
      cursor = next ?? cursor
      store.keep({ cards: reply.value.cards, cursor, readAt: next === null ? clock.now() : readAt })
      if (next === null) return onRead()
    }
  }
}
