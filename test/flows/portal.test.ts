import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

/** Longer than the practice marketplace takes to check a code. */
const CHECKED_MS = 5000

/** Somebody at the portal; what is done there the station only sees in lists. */
function portalOf(rig: StationRig) {
  const { url, token } = rig.marketplace
  async function call(method: string, path: string, body: object): Promise<unknown> {
    const headers = { authorization: token, 'content-type': 'application/json' }
    const reply = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return reply.status === 204 ? null : reply.json()
  }
  return {
    async newSupply(name: string): Promise<string> {
      await call('POST', '/api/v3/supplies', { name })
      return rig.marketplace.control.state().supplies.find(supply => supply.name === name)?.id ?? ''
    },
    move: (orderIds: readonly number[], supplyId: string) =>
      call('PATCH', `/api/marketplace/v3/supplies/${supplyId}/orders`, { orders: orderIds })
  }
}

/** The lists of everything are read at the start, and every so many polls. */
async function restart(rig: StationRig): Promise<void> {
  await rig.stop()
  await rig.start()
  await rig.when('it is online', ({ network }) => network.kind === 'online')
}

async function supplyNameOf(rig: StationRig, orderId: number): Promise<string | null> {
  return (await rig.call('orders.get', { orderId }))?.order.supplyName ?? null
}

async function rigWithSupply(count: number) {
  const rig = await startRig({ orders: 0 })
  const ids = rig.marketplace.control.addOrders(count, { article: 'mug-enamel-350' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === count)
  const supply = (await rig.scan('VRSTK-NEW-SUPPLY')).batch
  await rig.stickered(count)
  await rig.drained()
  return { rig, ids, name: supply?.name ?? '', portal: portalOf(rig) }
}

test('an order that was moved to another supply on the portal is followed there, off the table too', async () => {
  const { rig, ids, name, portal } = await rigWithSupply(3)
  const [first = 0, second = 0, third = 0] = ids
  const there = await portal.newSupply('at the portal')
  await portal.move([first, second], there)
  await rig.scan(rig.thing(first).barcode)
  expect(rig.view().order?.id).toBe(first)

  await restart(rig)
  await until('it is followed', async () => (await supplyNameOf(rig, first)) === 'at the portal')
  expect(await supplyNameOf(rig, second)).toBe('at the portal')
  expect(await supplyNameOf(rig, third)).toBe(name)
  expect(rig.view().order).toBeNull()
  expect(rig.view().feedback.message).toMatchObject({
    code: 'wrongSupply',
    orderId: first,
    supplyName: 'at the portal'
  })

  await rig.scan(there)
  expect(await rig.pack(rig.thing(first))).toBe(first)
  expect(await rig.pack(rig.thing(second))).toBe(second)
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  expect(rig.errors()).toEqual([])
})

test('an order that has to travel again is packed again: found by its list, or already put into a supply elsewhere', async () => {
  const { rig, ids, name, portal } = await rigWithSupply(2)
  const [listed = 0, moved = 0] = ids
  const { control } = rig.marketplace
  await rig.pack(rig.thing(listed))
  await rig.pack(rig.thing(moved))
  await rig.drained()
  rig.passTime(CHECKED_MS)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('it is in delivery', ({ feedback }) => feedback.message.code === 'supplyDelivered')
  await until('the QR label', () => rig.printer.labels.length === 3)
  expect((await rig.scan(rig.thing(listed).barcode)).feedback.message).toMatchObject({ code: 'alreadyPacked' })

  control.requireReshipment([listed, moved])
  const there = await portal.newSupply('second way')
  await portal.move([moved], there)
  await restart(rig)
  await until('both are back', async () => {
    const lives = await Promise.all(ids.map(async orderId => (await rig.call('orders.get', { orderId }))?.order.life))
    return lives[0] === 'fresh' && lives[1] === 'claimed'
  })
  expect(await supplyNameOf(rig, moved)).toBe('second way')

  // By the scanner alone, as with new ones.
  const again = (await rig.scan('VRSTK-NEW-SUPPLY')).batch
  expect(again?.name).not.toBe(name)
  expect(await rig.pack(rig.thing(listed))).toBe(listed)
  await rig.scan(there)
  expect(await rig.pack(rig.thing(moved))).toBe(moved)
  await rig.drained()
  const state = control.state()
  expect(state.orders.map(({ supplierStatus }) => supplierStatus)).toEqual(['confirm', 'confirm'])
  expect(rig.printer.labels).toHaveLength(5)
  expect(repeatedWrites(writesOf(control))).toEqual([])
  expect(rig.errors()).toEqual([])
})
