import { GS } from '../../../shared/domain/codes/marking-structure.ts'
import { dots, fieldText, type Canvas, type Field } from './canvas.ts'

/** Square symbols: modules a side, and how many code words they hold. */
const SYMBOLS = [
  [10, 3],
  [12, 5],
  [14, 8],
  [16, 12],
  [18, 18],
  [20, 22],
  [22, 30],
  [24, 36],
  [26, 44],
  [32, 62],
  [36, 86],
  [40, 114],
  [44, 144],
  [48, 174]
] as const

/** FNC1 by `^BX`'s own escape: `|1`; characters that may stand for `|`, since a code may hold any of them. */
const ESCAPES = [...'|#$@[]{}`!%&*+;<=>?_']

export interface DataMatrix {
  /** The code with real GS characters. */
  readonly code: string
  readonly escape: string
  readonly module: number
  /** Dots of a side at most: a printer with a clever encoder may draw it smaller. */
  readonly side: number
}

/** A GS1 Data Matrix of modules at most `millimetres` wide in a square of `room` dots; null if it does not fit, or is not ASCII. */
export function dataMatrixFor(canvas: Canvas, code: string, millimetres: number, room: number): DataMatrix | null {
  const escape = ESCAPES.find(character => !code.includes(character))
  // oxlint-disable-next-line no-control-regex -- GS is one
  if (escape === undefined || !/^[\u001d\x21-\x7e]+$/.test(code)) return null
  const words = 1 + code.replace(/[0-9]{2}/g, '0').length
  const modules = SYMBOLS.find(([, capacity]) => capacity >= words)?.[0]
  if (modules === undefined) return null
  const module = Math.min(dots(canvas, millimetres), Math.floor(room / modules))
  return module < 2 ? null : { code, escape, module, side: modules * module }
}

/** The symbol with its top left corner at `x`, `y`: FNC1 first, and for every GS. */
export function dataMatrixField({ code, escape, module }: DataMatrix, x: number, y: number): Field {
  const separator = fieldText(`${escape}1`, '\\')
  const text = code
    .split(GS)
    .map(part => fieldText(part, '\\'))
    .join(separator)
  return { x, y, zpl: `^BXN,${module},200,,,,${escape},1^FH\\^FD${separator}${text}` }
}
