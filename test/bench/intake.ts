import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { BenchScanner } from './devices.ts'
import { idleStalls, watchStalls } from './stall.ts'
import { startStation } from './station.ts'
import { percentile } from './table.ts'

/** Promised for 100,000 new orders on two cores. */
const PROMISE_MS = 60_000
const PROMISE_STALL_MS = 20

const started = z.object({ url: z.string(), megabytes: z.number() })

/** How a station takes in very many new orders; `oddIn`: every so many of them can't be read, 0 for none. */
export async function measureIntake(parts: {
  readonly folder: string
  readonly orders: number
  readonly oddIn: number
  readonly token: string
  readonly scanner: BenchScanner
}): Promise<string> {
  const { orders, oddIn, token, scanner } = parts
  const folder = mkdtempSync(join(parts.folder, 'intake-'))
  const server = new Worker(new URL('long-list-server.ts', import.meta.url), { workerData: { orders, oddIn } })
  const [message]: unknown[] = await once(server, 'message')
  const { url, megabytes } = started.parse(message)
  const odd = oddIn === 0 ? 0 : Math.ceil(orders / oddIn)
  const before = process.memoryUsage().rss
  let highest = before
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 50)
  const idle = await idleStalls(2000)
  const began = performance.now()
  const station = await startStation({ dataDirectory: folder, url, token, scanner, pace: 'real' })
  const stallsEnd = watchStalls()
  try {
    await new Promise<void>(resolve => {
      const stop = station.on((name, payload) => {
        if (name !== 'view' || !('counts' in payload) || payload.counts.fresh < orders - odd) return
        stop()
        resolve()
      })
    })
    const took = performance.now() - began
    const stalls = stallsEnd()
    const { counts, news } = station.view()
    const isRight = counts.fresh === orders - odd && news.oddOrders === odd
    if (!isRight) throw new Error(`${counts.fresh} orders and ${news.oddOrders} odd ones are shown`)
    // A machine that is busy with other things stalls every thread: then its own work alone can be judged.
    const stall = idle.clock > PROMISE_STALL_MS ? percentile(stalls.own, 1) : stalls.clock
    const kept = took <= PROMISE_MS && stall <= PROMISE_STALL_MS ? 'kept' : 'NOT KEPT'
    return [
      `${orders} new orders (${megabytes.toFixed(0)} MB of JSON), ${odd} of them odd: all in the view after ${(took / 1000).toFixed(1)} s;`,
      `longest stall ${stalls.clock.toFixed(1)} ms by the clock (${idle.clock.toFixed(1)} ms when idle);`,
      `own work at a stretch ${spread(stalls.own)}; collecting garbage ${spread(stalls.garbage)};`,
      `memory ${((highest - before) / 1e6).toFixed(0)} MB more at most; promised ${PROMISE_MS / 1000} s and ${PROMISE_STALL_MS} ms: ${kept}`
    ].join('\n')
  } finally {
    clearInterval(watch)
    await station.close()
    await server.terminate()
    rmSync(folder, { recursive: true, force: true })
  }
}

function spread(samples: readonly number[]): string {
  const [middle, high, longest] = [0.5, 0.99, 1].map(share => percentile(samples, share).toFixed(1))
  return `${middle} ms (p50), ${high} (p99), ${longest} (longest)`
}
