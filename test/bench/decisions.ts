import { monitorEventLoopDelay } from 'node:perf_hooks'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createMarketplaceClient } from '../../electron/api/client.ts'
import { createClock } from '../../electron/composition/clock.ts'
import { assembleStation } from '../../electron/composition/engine.ts'
import { createPracticePrinter } from '../../electron/practice/practice-printer.ts'
import { createPracticeScanner } from '../../electron/practice/practice-scanner.ts'
import { startMarketplaceInWorker } from '../../electron/practice/marketplace-in-worker.ts'
import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { Station } from '../../electron/station/station.ts'
import { commandBarcode } from '../../shared/domain/commands.ts'
import { quietLog } from '../support/quiet-log.ts'
import { until } from '../support/until.ts'
import type { Row } from './table.ts'

const ORDERS = 10_000
const SCANS = 2000
/** A packer is never this fast; the station's background work still gets its turn between two scans (ms). */
const PAUSE_MS = 5

/** Packs at a station with ten thousand open orders, over real HTTP, a real database file and real stickers. */
export async function runDecisionBench(
  folder: string
): Promise<{ readonly rows: readonly Row[]; readonly remarks: readonly string[] }> {
  const electron = new URL('../../electron/', import.meta.url)
  const worker = new URL('practice/marketplace-worker.ts', electron)
  const marketplace = await startMarketplaceInWorker(worker, { seed: 1, orders: ORDERS, limits: 'off' })
  const clock = createClock()
  const scanner = createPracticeScanner()
  const { url, token } = marketplace
  const started = performance.now()
  const station = assembleStation(
    {
      host: {
        dataDirectory: folder,
        marketplaceUrl: url,
        vault: { strength: async () => 'none', read: async () => null, write: async () => {} },
        previewWorker: new URL('labels/preview-worker.ts', electron),
        marketplaceWorker: worker
      },
      clock,
      log: quietLog
    },
    {
      mode: 'practice',
      tokenExpiresAt: null,
      databasePath: join(folder, 'verstak.sqlite'),
      marketplace: edition => createMarketplaceClient({ url, token, clock, log: quietLog, edition }),
      practicePrinter: createPracticePrinter({ clock }),
      practiceScanner: scanner,
      firstRevision: 0
    }
  )
  try {
    await station.start()
    await until('all orders', () => station.core.bench.orders.size === ORDERS, 120_000)
    const loaded = performance.now() - started
    const { settings } = station.core.bench
    station.act({ kind: 'settings', settings: { ...settings, repeatMs: 0, pollSeconds: 5 } })
    station.scan(commandBarcode('newSupply'))
    const prefetched = performance.now()
    await until('every sticker of the supply', () => allStickered(station), 300_000)
    const stickers = performance.now() - prefetched
    const things = (await (await fetch(`${url}/practice/things`)).json()) as Thing[]
    const mine = things.filter(({ orderId }) => station.core.bench.orders.get(orderId)?.life === 'claimed')
    const { rows, stall } = await scanAll(station, scanner.show, mine)
    const waiting = station.core.outbox.counts().waiting
    return {
      rows: [...rows, { name: 'loop stalled (histogram of 1 ms)', samples: stall }],
      remarks: [
        '',
        `10,000 orders read over HTTP and stored: ${(loaded / 1000).toFixed(1)} s; ${mine.length} stickers prefetched: ${(stickers / 1000).toFixed(1)} s.`,
        `While scanning, the poller asked for all orders' statuses every 5 s; intents left in the queue: ${waiting}.`
      ]
    }
  } finally {
    await station.close()
    await marketplace.close()
  }
}

function allStickered(station: Station): boolean {
  return [...station.core.bench.orders.all()].every(order => order.life === 'fresh' || order.sticker !== null)
}

/** Scans an item, its code if it has one, undoes that, puts the order aside: the decisions of a table, in their usual mix. */
async function scanAll(
  station: Station,
  show: (text: string) => void,
  things: readonly Thing[]
): Promise<{ readonly rows: readonly Row[]; readonly stall: readonly number[] }> {
  const timings = new Map<string, number[]>()
  let sent = 0
  // What a host does with a view: it becomes text for the page.
  station.on((name, payload) => {
    if (name === 'view') sent = JSON.stringify(payload).length
  })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const stall: number[] = []
  let scans = 0
  const scan = async (text: string, name: string) => {
    sent = 0
    const started = performance.now()
    show(text)
    const took = performance.now() - started
    if (sent === 0) throw new Error(`no view after ${name}`)
    timings.set(name, [...(timings.get(name) ?? []), took])
    timings.set('all scans', [...(timings.get('all scans') ?? []), took])
    scans++
    await wait(PAUSE_MS)
    stall.push(delay.max / 1e6)
    delay.reset()
  }
  for (const thing of things) {
    if (scans >= SCANS) break
    if (station.core.bench.table.orderId !== null) await scan(commandBarcode('skip'), 'command')
    await scan(thing.barcode, 'item')
    if (thing.markingCode === undefined) continue
    await scan(thing.markingCode, 'marking code')
    if (station.core.bench.table.question !== null) await scan(commandBarcode('no'), 'command')
    await scan(commandBarcode('undo'), 'command')
  }
  delay.disable()
  return { rows: [...timings].map(([name, samples]) => ({ name, samples })), stall }
}
