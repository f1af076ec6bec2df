import { dots, fieldText, type Canvas, type Field } from './canvas.ts'

/** `^BQ` puts the symbol this many dots below its field origin, whatever the resolution. */
const QR_DROP = 10
/** The largest that every printer knows. */
const LARGEST_MODULE = 10
/** White around a QR code in modules, as its standard asks. */
const QUIET_MODULES = 4

/** Versions 1 to 4: modules a side, and what they hold at correction level M in the alphanumeric set and in bytes. */
const VERSIONS = [
  { modules: 21, letters: 20, bytes: 14 },
  { modules: 25, letters: 38, bytes: 26 },
  { modules: 29, letters: 61, bytes: 42 },
  { modules: 33, letters: 90, bytes: 62 }
] as const

export interface Qr {
  readonly text: string
  /** Dots of one module. */
  readonly module: number
  /** Dots of a side without the white around it, and of that white. */
  readonly side: number
  readonly quiet: number
}

/** A QR code whose modules are about `millimetres` wide; null for a text that is no ASCII or too long for a label. */
export function qrFor(canvas: Canvas, text: string, millimetres: number): Qr | null {
  if (text === '' || !/^[\x20-\x7e]*$/.test(text)) return null
  const isAlphanumeric = /^[0-9A-Z $%*+./:-]*$/.test(text)
  const version = VERSIONS.find(({ letters, bytes }) => text.length <= (isAlphanumeric ? letters : bytes))
  if (version === undefined) return null
  const module = Math.max(1, Math.min(LARGEST_MODULE, Math.floor(dots(canvas, millimetres) + 0.01)))
  return { text, module, side: version.modules * module, quiet: QUIET_MODULES * module }
}

/** The code with its visible top left corner at `x`, `y`. */
export function qrField({ text, module }: Qr, x: number, y: number): Field {
  const data = fieldText(text)
  return { x, y: y - QR_DROP, zpl: `^BQN,2,${module}${data === text ? '' : '^FH_'}^FDMA,${data}` }
}
