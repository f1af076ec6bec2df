import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeReceipt } from '../../../../electron/labels/receipts/compose-receipt.ts'
import { PAPER_WIDTHS, type PaperWidth } from '../../../../shared/domain/media.ts'
import type { Receipt } from '../../../../shared/domain/print-jobs.ts'
import { decodeScan } from '../../../../shared/domain/scan.ts'
import { paperText, readEscpos, type PaperItem } from '../../../support/escpos-reader.ts'

type PackingSlip = Extract<Receipt, { kind: 'packingSlip' }>
type PickupReceipt = Extract<Receipt, { kind: 'pickupReceipt' }>

const COLUMNS = { 58: 32, 80: 48 } as const
const DOTS = { 58: 384, 80: 576 } as const
const AT = new Date(2026, 10, 26, 8, 5).getTime()

const SLIP: PackingSlip = {
  kind: 'packingSlip',
  orderId: 13_833_711,
  article: 'one-ring-7548',
  colorCode: 'тёмно-зелёный',
  barcode: '4600000000017',
  price: 101_400,
  currencyCode: 643,
  comment: 'Упакуйте получше — это подарок для бабушки!\nСпасибо «большое»',
  stickerNumber: '231648 9753',
  packer: 'Мария Ёлкина',
  at: AT
}
const PICKUP: PickupReceipt = {
  kind: 'pickupReceipt',
  orderId: 1_383_371_100,
  currencyCode: 643,
  at: AT,
  lines: [
    { title: 'Кружка керамическая с ручкой, 350 мл, подарочная', quantity: 2, price: 101_450 },
    { title: 'Нож', quantity: 1, price: 1_234_567_800 }
  ]
}

function print(receipt: Receipt, paper: PaperWidth): PaperItem[] {
  return readEscpos(composeReceipt(receipt, paper), DOTS[paper])
}

function paperLines(items: readonly PaperItem[]): string[] {
  return items.flatMap(item => (item.kind === 'line' ? [item.text] : []))
}

/** All that is read on the paper, without regard to where lines end. */
function letters(receipt: Receipt, paper: PaperWidth = 80): string {
  return paperLines(print(receipt, paper)).join('').replaceAll(' ', '')
}

/** A comment of some buyer, as it comes out on paper: what stands between its heading and the rule below it. */
function printedComment(comment: string, paper: PaperWidth = 80): string {
  const lines = paperLines(print({ ...SLIP, comment }, paper))
  const from = lines.indexOf('Комментарий:')
  if (from < 0) return ''
  const end = lines.indexOf('-'.repeat(COLUMNS[paper]), from)
  return lines.slice(from + 1, end).join(' ')
}

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

test.each([
  ['Кружка за 500 ₽ и 10 €', 'Кружка за 500 руб. и 10 EUR'],
  ['café naïve Größe Łódź', 'cafe naive Grosse Lodz'],
  // Letters and accents apart, as some phones send them.
  ['и\u0306од и е\u0308лка', 'йод и ёлка'],
  ['Қазақстан, Өскемен, Київ, Ўзбекистон', 'Казакстан, Оскемен, Київ, Ўзбекистон'],
  ['½ упаковки… №5 25°C · √', '1/2 упаковки... №5 25°C · √'],
  ['не\u00a0рвать\u200b, зво\u00adнить\ufeff', 'не рвать, звонить'],
  ['👨‍👩‍👧 ура 👍🏽 中文 ok', '? ура ? ?? ok'],
  ['Աշոտ', '????'],
  ['лево \u202eправо', 'лево право'],
  ['сирота \ud83d!', 'сирота ?!'],
  ['раз\u2028два\r\nтри\rчетыре', 'раз два три четыре']
])('%j is read as %j', (comment, shown) => {
  expect(printedComment(comment)).toBe(shown)
})

/** Everything that PC866 has in letters, and printable ASCII. */
const SAFE_LETTERS = [
  ...Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index)),
  ...'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяЄєЇїЎў°·√№¤■'
]
const safeText = fc
  .array(fc.string({ unit: fc.constantFrom(...SAFE_LETTERS), minLength: 1, maxLength: 90 }), { maxLength: 60 })
  .map(words => words.join(' '))
