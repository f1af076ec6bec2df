import { badgeBarcode } from '../../../shared/domain/scanning/commands.ts'
import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { BadLabelError } from '../bad-label.ts'
import { innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { qrField, qrFor } from './qr.ts'
import { SMALLEST, textInBox, textSize } from './zpl-text.ts'

/** A packer's code, name and number. */
export function drawBadge(label: Extract<OwnLabel, { kind: 'badge' }>, canvas: Canvas): readonly Field[] {
  const qr = qrFor(canvas, badgeBarcode(label.packerId), scaled(canvas, 0.875))
  if (qr === null) throw new BadLabelError('noLabel')
  const { left, right, bottom } = innerBox(canvas)
  const { side } = qr
  const quiet = Math.max(qr.quiet, left)
  const smallest = textSize(canvas, SMALLEST)
  const nameX = quiet + side + quiet
  const footY = quiet + side + quiet
  const name = { x: nameX, y: quiet, width: right - nameX, height: side }
  const id = { x: quiet, y: footY, width: right - quiet, height: bottom - footY }
  const [large, small] = [textSize(canvas, scaled(canvas, 6.75)), textSize(canvas, scaled(canvas, 5.6))]
  return [
    qrField(qr, quiet, quiet),
    ...textInBox(name, label.name, { largest: large, smallest, place: 'middle' }).fields,
    ...textInBox(id, label.packerId, { largest: small, smallest }).fields
  ]
}
