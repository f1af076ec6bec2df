import type { BenchEvent } from '../../../shared/domain/bench.ts'
import { ROUND_SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { RoundScheme, Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { stickerMake } from '../../../shared/domain/printing/routes.ts'
import type { Core, Riders } from '../core/core.ts'
import type { Network } from './network.ts'
import type { Clock, Log, MarketplacePort, Reply, StorePort } from '../ports/ports.ts'
import type { Readings } from '../core/readings.ts'
import { readRound } from './news-round.ts'
import { BuyerKeeper } from './buyer-keeper.ts'
import { SchemeNews } from './scheme-news.ts'
import { Probe } from './probe.ts'
import { keepPoints } from './shipping-points.ts'
import { SpotWatch } from './spot-watch.ts'
import { StickerFetch } from './sticker-fetch.ts'
import { readVerdicts } from './verdicts.ts'
import { ordersToSticker, pointsWanted, suppliesWithoutQr } from './lacking.ts'
import type { PointsWish } from './lacking.ts'

/** Between two looks for stickers or verdicts that were not there yet (ms). */
const ASK_AGAIN_MS = 2000
/** Every so many polls the whole backlog is read again, not only what is new. */
const FULL_EVERY = 20

export interface SyncOptions {
  readonly core: Core
  readonly store: Pick<StorePort, 'buyer'>
  readonly marketplace: MarketplacePort
  readonly network: Network
  readonly readings: Readings
  readonly clock: Clock
  readonly log: Log
}

/** What every kind of news has in its hands. */
export interface NewsHands {
  /** The value that was asked for; null when none came. */
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
  readonly tell: (event: BenchEvent, riders?: Riders) => void
}

/**
 * Brings news from the marketplace: orders, statuses, stickers before they are needed, verdicts on codes, QR labels.
 * What to ask for follows from the bench alone, so a restart or an outage needs no memory of its own.
 */
export class Sync {
  readonly buyers: BuyerKeeper
  readonly #options: SyncOptions
  readonly #hands: SyncOptions & NewsHands
  readonly #timers = new Map<string, () => void>()
  readonly #running = new Set<string>()
  readonly #probe: Probe
  readonly #spotWatch: SpotWatch
  readonly #stickerFetch: StickerFetch
  readonly #schemes: { readonly [S in RoundScheme]: SchemeNews }
  #pointsWished: PointsWish | null = null
  #polls = 0
  /** Rounds that follow at once on the one under way. */
  readonly #again = new Set<string>()
  #closed = false

  constructor(options: SyncOptions) {
    this.#options = options
    this.#hands = {
      ...options,
      ask: call => this.#ask(call),
      tell: (event, riders) => this.#news(event, riders)
    }
    this.#probe = new Probe(options)
    this.#spotWatch = new SpotWatch(this.#hands)
    this.#stickerFetch = new StickerFetch(this.#hands)
    this.buyers = new BuyerKeeper(this.#hands)
    const parts = { ...this.#hands, buyers: this.buyers }
    this.#schemes = { dbs: new SchemeNews('dbs', parts), pickup: new SchemeNews('pickup', parts) }
    options.network.onChange(state => {
      if (state.kind !== 'online') return
      for (const scheme of ROUND_SCHEMES) this.#cancel(scheme)
      this.poll()
      this.kick()
    })
  }

  start(): void {
    this.poll()
    this.kick()
  }

  /** Looks at what the bench lacks now; call it after every decision. */
  kick(): void {
    for (const scheme of ROUND_SCHEMES) this.#job(scheme, () => this.#scheme(scheme))
    this.#job('stickers', () => this.#stickers())
    this.#job('readBack', () => this.#readBack())
    this.#job('qr', () => this.#supplyQrs())
    this.#job('points', () => this.#shippingPoints())
    if (this.#spotWatch.isNews) this.#cancel('spot')
    this.#job('spot', () => this.#spots())
  }

  /** One round of orders and statuses; plans the next. */
  poll(): void {
    this.#job('poll', () => this.#poll())
  }

  /** A person wants it tried now: one more round, or one more look whether the network is back. */
  retry(): void {
    switch (this.#options.network.state.kind) {
      case 'online':
        for (const name of [...ROUND_SCHEMES, 'spot']) this.#cancel(name)
        this.#stickerFetch.wake()
        // A round that is half done may have passed by what is new.
        for (const name of [...ROUND_SCHEMES, 'poll']) if (this.#running.has(name)) this.#again.add(name)
        this.poll()
        return this.kick()
      case 'blocked':
      case 'offline':
      case 'stranger':
        return this.#probe.now()
    }
  }

  /** A person looks for a point in this city. */
  wantPoints(wish: PointsWish): void {
    this.#pointsWished = wish
    this.kick()
  }

  close(): void {
    this.#closed = true
    this.#probe.close()
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
  }

  /** The sticker of the order on the table: before the prefetch. Never rejects; what goes wrong the prefetch mends. */
  fetchNow(orderId: number): Promise<void> {
    return this.#stickerFetch.now(orderId)
  }

  /** What has become of these orders, told like any news. Never rejects: what goes wrong the next round mends. */
  async readStatuses(orderIds: readonly number[]): Promise<void> {
    const { core, marketplace, network, log } = this.#options
    if (network.state.kind !== 'online') return
    const those = (kind: Scheme) => orderIds.filter(id => core.bench.orders.get(id)?.scheme.kind === kind)
    try {
      const fbs = those('fbs')
      const statuses = fbs.length === 0 ? null : await this.#ask(marketplace.statuses(fbs, 'urgent'))
      if (statuses !== null) this.#news({ kind: 'statusesSeen', statuses })
      await Promise.all(ROUND_SCHEMES.map(scheme => this.#schemes[scheme].readStatuses(those(scheme))))
    } catch (error) {
      log.error({ error }, 'statuses could not be written')
    }
  }

  async #poll(): Promise<void> {
    const isFull = this.#polls % FULL_EVERY === 0
    const isWhole = await readRound(this.#hands, isFull)
    if (isWhole) this.#polls++
    const { pollSeconds } = this.#options.core.bench.settings
    this.#later('poll', this.#again.delete('poll') ? 0 : pollSeconds * 1000, () => this.poll())
    // News that changed nothing is no decision: what is still lacking is asked for all the same.
    this.kick()
  }

  async #scheme(scheme: RoundScheme): Promise<void> {
    const pause = await this.#schemes[scheme].round()
    this.#later(scheme, this.#again.delete(scheme) ? 0 : pause, () => this.kick())
  }

  async #stickers(): Promise<void> {
    if (ordersToSticker(this.#options.core.bench, 1).length === 0) return
    const again = await this.#stickerFetch.some()
    // What rests holds up none that gets into assembly meanwhile.
    if (again !== null) this.#later(again.isForNew ? 'stickers' : 'resting', again.inMs, () => this.kick())
  }

  async #readBack(): Promise<void> {
    if (await readVerdicts(this.#hands)) this.#later('readBack', ASK_AGAIN_MS, () => this.kick())
  }

  async #supplyQrs(): Promise<void> {
    const { core, marketplace } = this.#options
    for (const supply of suppliesWithoutQr(core.bench)) {
      const { picture } = stickerMake(core.bench.settings)
      const wanted = { picture, type: core.bench.settings.stickerType }
      const drawn = await this.#ask(marketplace.supplyQr(supply.remoteId, wanted))
      if (drawn === null) return this.#later('qr', ASK_AGAIN_MS, () => this.kick())
      this.#news(
        { kind: 'printOwn', sources: [{ kind: 'supplyQr', supplyId: supply.id }] },
        { supplyQrs: [{ supplyId: supply.id, ...drawn }] }
      )
    }
  }

  async #spots(): Promise<void> {
    // The list of supplies tells of most of them.
    if (this.#polls === 0) return
    const pause = await this.#spotWatch.look()
    if (pause !== null) this.#later('spot', pause, () => this.kick())
  }

  async #shippingPoints(): Promise<void> {
    const { core, clock, marketplace, network } = this.#options
    const wish = this.#pointsWished ?? pointsWanted(core.bench)
    if (wish === null) return
    const reply = await marketplace.shippingPoints(wish.city, wish.cargoType)
    // A city that the marketplace does not know has no points.
    const points = reply.kind === 'refused' ? [] : await this.#ask(Promise.resolve(reply))
    if (reply.kind === 'refused') network.failed(reply)
    if (points === null || this.#closed) return this.#later('points', ASK_AGAIN_MS, () => this.kick())
    if (this.#pointsWished === wish) this.#pointsWished = null
    await keepPoints({ core, clock }, wish, points)
  }

  /** Runs a job unless it is running or waiting for its time; never two of one name at once. */
  #job(name: string, work: () => Promise<void>): void {
    const { network, log } = this.#options
    if (this.#closed || this.#running.has(name) || network.state.kind !== 'online') return
    if (name !== 'poll' && this.#timers.has(name)) return
    this.#cancel(name)
    this.#running.add(name)
    void work()
      .catch((error: unknown) => {
        // The disk refused a row: news is never lost, only late.
        log.error({ job: name, error }, 'sync job ended badly')
        this.#later(name, ASK_AGAIN_MS, () => (name === 'poll' ? this.poll() : this.kick()))
      })
      .finally(() => this.#running.delete(name))
  }

  async #ask<T>(call: Promise<Reply<T>>): Promise<T | null> {
    const reply = await call
    if (reply.kind === 'ok') {
      this.#options.network.answered()
      return reply.value
    }
    this.#options.network.failed(reply)
    const { log } = this.#options
    log.warn({ failure: reply.kind, ...('why' in reply ? { why: reply.why } : {}) }, 'read failed')
    return null
  }

  #news(event: BenchEvent, riders: Riders = {}): void {
    if (!this.#closed) this.#options.core.dispatch(event, riders)
  }

  #later(name: string, ms: number, work: () => void): void {
    if (this.#closed) return
    this.#cancel(name)
    const cancel = this.#options.clock.after(ms, () => {
      this.#timers.delete(name)
      work()
    })
    this.#timers.set(name, cancel)
  }

  #cancel(name: string): void {
    this.#timers.get(name)?.()
    this.#timers.delete(name)
  }
}
