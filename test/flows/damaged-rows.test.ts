import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../electron/store/database.ts'
import { codeOf } from '../support/packer.ts'
import { claimRound, lifeOf as lifeAt, statusesOf } from '../support/scheme-rig.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

/** A byte flips in rows that a query finds, while the program is off: their texts stay good JSON. */
async function flip(rig: StationRig, sql: string): Promise<void> {
  await rig.stop()
  const [path = ''] = globSync('**/*.sqlite', { cwd: rig.dataDirectory })
  const database = openDatabase(join(rig.dataDirectory, path))
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0)
  database.close()
  await rig.start()
}

const ORDERS = 'UPDATE orders SET own = replace(own, \'"price":\', \'"pricf":\')'
const KINDS = 'UPDATE order_kinds SET body = replace(body, \'"cargoType":1\', \'"cargoType":3\')'
const LEADS = "UPDATE desk SET body = replace(body, 'pinHash', 'pinHasj') WHERE key = 'leads'"
const CODES = "UPDATE intents SET body = replace(body, 'setMeta', 'setMetb') WHERE body LIKE '%setMeta%'"

async function oneOrder(article: string) {
  const rig = await startRig({ orders: 0 })
  const [id = 0] = rig.marketplace.control.addOrders(1, { article })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.drained()
  return { rig, id, unit: rig.thing(id) }
}

const lifeOf = async (rig: StationRig, orderId: number) => (await rig.call('orders.get', { orderId }))?.order.life

test('a code whose wish was lost is looked up, sent, and its supply leaves', async () => {
  const { rig, id, unit } = await oneOrder('tshirt-basic-m-white')
  await rig.network.cut()
  await rig.pack(unit)
  await flip(rig, CODES)
  expect(rig.view().damagedRows).toBe(1)
  expect(await rig.call('damage.list')).toMatchObject([{ table: 'intents' }])
  await rig.network.mend()
  await rig.drained()
  const state = () => rig.marketplace.control.state().orders.find(order => order.id === id)
  expect(state()?.meta).toEqual({ sgtin: [codeOf(unit, 'sgtin')] })
  await rig.scan('VRSTK-SUPPLY-DONE')
  if (rig.view().feedback.face === 'ask') await rig.scan('VRSTK-YES')
  await rig.drained()
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])

  await rig.call('damage.seen')
  expect(rig.view().damagedRows).toBe(0)
  await rig.stop()
  await rig.start()
  expect(rig.view().damagedRows).toBe(0)
})

test('with the leads’ row damaged nothing is everybody’s: the seller alone sets a new PIN', async () => {
  const rig = await startRig({ orders: 0 })
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  await rig.call('lead.setPin', { packerId: '7', pin: '73915264' })
  await flip(rig, LEADS)
  expect(rig.view()).toMatchObject({ hasLead: true, damagedRows: 1 })
  for (let starts = 0; starts < 2; starts += 1) {
    expect(await rig.call('lead.enter', { pin: '73915264' })).toEqual({ kind: 'wrong' })
    for (const [name, input] of [
      ['settings.set', { scanBack: false }],
      ['lead.setPin', { packerId: '7', pin: '1111' }]
    ] as const) {
      expect(await rig.invoke(name, input), name).toMatchObject({ error: { kind: 'needsLead' } })
    }
    await rig.stop()
    await rig.start()
  }
  expect(await rig.call('account.connect', { token: rig.vault.token ?? '', keep: 'always' })).toMatchObject({
    kind: 'ok'
  })
  expect(await rig.call('lead.setPin', { packerId: '7', pin: '1111' })).toBe('ok')
  await rig.stop()
  await rig.start()
  expect(await rig.call('lead.enter', { pin: '1111' })).toMatchObject({ kind: 'in' })
})

