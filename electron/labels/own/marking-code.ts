import { GS } from '../../../shared/domain/codes/marking-structure.ts'
import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { BadLabelError } from '../bad-label.ts'
import { dots, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { dataMatrixField, dataMatrixFor } from './data-matrix.ts'

/** The narrowest column of text beside the symbol, in mm. */
const TEXT_WIDTH = 13

/** A unit's marking code once more, with the part that a person can compare: its signature is for machines. */
export function drawMarkingCode(label: Extract<OwnLabel, { kind: 'markingCode' }>, canvas: Canvas): readonly Field[] {
  const inner = innerBox(canvas)
  const gap = dots(canvas, 2)
  const room = Math.min(inner.bottom - inner.top, inner.right - inner.left - gap - dots(canvas, TEXT_WIDTH))
  const symbol = dataMatrixFor(canvas, label.code, scaled(canvas, 0.5), room)
  if (symbol === null) throw new BadLabelError('unreadableCode')
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  const words = columnIn(canvas, { ...inner, left: inner.left + symbol.side + gap })
  for (const line of readable(label.code)) words.text(line, { largest: mm(2.9), room: 9 })
  const below = { ...inner, top: Math.max(words.y, inner.top + symbol.side + gap) }
  const hasRoomBelow = below.bottom - below.top >= dots(canvas, 6)
  const what = hasRoomBelow ? columnIn(canvas, below) : words
  what.text(label.article, { largest: mm(4.5), room: mm(hasRoomBelow ? 16 : 9) })
  what.text(label.colorCode, { largest: mm(3.4) })
  return [dataMatrixField(symbol, inner.left, inner.top), ...words.fields, ...(hasRoomBelow ? what.fields : [])]
}

/** `(01)04600439931256` and `(21)5abc`; of other codes the part before the first GS. */
function readable(code: string): readonly string[] {
  const head = code.split(GS, 1)[0] ?? ''
  const [, gtin, serial] = /^01([0-9]{14})21(.*)$/.exec(head) ?? []
  return gtin === undefined || serial === undefined ? [head] : [`(01)${gtin}`, `(21)${serial}`]
}
