import { marks } from '../../../shared/domain/orders/order-marks.ts'
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts'
import type { OrderLife } from '../../../shared/domain/orders/orders.ts'
import type { CardsStore, Clock, Log, PicturesPort, PicturesStore } from '../ports/ports.ts'
import { Stretch } from '../stretches.ts'
import { fingerprint, pictureType } from './picture.ts'

/** Between two looks for pictures that will be needed. */
const SWEEP_MS = 2 * 60 * 1000
/** After a picture that could not be had now. */
const REST_MS = 60_000
/** Pages hear of new pictures at most once in this time. */
const TELL_MS = 500
/** Pictures that may wait: more products than that are in no warehouse's day. */
const MOST = 5000
/** Addresses that are remembered by name; the oldest goes. */
const MOST_ADDRESSES = 20_000
/** An answer that is no picture, of a hotel's network say, is not asked for again before that. */
const STRANGE_MS = 60 * 60 * 1000
const OPEN: readonly OrderLife[] = ['claimed', 'coded', 'stickered', 'fresh']

export interface PictureKeeperOptions {
  readonly port: PicturesPort
  readonly kept: PicturesStore
  readonly store: Pick<CardsStore, 'words'>
  readonly orders: () => OrderBook
  readonly clock: Clock
  readonly log: Log
  /** Pictures that a page has asked for are here. */
  readonly onArrived: () => void
}

/**
 * Fetches pictures of cards one after another: those that a page asks for first, then those of open orders, so that they
 * are here when there is no network. Works in the background; a trouble stops nothing else.
 */
export class PictureKeeper {
  readonly #options: PictureKeeperOptions
  /** Addresses by name, of pictures that somebody may ask for. */
  readonly #addresses = new Map<string, string>()
  /** Those that a page asked for, and those that it will need, with their addresses; which of all a page waits for. */
  readonly #asked = new Map<string, string>()
  readonly #ahead = new Map<string, string>()
  readonly #shown = new Set<string>()
  /** Nothing is to be had under these addresses until then (Unix ms). */
  readonly #lost = new Map<string, number>()
  readonly #timers = new Map<'sweep' | 'rest' | 'tell', () => void>()
  #isFetching = false
  #isClosed = false

  constructor(options: PictureKeeperOptions) {
    this.#options = options
  }

  start(): void {
    void this.#sweep()
      .catch((error: unknown) => this.#options.log.error({ error }, 'pictures could not be looked for'))
      .finally(() => this.#after('sweep', SWEEP_MS, () => this.start()))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const cancel of this.#timers.values()) cancel()
    await this.#options.port.close()
  }

  /** The name that a card's picture has on this PC. */
  nameOf(url: string): string {
    const name = `w-${fingerprint(url)}`
    this.#addresses.delete(name)
    this.#addresses.set(name, url)
    dropBeyond(this.#addresses, MOST_ADDRESSES)
    return name
  }

  /** A page shows a card whose picture is not here. */
  want(name: string): void {
    const url = this.#addresses.get(name)
    if (url === undefined || this.#isLost(name) || this.#asked.size >= MOST) return
    this.#shown.add(name)
    dropBeyond(this.#shown, MOST)
    this.#asked.set(name, url)
    this.#fetchNext()
  }

  #after(what: 'sweep' | 'rest' | 'tell', ms: number, job: () => void): void {
    if (this.#isClosed || this.#timers.has(what)) return
    this.#timers.set(
      what,
      this.#options.clock.after(ms, () => {
        this.#timers.delete(what)
        job()
      })
    )
  }

  async #sweep(): Promise<void> {
    const { orders, store, kept } = this.#options
    const seen = new Set<number>()
    const stretch = new Stretch(1)
    for (const life of OPEN) {
      for (const { facts } of orders().marked(marks.life(life))) {
        if (stretch.isOver()) await stretch.rest()
        if (this.#isClosed || seen.size >= MOST) return
        if (seen.has(facts.chrtId)) continue
        seen.add(facts.chrtId)
        const { picture, ownPicture } = store.words(facts)
        if (picture === '' || ownPicture !== '') continue
        const name = this.nameOf(picture)
        if (this.#ahead.size >= MOST || this.#isLost(name) || (await kept.has(name))) continue
        this.#ahead.set(name, picture)
        this.#fetchNext()
      }
    }
  }

  #fetchNext(): void {
    if (this.#isFetching || this.#isClosed || this.#timers.has('rest')) return
    const [next] = this.#asked.size > 0 ? this.#asked : this.#ahead
    if (next === undefined) return
    const [name, url] = next
    this.#isFetching = true
    void this.#fetch(name, url)
      .catch((error: unknown) => {
        this.#options.log.error({ error }, 'a picture could not be fetched')
        this.#forget(name)
      })
      .finally(() => {
        this.#isFetching = false
        this.#fetchNext()
      })
  }

  async #fetch(name: string, url: string): Promise<void> {
    const { port, kept, clock, log } = this.#options
    if (await kept.has(name)) return this.#forget(name)
    const got = await port.fetch(url)
    this.#forget(name)
    if (got === 'later') {
      // Behind the others: a page that shows its card does not ask by itself again.
      this.#ahead.set(name, url)
      return this.#after('rest', REST_MS, () => this.#fetchNext())
    }
    if (got === 'none' || pictureType(got) === null) {
      this.#shown.delete(name)
      this.#lost.set(name, got === 'none' ? Infinity : clock.now() + STRANGE_MS)
      return log.info({ url }, 'a card has no picture there')
    }
    if (!(await kept.keep(name, got))) return
    if (this.#shown.delete(name)) this.#after('tell', TELL_MS, this.#options.onArrived)
  }

  #isLost(name: string): boolean {
    return (this.#lost.get(name) ?? 0) > this.#options.clock.now()
  }

  #forget(name: string): void {
    this.#asked.delete(name)
    this.#ahead.delete(name)
  }
}

/** Drops what was put in first while there are more than `most`. */
function dropBeyond<K>(names: Map<K, unknown> | Set<K>, most: number): void {
  for (const name of names.keys()) {
    if (names.size <= most) return
    names.delete(name)
  }
}
