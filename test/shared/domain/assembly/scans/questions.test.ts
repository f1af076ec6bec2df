import { expect, test } from 'vitest'
import { reprintReasonBarcode, shelfReasonBarcode } from '../../../../../shared/domain/scanning/commands.ts'
import { ANNA, entry, markingCode, MUG, newDesk, newOrder, order, packedOrder } from '../support.ts'
import { SCARF, STRANGER, stickerOf, SUPPLY, OTHER_SUPPLY } from '../support.ts'
import type { Desk } from '../support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

/** An order on the table with the question "is this code really of that product?". */
function withGtinQuestion(): Desk {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1, STRANGER))
  expect(desk.said).toBe('ask gtinDiffers')
  return desk
}

/** An order on the table whose label may or may not have come out. */
function withDoubt(): Desk {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  desk.loseAll()
  expect(desk.said).toBe('ask labelInHand')
  return desk
}

test('a code of another product is asked about; yes takes it and vouches for the product from then on', () => {
  const desk = newDesk({ orders: [order(1, needsCode), order(2, needsCode)] })
  const first = markingCode(1, STRANGER)
  desk.scan(MUG, first)
  expect(desk.message).toEqual({ code: 'gtinDiffers', gtin: `0${STRANGER}`, barcode: MUG })
  expect(desk.register.has(first)).toBe(false)
  desk.command('yes')
  expect(desk.order(1).codes.sgtin?.values[0]).toBe(first)
  expect(desk.said).toBe('goOn printing')
  desk.printAll()
  desk.scan(stickerOf(1).barcode, MUG, markingCode(2, STRANGER))
  expect(desk.order(2).codes.sgtin).toBeDefined()
  expect(desk.said).toBe('goOn printing')
})

test.each(['no', 'undo'] as const)('"%s" leaves the code of another product out and asks for the right one', answer => {
  const desk = withGtinQuestion()
  desk.command(answer)
  expect(desk.said).toBe('goOn scanCode')
  expect(desk.order(1).codes).toEqual({})
  expect(desk.bench.gtinOverrides.size).toBe(0)
  desk.scan(markingCode(2))
  expect(desk.said).toBe('goOn printing')
})

test('while a question is open nothing else is taken, and the question can be seen again', () => {
  const desk = withGtinQuestion()
  const { question } = desk.bench.table
  for (const text of [MUG, SCARF, markingCode(3), '354912345678901', stickerOf(1).barcode, 'WB-GI-1000002']) {
    desk.scan(text)
    expect(desk.said).toBe('refused answerFirst')
  }
  for (const name of ['reprint', 'skip', 'next', 'problem', 'supplyDone', 'print', 'newSupply', 'wave'] as const) {
    desk.command(name)
    expect(desk.said).toBe('refused answerFirst')
  }
  desk.act({ kind: 'shelfReason', reason: 'damaged' })
  desk.act({ kind: 'reprintReason', reason: 'lost' })
  desk.act({ kind: 'takeOrder', orderId: 1 })
  desk.act({ kind: 'openSupply', supplyId: OTHER_SUPPLY })
  desk.act({ kind: 'closeSupply', supplyId: SUPPLY })
  expect(desk.said).toBe('refused answerFirst')
  expect(desk.bench.table.question).toEqual(question)
  desk.command('acknowledge')
  expect(desk.said).toBe('ask gtinDiffers')
})

test('a claim from the list does not push a question off the table', () => {
  const desk = newDesk({ orders: [packedOrder(1), newOrder(2)], lastOrderId: 1 })
  desk.command('reprint')
  desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'new', name: '' } })
  expect(desk.said).toBe('refused answerFirst')
  expect(desk.order(2).life).toBe('fresh')
  expect(desk.bench.table.question).toEqual({ kind: 'whyReprint', orderId: 1 })
})

test('a badge is taken while a question is open, and the stage asks again', () => {
  const desk = withGtinQuestion()
  desk.badge(ANNA.id)
  expect(desk.bench.packerId).toBe(ANNA.id)
  expect(desk.said).toBe('ask gtinDiffers')
})

test('a badge in the middle of an order changes nothing but the packer', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG)
  const { table } = desk.bench
  desk.badge(ANNA.id)
  expect(desk.said).toBe('goOn scanCode')
  expect(desk.bench.table).toEqual(table)
  desk.scan(markingCode(1))
  expect(desk.order(1).codes.sgtin?.packerId).toBe(ANNA.id)
})

test('a greeting on an empty table gives way to what the table asks for with the next news', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.badge(ANNA.id)
  expect(desk.said).toBe('goOn signedIn')
  desk.act({ kind: 'statusesSeen', statuses: [] })
  expect(desk.said).toBe('waiting scanItem')
})

test('"is the label in your hand?": yes goes on', () => {
  const desk = withDoubt()
  desk.command('yes')
  expect(desk.job(1).state).toMatchObject({ kind: 'confirmed', by: 'packer' })
  expect(desk.said).toBe('goOn scanStickerBack')
})

test('"is the label in your hand?": no prints another one and says why', () => {
  const desk = withDoubt()
  desk.command('no')
  expect(desk.prints.map(job => job.reason)).toEqual([null, 'notPrinted'])
  expect(desk.said).toBe('goOn printing')
  desk.printAll()
  expect(desk.said).toBe('goOn scanStickerBack')
})

test('"is the label in your hand?" is not answered by undo: that would print', () => {
  const desk = withDoubt()
  desk.command('undo')
  expect(desk.said).toBe('refused answerFirst')
  expect(desk.prints).toHaveLength(1)
})

