import { expect, test } from 'vitest'
import { viewOf } from '../../../shared/view/view-of.ts'
import { MUG, newDesk, order, OTHER_SUPPLY, SCARF, stickerOf } from '../domain/assembly/support.ts'
import type { Desk } from '../domain/assembly/support.ts'
import { baseView } from '../../renderer/base-view.ts'

function labelOf(desk: Desk): number | null {
  return viewOf(desk.bench, { ...baseView(0), day: '2026-08-03' }).labelOf
}

test('the label that is shown is that of the order on the table, then of the one just packed, never of another supply’s', () => {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] }, { supplyId: OTHER_SUPPLY })] })
  desk.scan(MUG)
  expect(labelOf(desk)).toBe(1)
  desk.printAll()
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  expect(labelOf(desk)).toBe(1)
  desk.act({ kind: 'openSupply', supplyId: OTHER_SUPPLY })
  expect(labelOf(desk)).toBeNull()
  desk.scan(SCARF)
  expect(labelOf(desk)).toBe(2)
})

test('beside a cancelled order no good parcel’s label stands: it would be torn up', () => {
  const desk = newDesk({ orders: [order(1), order(2)] })
  desk.scan(MUG)
  desk.printAll()
  desk.scan(stickerOf(1).barcode, MUG)
  desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 2, supplierStatus: 'cancel', wbStatus: 'canceled' }] })
  expect(desk.said).toBe('refused orderCancelled')
  expect(labelOf(desk)).toBeNull()
  desk.command('acknowledge')
  expect(labelOf(desk)).toBe(1)
})
