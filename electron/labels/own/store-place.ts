import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { placeBarcode } from '../../../shared/domain/scanning/commands.ts'
import { innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { withCode } from './with-code.ts'

/** On a place of the store's shelf: its name, and the code that puts a parcel there. */
export function drawStorePlace(label: Extract<OwnLabel, { kind: 'storePlace' }>, canvas: Canvas): readonly Field[] {
  const { code, beside } = withCode(canvas, innerBox(canvas), placeBarcode(label.place))
  const column = columnIn(canvas, beside)
  const mm = (millimetres: number): number => scaled(canvas, millimetres)
  column.text('Место выдачи', { largest: mm(3.4), room: mm(3.4) })
  column.text(label.place, { largest: mm(12), room: mm(26) })
  return [...code, ...column.fields]
}
