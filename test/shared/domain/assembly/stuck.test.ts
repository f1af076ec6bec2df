import { describe, expect, test } from 'vitest'
import { moscowDay } from '../../../../shared/domain/orders/moscow-day.ts'
import { newDesk, newOrder, NOW, order, packedOrder, point, russianBook, SUPPLY } from './support.ts'
import type { BenchParts, Desk } from './support.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const TODAY = moscowDay(NOW)
const NOTHING = { supplies: [], supplyId: null } as const
const HOME = point(11)
const OTHER = point(12)

/** A desk of an account in Russia. */
function russian(parts: BenchParts = {}): Desk {
  return newDesk({ shipping: russianBook(HOME), ...parts })
}

function only(desk: Desk) {
  const [first] = desk.bench.supplies.values()
  if (first === undefined) throw new Error('no supply')
  return first
}

describe('a point that is not taken', () => {
  test.each([
    ['FulfillmentRequired', 'fulfilment'],
    ['NotFound', 'gone'],
    ['IncorrectRequestBody', 'unfit']
  ])('%s asks for another, which is not the same again', (code, why) => {
    const desk = russian({ orders: [packedOrder(1)], shipping: russianBook(HOME, OTHER) })
    desk.command('supplyDone')
    desk.refuse('setShipping', code)
    expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'badPoint', why, point: HOME.name } })
    desk.command('yes')
    expect(desk.message).toMatchObject({ code: 'whichPoint', step: 'known', closes: true })
    desk.scan('VRSTK-D-11')
    expect(desk.said).toBe('refused answerFirst')
    desk.scan('VRSTK-D-12')
    desk.sendAll()
    desk.sendAll()
    expect(only(desk)).toMatchObject({ state: 'delivered', shipping: { point: OTHER } })
  })

  test('refused while the supply is packed, it disturbs nobody until the closing', () => {
    const desk = russian({ ...NOTHING, orders: [newOrder(1)] })
    desk.command('newSupply')
    const [creation, addition, method] = desk.waiting
    for (const intent of [creation, addition]) if (intent !== undefined) desk.carryOut(intent)
    if (method !== undefined) desk.turnDown(method, 'NotFound', [])
    expect(desk.said).toBe('waiting supplyOpened')
    expect(only(desk).shipping?.state).toEqual({ kind: 'refused', code: 'NotFound' })
  })

  test('at its point already it stays as it is, and goes on', () => {
    const desk = russian({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    desk.refuse('setShipping', 'SupplyAlreadyScanned')
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'deliverSupply' })
    desk.act({ kind: 'chooseShipping', supplyId: SUPPLY, point: OTHER, type: 'selfShipping', day: TODAY })
    expect(desk.said).toBe('refused notNow')
  })
})

