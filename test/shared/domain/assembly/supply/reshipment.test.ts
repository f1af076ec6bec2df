import { expect, test } from 'vitest'
import { entry, markingCode, MUG, newDesk, OTHER_SUPPLY, packedOrder, SUPPLY, supply } from '../support.ts'

const sent = { supplierStatus: 'complete', life: 'shipped' } as const
const needsCode = { requiredMeta: ['sgtin'] } as const
const coded = { codes: { sgtin: entry(markingCode(1), { decision: 'sgtinIntroduced' }) } } as const
const gone = [supply(SUPPLY, { state: 'delivered' }), supply(OTHER_SUPPLY)]

function sentDesk() {
  return newDesk({ orders: [packedOrder(1, needsCode, { ...sent, ...coded })], supplies: gone, supplyId: null })
}

test('an order that has to travel again is claimed and packed like a new one; its code is judged anew', () => {
  const desk = sentDesk()
  desk.act({ kind: 'reshipmentSeen', orderIds: [1, 77] })
  expect(desk.order(1)).toMatchObject({
    life: 'fresh',
    supplyId: null,
    travelsAgain: true,
    packedAt: null,
    label: 'none'
  })
  expect(desk.order(1).codes.sgtin).toMatchObject({ values: [markingCode(1)], state: 'accepted', decision: null })
  desk.command('newSupply')
  expect(desk.order(1).life).toBe('claimed')
  // Listed until the marketplace has it in the new supply: that takes nothing back.
  desk.act({ kind: 'reshipmentSeen', orderIds: [1] })
  desk.sendAll()
  expect(desk.order(1).supplierStatus).toBe('confirm')
  expect(desk.order(1)).not.toHaveProperty('travelsAgain')
  desk.act({ kind: 'reshipmentSeen', orderIds: [] })
  desk.scan(MUG)
  expect(desk.said).toBe('goOn printing')
})

test('one that is listed no more, and that nobody has claimed, is left alone again', () => {
  const desk = sentDesk()
  desk.act({ kind: 'reshipmentSeen', orderIds: [1] })
  desk.act({ kind: 'reshipmentSeen', orderIds: [] })
  expect(desk.order(1)).toMatchObject({ life: 'shipped', supplierStatus: 'complete' })
  desk.command('newSupply')
  expect(desk.said).toBe('refused nothingFresh')
})

test('an old list that calls a shipped order one in assembly, in the supply it left with, brings nothing back', () => {
  const desk = sentDesk()
  const { facts } = desk.order(1)
  const seen = { facts, supplierStatus: 'confirm', wbStatus: 'waiting' } as const
  desk.act({ kind: 'ordersSeen', orders: [{ ...seen, supplyRemoteId: SUPPLY }] })
  expect(desk.order(1).life).toBe('shipped')
  desk.act({ kind: 'ordersSeen', orders: [{ ...seen, supplyRemoteId: OTHER_SUPPLY }] })
  expect(desk.order(1)).toMatchObject({ life: 'claimed', supplyId: OTHER_SUPPLY })
})
