import { expect, test } from 'vitest'
import { claimRound, leaveRound, lifeOf, meetBuyer, SCHEME_EDITIONS, statusesOf } from '../support/scheme-rig.ts'
import { until } from '../support/until.ts'

test.each(SCHEME_EDITIONS)(
  '%s edition: an end that the marketplace refused stays listed with its words until it is taken',
  async edition => {
    const { rig, ids } = await claimRound(edition, 'dbs', 'mug-enamel-350')
    const [orderId = 0] = ids
    await rig.pack(rig.thing(orderId))
    await leaveRound(rig)
    await until('the courier', () => statusesOf(rig, ids).join() === 'deliver')
    await rig.drained()
    expect(await rig.call('handovers.refused')).toEqual([])
    await rig.call('orders.handOver', { orderId, outcome: 'receive', code: 'wrong' })
    await until('the refusal', async () => (await rig.call('handovers.refused')).length === 1)
    expect(await rig.call('handovers.refused')).toMatchObject([{ orderId, scheme: 'dbs', outcome: 'receive' }])
    expect(rig.view().feedback.message).toMatchObject({ code: 'handoverRefused', orderId })
    await meetBuyer(rig, orderId, 'receive')
    await until('the end', () => statusesOf(rig, ids).join() === 'receive')
    await until('the empty list', async () => (await rig.call('handovers.refused')).length === 0)
    // Nobody is called to look at the refusal any more.
    await until('a calm queue', () => rig.view().network.attention === 0)
    expect(await rig.call('queue.list', { pending: true, offset: 0, limit: 10 })).toEqual([])
  }
)

test('a refused end that the portal shows as done is ended so by hand', async () => {
  const { rig, ids } = await claimRound('seed', 'dbs', 'mug-enamel-350')
  const [orderId = 0] = ids
  await rig.pack(rig.thing(orderId))
  await leaveRound(rig)
  await until('the courier', () => statusesOf(rig, ids).join() === 'deliver')
  await rig.drained()
  await rig.call('orders.handOver', { orderId, outcome: 'receive', code: 'wrong' })
  await until('the refusal', () => rig.view().network.attention === 1)
  const [row] = await rig.call('queue.list', { pending: true, offset: 0, limit: 10 })
  expect(await rig.call('queue.settle', { id: row?.id ?? '', as: 'done', reason: 'on the portal' })).toBe(true)
  expect(rig.view().network.attention).toBe(0)
  expect(await lifeOf(rig, orderId)).toBe('handed')
})
