import { dotsPerMm, type PaperWidth, type PrinterProfile } from '../../shared/domain/printing/media.ts'
import type { LabelObstacle } from '../station/ports/ports.ts'
import { labelHead } from './label-head.ts'
import type { Source, Target } from './label-jobs.ts'
import { shiftOf, swapped, type Size } from './media.ts'

/** A label as far as it can be told without drawing it. */
export type LabelDraft =
  | { readonly kind: 'label'; readonly bytes: Uint8Array }
  | { readonly kind: 'impossible'; readonly why: LabelObstacle }
  /** To be drawn and put out as one picture. */
  | { readonly kind: 'print'; readonly sources: Source[]; readonly target: Target }

/** Dots of a receipt printer across its paper; it has 8 a mm. */
export const PAPER_DOTS: { readonly [paper in PaperWidth]: number } = { 58: 384, 80: 576 }
export const RECEIPT_DOTS_PER_MM = 8

/** The printer's end for a label that is `size` dots large before the printer's rotation turns it. */
export function targetFor(size: Size, printer: PrinterProfile): Target {
  const turned = printer.rotation % 180 === 0 ? size : swapped(size)
  if (printer.language === 'escpos') {
    const width = PAPER_DOTS[printer.paper]
    const { rotation: turn } = printer
    return { width, height: turned.height, dotsPerMm: RECEIPT_DOTS_PER_MM, turn, right: 0, down: 0, head: null }
  }
  return {
    ...turned,
    dotsPerMm: dotsPerMm(printer.dpi),
    turn: printer.rotation,
    ...shiftOf(printer),
    head: labelHead(turned, printer, false)
  }
}
