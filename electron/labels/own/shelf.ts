import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { inThrees } from '../receipts/amounts.ts'
import { innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'

/** On what lies on the problem shelf: which order, what it is, why it is there. */
export function drawShelf(label: Extract<OwnLabel, { kind: 'shelf' }>, canvas: Canvas): readonly Field[] {
  const column = columnIn(canvas, innerBox(canvas))
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  column.text('Полка проблем', { largest: 3.4, room: 3.4 })
  column.line()
  column.text(inThrees(label.orderId), { largest: mm(6.75), room: mm(6.75) })
  column.text(label.article, { largest: mm(5.6), room: mm(8.5) })
  column.text(label.reason, { largest: mm(4.5) })
  return column.fields
}
