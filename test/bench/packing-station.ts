/** A process with one station and nothing else, so that its memory and its stalls are the station's own; `own-process.ts` starts it. */
import { performance } from 'node:perf_hooks'
import type { Bench } from '../../shared/domain/bench.ts'
import { methods } from '../../shared/contract/contract.ts'
import { marks } from '../../shared/domain/orders/order-marks.ts'
import { rulesFor } from '../../shared/domain/schemes/schemes.ts'
import { createHandlers } from '../../electron/station/methods/methods.ts'
import type { Station } from '../../electron/station/station.ts'
import { until } from '../support/until.ts'
import { createBenchScanner } from './devices.ts'
import { fileThings, packingWork, type Packed, type TakenIn, type Work } from './packing-work.ts'
import { measureIntake } from './intake.ts'
import { measureScans } from './scans.ts'
import { watchStalls } from './stall.ts'
import type { Stalls } from './stall.ts'
import { startStation } from './station.ts'
import { percentile } from './table.ts'

const PATIENCE_MS = 1_200_000
const MEMORY_EVERY_MS = 20
/** In these everything runs for the first time: V8 has yet to compile it, and the first round of news comes in. */
const COLD_SCANS = 100
/** What `useOrdersInSight` of the page asks for on a screen of usual height. */
const IN_SIGHT = methods['orders.list'].input.parse({ lives: null, supplyId: null, search: '', offset: 0, limit: 50 })
/** Orders of one supply: with all of 100,000 in one, making it ready takes longer than everything that is measured. */
const SUPPLY_MOST = 10_000

const work = packingWork.parse(JSON.parse(process.argv[2] ?? 'null'))
const scanner = createBenchScanner()
process.send?.(
  await (work.kind === 'takeIn'
    ? takeIn(work)
    : work.kind === 'pack'
      ? pack(work)
      : measureIntake({ ...work, scanner }))
)
await scanner.close()
process.disconnect?.()

/** All orders come in; the oldest go into supplies until there is enough to pack, and every sticker of theirs is fetched ahead. */
async function takeIn({
  dataDirectory,
  url,
  token,
  orders,
  units
}: Extract<Work, { kind: 'takeIn' }>): Promise<TakenIn> {
  const station = await startStation({ dataDirectory, url, token, scanner, pace: 'unlimited' })
  const { core } = station
  await until('the orders', () => core.bench.orders.size === orders, PATIENCE_MS)
  let packable = 0
  while (packable < Math.min(units, orders)) {
    const orderIds = oldestOfAKind(core.bench)
    station.act({ kind: 'claim', orderIds, supply: { kind: 'new', name: '' } })
    packable += orderIds.length
    await until('the supply', () => station.view().network.waiting === 0, PATIENCE_MS)
  }
  await until('the stickers', () => core.bench.orders.count(marks.sticker(null)) === 0, PATIENCE_MS)
  // All of the first supply's before any of the next.
  const supplies = [...core.bench.supplies.values()].toSorted((a, b) => a.createdAt - b.createdAt)
  const inOrder = supplies.flatMap(({ id }) => core.bench.orders.ofSupply(id).slice(0, units))
  const supply = core.bench.orders.supplyTally(supplies[0]?.id ?? '').all
  await station.close()
  return { orderIds: inOrder.slice(0, units).map(({ facts }) => facts.id), supply }
}

/** New orders that may share a supply, the oldest of all among them: a supply of a very large warehouse at most. */
function oldestOfAKind({ orders }: Bench): readonly number[] {
  const { first } = orders.marked(marks.isNew)
  if (first === undefined) throw new Error('bench: nothing new is left, give it more orders')
  const alike = orders.marked(marks.newOfKind(rulesFor(first).kindOf(first)))
  return alike.slice(0, SUPPLY_MOST).map(({ facts }) => facts.id)
}

/** Starts on what `takeIn` left, then packs; the first half with the packing screen alone, the second with the orders screen open beside it. */
async function pack({ dataDirectory, url, token, things, scans }: Extract<Work, { kind: 'pack' }>): Promise<Packed> {
  const units = await fileThings(things)
  const [began, before] = [performance.now(), process.threadCpuUsage()]
  const station = await startStation({ dataDirectory, url, token, scanner, pace: 'unlimited' })
  JSON.stringify(station.view())
  const { user, system } = process.threadCpuUsage(before)
  const coldStart = { clock: performance.now() - began, own: (user + system) / 1000 }
  let memory = 0
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), MEMORY_EVERY_MS)
  const coldEnd = watchStalls()
  const cold = await measureScans({ station, scanner, things: units, scans: COLD_SCANS })
  const coldStalls = longest(coldEnd())
  const stallsEnd = watchStalls()
  const alone = await measureScans({ station, scanner, things: units, scans })
  const stalls = longest(stallsEnd())
  const lists = showOrders(station)
  const beside = await measureScans({ station, scanner, things: units, scans })
  clearInterval(watch)
  await station.close()
  return {
    coldStart,
    memory: memory / 1e6,
    stalls,
    coldStalls,
    cold: [...cold.all],
    alone: [...alone.all],
    own: [...alone.own],
    byKind: [...alone.byKind].map(([kind, samples]) => ({ kind, samples: [...samples] })),
    beside: [...beside.all],
    lists
  }
}

function longest({ clock, own }: Stalls): Packed['stalls'] {
  return { clock, own: percentile(own, 1) }
}

/** What an orders screen in sight asks for whenever orders change; how long the station's thread works on each (ms of CPU). */
function showOrders(station: Station): number[] {
  const handlers = createHandlers(station)
  const took: number[] = []
  station.on((name, payload) => {
    if (name !== 'lists' || !('topics' in payload) || payload.topics?.includes('orders') !== true) return
    setImmediate(() => {
      const before = process.threadCpuUsage()
      void Promise.resolve(handlers['orders.list'](IN_SIGHT)).then(page => {
        JSON.stringify(page)
        const { user, system } = process.threadCpuUsage(before)
        took.push((user + system) / 1000)
      })
    })
  })
  return took
}
