import { describe, expect, test } from 'vitest'
import { MUG, newDesk, order, SCARF, stickerOf } from '../support.ts'
import type { Desk } from '../support.ts'

/** Whatever takes an order off the table before its label is at the printer. */
const WAYS: readonly (readonly [name: string, leave: (desk: Desk) => unknown])[] = [
  ['undo', desk => desk.command('undo')],
  ['skip', desk => desk.command('skip')],
  ['the problem shelf', desk => desk.act({ kind: 'shelfReason', reason: 'damaged' })],
  [
    'news that it left from the portal',
    desk =>
      desk.act({
        kind: 'statusesSeen',
        statuses: [{ orderId: 1, supplierStatus: 'complete', wbStatus: 'sorted' }]
      })
  ]
]

/** An order whose item was shown while the printer has no paper. */
function waiting(): Desk {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  desk.act({ kind: 'jobWaiting', jobId: desk.job(1).id, fault: 'paperOut' })
  return desk
}

describe.each(WAYS)('an order that leaves the table by %s', (_name, leave) => {
  test('takes its label with it if that has not left for the printer', () => {
    const desk = waiting()
    leave(desk)
    expect(desk.job(1).state).toMatchObject({ kind: 'failed', why: 'setAside' })
    expect(desk.order(1).label).toBe('none')
    expect(desk.bench.feedback.note).toBeUndefined()
  })

  test('names its sticker if nothing can keep it from coming out', () => {
    const desk = waiting()
    desk.act({ kind: 'jobSending', jobId: desk.job(1).id, printer: 'Zebra' })
    leave(desk)
    expect(desk.bench.feedback.note).toMatchObject({ code: 'stickerComing', partB: '9001' })
    // The printer takes nothing after all: then it does not come out later either.
    desk.act({ kind: 'jobWaiting', jobId: desk.job(1).id, fault: 'paperOut' })
    expect(desk.job(1).state).toMatchObject({ kind: 'failed', why: 'setAside' })
    expect(desk.order(1).label).toBe('none')
  })

  test('says what to do with a sticker that is out', () => {
    const desk = waiting()
    desk.printAll()
    leave(desk)
    expect(desk.bench.feedback.note).toMatchObject({ code: 'stickerOut', partB: '9001' })
  })
})

test('the label of an order that comes back prints as a first one, once', () => {
  const desk = waiting()
  desk.command('skip')
  desk.scan(MUG)
  expect(desk.prints.map(({ reason }) => reason)).toEqual([null, null])
  desk.printAll()
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  expect([...desk.bench.jobs.values()].map(({ state }) => state.kind)).toEqual(['failed', 'confirmed'])
})

test('an order that comes back while its label is on the way waits for that one, and paper that is out is told', () => {
  const desk = waiting()
  desk.act({ kind: 'jobSending', jobId: desk.job(1).id, printer: 'Zebra' })
  desk.command('skip')
  desk.scan(MUG)
  desk.act({ kind: 'jobWaiting', jobId: desk.job(1).id, fault: 'paperOut' })
  expect(desk.message).toEqual({ code: 'waitPrinter', fault: 'paperOut' })
  desk.printAll()
  expect(desk.said).toBe('goOn scanStickerBack')
  expect(desk.prints).toHaveLength(1)
})

test('a label of unknown fate of an order that was put aside is not printed again for a no', () => {
  const desk = waiting()
  desk.act({ kind: 'jobSending', jobId: desk.job(1).id, printer: 'Zebra' })
  desk.command('skip')
  desk.act({ kind: 'jobUncertain', jobId: desk.job(1).id, why: 'noAnswer' })
  expect(desk.said).toBe('ask labelInHand')
  desk.command('no')
  expect(desk.prints).toHaveLength(1)
  desk.scan(MUG)
  expect(desk.said).toBe('goOn scanPrintCommand')
})

test('a reprint that waits is called back too, and the sticker before it is not taken for one', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.printAll()
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'damaged' })
  desk.command('skip')
  expect(desk.job(1).state).toMatchObject({ kind: 'failed', why: 'setAside' })
  expect(desk.order(1).label).toBe('failed')
})

test('the sticker of a cancelled order is thrown away', () => {
  const desk = waiting()
  desk.printAll()
  const statuses = [{ orderId: 1, supplierStatus: 'cancel', wbStatus: 'canceled' }] as const
  desk.act({ kind: 'statusesSeen', statuses })
  expect(desk.bench.feedback.note).toEqual({ code: 'stickerOut', partB: '9001', isOver: true })
})

test('a wave’s label of an order that the marketplace puts on the shelf does not print', () => {
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['uin'] }), order(2, { skus: [SCARF] })] })
  desk.command('wave')
  desk.command('yes')
  const { facts } = order(1, { unknownMeta: ['veterinary'] })
  const seen = { facts, supplierStatus: 'confirm', wbStatus: 'waiting', supplyRemoteId: null } as const
  desk.act({ kind: 'ordersSeen', orders: [seen] })
  expect(desk.order(1)).toMatchObject({ life: 'shelved', label: 'none' })
  expect(desk.job(1).state.kind).toBe('failed')
  expect(desk.job(2).state.kind).toBe('intended')
})
