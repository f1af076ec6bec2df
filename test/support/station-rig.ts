import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished as onThisTestFinished } from 'vitest'
import { compose } from '../../electron/compose.ts'
import type { Composition } from '../../electron/host.ts'
import type { Clock } from '../../electron/station/ports/ports.ts'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import type { Marketplace, MarketplaceOptions, Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { Input, MethodName, OrderRow, Output, StationBridge } from '../../shared/contract/contract.ts'
import { usualPrinter, type PrinterSetting } from '../../shared/domain/printing/printers.ts'
import type { View } from '../../shared/view/view.ts'
import { createNetworkCable } from './network-cable.ts'
import type { NetworkCable } from './network-cable.ts'
import { labelText, packUnit } from './packer.ts'
import type { Packing } from './packer.ts'
import { startPrinterSimulator } from './printer-simulator.ts'
import type { PrinterSimulator } from './printer-simulator.ts'
import { realClock } from './real-clock.ts'
import { awaitView, callStation, hostFor } from './station-calls.ts'
import { until } from './until.ts'

export interface RigOptions {
  readonly orders?: number
  readonly marketplace?: Partial<MarketplaceOptions>
  /** Puts something between the station and the marketplace at this address; closed with the rig. */
  readonly between?: (marketplaceUrl: string) => Promise<{ readonly url: string; close(): Promise<void> }>
  /** What the vault holds at the first start; the marketplace's own token unless told otherwise. */
  readonly token?: string | null
  readonly settings?: Input<'settings.set'>
  /** Of the test's own context, where tests run side by side. */
  readonly onTestFinished?: (close: () => Promise<void>) => void
  /** Pins the station to an edition of the API; by the date unless told otherwise. */
  readonly edition?: 'seed' | 'successor'
  /** The station's timers; the machine's own unless told otherwise. */
  readonly clock?: Clock
}

/** A whole station in live mode at a practice marketplace: real HTTP, real files, a network printer; closed with the test. */
export interface StationRig {
  readonly marketplace: Marketplace
  readonly printer: PrinterSimulator
  readonly network: NetworkCable
  readonly dataDirectory: string
  /** What the vault holds now. */
  readonly vault: { token: string | null }
  view(): View
  /** Runs a method; throws when the station refuses the call. */
  call<N extends MethodName>(name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]): Promise<Output<N>>
  /** Runs a method with whatever input, as a page that was tampered with could. */
  invoke(name: string, input: unknown): ReturnType<Composition['api']['invoke']>
  /** The page at the bridge is gone. */
  leavePage(): void
  /** The station as a page's bridge: what a page does is done by its own code. */
  readonly bridge: StationBridge
  /** Settles when a view, the last one included, is as wanted; fails after `withinMs`. */
  when(what: string, test: (view: View) => boolean, withinMs?: number): Promise<View>
  /** A scan by the page; the view after it. */
  scan(text: string): Promise<View>
  /** All orders of a supply, oldest first. */
  ordersOf(supplyId: string): Promise<readonly OrderRow[]>
  /** The unit that the practice shop made for an order. */
  thing(orderId: number): Thing
  /** Brings one unit from the table to the parcel, whatever it asks for; the id of the order it went to. */
  pack(thing: Thing, by?: Packing): Promise<number>
  /** Moves the marketplace's clock on, so that its checks of codes are over. */
  passTime(ms: number): void
  /** Moves the PC's wall clock on, as a night does. */
  skipTime(ms: number): void
  /** Waits until so many orders here have their sticker. */
  stickered(count: number): Promise<void>
  /** Waits until nothing is left in the outbox. */
  drained(): Promise<View>
  /** Asks the marketplace for news now; settles when a view shows them. */
  refresh(what: string, test: (view: View) => boolean): Promise<View>
  /** Closes something with the rig. */
  onEnd(close: () => Promise<void>): void
  stop(): Promise<void>
  start(): Promise<void>
  /** Lines of the station's log at level `error`. */
  errors(): readonly string[]
}

/** The page at the other end of the rig's bridge. */
const PAGE = 'page'

/** No echo filter, no polls but those asked for, no late stickers: tests say themselves when they want them. */
const QUIET = { repeatMs: 0, pollSeconds: 600 } as const

/** A network label printer of this machine as the settings name it. */
export function zebraAt(port: number, rest: Partial<PrinterSetting> = {}): PrinterSetting {
  return { ...usualPrinter({ id: '1', name: 'Zebra', link: { kind: 'tcp', host: '127.0.0.1', port } }), ...rest }
}

