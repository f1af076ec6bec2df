import { expect, test } from 'vitest'
import { generateWorld } from '../../../../../electron/practice/marketplace/orders/generate.ts'
import { checkMarkingCode } from '../../../../../shared/domain/codes/gs1.ts'
import { checkImei, checkUin, hasValidCheckDigit } from '../../../../../shared/domain/codes/identifiers.ts'

const NOW = Date.parse('2026-09-01T09:00:00Z')
const HOUR = 60 * 60 * 1000

function ordersOf(seed: number, count = 30) {
  return [...generateWorld(seed, { fbs: count, dbs: 0, pickup: 0 }, NOW).orders.values()]
}

function countBy(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(names)].map(name => [name, names.filter(other => other === name).length]))
}

test('thirty orders of any seed ask for every kind of code and need two supplies', () => {
  for (const seed of [0, 1, 7, 42, 1000]) {
    const orders = ordersOf(seed)
    expect(countBy(orders.map(order => order.facts.requiredMeta.join('+')))).toEqual({
      '': 12,
      sgtin: 9,
      imei: 3,
      uin: 2,
      gtin: 1,
      expiration: 2,
      'sgtin+expiration': 1
    })
    expect(countBy(orders.map(order => String(order.facts.cargoType)))).toEqual({ 1: 26, 2: 4 })
    expect(new Set(orders.map(order => order.facts.warehouseId)).size).toBe(1)
  }
})

test('the same seed makes the same shop, another seed another', () => {
  const facts = (seed: number) => ordersOf(seed).map(order => [order.facts, order.thing, order.sticker])
  expect(facts(7)).toEqual(facts(7))
  expect(facts(7)).not.toEqual(facts(8))
})

test('orders are one to a hundred hours old, oldest first, and a few share a basket', () => {
  const orders = ordersOf(7)
  const ages = orders.map(order => NOW - order.facts.createdAt)
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(HOUR)
  expect(Math.max(...ages)).toBeLessThanOrEqual(100 * HOUR)
  expect(ages).toEqual(ages.toSorted((left, right) => right - left))
  expect(orders.map(order => order.facts.id)).toEqual(orders.map(order => order.facts.id).toSorted())
  expect(new Set(orders.map(order => order.facts.orderUid)).size).toBeLessThan(30)
})

test('every unit bears codes that are right, its own, and of its product', () => {
  const things = ordersOf(7, 200).map(order => order.thing)
  for (const thing of things) {
    expect(hasValidCheckDigit(thing.barcode), thing.article).toBe(true)
    if (thing.imei !== undefined) expect(checkImei(thing.imei).kind).toBe('ok')
    if (thing.uin !== undefined) expect(checkUin(thing.uin).kind).toBe('ok')
    if (thing.markingCode === undefined) continue
    expect(checkMarkingCode(thing.markingCode).kind).toBe('ok')
    const matches = thing.markingCode.startsWith(`010${thing.barcode}21`)
    expect(matches, thing.article).toBe(!thing.barcode.startsWith('2'))
  }
  const codes = things.flatMap(thing => thing.markingCode ?? thing.imei ?? thing.uin ?? [])
  expect(new Set(codes).size).toBe(codes.length)
  expect(things.some(thing => thing.markingCode !== undefined && thing.barcode.startsWith('2'))).toBe(true)
})

test('one barcode leads to several orders, and stickers never share a code', () => {
  const orders = ordersOf(7)
  const barcodes = countBy(orders.map(order => order.thing.barcode))
  expect(Object.values(barcodes).filter(count => count > 1).length).toBeGreaterThanOrEqual(3)
  const stickers = orders.map(order => order.sticker.barcode)
  expect(new Set(stickers).size).toBe(30)
  expect(stickers.every(code => /^[!*][A-Za-z0-9]{8}$/.test(code))).toBe(true)
  expect(stickers.some(code => code.startsWith('*'))).toBe(true)
})
