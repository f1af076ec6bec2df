import type { BenchEvent } from '../../../shared/domain/bench.ts'
import { stickerMake } from '../../../shared/domain/printing/routes.ts'
import type { Core, Riders } from '../core/core.ts'
import type { Network } from './network.ts'
import type { Clock, Log, MarketplacePort, Reply } from '../ports/ports.ts'
import type { Readings } from '../core/readings.ts'
import { readRound } from './news-round.ts'
import { keepPoints } from './shipping-points.ts'
import { SpotWatch } from './spot-watch.ts'
import { StickerFetch } from './sticker-fetch.ts'
import { ordersToRead, ordersToSticker, pointsWanted, suppliesWithoutQr } from './lacking.ts'
import type { PointsWish } from './lacking.ts'

/** Between two looks for stickers or verdicts that were not there yet (ms). */
const ASK_AGAIN_MS = 2000
const PROBE_FIRST_MS = 1000
const PROBE_LAST_MS = 15_000
/** Every so many polls the whole backlog is read again, not only what is new. */
const FULL_EVERY = 20

export interface SyncOptions {
  readonly core: Core
  readonly marketplace: MarketplacePort
  readonly network: Network
  readonly readings: Readings
  readonly clock: Clock
  readonly log: Log
}

/**
 * Brings news from the marketplace: orders, statuses, stickers before they are needed, verdicts on codes, QR labels.
 * What to ask for follows from the bench alone, so a restart or an outage needs no memory of its own.
 */
export class Sync {
  readonly #options: SyncOptions
  readonly #timers = new Map<string, () => void>()
  readonly #running = new Set<string>()
  readonly #spotWatch: SpotWatch
  readonly #stickerFetch: StickerFetch
  #pointsWished: PointsWish | null = null
  #polls = 0
  #pollAgain = false
  #probeMs = PROBE_FIRST_MS
  /** A person wants to know, and the look under way may have seen the state before. */
  #probeAgain = false
  #closed = false

  constructor(options: SyncOptions) {
    this.#options = options
    const ways = {
      ask: <T>(call: Promise<Reply<T>>) => this.#ask(call),
      tell: (event: BenchEvent, riders?: Riders) => this.#news(event, riders)
    }
    this.#spotWatch = new SpotWatch({ ...options, ...ways })
    this.#stickerFetch = new StickerFetch({ ...options, ...ways })
    options.network.onChange(state => {
      if (options.network.isAway) this.#scheduleProbe()
      if (state.kind !== 'online') return
      this.#probeMs = PROBE_FIRST_MS
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
    const { network } = this.#options
    this.#probeMs = PROBE_FIRST_MS
    switch (network.state.kind) {
      case 'online':
        this.#cancel('spot')
        this.#stickerFetch.wake()
        // A round that is half done may have passed by what is new.
        this.#pollAgain = this.#running.has('poll')
        return this.poll()
      case 'blocked':
      case 'offline':
      case 'stranger':
        network.unblock()
        this.#probeAgain = this.#running.has('probe')
        return void this.#probe()
    }
  }

  /** A person looks for a point in this city. */
  wantPoints(wish: PointsWish): void {
    this.#pointsWished = wish
    this.kick()
  }

  close(): void {
    this.#closed = true
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
  }

  /** The sticker of the order on the table: before the prefetch. Never rejects; what goes wrong the prefetch mends. */
  fetchNow(orderId: number): Promise<void> {
    return this.#stickerFetch.now(orderId)
  }

  /** What has become of these orders, told like any news. Never rejects: what goes wrong the next round mends. */
  async readStatuses(orderIds: readonly number[]): Promise<void> {
    const { marketplace, network, log } = this.#options
    if (network.state.kind !== 'online') return
    try {
      const statuses = await this.#ask(marketplace.statuses(orderIds, 'urgent'))
      if (statuses !== null) this.#news({ kind: 'statusesSeen', statuses })
    } catch (error) {
      log.error({ error }, 'statuses could not be written')
    }
  }

  async #poll(): Promise<void> {
    const isFull = this.#polls % FULL_EVERY === 0
    const isWhole = await readRound(
      {
        ...this.#options,
        ask: call => this.#ask(call),
        tell: (event, riders) => this.#news(event, riders)
      },
      isFull
    )
    if (isWhole) this.#polls++
    const { pollSeconds } = this.#options.core.bench.settings
    this.#later('poll', this.#pollAgain ? 0 : pollSeconds * 1000, () => this.poll())
    this.#pollAgain = false
    // News that changed nothing is no decision: what is still lacking is asked for all the same.
    this.kick()
  }

  async #stickers(): Promise<void> {
    if (ordersToSticker(this.#options.core.bench, 1).length === 0) return
    const again = await this.#stickerFetch.some()
    // What rests holds up none that gets into assembly meanwhile.
    if (again !== null) this.#later(again.isForNew ? 'stickers' : 'resting', again.inMs, () => this.kick())
  }

  async #readBack(): Promise<void> {
    const { core, marketplace } = this.#options
    const wanted = ordersToRead(core.bench).filter(id => !core.outbox.isBusy(`order:${id}`))
    if (wanted.length === 0) return
    for (let from = 0; from < wanted.length; from += 100) {
      const metas = await this.#ask(marketplace.metas(wanted.slice(from, from + 100), 'background'))
      if (metas !== null) this.#news({ kind: 'metaSeen', metas })
    }
    this.#later('readBack', ASK_AGAIN_MS, () => this.kick())
  }

  async #supplyQrs(): Promise<void> {
    const { core, marketplace } = this.#options
    for (const supply of suppliesWithoutQr(core.bench)) {
      const { picture } = stickerMake(core.bench.settings)
      const wanted = { picture, type: core.bench.settings.stickerType }
      const drawn = await this.#ask(marketplace.supplyQr(supply.remoteId, wanted))
      if (drawn === null) return this.#later('qr', ASK_AGAIN_MS, () => this.kick())
      this.#news(
        { kind: 'printOwn', source: { kind: 'supplyQr', supplyId: supply.id } },
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

  #scheduleProbe(): void {
    this.#later('probe', this.#probeMs, () => {
      this.#probeMs = Math.min(this.#probeMs * 2, PROBE_LAST_MS)
      if (this.#options.network.isAway) void this.#probe()
    })
  }

  /** Finds out whether the marketplace answers again; however often it is wanted, once at a time. */
  async #probe(): Promise<void> {
    if (this.#running.has('probe')) return
    this.#running.add('probe')
    const { network, marketplace } = this.#options
    const reply = await marketplace.reach()
    this.#running.delete('probe')
    if (reply.kind === 'ok') {
      // Whoever was turned away meanwhile had asked before.
      network.unblock()
      network.answered()
    } else network.failed(reply)
    if (network.isAway) this.#scheduleProbe()
    if (!this.#probeAgain || network.state.kind === 'online') return
    this.#probeAgain = false
    network.unblock()
    await this.#probe()
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
