import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { blackBox, dots, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { SMALLEST, textField, textInBox, textSize, textWidth } from './zpl-text.ts'

/** The black bands show at the edge of a stack of stickers where one article ends and the next begins. */
export function drawSeparator(label: Extract<OwnLabel, { kind: 'separator' }>, canvas: Canvas): readonly Field[] {
  const { left, top, right, bottom } = innerBox(canvas)
  const [band, gap, smallest] = [dots(canvas, 3), dots(canvas, 1.5), textSize(canvas, SMALLEST)]
  const line = textSize(canvas, scaled(canvas, 5.6))
  const footY = bottom - band - gap - line
  const articleY = top + band + gap
  const count = `${label.count} шт.`
  const countWidth = textWidth(count, line)
  const article = { x: left, y: articleY, width: right - left, height: footY - gap - articleY }
  const colour = { x: left, y: footY, width: right - left - countWidth - gap, height: line }
  const largest = textSize(canvas, scaled(canvas, 9))
  return [
    blackBox(left, top, right - left, band),
    ...textInBox(article, label.article, { largest, smallest, place: 'middle' }).fields,
    ...textInBox(colour, label.colorCode, { largest: line, smallest, place: 'middle' }).fields,
    textField(right - countWidth, footY, line, count),
    blackBox(left, bottom - band, right - left, band)
  ]
}
