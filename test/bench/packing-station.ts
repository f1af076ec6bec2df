/** A process with one station and nothing else, so that its memory and its stalls are the station's own; `growth.ts` starts it. */
import { performance } from 'node:perf_hooks'
import { createHandlers } from '../../electron/station/methods/methods.ts'
import type { Station } from '../../electron/station/station.ts'
import { until } from '../support/until.ts'
import { createBenchScanner } from './devices.ts'
import { fileThings, packingWork, type Packed, type TakenIn, type Work } from './packing-work.ts'
import { measureScans } from './scans.ts'
import { watchStalls } from './stall.ts'
import { startStation } from './station.ts'
import { percentile } from './table.ts'

const PATIENCE_MS = 1_200_000
const MEMORY_EVERY_MS = 20

const work = packingWork.parse(JSON.parse(process.argv[2] ?? 'null'))
const scanner = createBenchScanner()
const result = work.kind === 'takeIn' ? await takeIn(work) : await pack(work)
await scanner.close()
process.send?.(result)
process.disconnect?.()

/** All orders come in; supplies are made until there is enough to pack, and every sticker of theirs is fetched ahead. */
async function takeIn({
  dataDirectory,
  url,
  token,
  orders,
  units
}: Extract<Work, { kind: 'takeIn' }>): Promise<TakenIn> {
  const station = await startStation({ dataDirectory, url, token, scanner, pace: 'unlimited' })
  await until('the orders', () => station.core.bench.orders.size === orders, PATIENCE_MS)
  const inSupplies = () => [...station.core.bench.orders.all()].filter(({ supplyId }) => supplyId !== null)
  while (inSupplies().length < Math.min(units, orders)) {
    station.scan('VRSTK-NEW-SUPPLY')
    await until('the supply', () => station.view().network.waiting === 0, PATIENCE_MS)
  }
  await until('the stickers', () => inSupplies().every(({ sticker }) => sticker !== null), PATIENCE_MS)
  const packable = inSupplies().toSorted((a, b) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id)
  const [first] = packable
  // All of the first supply's before any of the next.
  const inOrder = [...Map.groupBy(packable, ({ supplyId }) => supplyId).values()].flat()
  const supply = inOrder.filter(({ supplyId }) => supplyId === first?.supplyId).length
  await station.close()
  return { orderIds: inOrder.slice(0, units).map(({ facts }) => facts.id), supply }
}

/** Starts on what `takeIn` left, then packs; the first half with the packing screen alone, the second with the orders screen open beside it. */
async function pack({ dataDirectory, url, token, things, scans }: Extract<Work, { kind: 'pack' }>): Promise<Packed> {
  const units = await fileThings(things)
  const began = performance.now()
  const station = await startStation({ dataDirectory, url, token, scanner, pace: 'unlimited' })
  JSON.stringify(station.view())
  const coldStart = performance.now() - began
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), MEMORY_EVERY_MS)
  const stallsEnd = watchStalls()
  const alone = await measureScans({ station, scanner, things: units, scans })
  const stalls = stallsEnd()
  const lists = showOrders(station)
  const beside = await measureScans({ station, scanner, things: units, scans })
  clearInterval(watch)
  await station.close()
  return {
    coldStart,
    memory: memory / 1e6,
    stalls: { clock: stalls.clock, own: percentile(stalls.own, 1) },
    alone: [...alone.all],
    own: [...alone.own],
    byKind: [...alone.byKind].map(([kind, samples]) => ({ kind, samples: [...samples] })),
    beside: [...beside.all],
    lists
  }
}

/** What an orders screen in sight asks for whenever lists change; how long the station's thread works on each (ms). */
function showOrders(station: Station): number[] {
  const handlers = createHandlers(station)
  const took: number[] = []
  station.on(name => {
    if (name !== 'lists') return
    setImmediate(() => {
      const before = performance.now()
      const input = { lives: null, problems: false, supplyId: null, scheme: null, search: '', offset: 0, limit: 200 }
      void Promise.resolve(handlers['orders.list'](input)).then(page => {
        JSON.stringify(page)
        took.push(performance.now() - before)
      })
    })
  })
  return took
}
