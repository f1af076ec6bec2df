import { expect, test } from 'vitest'
import { slopeOf, soak } from '../soak/soak.ts'

/** Of virtual time, at the same pace as the long run, `npm run soak`. */
const MINUTES = Number(process.env['VERSTAK_SOAK_MINUTES'] ?? 3)
const LOOK_EVERY = Number(process.env['VERSTAK_SOAK_LOOK_EVERY'] ?? 1)
const ORDERS_A_MINUTE = Number(process.env['VERSTAK_SOAK_ORDERS'] ?? 40)
const TIMES = 8

/** Memory for an order that is over, which stays for a week (bytes); a short run sees little but compiled code and caches. */
const SLOPE_MOST = MINUTES < 60 ? 40_000 : 10_000
/** Pages of SQLite until they are folded into the file, and what comes while that is done. */
const WAL_MOST = 4 * 1024 * 1024
/** Two files of the log. */
const LOG_MOST = 2 * 5_100_000

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

test('P10: through the hours memory, handles, listeners, log and write-ahead log stay within their bounds', async () => {
  const looks = await soak(
    { minutes: MINUTES, ordersAMinute: ORDERS_A_MINUTE, times: TIMES, lookEvery: LOOK_EVERY },
    look => {
      const { minute, orders, heap, resident, handles, listeners, log, wal } = look
      process.stdout.write(
        `${minute.toFixed(0).padStart(4)} min ${String(orders).padStart(6)} orders, heap ${megabytes(heap)} MB, process ${megabytes(resident)} MB, ${handles} handles, ${listeners} listeners, log ${megabytes(log)} MB, WAL ${megabytes(wal)} MB\n`
      )
    }
  )
  const slope = slopeOf(looks)
  process.stdout.write(`${(slope / 1000).toFixed(1)} KB of memory for each order that is over\n`)
  const [first] = looks
  expect(looks).toHaveLength(Math.floor(MINUTES / LOOK_EVERY))
  expect(looks.at(-1)?.orders).toBe(MINUTES * ORDERS_A_MINUTE)
  expect(slope).toBeLessThan(SLOPE_MOST)
  for (const look of looks) {
    expect(look.handles).toBeLessThan((first?.handles ?? 0) + 8)
    expect(look.listeners).toBe(first?.listeners)
    expect(look.warnings).toBe(0)
    expect(look.log).toBeLessThan(LOG_MOST)
    expect(look.wal).toBeLessThan(WAL_MOST)
  }
})
