import { expect, test } from 'vitest'
import { startMarketplaceInWorker } from '../../../electron/practice/marketplace-in-worker.ts'

const WORKER = new URL('../../../electron/practice/marketplace-worker.ts', import.meta.url)

test('a worker serves the API and its control, and is gone when closed', async () => {
  const marketplace = await startMarketplaceInWorker(WORKER, { seed: 3, orders: 4, limits: 'off' })
  const fresh = await fetch(`${marketplace.url}/api/v3/orders/new`, { headers: { Authorization: marketplace.token } })
  expect(await fresh.json()).toMatchObject({ orders: [{}, {}, {}, {}] })
  const things = await fetch(`${marketplace.url}/practice/things`)
  expect(await things.json()).toHaveLength(4)
  await marketplace.close()
  await expect(fetch(`${marketplace.url}/ping`)).rejects.toThrow()
})

test('a worker that can not start says so', async () => {
  await expect(startMarketplaceInWorker(WORKER, { seed: 3, orders: 4, port: -1 })).rejects.toThrow(/port/)
})
