import { PICK_SHEET } from '../../../shared/domain/printing/pick-sheet.ts'
import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { dots, innerBox, type Canvas, type Field } from './canvas.ts'
import { SMALLEST, textField, textInBox, textSize, textWidth } from './zpl-text.ts'

/** A part of a pick list: of each line the place and how many, below it what to take there. */
export function drawPickSheet(label: Extract<OwnLabel, { kind: 'pickSheet' }>, canvas: Canvas): readonly Field[] {
  const { left, top, right, bottom } = innerBox(canvas)
  const [gap, smallest] = [dots(canvas, PICK_SHEET.gap), textSize(canvas, SMALLEST)]
  const head = textSize(canvas, PICK_SHEET.head)
  const page = `${label.page} / ${label.pages}`
  const pageWidth = textWidth(page, head)
  const title = ['Подбор', label.title].filter(text => text !== '').join(': ')
  const titleBox = { x: left, y: top, width: right - left - pageWidth - gap, height: head }
  const step = Math.min(
    dots(canvas, PICK_SHEET.tallestLine),
    (bottom - top - head - gap) / Math.max(1, label.lines.length)
  )
  const size = Math.max(smallest, Math.min(textSize(canvas, 4), Math.floor(step * 0.45)))
  return [
    ...textInBox(titleBox, title, { largest: head, smallest }).fields,
    textField(right - pageWidth, top, head, page),
    ...label.lines.flatMap(({ place, article, count }, index) => {
      const y = Math.round(top + head + gap + index * step)
      const much = `${count} шт.`
      const muchWidth = textWidth(much, size)
      const letters = { largest: size, smallest }
      const where = { x: left, y, width: right - left - muchWidth - gap, height: size }
      const what = { x: left, y: Math.round(y + step * 0.47), width: right - left, height: size }
      return [
        ...textInBox(where, place || '—', letters).fields,
        textField(right - muchWidth, y, size, much),
        ...textInBox(what, article, letters).fields
      ]
    })
  ]
}
