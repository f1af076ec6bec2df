import { expect, test } from 'vitest'
import { viewOf, type BesideBench } from '../../../shared/view/view-of.ts'
import { DBS, inRound, MUG, newDesk, order, PICKUP, round, SUPPLY } from '../domain/assembly/support.ts'

const AROUND: BesideBench = {
  revision: 1,
  mode: 'live',
  network: { kind: 'online', block: null, status: null, waiting: 0, oldestAt: null, attention: 0 },
  damagedRows: 0,
  clockOffMs: 0,
  news: { isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] },
  printers: [],
  scanners: [],
  scannerTest: null,
  tokenExpiresAt: null,
  isSandbox: false,
  hasLead: false,
  isLocked: false,
  day: '2026-08-03'
}

test('the order on the table says who brings it to its buyer, and by when it has to be ready', () => {
  const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS)] })
  desk.scan(MUG)
  expect(viewOf(desk.bench, AROUND).order).toMatchObject({ scheme: DBS, deadlineAt: Date.UTC(2026, 7, 3, 13) })
})

test('what is being packed is a supply or a round, with how far it is', () => {
  const orders = [
    order(1),
    inRound(2, DBS),
    inRound(3, DBS, 'packed'),
    inRound(4, DBS, 'shipped'),
    inRound(5, DBS, 'shelved'),
    inRound(6, DBS, 'cancelled'),
    inRound(7, PICKUP)
  ]
  const desk = newDesk({ rounds: [round('dbs'), round('pickup')], orders })
  expect(viewOf(desk.bench, AROUND).batch).toMatchObject({ kind: 'supply', id: SUPPLY, total: 1, packed: 0 })
  desk.act({ kind: 'openSupply', supplyId: 'round-dbs' })
  expect(viewOf(desk.bench, AROUND).batch).toEqual({
    ...round('dbs'),
    total: 4,
    packed: 2,
    shelved: 1
  })
  desk.act({ kind: 'openSupply', supplyId: 'round-pickup' })
  expect(viewOf(desk.bench, AROUND).batch).toMatchObject({ kind: 'round', scheme: 'pickup', total: 1 })
})
