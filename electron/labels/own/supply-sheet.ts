import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import type { Box } from '../bitmap.ts'
import { dayAndTime } from '../receipts/amounts.ts'
import { dots, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { withCode } from './with-code.ts'
import { lineStep, SMALLEST, textField, textInBox, textSize, textWidth } from './zpl-text.ts'

type SupplySheet = Extract<OwnLabel, { kind: 'supplySheet' }>

/** On a pile of parcels: whose supply, how many, what is in it; its code opens the supply when scanned. */
export function drawSupplySheet(label: SupplySheet, canvas: Canvas): readonly Field[] {
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  const inner = innerBox(canvas)
  const { code, beside, bottom } = withCode(canvas, inner, label.remoteId)
  const words = columnIn(canvas, beside)
  words.text(label.name, { largest: mm(5.6), room: mm(8.5) })
  words.text(label.remoteId ?? 'Номера поставки ещё нет', { largest: mm(3.4), room: 2 * SMALLEST + 1 })
  words.text(ordersInWords(label.orders), { largest: mm(4.5), room: 5 })
  words.text(whenMade(label.at), { largest: mm(3.4), room: mm(4) })
  const below = columnIn(canvas, { ...inner, top: Math.max(bottom, words.y) })
  if (label.articles.length > 0 && below.room() > dots(canvas, 2 * SMALLEST)) below.line()
  const list = { ...inner, top: below.y }
  return [...code, ...words.fields, ...below.fields, ...drawArticles(label.articles, list, canvas)]
}

interface Row {
  readonly text: string
  readonly count: string
}

/** As many lines as there is room for, large ones if all fit; the last says what did not fit. */
function drawArticles(articles: SupplySheet['articles'], box: Box, canvas: Canvas): readonly Field[] {
  const gap = dots(canvas, 1)
  const small = textSize(canvas, SMALLEST)
  const rows = articles.map(({ article, colorCode, count }) => ({
    text: [article, colorCode].filter(text => text !== '').join(', '),
    count: `${count} шт.`
  }))
  const fits = (size: number): boolean =>
    rows.length <= linesIn(box, size) &&
    rows.every(({ text, count }) => textWidth(text, size) + gap + textWidth(count, size) <= box.right - box.left)
  const size = [textSize(canvas, 4.5), textSize(canvas, 3.4)].find(fits) ?? small
  const lines = linesIn(box, size)
  const shown = rows.length <= lines ? rows : [...rows.slice(0, Math.max(0, lines - 1)), lastRow(articles, lines - 1)]
  return shown.slice(0, lines).flatMap(({ text, count }, index) => {
    const y = box.top + index * lineStep(size)
    const countWidth = textWidth(count, size)
    const width = box.right - box.left - countWidth - gap
    const words = textInBox({ x: box.left, y, width, height: size }, text, { largest: size, smallest: size })
    return [...words.fields, textField(box.right - countWidth, y, size, count)]
  })
}

/** Whole lines in a box, perhaps none. */
function linesIn({ top, bottom }: Box, size: number): number {
  return Math.max(0, 1 + Math.floor((bottom - top - size) / lineStep(size)))
}

function lastRow(articles: SupplySheet['articles'], shown: number): Row {
  const rest = articles.slice(Math.max(0, shown))
  const sum = rest.reduce((total, { count }) => total + count, 0)
  return { text: `${rest.length === articles.length ? '' : 'и ещё '}${rest.length} арт.`, count: `${sum} шт.` }
}

const FORMS: { readonly [form in Intl.LDMLPluralRule]?: string } = { one: 'заказ', few: 'заказа' }

function ordersInWords(count: number): string {
  return `${count} ${FORMS[new Intl.PluralRules('ru').select(count)] ?? 'заказов'}`
}

/** `26.11 08:05`: nobody keeps a pile for a year. */
function whenMade(at: number): string {
  return dayAndTime(at).replace(/\.[0-9]{4}/, '')
}
