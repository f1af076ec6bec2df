import { expect, test } from 'vitest'
import { entry, markingCode, MUG, newDesk, order, packedOrder, SCARF, stickerOf } from './support.ts'
import type { Desk } from './support.ts'

function cancel(desk: Desk, orderId: number): void {
  desk.act({ kind: 'statusesSeen', statuses: [{ orderId, supplierStatus: 'confirm', wbStatus: 'canceled_by_client' }] })
}

test('an order that is cancelled on the table leaves it, and can not be packed', () => {
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin'] })] })
  desk.scan(MUG)
  cancel(desk, 1)
  expect(desk.message).toEqual({ code: 'orderCancelled', orderId: 1 })
  expect(desk.bench.table.orderId).toBeNull()
  desk.scan(MUG)
  expect(desk.said).toBe('refused orderCancelled')
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('refused orderCancelled')
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
  expect(desk.said).toBe('refused nothingToReprint')
  desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
  expect(desk.said).toBe('refused notNow')
})

test('an order that is cancelled with a question about it on the table takes the question along', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.command('problem')
  cancel(desk, 1)
  expect(desk.said).toBe('refused orderCancelled')
  expect(desk.bench.table).toMatchObject({ orderId: null, question: null })
})

test('a label that has not left for the printer does not print for a cancelled order', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  cancel(desk, 1)
  expect(desk.job(1).state).toMatchObject({ kind: 'failed', why: 'orderCancelled' })
  expect(desk.order(1)).toMatchObject({ life: 'cancelled', label: 'none' })
})

test('a label on its way when the order is cancelled: not taken by the printer, it is dropped', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.act({ kind: 'jobSending', jobId: desk.job(1).id, printer: 'Zebra' })
  cancel(desk, 1)
  desk.act({ kind: 'jobWaiting', jobId: desk.job(1).id, fault: 'paperOut' })
  expect(desk.job(1).state.kind).toBe('failed')
  expect(desk.order(1).label).toBe('none')
})

test('a label on its way when the order is cancelled: printed, it shows that somebody has to find it', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  const { id } = desk.job(1)
  desk.act({ kind: 'jobSending', jobId: id, printer: 'Zebra' })
  cancel(desk, 1)
  desk.act({ kind: 'jobConfirmed', jobId: id, by: 'printer' })
  expect(desk.order(1)).toMatchObject({ life: 'cancelled', label: 'printed' })
})

test.each([
  ['yes', 'goOn orderCancelled', 'printed'],
  ['no', 'waiting scanItem', 'none']
] as const)('a label in doubt of a cancelled order: "%s" settles it and prints nothing', (answer, said, label) => {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  desk.loseAll()
  cancel(desk, 1)
  expect(desk.said).toBe('refused orderCancelled')
  desk.command('acknowledge')
  expect(desk.said).toBe('ask labelInHand')
  desk.command(answer)
  expect(desk.said).toBe(said)
  expect(desk.order(1).label).toBe(label)
  expect(desk.prints).toHaveLength(1)
})

test('a packed order that is cancelled is told to a free packer: its parcel must not leave', () => {
  const desk = newDesk({ orders: [packedOrder(1), packedOrder(2), order(3, { skus: [SCARF] })] })
  cancel(desk, 1)
  expect(desk.message).toEqual({ code: 'orderCancelled', orderId: 1, partB: '9001' })
  expect(desk.order(1)).toMatchObject({ life: 'cancelled', label: 'printed' })
  desk.scan(SCARF)
  cancel(desk, 2)
  expect(desk.said).toBe('goOn printing')
})

test('an order without a label is cancelled in silence', () => {
  const desk = newDesk({ orders: [order(1), order(2)] })
  cancel(desk, 1)
  expect(desk.said).toBe('waiting scanItem')
  expect(desk.order(1).life).toBe('cancelled')
})

test('the unit of a cancelled order goes back to stock: its code may come with another order', () => {
  const code = markingCode(1)
  const packed = packedOrder(1, { requiredMeta: ['sgtin'] }, { codes: { sgtin: entry(code) } })
  const desk = newDesk({ orders: [packed, order(2, { requiredMeta: ['sgtin'] })] })
  desk.scan(MUG, code)
  expect(desk.message).toMatchObject({ code: 'codeUsed', orderId: 1 })
  cancel(desk, 1)
  desk.scan(code)
  expect(desk.said).toBe('goOn printing')
  expect(desk.register.get(code)?.orderId).toBe(2)
  cancel(desk, 1)
  expect(desk.register.get(code)?.orderId).toBe(2)
})

test('a shipped order stays shipped', () => {
  const desk = newDesk({ orders: [packedOrder(1, {}, { life: 'shipped', supplierStatus: 'complete' })] })
  cancel(desk, 1)
  expect(desk.order(1).life).toBe('shipped')
})
