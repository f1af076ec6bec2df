import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { paperText } from '../../../support/escpos-reader.ts'
import {
  COLUMNS,
  SLIP,
  PICKUP,
  print,
  paperLines,
  letters,
  safeText,
  anyOrderId,
  anyPaper
} from '../../../support/receipt-samples.ts'

test('the packing slip as it lies in the parcel, on 58 mm', () => {
  expect(`\n${paperText(print(SLIP, 58), 32)}\n`).toBe(`
        Упаковочный лист
Заказ
1 3   8 3 3   7 1 1
Стикер: 231648 9753
--------------------------------
Артикул: one-ring-7548
Цвет: тёмно-зелёный
Штрихкод: 4600000000017
Цена: 1 014 руб.
--------------------------------
Комментарий:
Упакуйте получше - это подарок
для бабушки!
Спасибо "большое"
--------------------------------
Собрал: Мария Ёлкина
26.11.2026 08:05
      [QR ORDER-13833711]
Не является кассовым чеком




8< - - - - - - - - - - - - - - -
`)
})

test('the pickup receipt as it lies in the hand, on 80 mm', () => {
  expect(`\n${paperText(print(PICKUP, 80), 48)}\n`).toBe(`
                 Выдача заказа
Заказ
1   3 8 3   3 7 1   1 0 0
------------------------------------------------
Кружка керамическая с ручкой, 350 мл, подарочная
2 x 1 014,50 руб.                     2 029 руб.
Нож
1 x 12 345 678 руб.              12 345 678 руб.
------------------------------------------------
Итого                            12 347 707 руб.
------------------------------------------------
Заказ получен, подпись:

________________________________________________
26.11.2026 08:05
             [QR ORDER-1383371100]
Не является кассовым чеком




8< - - - - - - - - - - - - - - - - - - - - - - -
`)
})

test('what is not known takes no line', () => {
  const bare = { ...SLIP, stickerNumber: null, packer: null, comment: ' \n ', colorCode: '' }
  const text = paperText(print(bare, 80), 48)
  for (const label of ['Стикер', 'Собрал', 'Комментарий', 'Цвет']) expect(text).not.toContain(label)
})

test.each([
  [101_450, 643, '1 014,50 руб.'],
  [5, 643, '0,05 руб.'],
  [0, 643, '0 руб.'],
  [123_456_789_00, 398, '123 456 789 KZT'],
  [100_000, 933, '1 000 BYN'],
  [100_000, 999, '1 000 (999)']
])('%i hundredths of currency %i are read as %s', (price, currencyCode, shown) => {
  expect(paperLines(print({ ...SLIP, price, currencyCode }, 58))).toContain(`Цена: ${shown}`)
})

test('order, sticker, article and amounts are read in full on either paper', () => {
  fc.assert(
    fc.property(safeText, safeText, anyOrderId, anyPaper, (article, packer, orderId, paper) => {
      const text = letters({ ...SLIP, article, packer, orderId }, paper)
      expect(text).toContain(`Заказ${orderId}Стикер:2316489753`)
      if (article !== '') expect(text).toContain(`Артикул:${article.replaceAll(' ', '')}`)
      if (packer !== '') expect(text).toContain(`Собрал:${packer.replaceAll(' ', '')}`)
    })
  )
})

test('the order’s number stands on one line, in threes', () => {
  fc.assert(
    fc.property(anyOrderId, anyPaper, (orderId, paper) => {
      const inThrees = orderId.toLocaleString('en').replaceAll(',', ' ')
      expect(paperLines(print({ ...SLIP, orderId }, paper))).toContain(inThrees)
    })
  )
})

test('amounts add up, each at the right edge', () => {
  const lines = fc.array(
    fc.record({
      title: safeText,
      quantity: fc.integer({ min: 1, max: 99 }),
      price: fc.integer({ min: 1, max: 100_000_00 })
    }),
    { maxLength: 6 }
  )
  fc.assert(
    fc.property(lines, anyPaper, (lines, paper) => {
      const printed = paperLines(print({ ...PICKUP, lines }, paper))
      const sums = printed.filter(line => line.endsWith(' руб.') && line.length === COLUMNS[paper]).map(rightAmount)
      const expected = lines.map(({ quantity, price }) => quantity * price)
      expect(sums.slice(-1)).toEqual([expected.reduce((sum, one) => sum + one, 0)])
      for (const one of expected) expect(sums).toContain(one)
    })
  )
})

/** `2 x 1 014,50 руб.     2 029 руб.` → 202900. */
function rightAmount(line: string): number {
  const amount = / (\d{1,3}(?: \d{3})*)(?:,(\d\d))? руб\.$/.exec(line)
  if (!amount) throw new Error(`no amount: ${line}`)
  return Number(amount[1]?.replaceAll(' ', '')) * 100 + Number(amount[2] ?? 0)
}

test('the code names the order, and says nothing to the packing table', () => {
  fc.assert(
    fc.property(anyOrderId, anyPaper, (orderId, paper) => {
      const codes = print({ ...PICKUP, orderId }, paper).filter(item => item.kind === 'qr')
      expect(codes.map(code => code.text)).toEqual([`ORDER-${orderId}`])
      expect(decodeScan(`ORDER-${orderId}`)).toMatchObject({ kind: 'unknown', reason: 'notRecognised' })
    })
  )
})
