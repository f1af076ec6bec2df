import { dotsPerMm, mediaMillimetres, type Millimetres, type PrinterProfile } from '../../shared/domain/media.ts'

/** In dots. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Dots a mm of a 203 dpi head, for which the marketplace draws its ZPL. */
export const STICKER_DOTS_PER_MM = 8

/** Size in dots of a label as it leaves the printer. */
export function mediaDots({ media, dpi }: Pick<PrinterProfile, 'media' | 'dpi'>): Size {
  return inDots(mediaMillimetres(media), dotsPerMm(dpi))
}

export function inDots({ width, height }: Millimetres, dotsAMm: number): Size {
  return { width: width * dotsAMm, height: height * dotsAMm }
}

/** Turned by a quarter. */
export function swapped<Sides extends { readonly width: number; readonly height: number }>({
  width,
  height
}: Sides): { readonly width: number; readonly height: number } {
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
