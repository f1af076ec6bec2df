import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { blackBox, dots, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { SMALLEST, textField, textInBox, textSize, textWidth } from './zpl-text.ts'

/**
 * The black bands show at the edge of a stack of stickers where one article ends and the next begins. Where the card or
 * the seller's list says more, its name stands below the article, and the place to fetch it from at the foot.
 */
export function drawSeparator(label: Extract<OwnLabel, { kind: 'separator' }>, canvas: Canvas): readonly Field[] {
  const { left, top, right, bottom } = innerBox(canvas)
  const [band, gap, smallest] = [dots(canvas, 3), dots(canvas, 1.5), textSize(canvas, SMALLEST)]
  const line = textSize(canvas, scaled(canvas, 5.6))
  const small = textSize(canvas, scaled(canvas, 3.4))
  const width = right - left
  const footY = bottom - band - gap - line
  const nameY = label.name === '' ? footY : footY - gap - small
  const articleY = top + band + gap
  const count = `${label.count} шт.`
  const countWidth = textWidth(count, line)
  const article = { x: left, y: articleY, width, height: nameY - gap - articleY }
  const foot = { x: left, y: footY, width: width - countWidth - gap, height: line }
  const largest = textSize(canvas, scaled(canvas, 9))
  const named = [label.article, label.place === '' ? '' : label.colorCode].filter(text => text !== '').join(', ')
  return [
    blackBox(left, top, width, band),
    ...textInBox(article, named, { largest, smallest, place: 'middle' }).fields,
    ...(label.name === ''
      ? []
      : textInBox({ x: left, y: nameY, width, height: small }, label.name, { largest: small, smallest }).fields),
    ...textInBox(foot, label.place || label.colorCode, { largest: line, smallest, place: 'middle' }).fields,
    textField(right - countWidth, footY, line, count),
    blackBox(left, bottom - band, width, band)
  ]
}
