import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startMarketplace } from './marketplace/marketplace.ts'

/** `npm run practice -- --port 8080 --seed 7 --orders 50 --dbs 5 --pickup 5 --seller abroad --sandbox --edition both --limits off` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    seed: { type: 'string', default: '1' },
    orders: { type: 'string', default: '30' },
    dbs: { type: 'string', default: '10' },
    pickup: { type: 'string', default: '10' },
    sandbox: { type: 'boolean', default: false },
    seller: { type: 'string', default: 'russian' },
    limits: { type: 'string', default: 'real' },
    edition: { type: 'string', default: 'by-date' }
  }
})

const count = z.coerce.number().int().min(0).max(10_000)

const { edition, dbs, pickup, ...options } = z
  .object({
    port: z.coerce.number().int().min(0).max(65_535),
    seed: z.coerce.number().int().min(0),
    orders: count,
    dbs: count,
    pickup: count,
    sandbox: z.boolean(),
    seller: z.enum(['russian', 'abroad']),
    limits: z.enum(['real', 'off']),
    edition: z.enum(['by-date', 'both', 'seed', 'successor'])
  })
  .parse(values)

const marketplace = await startMarketplace({
  ...options,
  packs: true,
  dbsOrders: dbs,
  pickupOrders: pickup,
  ...(edition !== 'by-date' && { edition }),
  now: () => Date.now(),
  monotonic: () => performance.now()
})

process.stdout.write(`Practice marketplace: ${marketplace.url}\nToken: ${marketplace.token}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void marketplace.close())