test.each([
  ['what is its own', ORDERS],
  ['what it has alike with others', KINDS]
])('a packed order of which %s can’t be read stays packed: no second sticker, no second code', async (_, sql) => {
  const { rig, id, unit } = await oneOrder('tshirt-basic-m-white')
  await rig.pack(unit)
  await rig.drained()
  await flip(rig, sql)
  await rig.refresh('the list', () => true)
  expect(await lifeOf(rig, id)).toBe('packed')
  expect((await rig.call('damage.list')).map(({ table, key }) => `${table} ${key}`)).toEqual([`orders ${id}`])
  expect((await rig.scan(unit.barcode)).feedback.face).toBe('refused')
  expect((await rig.scan(codeOf(unit, 'sgtin'))).feedback.face).toBe('refused')
  await rig.drained()
  expect(rig.printer.labels).toHaveLength(1)
  const page = await rig.call('orders.get', { orderId: id })
  expect(page?.order).toMatchObject({ article: 'tshirt-basic-m-white', price: expect.any(Number) })
  expect(page?.codes).toMatchObject([{ key: 'sgtin', values: [codeOf(unit, 'sgtin')], state: 'accepted' }])
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
})

test('P9: an order that lost its row with a code on it is gone on with by that very code', async () => {
  const { rig, id, unit } = await oneOrder('vitamin-d3-60')
  await rig.scan(unit.barcode)
  await rig.scan(codeOf(unit, 'sgtin'))
  await rig.scan('VRSTK-SKIP')
  await flip(rig, ORDERS)
  await rig.refresh('the list', () => true)
  const { feedback, order } = await rig.scan(codeOf(unit, 'sgtin'))
  expect(order?.id).toBe(id)
  expect(feedback.message).toMatchObject({ code: 'scanCode', key: 'expiration' })
  expect(await rig.pack(unit)).toBe(id)
  await rig.drained()
  expect(rig.marketplace.control.state().orders.find(one => one.id === id)?.meta.sgtin).toEqual([codeOf(unit, 'sgtin')])
  expect(rig.printer.labels).toHaveLength(1)
})

test('a label whose job was lost is printed when its packer asks for it', async () => {
  const { rig, id, unit } = await oneOrder('one-ring-7548')
  rig.printer.setFault('paperOut')
  await rig.scan(unit.barcode)
  await rig.scan(codeOf(unit, 'uin'))
  await flip(rig, 'UPDATE jobs SET body = replace(body, \'"seq":\', \'"sep":\')')
  rig.printer.setFault(null)
  expect((await rig.call('damage.list')).map(({ table }) => table)).toContain('jobs')
  expect(rig.view().feedback.message).toEqual({ code: 'scanPrintCommand' })
  await rig.scan('VRSTK-PRINT')
  expect(await rig.pack(unit, { answer: () => 'VRSTK-YES' })).toBe(id)
  expect(rig.printer.labels).toHaveLength(1)
})

test('a supply that can’t be read keeps its orders and its number at the marketplace', async () => {
  const { rig, id, unit } = await oneOrder('one-ring-7548')
  const remoteId = rig.marketplace.control.state().supplies[0]?.id
  await flip(rig, "UPDATE supplies SET body = replace(body, 'remoteId', 'remoteIe')")
  expect((await rig.call('supplies.list')).map(supply => supply.remoteId)).toEqual([remoteId])
  await rig.scan(unit.barcode)
  expect(await rig.pack(unit)).toBe(id)
  await rig.drained()
  expect(rig.marketplace.control.state().supplies).toHaveLength(1)
})

test.each([
  ['the orders’ own', ORDERS],
  ['what they have alike', KINDS],
  ['the round', 'UPDATE rounds SET body = replace(body, \'"createdAt":\', \'"createdAs":\')']
])('a round goes on and leaves though %s can’t be read', async (_, sql) => {
  const { rig, ids } = await claimRound('successor', 'dbs', 'mug-enamel-350', 'lamp-clip-01')
  const [packed = 0, other = 0] = ids
  expect(await rig.pack(rig.thing(packed))).toBe(packed)
  expect(await rig.pack(rig.thing(other))).toBe(other)
  await rig.drained()
  await flip(rig, sql)
  expect((await rig.call('damage.list')).length).toBeGreaterThan(0)
  for (const id of ids) {
    expect(await lifeAt(rig, id)).toBe('packed')
    expect((await rig.call('orders.get', { orderId: id }))?.order.scheme.kind).toBe('dbs')
    expect((await rig.call('orders.get', { orderId: id }))?.sticker?.barcode).not.toBe('')
  }
  await rig.scan('VRSTK-SUPPLY-DONE')
  if (rig.view().feedback.face === 'ask') await rig.scan('VRSTK-YES')
  await rig.drained()
  expect(statusesOf(rig, ids)).toEqual(['deliver', 'deliver'])
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
})
