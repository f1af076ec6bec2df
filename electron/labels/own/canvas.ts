import type { Millimetres } from '../../../shared/domain/printing/media.ts'
import type { Box } from '../bitmap.ts'

/** What an own label is drawn on. */
export interface Canvas {
  /** In dots. */
  readonly width: number
  readonly height: number
  readonly dotsPerMm: number
  readonly millimetres: Millimetres
  /** How much larger than on 58 × 40 mm things may be. */
  readonly scale: number
}

/** One field of a label; `x`, `y` in dots is its `^FO`. */
export interface Field {
  readonly x: number
  readonly y: number
  /** Everything behind `^FO`, up to `^FS`. */
  readonly zpl: string
}

/** White all around in mm: feeding and cutting are up to 2 mm off. */
export const MARGIN = 2

const USUAL = { width: 58, height: 40 }
const LEAST = 0.8
const MOST = 1.3

export function canvasOf(millimetres: Millimetres, dotsPerMm: number): Canvas {
  const { width, height } = millimetres
  const scale = Math.min(MOST, Math.max(LEAST, Math.min(width / USUAL.width, height / USUAL.height)))
  return { width: width * dotsPerMm, height: height * dotsPerMm, dotsPerMm, millimetres, scale }
}

/** Whole dots. */
export function dots({ dotsPerMm }: Canvas, millimetres: number): number {
  return Math.round(millimetres * dotsPerMm)
}

/** A length that grows with the label. */
export function scaled({ scale }: Canvas, millimetres: number): number {
  return millimetres * scale
}

/** Where text and boxes may stand: inside the margins. */
export function innerBox(canvas: Canvas): Box {
  const margin = dots(canvas, MARGIN)
  return { left: margin, top: margin, right: canvas.width - margin, bottom: canvas.height - margin }
}

/** A filled box, in dots. */
export function blackBox(x: number, y: number, width: number, height: number): Field {
  return { x, y, zpl: `^GB${width},${height},${Math.min(width, height)}` }
}

/** Lines around a box, drawn to its inside. */
export function frame(x: number, y: number, width: number, height: number, thickness: number): Field {
  return { x, y, zpl: `^GB${width},${height},${thickness}` }
}

/** Any text as the content of `^FD` under `^FH` with `hex`: what could be a command is written as hex, control characters as spaces. */
export function fieldText(text: string, hex: '_' | '\\' = '_'): string {
  let field = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    if (byte < 0x20 || byte === 0x7f) field += ' '
    else if (/[0-9A-Za-z .,:/()-]/.test(character)) field += character
    else field += `${hex}${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return field
}
