import type { Box } from '../bitmap.ts'
import { dots, MARGIN, scaled, type Canvas, type Field } from './canvas.ts'
import { qrField, qrFor } from './qr.ts'

/** A QR code at the left of a box, as large as it fits, and the room beside it; the whole room where there is no code. */
export function withCode(
  canvas: Canvas,
  box: Box,
  text: string | null
): { readonly code: readonly Field[]; readonly beside: Box; readonly bottom: number } {
  const none = { code: [], beside: box, bottom: box.top }
  if (text === null) return none
  for (const wanted of [0.625, 0.5, 0.375]) {
    const qr = qrFor(canvas, text, scaled(canvas, wanted))
    if (qr === null) return none
    // The label's own margin is a part of the white around the code.
    const inset = Math.max(0, qr.quiet - dots(canvas, MARGIN))
    const top = box.top + Math.max(inset, qr.quiet - dots(canvas, 1.25))
    const beside = { ...box, left: box.left + inset + qr.side + qr.quiet }
    if (top + qr.side + inset > box.bottom || beside.right - beside.left < dots(canvas, 12)) continue
    return { code: [qrField(qr, box.left + inset, top)], beside, bottom: top + qr.side + qr.quiet }
  }
  return none
}
