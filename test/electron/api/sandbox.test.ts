import { expect, onTestFinished, test } from 'vitest'
import { createCaller } from '../../../electron/api/wire/caller.ts'
import { createMarketplaceClient } from '../../../electron/api/client.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { sandboxLevers } from '../../../electron/api/operations/sandbox.ts'
import { createSandboxClient } from '../../../electron/api/sandbox.ts'
import { createTransport } from '../../../electron/api/wire/transport.ts'
import { startMarketplace } from '../../../electron/practice/marketplace/marketplace.ts'
import type { Reply } from '../../../electron/station/ports/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { letRun } from './practice.ts'

async function open() {
  const clock = createVirtualClock(Date.UTC(2026, 9, 10, 9))
  const marketplace = await startMarketplace({
    seed: 7,
    orders: 0,
    now: clock.now,
    monotonic: clock.monotonic,
    sandbox: true
  })
  const transport = createTransport(marketplace.url, () => marketplace.token)
  onTestFinished(async () => {
    await transport.close()
    await marketplace.close()
  })
  const limiter = createLimiter({ clock })
  const call = createCaller({ transport, limiter, clock, log: quietLog, oneGroup: 'sandbox' })
  const levers = createSandboxClient(call)
  const client = createMarketplaceClient({
    url: marketplace.url,
    token: marketplace.token,
    clock,
    log: quietLog,
    edition: 'auto',
    limiter
  })
  onTestFinished(() => client.close())
  const must = async <T>(work: Promise<Reply<T>>): Promise<T> => {
    // A request a second, over all methods.
    await clock.advance(1100)
    const reply = await letRun(clock, work)
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  return { clock, control: marketplace.control, levers, client, must }
}

test('the levers make orders by barcode and do what buyers and pickup points do', async () => {
  const { control, levers, client, must } = await open()
  const [sample = 0] = control.addOrders(1, { article: 'mug-enamel-350' })
  const sku = control.state().orders.find(({ id }) => id === sample)?.skus[0] ?? ''
  control.clearRequests()
  await must(levers.make('fbs', [{ sku, amount: 4 }]))
  await must(levers.make('dbs', [{ sku, amount: 1, deliveryType: 'edbs' }]))
  await must(levers.make('pickup', [{ sku, amount: 1 }]))
  const { orders, dbsOrders, pickupOrders } = control.state()
  const [, taken = 0, left = 0, spoilt = 0, declined = 0] = orders.map(({ id }) => id)
  expect(dbsOrders[0]?.deliveryType).toBe('edbs')
  await must(levers.decline('fbs', declined))
  await must(levers.decline('dbs', dbsOrders[0]?.id ?? 0))
  await must(levers.decline('pickup', pickupOrders[0]?.id ?? 0))
  await must(levers.spoil(spoilt))
  const remoteId = (await must(client.send({ kind: 'createSupply', name: 'Wave 1' }))).remoteId ?? ''
  await must(client.send({ kind: 'addToSupply', remoteId, orderIds: [taken, left] }))
  await must(levers.close(remoteId, [taken, left]))
  for (const id of [taken, left]) await must(levers.deliver(id))
  await must(levers.receive(taken, '123456'))
  await must(levers.reject(left, '123456'))
  const after = new Map(control.state().orders.map(({ id, wbStatus }) => [id, wbStatus]))
  expect([taken, left, spoilt, declined].map(id => after.get(id))).toEqual([
    'sold',
    'canceled_by_client',
    'defect',
    'declined_by_client'
  ])
  const called = control.requests().filter(({ path }) => path.startsWith('/api/v3/test/'))
  const used = Object.values(sandboxLevers).map(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    const statuses = called.filter(one => one.method === method && pattern.test(one.path)).map(({ status }) => status)
    return `${method} ${path} ${[...new Set(statuses)].join(' ')}`
  })
  expect(used.filter(line => !line.endsWith(' 204'))).toEqual([])
  process.stdout.write(`${used.map(line => `sandbox   ${line}`).join('\n')}\n`)
})

test('a barcode that no product has makes nothing', async () => {
  const { control, levers, clock } = await open()
  await clock.advance(1100)
  const reply = await letRun(clock, levers.make('fbs', [{ sku: '1', amount: 1 }]))
  expect(reply).toMatchObject({ kind: 'refused', code: 'NotFound' })
  expect(control.state().orders).toEqual([])
})

test('the production host has no levers', async () => {
  const { client } = await open()
  expect(client.sandbox).toBeNull()
})
