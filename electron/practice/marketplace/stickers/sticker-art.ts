/** What a label says: a QR code, a small and a large number, and a note. */
export interface Label {
  readonly code: string
  readonly small: string
  readonly large: string
  /** Latin letters only: the printer's own font knows no Cyrillic. */
  readonly note: string
}

export type LabelSize = '58x40' | '40x30'
export type Orientation = 'portrait' | 'landscape'

/** A line of text in a column: all in mm. */
interface TextPlace {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly column: number
}

/** In mm; `code` is the square that the QR code has to fit. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly code: { readonly x: number; readonly y: number; readonly side: number }
  readonly small: TextPlace
  readonly large: TextPlace
  readonly note: TextPlace
}

export const LAYOUTS: Readonly<Record<`${LabelSize} ${Orientation}`, Layout>> = {
  '58x40 landscape': {
    width: 58,
    height: 40,
    code: { x: 2, y: 2, side: 27 },
    small: { x: 31, y: 3, height: 7, column: 25 },
    large: { x: 31, y: 13, height: 14, column: 25 },
    note: { x: 2, y: 33, height: 4, column: 54 }
  },
  '40x30 landscape': {
    width: 40,
    height: 30,
    code: { x: 1.5, y: 1.5, side: 19 },
    small: { x: 21.5, y: 2, height: 5, column: 17 },
    large: { x: 21.5, y: 9.5, height: 10, column: 17 },
    note: { x: 1.5, y: 24, height: 3.5, column: 37 }
  },
  '58x40 portrait': {
    width: 40,
    height: 58,
    code: { x: 4.5, y: 2, side: 31 },
    small: { x: 4.5, y: 35, height: 6, column: 31 },
    large: { x: 4.5, y: 41, height: 10, column: 31 },
    note: { x: 4.5, y: 52, height: 4, column: 31 }
  },
  '40x30 portrait': {
    width: 30,
    height: 40,
    code: { x: 4, y: 1.5, side: 22 },
    small: { x: 4, y: 24.5, height: 4.5, column: 22 },
    large: { x: 4, y: 29, height: 7, column: 22 },
    note: { x: 4, y: 36.5, height: 2.5, column: 22 }
  }
}

/** The width of a letter of the printer's scalable font, as a share of its nominal width. */
const LETTER_SHARE = 0.56
/** `^BQ` puts the symbol this many dots below its field origin. */
const QR_DROP = 10

/** The label as ZPL II for a head of `dotsPerMm` (8 is 203 dpi). */
export function zplOf(label: Label, size: LabelSize, orientation: Orientation, dotsPerMm: number): string {
  const layout = LAYOUTS[`${size} ${orientation}`]
  const dots = (mm: number) => Math.round(mm * dotsPerMm)
  const magnification = Math.min(10, Math.floor(dots(layout.code.side) / qrModules(label.code)))
  const text = ({ x, y, height, column }: TextPlace, value: string) => {
    const width = Math.min(dots(height), Math.floor(dots(column) / (value.length * LETTER_SHARE)))
    return `^FO${dots(x)},${dots(y)}^A0N,${dots(height)},${width}^FD${value}^FS`
  }
  return [
    '^XA',
    '^CI28',
    `^PW${dots(layout.width)}`,
    `^LL${dots(layout.height)}`,
    '^LH0,0',
    `^FO${dots(layout.code.x)},${Math.max(0, dots(layout.code.y) - QR_DROP)}^BQN,2,${magnification}^FDMA,${label.code}^FS`,
    text(layout.small, label.small),
    text(layout.large, label.large),
    text(layout.note, label.note),
    '^XZ',
    ''
  ].join('\n')
}

/** Modules a side of the QR code, level M: version 1 holds 14 bytes or 20 of the alphanumeric set, version 2 26 bytes. */
function qrModules(text: string): number {
  const isAlphanumeric = /^[0-9A-Z $%*+\-./:]*$/.test(text)
  if (text.length <= (isAlphanumeric ? 20 : 14)) return 21
  return text.length <= 26 ? 25 : 29
}
