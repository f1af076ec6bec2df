import fc from 'fast-check'
import { composeReceipt } from '../../electron/labels/receipts/compose-receipt.ts'
import { PAPER_WIDTHS, type PaperWidth } from '../../shared/domain/printing/media.ts'
import type { Receipt } from '../../shared/domain/printing/print-jobs.ts'
import { readEscpos, type PaperItem } from './escpos-reader.ts'

type PackingSlip = Extract<Receipt, { kind: 'packingSlip' }>
type PickupReceipt = Extract<Receipt, { kind: 'pickupReceipt' }>

export const COLUMNS = { 58: 32, 80: 48 } as const
const DOTS = { 58: 384, 80: 576 } as const
const AT = new Date(2026, 10, 26, 8, 5).getTime()

export const SLIP: PackingSlip = {
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
export const PICKUP: PickupReceipt = {
  kind: 'pickupReceipt',
  orderId: 1_383_371_100,
  currencyCode: 643,
  at: AT,
  lines: [
    { title: 'Кружка керамическая с ручкой, 350 мл, подарочная', quantity: 2, price: 101_450 },
    { title: 'Нож', quantity: 1, price: 1_234_567_800 }
  ]
}

export const ROUTE: Extract<Receipt, { kind: 'routeSheet' }> = {
  kind: 'routeSheet',
  at: AT,
  stops: [
    {
      told: '3711',
      when: '26.11, 15:00–16:00',
      movedFrom: '25.11, 10:00–12:00',
      isExpress: true,
      address: 'г. Образцово, ул. Учебная, д. 7, кв. 12',
      name: 'Покупатель 12',
      phone: '+7 900 000-00-12 доб. 4321',
      comment: 'Домофон не работает'
    },
    {
      told: '3712',
      when: '26.11, 15:00–18:00',
      movedFrom: '',
      isExpress: false,
      address: '',
      name: '',
      phone: '',
      comment: ''
    }
  ]
}

export function print(receipt: Receipt, paper: PaperWidth): PaperItem[] {
  return readEscpos(composeReceipt(receipt, paper), DOTS[paper])
}

export function paperLines(items: readonly PaperItem[]): string[] {
  return items.flatMap(item => (item.kind === 'line' ? [item.text] : []))
}

/** All that is read on the paper, without regard to where lines end. */
export function letters(receipt: Receipt, paper: PaperWidth = 80): string {
  return paperLines(print(receipt, paper)).join('').replaceAll(' ', '')
}

/** A comment of some buyer, as it comes out on paper: what stands between its heading and the rule below it. */
export function printedComment(comment: string, paper: PaperWidth = 80): string {
  const lines = paperLines(print({ ...SLIP, comment }, paper))
  const from = lines.indexOf('Комментарий:')
  if (from < 0) return ''
  const end = lines.indexOf('-'.repeat(COLUMNS[paper]), from)
  return lines.slice(from + 1, end).join(' ')
}

/** Everything that PC866 has in letters, and printable ASCII. */
export const SAFE_LETTERS = [
  ...Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index)),
  ...'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяЄєЇїЎў°·√№¤■'
]
export const safeText = fc
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
export const anyOrderId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const common = {
  orderId: anyOrderId,
  currencyCode: fc.oneof(fc.constant(643), fc.integer({ min: 1, max: 999 })),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 })
}
export const anyReceipt: fc.Arbitrary<Receipt> = fc.oneof(
  fc.record({
    kind: fc.constant('packingSlip' as const),
    ...common,
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
    ...common,
    lines: fc.array(fc.record({ title: hostileText, quantity: fc.integer({ min: 1, max: 9999 }), price: amount }), {
      maxLength: 8
    })
  })
)
export const anyPaper = fc.constantFrom(...PAPER_WIDTHS)
