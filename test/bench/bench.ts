/** `npm run bench`: how long a packer waits for an answer with many open orders, beside what this machine makes of time and disk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startMarketplaceInWorker } from '../../electron/practice/marketplace-in-worker.ts'
import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'
import { keepPausesSmall } from '../../electron/small-pauses.ts'
import type { Station } from '../../electron/station/station.ts'
import { until } from '../support/until.ts'
import { createBenchScanner } from './devices.ts'
import { measureDrain } from './drain.ts'
import { measureIntake } from './intake.ts'
import { limitsLine, runLimits } from './limits.ts'
import { measureNoise } from './noise.ts'
import { measureScans } from './scans.ts'
import { startStation } from './station.ts'
import { percentile, table } from './table.ts'

/** A decision may take so long at the 99th percentile (ms). */
const PROMISE_MS = 50
const PATIENCE_MS = 300_000

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '10000' },
    scans: { type: 'string', default: '2000' },
    /** New orders of a seller with very many. */
    many: { type: 'string', default: '100000' },
    /** Codes in a queue that is sent within the marketplace's real limits. */
    drain: { type: 'string', default: '200' }
  }
})
const count = z.coerce.number().int().min(1)
const { orders, scans, many, drain } = z
  .object({ orders: count, scans: count, many: count, drain: count })
  .parse(values)

// As both hosts do.
keepPausesSmall()
const folder = mkdtempSync(join(tmpdir(), 'verstak-bench-'))
const worker = new URL('../../electron/practice/marketplace-worker.ts', import.meta.url)
const marketplace = await startMarketplaceInWorker(worker, { seed: 5, orders, limits: 'off', seller: 'abroad' })
const scanner = createBenchScanner()
const { url, token } = marketplace

function start(): Promise<Station> {
  return startStation({ dataDirectory: folder, url, token, scanner, pace: 'unlimited' })
}

/** All orders come in, and those of the oldest's kind go into a supply; every sticker is fetched ahead. */
async function takeIn(station: Station): Promise<void> {
  const all = () => [...station.core.bench.orders.all()]
  await until('the orders', () => station.core.bench.orders.size === orders, PATIENCE_MS)
  station.scan('VRSTK-NEW-SUPPLY')
  await until('the supply', () => station.view().network.waiting === 0, PATIENCE_MS)
  const hasAll = () => all().every(({ supplyId, sticker }) => supplyId === null || sticker !== null)
  await until('the stickers', hasAll, PATIENCE_MS)
}

/** The longest time in which the station's thread did nothing else while `work` ran (ms). */
async function stallDuring<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly stall: number }> {
  const monitor = monitorEventLoopDelay({ resolution: 1 })
  monitor.enable()
  const result = await work()
  monitor.disable()
  return { result, stall: monitor.max / 1e6 }
}

try {
  const load = loadavg().map(value => value.toFixed(1))
  console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? '?'}, load ${load.join(' ')}`)
  console.log(table('The machine’s own noise (ms)', await measureNoise(folder)))

  const first = await start()
  const intake = await stallDuring(() => takeIn(first))
  await first.close()

  const began = performance.now()
  const station = await start()
  station.view()
  const coldStart = performance.now() - began
  const things = (await (await fetch(`${url}/practice/things`)).json()) as Thing[]
  const scanning = await stallDuring(() => measureScans({ station, scanner, things, scans }))
  await station.close()

  const { all, byKind } = scanning.result
  const rows = [...byKind].map(([kind, samples]) => ({ name: `· ${kind}`, samples }))
  console.log(
    table(`Last byte of a scan → view sent, commit included, ${orders} open orders, news every 5 s (ms)`, [
      { name: 'every scan', samples: all },
      ...rows
    ])
  )
  const p99 = percentile(all, 0.99)
  const verdict = p99 <= PROMISE_MS ? 'kept' : 'NOT KEPT'
  console.log(`\n99th percentile ${p99.toFixed(2)} ms, promised at most ${PROMISE_MS} ms: ${verdict}`)
  console.log(
    `longest stall: ${scanning.stall.toFixed(1)} ms while packing, ${intake.stall.toFixed(1)} ms while taking in`
  )
  console.log(`start to the first view, database as large as that: ${coldStart.toFixed(0)} ms`)
  for (const oddIn of [0, 100]) console.log(`\n${await measureIntake({ folder, orders: many, oddIn, token })}`)
  console.log(`\n${await measureDrain({ folder, worker, codes: drain })}`)
  for (const edition of ['seed', 'successor'] as const) console.log(limitsLine(await runLimits(edition, 1000, 0.01)))
} finally {
  await scanner.close()
  await marketplace.close()
  rmSync(folder, { recursive: true, force: true })
}
