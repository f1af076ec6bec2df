import { cut, enlarge, inkBox, place, turn, type Bitmap, type Box } from './bitmap.ts'
import { graphicField } from './graphic-field.ts'
import { wholeLabel } from './label-head.ts'
import type { Done, Target } from './label-jobs.ts'
import { escposRaster } from './receipts/raster.ts'

/** A drawing of `dotsPerMm` as one label in the printer's language: a dot of it is a square of whole dots there, never larger than it was drawn. */
export function printBitmap(drawing: Bitmap, dotsPerMm: number, target: Target): Done {
  const factor = Math.max(1, Math.floor(target.dotsPerMm / dotsPerMm))
  const turned = enlarge(turn(drawing, target.turn), factor)
  const ink = inkBox(turned)
  if (ink === null) return { kind: 'impossible', why: 'badLabel', detail: 'the label is white' }
  const [width, height] = [ink.right - ink.left, ink.bottom - ink.top]
  if (width > target.width) return { kind: 'impossible', why: 'tooWide', detail: `${width} of ${target.width} dots` }
  if (height > target.height) return { kind: 'impossible', why: 'badLabel', detail: `${height} dots high` }
  const x = position(turned.width, target.width, ink.left, width, target.right)
  const y = position(turned.height, target.height, ink.top, height, target.down)
  return { kind: 'label', bytes: inLanguage(turned, ink, x, y, target) }
}

/** Where the ink goes along one side: the drawing in the middle, or its ink alone if it is larger than the label. */
function position(drawing: number, room: number, inkStart: number, ink: number, shift: number): number {
  const middle = drawing <= room ? Math.floor((room - drawing) / 2) + inkStart : Math.floor((room - ink) / 2)
  return Math.min(Math.max(0, middle + shift), room - ink)
}

function inLanguage(drawing: Bitmap, ink: Box, x: number, y: number, { head, width, height }: Target): Uint8Array {
  const inked = cut(drawing, ink)
  if (head === null) return escposRaster(place(inked, { width, height, x, y }))
  return Buffer.from(wholeLabel(head, graphicField(inked, x, y)), 'latin1')
}
