import { expect, test } from 'vitest'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { markingCode, MUG, newDesk, order, SUPPLY } from './support.ts'

const GOOD_DAY = '260922'
const GOOD_DATE = '22.09.2026'
const wantsDate = { requiredMeta: ['expiration'] } as const
const symbol = (rest = '') => `]d2010${MUG}${rest}`

test('a symbol that names the product finds its order, whatever else it tells', () => {
  for (const text of [symbol(), symbol('10LOT7'), symbol('1730091210LOT7'), `010${MUG}1730091210LOT7`]) {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(text)
    expect(desk.bench.table.orderId, text).toBe(1)
  }
})

test('with no supply open it opens the one that it is for', () => {
  const desk = newDesk({ orders: [order(1)], supplyId: null })
  desk.scan(symbol())
  expect(desk.bench).toMatchObject({ supplyId: SUPPLY, table: { orderId: 1 } })
})

test('the date in it is the expiry date that the order asks for, and the stage says so', () => {
  const desk = newDesk({ orders: [order(1, wantsDate)] })
  desk.scan(symbol(`17${GOOD_DAY}10LOT7`))
  expect(desk.order(1).codes.expiration?.values[0]).toBe(GOOD_DATE)
  expect(desk.bench.feedback).toMatchObject({
    face: 'goOn',
    message: { code: 'printing' },
    note: { code: 'expirationRead', date: GOOD_DATE }
  })
  expect(desk.queued).toContainEqual({ kind: 'setMeta', orderId: 1, key: 'expiration', values: [GOOD_DATE] })
})

test('it is asked for again where the symbol tells none, or no day of the calendar', () => {
  for (const text of [symbol(), symbol('17261340')]) {
    const desk = newDesk({ orders: [order(1, wantsDate)] })
    desk.scan(text)
    expect(desk.message).toEqual({ code: 'scanCode', key: 'expiration' })
    expect(desk.bench.feedback.note).toBeUndefined()
  }
})

test('goods about to expire are refused by their own symbol, and fresher ones of the same product taken', () => {
  const desk = newDesk({ orders: [order(1, wantsDate)] })
  desk.scan(symbol('17260810'))
  expect(desk.message).toMatchObject({ code: 'badCode', problem: { code: 'expirationTooSoon', days: 7 } })
  desk.command('acknowledge')
  desk.scan(symbol(`17${GOOD_DAY}`))
  expect(desk.order(1).codes.expiration?.values[0]).toBe(GOOD_DATE)
})

test('an order that asks for no date keeps none, and a date that is in stays', () => {
  const plain = newDesk({ orders: [order(1)] })
  plain.scan(symbol(`17${GOOD_DAY}`))
  expect(plain.order(1).codes).toEqual({})
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['expiration', 'sgtin'] })] })
  desk.scan(MUG, GOOD_DATE, symbol('17300912'))
  expect(desk.order(1).codes.expiration?.values[0]).toBe(GOOD_DATE)
  expect(desk.message).toEqual({ code: 'squareCodeNeeded' })
})

test('after the sticker was scanned first, the item’s symbol shows the item and tells the date', () => {
  const desk = newDesk({ orders: [order(1, wantsDate)] })
  desk.scan(desk.order(1).sticker?.barcode ?? '', symbol(`17${GOOD_DAY}`))
  expect(desk.order(1)).toMatchObject({ itemChecked: true, codes: { expiration: { values: [GOOD_DATE] } } })
})

test('undo takes the date off again', () => {
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['expiration', 'sgtin'] })] })
  desk.scan(symbol(`17${GOOD_DAY}`))
  desk.command('undo')
  expect(desk.order(1).codes.expiration).toBeUndefined()
  expect(desk.bench.table.orderId).toBe(1)
})

test('letters typed under CapsLock are taken with a warning, what has no case or is known without', () => {
  const scan = (text: string) => ({ ...decodeScan(text), isCaseInDoubt: true }) as const
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin'] }), order(2)] })
  const told = (text: string) => {
    desk.act({ kind: 'scan', scan: scan(text) })
    return desk.bench.feedback.note
  }
  expect(told('nobody’s')).toEqual({ code: 'capsLock' })
  expect(told(MUG)).toBeUndefined()
  expect(told(markingCode(1))).toEqual({ code: 'capsLock' })
  desk.printAll()
  expect(told(desk.order(1).sticker?.barcode ?? '')).toBeUndefined()
  expect(desk.message).toMatchObject({ code: 'packed' })
})
