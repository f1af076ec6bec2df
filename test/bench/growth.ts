import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startMarketplaceInWorker } from '../../electron/practice/marketplace-in-worker.ts'
import { inOwnProcess } from './own-process.ts'
import { packed, takenIn } from './packing-work.ts'
import type { Packed } from './packing-work.ts'
import { idleStalls } from './stall.ts'
import { percentile, table } from './table.ts'

/** Promised at the largest number of orders (ms, MB), and how much longer a decision may take there than at the smallest. */
const PROMISE = { p50: 2, p99: 15, growth: 1.5, stall: 20, start: 1500, memory: 500, list: 1 }

const thing = z.looseObject({ orderId: z.number() })

interface Measured extends Packed {
  readonly orders: number
}

/** Prints decisions, starts, stalls and memory at each of these numbers of open orders, and what was promised. */
export async function measureGrowth(parts: {
  readonly folder: string
  readonly worker: URL
  readonly sizes: readonly number[]
  readonly scans: number
  /** What one row on disk takes here (ms). */
  readonly rowMs: number
}): Promise<void> {
  const { sizes, rowMs: _rowMs, ...rest } = parts
  const all: Measured[] = []
  for (const orders of sizes) {
    const { supply, ...measured } = await measureSize({ ...rest, orders })
    all.push({ ...measured, orders })
    const kinds = measured.byKind.map(({ kind, samples }) => ({ name: `· ${kind}`, samples }))
    console.log(
      table(`${orders} open orders, ${supply} of them in the supply on the table, news every 5 s (ms)`, [
        { name: 'last byte of a scan → view sent', samples: measured.alone },
        { name: '· in the first scans after the start', samples: measured.cold },
        { name: 'the station’s own work in it', samples: measured.own },
        ...kinds,
        { name: 'with the orders screen open', samples: measured.beside },
        { name: 'the station’s own work on what it asks for', samples: measured.lists }
      ]) +
        `\nlongest stall ${stretchText(measured.stalls)}, in the first scans after the start ${stretchText(measured.coldStalls)};` +
        ` start to the first view ${stretchText(measured.coldStart)}; memory ${measured.memory.toFixed(0)} MB`
    )
  }
  for (const line of verdicts(all, (await idleStalls(2000)).clock, parts.rowMs)) console.log(line)
}

function stretchText({ clock, own }: Packed['stalls']): string {
  return `${clock.toFixed(1)} ms, ${own.toFixed(1)} ms of it own work`
}

/**
 * `idle`: the longest stall of a thread that has nothing to do, `rowMs` what a row on disk takes (ms): where the machine alone
 * takes half of what is promised, own work is judged instead of the clock.
 */
function verdicts(all: readonly Measured[], idle: number, rowMs: number): readonly string[] {
  const [least, most] = [all[0], all.at(-1)]
  if (least === undefined || most === undefined) return []
  const isBusy = idle > PROMISE.stall / 2 || rowMs > PROMISE.p50 / 2
  const what = isBusy ? 'own work' : 'by the clock'
  const decision = ({ alone, own }: Measured, share: number) => percentile(isBusy ? own : alone, share)
  const rows: readonly (readonly [string, number, number])[] = [
    [`a decision, p50, ${what} (ms)`, decision(most, 0.5), PROMISE.p50],
    [`a decision, p99, ${what} (ms)`, decision(most, 0.99), PROMISE.p99],
    [`p50 against ${least.orders} orders, ${what}`, decision(most, 0.5) / decision(least, 0.5), PROMISE.growth],
    [`longest stall, ${what} (ms)`, isBusy ? most.stalls.own : most.stalls.clock, PROMISE.stall],
    [`start to the first view, ${what} (ms)`, isBusy ? most.coldStart.own : most.coldStart.clock, PROMISE.start],
    ['memory (MB)', most.memory, PROMISE.memory],
    ['an open orders screen, own work, average (ms)', average(most.lists), PROMISE.list]
  ]
  return [
    `\nPromised at ${most.orders} open orders (a thread that has nothing to do is held for ${idle.toFixed(0)} ms here):`,
    ...rows.map(
      ([name, value, bound]) =>
        `${value <= bound ? 'kept    ' : 'NOT KEPT'} ${name}: ${value.toFixed(2)}, at most ${bound}`
    )
  ]
}

/** Short work is told in ticks of the system's own: none for most of it, more for some. */
function average(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / Math.max(1, samples.length)
}

async function measureSize(parts: {
  readonly folder: string
  readonly worker: URL
  readonly orders: number
  readonly scans: number
}): Promise<Packed & { readonly supply: number }> {
  const { worker, orders, scans } = parts
  const marketplace = await startMarketplaceInWorker(worker, { seed: 5, orders, limits: 'off', seller: 'abroad' })
  const dataDirectory = mkdtempSync(join(parts.folder, 'growth-'))
  const { url, token } = marketplace
  const place = { dataDirectory, url, token }
  try {
    // Each unit takes three scans and more; measured twice.
    const { orderIds, supply } = takenIn.parse(await inOwnProcess({ kind: 'takeIn', ...place, orders, units: scans }))
    const units = z.array(thing).parse(await (await fetch(`${url}/practice/things`)).json())
    const byOrder = new Map(units.map(unit => [unit.orderId, unit]))
    const things = join(dataDirectory, 'things.json')
    writeFileSync(things, JSON.stringify(orderIds.flatMap(id => byOrder.get(id) ?? [])))
    return { ...packed.parse(await inOwnProcess({ kind: 'pack', ...place, things, scans })), supply }
  } finally {
    await marketplace.close()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