/** Commands in the middle of a text, the most dangerous of them too: cut, drawer, reset, status. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '\u001b@',
        '\u001dV\u0000',
        '\u001bp\u0000\u0019\u00fa',
        '\u0010\u0014\u0001',
        '\u0010\u0004\u0001',
        '\u001c&',
        '\u001dv0'
      ),
      fc.string({ unit: fc.integer({ min: 0, max: 0x9f }).map(code => String.fromCharCode(code)), maxLength: 30 })
    ),
    { maxLength: 12 }
  )
  .map(parts => parts.join(' '))
const amount = fc.integer({ min: 0, max: 10_000_000_000 })
const shared = {
  orderId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  currencyCode: fc.oneof(fc.constant(643), fc.integer({ min: 1, max: 999 })),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 })
}
const anyReceipt: fc.Arbitrary<Receipt> = fc.oneof(
  fc.record({
    kind: fc.constant('packingSlip' as const),
    ...shared,
    article: hostileText,
    colorCode: hostileText,
    barcode: hostileText,
    price: amount,
    comment: hostileText,
    stickerNumber: fc.option(hostileText),
    packer: fc.option(hostileText)
  }),
  fc.record({
    kind: fc.constant('pickupReceipt' as const),
    ...shared,
    lines: fc.array(fc.record({ title: hostileText, quantity: fc.integer({ min: 1, max: 9999 }), price: amount }), {
      maxLength: 8
    })
  })
)
const anyPaper = fc.constantFrom(...PAPER_WIDTHS)

test('whatever the texts are, the printer knows every command, no line goes over the edge, and it cuts once, at the end', () => {
  fc.assert(
    fc.property(anyReceipt, anyPaper, (receipt, paper) => {
      const items = print(receipt, paper)
      for (const item of items) {
        if (item.kind !== 'line') continue
        expect(item.isOverflowing, item.text).toBe(false)
        expect(item.text).toMatch(/^[ -~А-яЁёЄєЇїЎў°·√№¤■]*$/)
      }
      expect(items.filter(item => item.kind === 'cut')).toHaveLength(1)
      expect(items.at(-1)?.kind).toBe('cut')
      // The cutter is above the head: what is printed last has to be past it.
      expect(items.slice(0, -1).findLast(item => item.kind !== 'line' || item.text === '')).toEqual({
        kind: 'feed',
        lines: 3
      })
      expect(items.filter(item => item.kind === 'rows')).toEqual([])
      expect(paperLines(items)).toContain('Не является кассовым чеком')
    }),
    { numRuns: 300 }
  )
})

test('a buyer’s words come out letter by letter, however many they are', () => {
  fc.assert(
    fc.property(safeText, anyPaper, (comment, paper) => {
      expect(printedComment(comment, paper).replaceAll(' ', '')).toBe(comment.replaceAll(' ', ''))
    }),
    { numRuns: 200 }
  )
})

test('words stay whole as long as they fit on a line', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...SAFE_LETTERS), minLength: 1, maxLength: 32 }), {
    minLength: 1,
    maxLength: 80
  })
  fc.assert(
    fc.property(words, anyPaper, (words, paper) => {
      fc.pre(words.every(word => !/^-+$/.test(word)))
      expect(printedComment(words.join(' '), paper).split(' ')).toEqual(words)
    })
  )
})

test('no letter of any script disappears without a trace', () => {
  const visible = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
    .filter(text => /^[\p{L}\p{N}\p{S}\p{P}]/u.test(text))
  fc.assert(
    fc.property(fc.array(visible, { minLength: 1, maxLength: 40 }), graphemes => {
      const printed = printedComment(`начало ${graphemes.join(' ')}`).split(' ')
      expect(printed.length).toBeGreaterThanOrEqual(graphemes.length + 1)
    }),
    { numRuns: 200 }
  )
})

test('order, sticker, article and amounts are read in full on either paper', () => {
  fc.assert(
    fc.property(safeText, safeText, shared.orderId, anyPaper, (article, packer, orderId, paper) => {
      const text = letters({ ...SLIP, article, packer, orderId }, paper)
      expect(text).toContain(`Заказ${orderId}Стикер:2316489753`)
      if (article !== '') expect(text).toContain(`Артикул:${article.replaceAll(' ', '')}`)
      if (packer !== '') expect(text).toContain(`Собрал:${packer.replaceAll(' ', '')}`)
    })
  )
})

test('the order’s number stands on one line, in threes', () => {
  fc.assert(
    fc.property(shared.orderId, anyPaper, (orderId, paper) => {
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
    fc.property(shared.orderId, anyPaper, (orderId, paper) => {
      const codes = print({ ...PICKUP, orderId }, paper).filter(item => item.kind === 'qr')
      expect(codes.map(code => code.text)).toEqual([`ORDER-${orderId}`])
      expect(decodeScan(`ORDER-${orderId}`)).toMatchObject({ kind: 'unknown', reason: 'notRecognised' })
    })
  )
})
