import { dotsPerMm, type Millimetres, type PrinterProfile } from '../../shared/domain/printing/media.ts'

/** Of one unit: dots or mm. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Dots a mm of a 203 dpi head, for which the marketplace draws its ZPL. */
export const STICKER_DOTS_PER_MM = 8

export function inDots({ width, height }: Millimetres, dotsAMm: number): Size {
  return { width: width * dotsAMm, height: height * dotsAMm }
}

/** Turned by a quarter. */
export function swapped({ width, height }: Size): Size {
  return { width: height, height: width }
}

/** What a printer's offset takes from every field's place: dots to the right and down. */
export function shiftOf(printer: Pick<PrinterProfile, 'dpi' | 'offsetX' | 'offsetY'>): {
  readonly right: number
  readonly down: number
} {
  const tenth = dotsPerMm(printer.dpi) / 10
  // The sum with 0 makes 0 of -0.
  return { right: 0 - Math.round(printer.offsetX * tenth), down: 0 - Math.round(printer.offsetY * tenth) }
}