test('scanning the label is the best answer: the order is packed', () => {
  const desk = withDoubt()
  desk.scan(stickerOf(2).barcode)
  expect(desk.said).toBe('refused answerFirst')
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  expect(desk.job(1).state).toMatchObject({ kind: 'confirmed', by: 'packer' })
})

test('the printer itself may answer: the question goes, and the stage says what is next', () => {
  const desk = withDoubt()
  desk.act({ kind: 'jobConfirmed', jobId: desk.job(1).id, by: 'printer' })
  expect(desk.bench.table.question).toBeNull()
  expect(desk.said).toBe('goOn scanStickerBack')
})

test('a doubt about a packed order is asked on an empty table and answered by its sticker', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2, { skus: [SCARF] })], lastOrderId: 1 })
  desk.command('reprint')
  desk.scan(reprintReasonBarcode('damaged'))
  desk.loseAll('linkLost')
  expect(desk.message).toEqual({ code: 'labelInHand', orderId: 1, doubt: 'linkLost', partB: '9001' })
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done settled')
  expect(desk.bench.table.question).toBeNull()
})

test('doubts wait while another order is on the table, and come one after the other when it is done', () => {
  const desk = newDesk({ orders: [packedOrder(1), packedOrder(2), order(3, { skus: [SCARF] })], lastOrderId: 1 })
  desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
  desk.act({ kind: 'reprintOrder', orderId: 2, reason: 'lost' })
  desk.scan(SCARF)
  const [first, second] = [desk.job(1).id, desk.job(2).id]
  for (const jobId of [first, second]) {
    desk.act({ kind: 'jobSending', jobId, printer: 'Zebra' })
    desk.act({ kind: 'jobUncertain', jobId, why: 'noAnswer' })
  }
  expect(desk.said).toBe('goOn printing')
  desk.command('skip')
  expect(desk.bench.table.question).toEqual({ kind: 'labelInHand', jobId: first })
  desk.command('yes')
  expect(desk.bench.table.question).toEqual({ kind: 'labelInHand', jobId: second })
  desk.command('yes')
  expect(desk.said).toBe('done settled')
})

test('a reprint asks the reason; each reason prints and is on record', () => {
  const desk = newDesk({ orders: [packedOrder(1)], lastOrderId: 1 })
  desk.command('reprint')
  expect(desk.said).toBe('ask whyReprint')
  desk.command('yes')
  expect(desk.said).toBe('refused answerFirst')
  desk.scan(reprintReasonBarcode('damaged'))
  expect(desk.prints.map(job => job.reason)).toEqual(['damaged'])
  expect(desk.said).toBe('goOn printing')
  expect(desk.order(1).life).toBe('packed')
})

test('a reprint asked for by mistake is dropped by no', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.printAll()
  desk.command('reprint')
  desk.command('no')
  expect(desk.said).toBe('goOn scanStickerBack')
  expect(desk.prints).toHaveLength(1)
})

test('the problem shelf asks the reason', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(MUG)
  desk.command('problem')
  expect(desk.said).toBe('ask whyShelf')
  desk.scan(shelfReasonBarcode('noCode'))
  expect(desk.said).toBe('done shelved')
  expect(desk.order(1)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'packer', reason: 'noCode' } } })
  expect(desk.bench.table.orderId).toBeNull()
})

test('a shelf reason needs no question before it; no takes the question back', () => {
  const desk = newDesk({ orders: [order(1), order(2)] })
  desk.scan(MUG)
  desk.command('problem')
  desk.command('no')
  expect(desk.said).toBe('goOn printing')
  desk.act({ kind: 'shelfReason', reason: 'damaged' })
  expect(desk.order(1).life).toBe('shelved')
})

test('closing an unfinished supply lists what is missing; no goes back to packing, yes closes', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2), order(3)] })
  desk.command('supplyDone')
  expect(desk.message).toEqual({
    code: 'supplyUnfinished',
    name: `supply ${SUPPLY}`,
    orderIds: [2, 3],
    articles: ['mug × 2']
  })
  desk.command('no')
  expect(desk.said).toBe('waiting scanItem')
  desk.command('supplyDone')
  desk.command('yes')
  expect(desk.said).toBe('goOn supplyClosing')
  expect(desk.bench.supplyId).toBeNull()
})

test('the list of an unfinished supply is kept up to date while the question stands', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2), order(3)] })
  desk.command('supplyDone')
  const news = { supplierStatus: 'cancel', wbStatus: 'canceled' } as const
  desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 2, ...news }] })
  expect(desk.message).toMatchObject({ code: 'supplyUnfinished', orderIds: [3] })
})

test('a question leaves when news takes its matter away, and the stage says what is next', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2)] })
  desk.command('supplyDone')
  const news = { orderId: 1, supplierStatus: 'cancel', wbStatus: 'canceled' } as const
  desk.act({ kind: 'statusesSeen', statuses: [news] })
  expect(desk.bench.table.question).toBeNull()
  desk.command('acknowledge')
  expect(desk.said).toBe('waiting scanItem')
})

test('a label that comes out while a question about its order is open does not talk over it', () => {
  const desk = newDesk({ orders: [order(1)], settings: { scanBack: false } })
  desk.scan(MUG)
  desk.command('problem')
  desk.printAll()
  expect(desk.said).toBe('ask whyShelf')
  expect(desk.order(1).life).not.toBe('packed')
  desk.command('no')
  expect(desk.said).toBe('done packed')
})

test('a code that was used does not come back through a question', () => {
  const taken = markingCode(5, STRANGER)
  const desk = newDesk({
    orders: [order(1, needsCode), packedOrder(2, { skus: [STRANGER] }, { codes: { sgtin: entry(taken) } })]
  })
  desk.scan(MUG, taken)
  expect(desk.message).toMatchObject({ code: 'codeUsed', orderId: 2 })
})