export async function startRig(options: RigOptions = {}): Promise<StationRig> {
  const onTestFinished = options.onTestFinished ?? onThisTestFinished
  const dataDirectory = await mkdtemp(join(tmpdir(), 'verstak-flow-'))
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }))
  let skew = 0
  let skipped = 0
  const { clock = realClock } = options
  const marketplace = await startMarketplace({
    seed: 11,
    orders: options.orders ?? 30,
    // Nothing to choose before a supply may leave: tests of shipping say themselves when they want it.
    seller: 'abroad',
    now: () => Date.now() + skew,
    monotonic: () => performance.now(),
    // Here its clock and the station's are moved apart.
    tellsTime: false,
    ...options.marketplace
  })
  onTestFinished(() => marketplace.close())
  marketplace.control.setLateStickers({ oneIn: 0, times: 0 })
  const between = await options.between?.(marketplace.url)
  if (between !== undefined) onTestFinished(() => between.close())
  const network = await createNetworkCable(between?.url ?? marketplace.url)
  onTestFinished(() => network.close())
  const printer = await startPrinterSimulator({ answers: 'zebra', odometer: true, printMs: 5 })
  onTestFinished(() => printer.close())
  const vault = { token: options.token === undefined ? marketplace.token : options.token }
  const host = hostFor({ dataDirectory, marketplaceUrl: network.url, vault })
  let composition: Composition | null = null
  const running = (): Composition => {
    if (composition === null) throw new Error('the station is stopped')
    return composition
  }
  let last: View | null = null
  const listeners = new Set<(view: View) => void>()
  const view = (): View => {
    if (last === null) throw new Error('no view yet')
    return last
  }

  async function start(): Promise<void> {
    composition = await compose({
      host,
      practice: false,
      // Whoever practises beside it.
      heap: { fbs: 30, dbs: 0, pickup: 0 },
      machine: { clock: { ...clock, now: () => clock.now() + skipped } }
    })
    composition.api.on((name, payload) => {
      if (name !== 'view') return
      last = payload as View
      for (const listener of listeners) listener(last)
    })
    last = await call('view.get')
  }

  async function stop(): Promise<void> {
    const former = composition
    composition = null
    await former?.close()
  }

  const call = <N extends MethodName>(name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]) =>
    callStation(running().api, name, input[0])
  const when: StationRig['when'] = (what, test, withinMs) => awaitView({ what, test, withinMs, view, listeners })

  async function scan(text: string): Promise<View> {
    await call('scan.typed', { text })
    return view()
  }

  onTestFinished(stop)
  await start()
  if (view().mode === 'live') {
    await call('settings.set', { ...QUIET, printers: [zebraAt(printer.port)], ...options.settings })
    await when('the printers are ready', ({ printers }) => printers.every(({ state }) => state === 'ready'))
    if (options.edition !== undefined) {
      // It takes effect at the next start.
      await call('settings.set', { edition: options.edition })
      await stop()
      await start()
    }
    await when('the orders are here', ({ counts }) => counts.fresh === (options.orders ?? 30))
  }

  return {
    marketplace,
    printer,
    network,
    dataDirectory,
    vault,
    view,
    call,
    invoke: (name, input) => running().api.invoke(name, input),
    leavePage: () => running().api.left(PAGE),
    bridge: {
      invoke: (name, input) => running().api.invoke(name, input, PAGE) as never,
      on: (name, listener) =>
        running().api.on((said: string, payload) => {
          if (said === name) listener(payload as never)
        })
    },
    when,
    scan,
    async ordersOf(supplyId) {
      const page = { offset: 0, limit: 200 }
      return (await call('orders.list', { lives: null, supplyId, search: '', ...page })).rows
    },
    thing(orderId) {
      const found = marketplace.control.things().find(thing => thing.orderId === orderId)
      if (found === undefined) throw new Error(`no unit for ${orderId}`)
      return found
    },
    pack: (thing, by = {}) => packUnit({ view, when, scan, labels: () => printer.labels.map(labelText), ...by }, thing),
    passTime: ms => void (skew += ms),
    skipTime: ms => void (skipped += ms),
    stickered: count =>
      until(`${count} stickers`, async () => {
        const { rows } = await call('orders.list', { lives: null, supplyId: null, search: '', offset: 0, limit: 200 })
        return rows.filter(({ partB }) => partB !== null).length >= count
      }).then(() => undefined),
    drained: () => when('the outbox is empty', ({ network: { waiting } }) => waiting === 0),
    async refresh(what, test) {
      await call('queue.retry', { id: '' })
      return when(what, test)
    },
    onEnd: close => onTestFinished(close),
    stop,
    start,
    errors() {
      const file = join(dataDirectory, 'logs', 'verstak.log')
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
      return lines.filter(line => line.includes('"level":50'))
    }
  }
}
