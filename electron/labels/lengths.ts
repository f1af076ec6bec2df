import { BadLabelError } from './bad-label.ts'

/** Which parameters of a command are lengths, from 0; a font's letter is part of its name. */
const LENGTHS: { readonly [name: string]: readonly number[] } = {
  FO: [0, 1],
  FT: [0, 1],
  LH: [0, 1],
  PW: [0],
  LL: [0],
  LS: [0],
  LT: [0],
  GB: [0, 1, 2],
  GC: [0, 1],
  GD: [0, 1, 2],
  GE: [0, 1, 2],
  GS: [1, 2],
  CF: [1, 2],
  FB: [0, 2, 4],
  TB: [1, 2],
  B2: [1],
  B3: [2],
  B7: [1],
  BC: [1],
  BE: [1],
  BX: [1],
  // The last is a height; the first two count dots of a module.
  BY: [2]
}
/** Of these, the ones whose other parameters are dots whatever the unit, or no lengths at all. */
const WITHOUT_LENGTHS: readonly string[] = [
  'FD',
  'FV',
  'FS',
  'FH',
  'FW',
  'FR',
  'FP',
  'CI',
  'LR',
  'GF',
  'BQ',
  'B0',
  'BO'
]

/** A command with its lengths, given in a unit of so many dots (8 for mm), in dots; throws where it is not known which they are. */
export function inWholeDots(name: string, args: string, dotsAUnit: number): string {
  if (dotsAUnit === 1 || WITHOUT_LENGTHS.includes(name)) return args
  const places = name.startsWith('A') ? [1, 2] : LENGTHS[name]
  if (places === undefined) throw new BadLabelError('notHonoured', '^MU')
  return args
    .split(',')
    .map((field, at) => (places.includes(at) && field.trim() !== '' ? String(length(field, dotsAUnit)) : field))
    .join(',')
}

function length(field: string, dotsAUnit: number): number {
  const value = Number(field)
  if (!Number.isFinite(value)) throw new BadLabelError('notHonoured', '^MU')
  return Math.round(value * dotsAUnit)
}

/** Dots that a unit of `^MU` has on a head of 8 dots a mm; throws for a conversion between resolutions. */
export function dotsOfUnit(args: string): number {
  const [unit = '', from = '', to = ''] = args.split(',').map(field => field.trim().toUpperCase())
  const dots = { '': 1, D: 1, M: 8, I: 203 }[unit]
  if (dots === undefined || from !== to) throw new BadLabelError('notHonoured', '^MU')
  return dots
}

/** A field's place, each side with `by` added; a stray letter is passed over, parts of a dot are rounded, what is no number at all stays. */
export function moved(args: string, by: { readonly x: number; readonly y: number }): string {
  const [x = '', y = '', ...rest] = args.split(',')
  const place = [shifted(x, by.x), shifted(y, by.y)]
  return [...(args.includes(',') || by.y !== 0 ? place : place.slice(0, 1)), ...rest].join(',')
}

function shifted(field: string, by: number): string {
  const text = field.trim()
  if (text === '') return by === 0 ? field : String(by)
  const number = /^[A-Za-z]?([0-9]+(?:\.[0-9]*)?)[A-Za-z]?$/.exec(text)?.[1]
  if (number === undefined && by === 0) return field
  const start = Math.round(Number(number ?? text))
  if (Number.isNaN(start)) throw new BadLabelError('notHonoured', '^LH')
  return by === 0 && /^[0-9]+$/.test(text) ? field : String(start + by)
}