describe('a delivery that is refused', () => {
  test('for want of a point: learned for the account, chosen by scanner, delivered', () => {
    const desk = newDesk({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    desk.refuse('deliverSupply', 'SupplyShippingRequired')
    expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'noPoint' } })
    expect(desk.bench.shipping.isDemanded).toBe(true)
    desk.command('yes')
    desk.scan('VRSTK-C-0')
    desk.pointsCome('Москва', HOME)
    desk.scan('VRSTK-D-11')
    desk.sendAll()
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('for want of a point that is usual here: told by itself', () => {
    const desk = russian({ orders: [packedOrder(1)], settings: { shippingDemanded: 'never' } })
    desk.command('supplyDone')
    desk.refuse('deliverSupply', 'SupplyShippingRequired')
    expect(desk.bench.table.question).toBeNull()
    desk.sendAll()
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('for a day that was over when the network came back: told anew by itself', () => {
    const desk = russian({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.wait(DAY_MS)
    desk.refuse('deliverSupply', 'InvalidShippingDt')
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'setShipping', method: { day: moscowDay(NOW + DAY_MS) } })
    desk.sendAll()
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('for a day that is not over here: the day after', () => {
    const desk = russian({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', 'InvalidShippingDt')
    expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'badDay', day: TODAY } })
    desk.command('yes')
    expect(desk.queued.at(-1)).toMatchObject({ method: { day: moscowDay(NOW + DAY_MS) } })
    desk.sendAll()
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test.each(['SupplyHasZeroOrders', 'NotFound'])('%s: its orders leave in a new supply', code => {
    const desk = russian({ orders: [packedOrder(1), packedOrder(2)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', code)
    desk.command('yes')
    for (let round = 0; round < 3; round += 1) desk.sendAll()
    const states = [...desk.bench.supplies.values()].map(({ state }) => state)
    expect(states).toEqual(['abandoned', 'open', 'delivered'])
    expect([desk.order(1).life, desk.order(2).life]).toEqual(['shipped', 'shipped'])
  })

  test('for its codes: goes on without their orders, and where it goes is not told again', () => {
    const desk = russian({ orders: [packedOrder(1), packedOrder(2)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', 'MetaValidationFail', [1])
    expect(desk.message).toMatchObject({ hitch: { kind: 'codes', orderIds: [1] } })
    const told = () => desk.queued.filter(body => body.kind === 'setShipping' && body.supplyId === SUPPLY).length
    const before = told()
    desk.command('yes')
    expect(told()).toBe(before)
    for (let round = 0; round < 3; round += 1) desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('“later” to another point leaves the supply on the table, for the scanner to close', () => {
    const desk = russian({ orders: [packedOrder(1)], shipping: russianBook(HOME, OTHER) })
    desk.command('supplyDone')
    desk.refuse('setShipping', 'NotFound')
    desk.command('yes')
    expect(desk.said).toBe('ask whichPoint')
    desk.command('no')
    expect(desk.said).toBe('waiting allPacked')
    desk.command('supplyDone')
    expect(desk.bench.table.question).not.toBeNull()
  })

  test.each(['SupplyIsProcessing', 'NeverHeardOf'])('%s: once more', code => {
    const desk = russian({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', code)
    expect(desk.said).toBe('ask deliveryStuck')
    desk.command('no')
    expect(only(desk)).toMatchObject({ state: 'open', hitch: null })
    expect(desk.said).toBe('waiting allPacked')
    desk.command('supplyDone')
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('at its point already it has left', () => {
    const desk = russian({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', 'SupplyAlreadyScanned')
    expect(only(desk)).toMatchObject({ state: 'delivered', qrWanted: false })
  })

  test('with culprits: they go to the shelf, the rest leaves when the packer says so', () => {
    const desk = russian({ orders: [packedOrder(1), packedOrder(2)] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', 'MetaValidationFail', [2])
    expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'codes', orderIds: [2] } })
    expect(desk.order(2).life).toBe('shelved')
    desk.command('yes')
    desk.sendAll()
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
    expect([desk.order(1).life, desk.order(2).life]).toEqual(['shipped', 'shelved'])
  })

  test('it waits until the table is free to ask', () => {
    const desk = russian({ orders: [packedOrder(1), order(2, {}, { supplyId: 'WB-GI-1000002' })] })
    desk.command('supplyDone')
    desk.sendAll()
    desk.act({ kind: 'openSupply', supplyId: 'WB-GI-1000002' })
    desk.scan(newOrder(2).facts.skus[0] ?? '')
    desk.refuse('deliverSupply', 'SupplyIsProcessing')
    expect(desk.said).toBe('goOn printing')
    desk.printAll()
    desk.scan(desk.order(2).sticker?.barcode ?? '')
    expect(desk.said).toBe('ask deliveryStuck')
  })

  test('of codes that are being checked and are not known here, it does not go round and round', () => {
    const desk = russian({ orders: [packedOrder(1), packedOrder(2)] })
    desk.command('supplyDone')
    desk.sendAll()
    const details = [{ key: 'imei', values: ['490154203237518'], decision: 'pending' } as const]
    desk.refuse('deliverSupply', 'MetaValidationFail', [2], [{ orderId: 2, details }])
    expect(desk.order(2).life).toBe('shelved')
    expect(desk.queued.filter(({ kind }) => kind === 'deliverSupply')).toHaveLength(1)
    desk.command('yes')
    for (let round = 0; round < 3; round += 1) desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('for want of boxes that were known here: they are gone, and one is added', () => {
    const desk = russian({ orders: [packedOrder(1), packedOrder(2)] })
    for (let round = 0; round < 2; round += 1) {
      desk.act(round === 0 ? { kind: 'closeSupply', supplyId: SUPPLY } : { kind: 'command', command: 'yes' })
      for (let turn = 0; turn < 2 - round; turn += 1) if (only(desk).state !== 'delivering') desk.sendAll()
      desk.refuse('deliverSupply', 'FulfillmentSupplyBoxesRequired')
      expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'noBoxes' } })
    }
    desk.command('yes')
    expect(desk.queued.filter(({ kind }) => kind === 'addBoxes')).toHaveLength(2)
  })

  test.each(['SupplyHasZeroOrders', 'NotFound'])('%s: they go where it was to go, though that is not usual', code => {
    const desk = russian({ orders: [packedOrder(1)], shipping: russianBook(HOME, OTHER) })
    desk.act({ kind: 'chooseShipping', supplyId: SUPPLY, point: OTHER, type: 'transportCompany', day: TODAY })
    desk.command('supplyDone')
    desk.sendAll()
    desk.refuse('deliverSupply', code)
    desk.command('yes')
    const methods = desk.queued.flatMap(body => (body.kind === 'setShipping' ? [body.method] : []))
    expect(methods.at(-1)).toEqual({ pointId: OTHER.id, type: 'transportCompany', day: TODAY })
    expect(methods).toHaveLength(2)
  })
})

test('a point that is refused while the packer is asked for a box is told when the box is there', () => {
  const desk = russian({ ...NOTHING, orders: [newOrder(1)], shipping: russianBook(point(13, { fulfilment: true })) })
  desk.command('newSupply')
  desk.scan(newOrder(1).facts.skus[0] ?? '')
  desk.stickersCome(1)
  desk.printAll()
  desk.scan(desk.order(1).sticker?.barcode ?? '')
  expect(desk.order(1).life).toBe('packed')
  const [creation, addition, method] = desk.waiting
  for (const intent of [creation, addition]) if (intent !== undefined) desk.carryOut(intent)
  desk.command('supplyDone')
  expect(desk.said).toBe('ask addBox')
  if (method !== undefined) desk.turnDown(method, 'NotFound', [])
  desk.command('yes')
  desk.sendAll()
  expect(only(desk)).toMatchObject({ state: 'open', hitch: { kind: 'badPoint', why: 'gone' } })
  expect(desk.said).toBe('ask deliveryStuck')
})
