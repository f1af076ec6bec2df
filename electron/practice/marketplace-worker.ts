import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { startMarketplace } from './marketplace/marketplace.ts'

/** The marketplace in a thread of its own: `workerData` holds the options, `{url, token}` goes back; any message closes it. */
const optionsSchema = z.object({
  seed: z.number(),
  orders: z.number(),
  dbsOrders: z.number().exactOptional(),
  pickupOrders: z.number().exactOptional(),
  port: z.number().exactOptional(),
  token: z.string().exactOptional(),
  sandbox: z.boolean().exactOptional(),
  seller: z.enum(['russian', 'abroad']).exactOptional(),
  limits: z.enum(['real', 'off']).exactOptional(),
  edition: z.enum(['both', 'seed', 'successor']).exactOptional()
})

const marketplace = await startMarketplace({
  ...optionsSchema.parse(workerData),
  packs: true,
  now: () => Date.now(),
  monotonic: () => performance.now()
})

parentPort?.once('message', () => {
  void marketplace.close().then(() => parentPort?.close())
})
parentPort?.postMessage({ url: marketplace.url, token: marketplace.token })
