import { setImmediate } from 'node:timers/promises'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts'
import type { OrderLife } from '../../../shared/domain/orders/orders.ts'
import type { CardsStore, Clock, Log, PicturesPort, PicturesStore } from '../ports/ports.ts'
import { fingerprint, pictureType } from './picture.ts'

/** Between two looks for pictures that will be needed. */
const SWEEP_MS = 2 * 60 * 1000
/** After a picture that could not be had now. */
const REST_MS = 60_000
/** Pages hear of new pictures at most once in this time. */
const TELL_MS = 500
/** Pictures that may wait, and addresses that are remembered: more products than that are in no warehouse's day. */
const MOST = 5000
/** Orders that are looked at before others have their turn. */
const AT_ONCE = 50
const OPEN: readonly OrderLife[] = ['claimed', 'coded', 'stickered', 'fresh']

export interface PictureKeeperOptions {
  readonly port: PicturesPort
  readonly kept: PicturesStore
  readonly store: CardsStore
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
  readonly #asked = new Set<string>()
  readonly #ahead = new Set<string>()
  /** Nothing is to be had under these addresses in this run. */
  readonly #lost = new Set<string>()
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
    if (this.#addresses.size >= MOST) this.#addresses.clear()
    this.#addresses.set(name, url)
    return name
  }

  /** A page shows a card whose picture is not here. */
  want(name: string): void {
    if (this.#lost.has(name) || this.#asked.size >= MOST) return
    this.#asked.add(name)
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
    let looked = 0
    for (const life of OPEN) {
      for (const { facts } of orders().marked(marks.life(life))) {
        if (++looked % AT_ONCE === 0) await setImmediate()
        if (this.#isClosed || seen.size >= MOST) return
        if (seen.has(facts.chrtId)) continue
        seen.add(facts.chrtId)
        const { picture, ownPicture } = store.words(facts)
        if (picture === '' || ownPicture !== '') continue
        const name = this.nameOf(picture)
        if (this.#lost.has(name) || (await kept.has(name))) continue
        this.#ahead.add(name)
        this.#fetchNext()
      }
    }
  }

  #fetchNext(): void {
    if (this.#isFetching || this.#isClosed || this.#timers.has('rest')) return
    const name = firstOf(this.#asked) ?? firstOf(this.#ahead)
    if (name === null) return
    this.#isFetching = true
    void this.#fetch(name)
      .catch((error: unknown) => {
        this.#options.log.error({ error }, 'a picture could not be fetched')
        this.#forget(name)
      })
      .finally(() => {
        this.#isFetching = false
        this.#fetchNext()
      })
  }

  async #fetch(name: string): Promise<void> {
    const { port, kept, log } = this.#options
    const url = this.#addresses.get(name)
    if (url === undefined || (await kept.has(name))) return this.#forget(name)
    const got = await port.fetch(url)
    const wasAsked = this.#asked.has(name)
    this.#forget(name)
    if (got === 'later') {
      // Behind the others; where there is no network the next sweep, or the next look, asks once more.
      if (!wasAsked) this.#ahead.add(name)
      return this.#after('rest', REST_MS, () => this.#fetchNext())
    }
    if (got === 'none' || pictureType(got) === null) {
      this.#lost.add(name)
      return log.info({ url }, 'a card has no picture there')
    }
    if ((await kept.keep(name, got)) && wasAsked) this.#after('tell', TELL_MS, this.#options.onArrived)
  }

  #forget(name: string): void {
    this.#asked.delete(name)
    this.#ahead.delete(name)
  }
}

function firstOf(names: ReadonlySet<string>): string | null {
  for (const name of names) return name
  return null
}
