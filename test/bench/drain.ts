import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startMarketplaceInWorker } from '../../electron/practice/marketplace-in-worker.ts'
import { createBenchScanner } from './devices.ts'
import { startStation } from './station.ts'

const faultsUrl = (url: string) => `${url}/practice/faults`
const requestsSchema = z.array(z.object({ method: z.string(), path: z.string(), status: z.number() }))
/** One every 60 ms, and the first twenty at once (the limits of setting metadata). */
const IDEAL = { everyMs: 60, atOnce: 20 }

/** A line about a queue of codes sent within the marketplace's real limits after an outage. */
export async function measureDrain(parts: {
  readonly folder: string
  readonly worker: URL
  readonly codes: number
}): Promise<string> {
  const { folder, worker, codes } = parts
  const marketplace = await startMarketplaceInWorker(worker, { seed: 6, orders: 0, seller: 'abroad' })
  const { url, token } = marketplace
  const post = (path: string, body: object) => fetch(path, { method: 'POST', body: JSON.stringify(body) })
  await post(`${url}/practice/orders`, { count: codes, article: 'one-ring-7548' })
  const scanner = createBenchScanner()
  const dataDirectory = mkdtempSync(join(folder, 'drain-'))
  const station = await startStation({ dataDirectory, url, token, scanner, pace: 'real' })
  const wait = async (test: () => boolean) => {
    while (!test()) await new Promise(resolve => setTimeout(resolve, 10))
  }
  try {
    await wait(() => station.view().counts.fresh === codes)
    station.scan('VRSTK-NEW-SUPPLY')
    await wait(() => station.view().network.waiting === 0)
    await post(faultsUrl(url), { away: true })
    await wait(() => station.view().network.kind === 'offline')
    const things = z.array(z.object({ barcode: z.string(), orderId: z.number(), uin: z.string() }))
    const units = things.parse(await (await fetch(`${url}/practice/things`)).json())
    for (const { orderId, uin } of units) {
      station.act({ kind: 'takeOrder', orderId })
      station.scan(station.core.bench.orders.get(orderId)?.facts.skus[0] ?? '')
      station.scan(uin)
      station.scan('VRSTK-SKIP')
    }
    const waiting = station.view().network.waiting
    await post(faultsUrl(url), { away: false })
    station.retryNow()
    await wait(() => station.view().network.kind === 'online')
    const began = performance.now()
    await wait(() => station.view().network.waiting === 0)
    const seconds = (performance.now() - began) / 1000
    const requests = requestsSchema.parse(await (await fetch(`${url}/practice/requests`)).json())
    const puts = requests.filter(({ method, status }) => method === 'PUT' && status === 204).length
    const overrun = requests.filter(({ status }) => status === 429).length
    const ideal = (Math.max(0, waiting - IDEAL.atOnce) * IDEAL.everyMs) / 1000
    return `A queue of ${waiting} codes after an outage: ${seconds.toFixed(1)} s (limits allow ${ideal.toFixed(1)} s), ${puts} set, ${overrun} × 429`
  } finally {
    await station.close()
    await scanner.close()
    await marketplace.close()
  }
}
