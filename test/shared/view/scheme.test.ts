import { expect, test } from 'vitest'
import { viewOf, type BesideBench } from '../../../shared/view/view-of.ts'
import { DBS, inRound, MUG, newDesk, round } from '../domain/assembly/support.ts'

const AROUND: BesideBench = {
  revision: 1,
  mode: 'live',
  network: { kind: 'online', block: null, status: null, waiting: 0, oldestAt: null, attention: 0 },
  news: { isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] },
  printers: [],
  scanners: [],
  scannerTest: null,
  tokenExpiresAt: null,
  isSandbox: false,
  day: '2026-08-03'
}

test('the order on the table says who brings it to its buyer, and by when it has to be ready', () => {
  const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS)] })
  desk.scan(MUG)
  expect(viewOf(desk.bench, AROUND).order).toMatchObject({ scheme: DBS, deadlineAt: Date.UTC(2026, 7, 3, 13) })
})
