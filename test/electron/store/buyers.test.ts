import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BuyerPart, StorePort } from '../../../electron/station/ports/ports.ts'
import { createSeal } from '../../../electron/store/seal.ts'
import { createStore } from '../../../electron/store/store.ts'
import { newOrder } from '../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath } from './fixtures.ts'

const ADDRESS = 'г. Самара, Канареечная ул., 7, кв. 12'
const NAME = 'Канарейкина Ольга'
const PHONE = '+7 900 111-22-33'
const CODE = '48151623'

const PARTS: readonly BuyerPart[] = [
  { kind: 'delivery', orderId: 1, address: ADDRESS },
  { kind: 'contact', orderId: 1, name: NAME, dials: [{ phone: PHONE, code: CODE }] }
]
const KEPT = { address: ADDRESS, contact: { name: NAME, dials: [{ phone: PHONE, code: CODE }] } }

function open(path: string, secret: string, former: string | null = null): StorePort {
  const seals = { seal: createSeal(secret), former: former === null ? null : createSeal(former) }
  const store = createStore({ path, log: quietLog, seals })
  onTestFinished(() => store.close())
  return store
}

test('what is kept of a buyer reads back, part by part, also after a restart', () => {
  const path = databasePath()
  const store = open(path, 'token')
  expect(store.buyer(1)).toBeNull()
  const [delivery, contact] = PARTS
  store.commit({ orders: [newOrder(1)], buyers: delivery ? [delivery] : [] })
  expect(store.buyer(1)).toEqual({ address: ADDRESS, contact: null })
  store.commit({ buyers: contact ? [contact] : [] })
  expect(store.buyer(1)).toEqual(KEPT)
  store.close()
  expect(open(path, 'token').buyer(1)).toEqual(KEPT)
})

test('nothing of a buyer stands in any file in the clear', () => {
  const path = databasePath()
  const store = open(path, 'token')
  store.commit({ orders: [newOrder(1)], buyers: PARTS })
  const look = () => readdirSync(dirname(path)).map(name => readFileSync(join(dirname(path), name)))
  const files = look()
  expect(files.length).toBeGreaterThan(1)
  store.close()
  for (const file of [...files, ...look()]) {
    for (const canary of [ADDRESS, NAME, PHONE, CODE, 'Канаре', '900 111']) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(file.includes(Buffer.from(canary, encoding)), `${canary} as ${encoding}`).toBe(false)
      }
    }
  }
})

test.each(['shipped', 'cancelled'] as const)('a buyer goes with the order’s life: %s', life => {
  const store = open(databasePath(), 'token')
  store.commit({
    orders: [newOrder(1), newOrder(2)],
    buyers: [...PARTS, ...PARTS.map(part => ({ ...part, orderId: 2 }))]
  })
  store.commit({ orders: [{ ...newOrder(1), life }] })
  expect(store.buyer(1)).toBeNull()
  expect(store.buyer(2)).toEqual(KEPT)
})

test('a new token closes anew what the former one closed; without that one nothing is left', () => {
  const path = databasePath()
  const first = open(path, 'old token')
  first.commit({ orders: [newOrder(1)], buyers: PARTS })
  first.close()
  const second = open(path, 'new token', 'old token')
  expect(second.buyer(1)).toEqual(KEPT)
  second.close()
  const third = open(path, 'new token')
  expect(third.buyer(1)).toEqual(KEPT)
  third.close()
  const stranger = open(path, 'another token', 'a third one')
  expect(stranger.buyer(1)).toBeNull()
  stranger.close()
  expect(open(path, 'new token').buyer(1)).toBeNull()
})

test('what was closed for one order opens for no other', () => {
  const seal = createSeal('token')
  const closed = seal.close('contact 1', NAME)
  expect(seal.open('contact 1', closed)).toBe(NAME)
  expect(seal.open('contact 2', closed)).toBeNull()
  expect(
    seal.open(
      'contact 1',
      closed.map((byte, place) => (place === 20 ? byte ^ 1 : byte))
    )
  ).toBeNull()
  expect(seal.open('contact 1', closed.subarray(0, 10))).toBeNull()
  expect(createSeal('token').id).toBe(seal.id)
  expect(createSeal('tokem').id).not.toBe(seal.id)
})

test('what a buyer wrote goes from the file with its order’s life, and stays while that lasts', () => {
  const path = databasePath()
  const [done, open] = [1, 2].map(id => {
    const order = newOrder(id)
    return { ...order, facts: { ...order.facts, comment: `Канарейка ${id}`.repeat(20) } }
  })
  if (done === undefined || open === undefined) throw new Error('no orders')
  const store = createStore({ path, log: quietLog })
  store.commit({ orders: [done, open] })
  store.commit({ orders: [{ ...done, life: 'shipped' }] })
  expect([1, 2].map(id => store.order(id)?.facts.comment)).toEqual(['', open.facts.comment])
  store.close()
  const files = readdirSync(dirname(path)).map(name => readFileSync(join(dirname(path), name)).toString('utf8'))
  expect(files.some(text => text.includes('Канарейка 1'))).toBe(false)
  expect(files.some(text => text.includes('Канарейка 2'))).toBe(true)
})
