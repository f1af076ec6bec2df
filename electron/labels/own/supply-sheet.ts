import type { OwnLabel } from '../../../shared/domain/print-jobs.ts'
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

/** As many lines as there is room for; the last says what did not fit. */
function drawArticles(articles: SupplySheet['articles'], box: Box, canvas: Canvas): readonly Field[] {
  const smallest = textSize(canvas, SMALLEST)
  const room = Math.max(0, 1 + Math.floor((box.bottom - box.top - smallest) / lineStep(smallest)))
  const size = articles.length * 2 <= room ? textSize(canvas, 3.4) : smallest
  const lines = Math.max(0, 1 + Math.floor((box.bottom - box.top - size) / lineStep(size)))
  if (lines === 0) return []
  const shown = articles.length <= lines ? articles : articles.slice(0, lines - 1)
  const rest = articles.slice(shown.length)
  const rows = shown.map(({ article, colorCode, count }) => ({
    text: [article, colorCode].filter(text => text !== '').join(', '),
    count: `${count} шт.`
  }))
  if (rest.length > 0) {
    const sum = rest.reduce((total, { count }) => total + count, 0)
    rows.push({ text: `${shown.length === 0 ? '' : 'и ещё '}${rest.length} арт.`, count: `${sum} шт.` })
  }
  return rows.flatMap(({ text, count }, index) => {
    const y = box.top + index * lineStep(size)
    const countWidth = textWidth(count, size)
    const width = box.right - box.left - countWidth - dots(canvas, 1)
    const words = textInBox({ x: box.left, y, width, height: size }, text, { largest: size, smallest: size })
    return [...words.fields, textField(box.right - countWidth, y, size, count)]
  })
}

const FORMS: { readonly [form in Intl.LDMLPluralRule]?: string } = { one: 'заказ', few: 'заказа' }

function ordersInWords(count: number): string {
  return `${count} ${FORMS[new Intl.PluralRules('ru').select(count)] ?? 'заказов'}`
}

/** `26.11 08:05`: nobody keeps a pile for a year. */
function whenMade(at: number): string {
  return dayAndTime(at).replace(/\.[0-9]{4}/, '')
}
