import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { withCode } from './with-code.ts'

/** On a box of a supply: which one of how many, whose supply, and the code by which the marketplace knows it. */
export function drawBox(label: Extract<OwnLabel, { kind: 'box' }>, canvas: Canvas): readonly Field[] {
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  const inner = innerBox(canvas)
  const column = columnIn(canvas, inner)
  column.text(`Короб ${label.number} из ${label.boxes}`, { largest: mm(9), room: mm(9) })
  column.line()
  const rest = { ...inner, top: column.y }
  const { code, beside } = withCode(canvas, rest, label.boxId)
  const words = columnIn(canvas, beside)
  words.text(label.supplyName, { largest: mm(5.6), room: mm(12) })
  words.text(label.boxId ?? 'Номера короба ещё нет', { largest: mm(3.4) })
  return [...column.fields, ...code, ...words.fields]
}
