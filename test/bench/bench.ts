/** `npm run bench`: how long a packer waits for an answer with many open orders, beside what this machine makes of time and disk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { makePracticeToken } from '../../electron/practice/marketplace/http/token.ts'
import { measureDrain } from './drain.ts'
import { measureGrowth } from './growth.ts'
import { limitsLine, runLimits } from './limits.ts'
import { measureNoise } from './noise.ts'
import { inOwnProcess } from './own-process.ts'
import { measurePage } from './page.ts'
import { percentile, table } from './table.ts'

const { values } = parseArgs({
  options: {
    /** Open orders: a table for each. */
    orders: { type: 'string', default: '1000,10000,100000' },
    scans: { type: 'string', default: '1000' },
    /** One part alone: `growth`, `many`, `drain`, `limits` or `page`. */
    only: { type: 'string' },
    /** New orders of a seller with very many. */
    many: { type: 'string', default: '100000' },
    /** Codes in a queue that is sent within the marketplace's real limits. */
    drain: { type: 'string', default: '200' }
  }
})
const count = z.coerce.number().int().min(1)
const counts = z
  .string()
  .transform(text => text.split(','))
  .pipe(z.array(z.coerce.number<string>().int().min(1)).min(1))
const parts = z.enum(['growth', 'many', 'drain', 'limits', 'page'])
const only = parts.optional().parse(values.only)
const {
  orders: sizes,
  scans,
  many,
  drain
} = z.object({ orders: counts, scans: count, many: count, drain: count }).parse(values)

const folder = mkdtempSync(join(tmpdir(), 'verstak-bench-'))
const worker = new URL('distant-marketplace.ts', import.meta.url)

function wanted(part: z.infer<typeof parts>): boolean {
  return only === undefined || only === part
}

async function measureMany(): Promise<void> {
  const token = makePracticeToken(5, Date.now())
  for (const oddIn of [0, 100]) {
    const told = await inOwnProcess({ kind: 'intake', folder, orders: many, oddIn, token })
    console.log(`\n${z.string().parse(told)}`)
  }
}

async function measureLimits(): Promise<void> {
  for (const edition of ['seed', 'successor'] as const) console.log(limitsLine(await runLimits(edition, 1000, 0.01)))
}

try {
  const load = loadavg().map(value => value.toFixed(1))
  console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? '?'}, load ${load.join(' ')}`)
  const noise = await measureNoise(folder)
  console.log(table('The machine’s own noise (ms)', noise))
  const rowMs = percentile(noise.at(-1)?.samples ?? [], 0.5)
  if (wanted('growth')) await measureGrowth({ folder, worker, sizes, scans, rowMs })
  if (wanted('many')) await measureMany()
  if (wanted('drain')) console.log(`\n${await measureDrain({ folder, worker, codes: drain })}`)
  if (wanted('limits')) await measureLimits()
  if (wanted('page')) console.log(await measurePage({ folder, worker, orders: many }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
