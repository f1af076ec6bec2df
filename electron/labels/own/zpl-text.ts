import { fieldText, type Canvas, type Field } from './canvas.ts'

/** The printer's own scalable face with Cyrillic; under `^CI28` its text is UTF-8. */
const FACE = 'E:TT0003M_.TTF'
/** Distance of two lines' tops, in heights of the face. */
const LINE_STEP = 1.15
const ELLIPSIS = '…'

/** One line of text, its box's top left corner at `x`, `y`, `height` dots high. */
export function textField(x: number, y: number, height: number, text: string): Field {
  return { x, y, zpl: `^A@N,${height},,${FACE}^FH_^FD${fieldText(text)}` }
}

export interface TextBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A preview knows the face in heights that are multiples of this many dots alone; a printer draws the same. */
const SIZE_STEP = 9
/** The smallest letters that a person reads at a glance, in mm. */
export const SMALLEST = 2.25

/** The face's height in dots nearest below so many mm. */
export function textSize({ dotsPerMm }: Canvas, millimetres: number): number {
  return Math.max(1, Math.floor((millimetres * dotsPerMm) / SIZE_STEP + 0.05)) * SIZE_STEP
}

export interface TextRules {
  /** Heights in dots, by `textSize`; no higher than the box in any case. */
  readonly largest: number
  readonly smallest: number
  readonly place?: 'top' | 'middle'
}

/**
 * Text in a box, as large as it fits, broken between words. What does not fit at the smallest size is broken anywhere and
 * cut short with an ellipsis. `height` of the result: dots that were used.
 */
export function textInBox(
  box: TextBox,
  text: string,
  rules: TextRules
): { readonly fields: readonly Field[]; readonly height: number } {
  const { size, lines } = fit(box, text, rules)
  const step = lineStep(size)
  const height = lines.length === 0 ? 0 : (lines.length - 1) * step + size
  const top = rules.place === 'middle' ? box.y + Math.max(0, Math.round((box.height - height) / 2)) : box.y
  return { fields: lines.map((line, index) => textField(box.x, top + index * step, size, line)), height }
}

function fit(
  box: TextBox,
  text: string,
  { largest, smallest }: TextRules
): { readonly size: number; readonly lines: readonly string[] } {
  const words = text.split(/\s+/).filter(word => word !== '')
  for (let size = largest; size > smallest; size -= SIZE_STEP) {
    const isWhole = words.every(word => textWidth(word, size) <= box.width)
    if (size > box.height || !isWhole) continue
    const lines = fillLines(words, box.width, size)
    if (lines.length <= linesIn(box.height, size)) return { size, lines }
  }
  const pieces = words.flatMap(word => breakWord(word, box.width, smallest))
  const lines = fillLines(pieces, box.width, smallest)
  const room = linesIn(box.height, smallest)
  if (lines.length <= room) return { size: smallest, lines }
  const rest = lines.slice(room - 1).join(' ')
  const last = breakWord(rest, box.width - textWidth(ELLIPSIS, smallest), smallest)[0] ?? ''
  return { size: smallest, lines: [...lines.slice(0, room - 1), last.trimEnd() + ELLIPSIS] }
}

/** Distance of two lines' tops. */
export function lineStep(size: number): number {
  return Math.ceil(size * LINE_STEP)
}

function linesIn(height: number, size: number): number {
  return Math.max(1, 1 + Math.floor((height - size) / lineStep(size)))
}

function fillLines(words: readonly string[], width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const letters = new Intl.Segmenter()

/** Pieces no wider than the box, never within a letter and its accents. */
function breakWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = []
  for (const { segment } of letters.segment(word)) {
    const longer = (pieces.at(-1) ?? '') + segment
    if (pieces.length > 0 && textWidth(longer, size) <= width) pieces[pieces.length - 1] = longer
    else pieces.push(segment)
  }
  return pieces
}

/** A generous estimate, in dots: printers differ in the face that hides behind the name. */
export function textWidth(text: string, size: number): number {
  let heights = 0
  for (const character of text) heights += characterWidth(character)
  return Math.ceil(heights * size)
}

/** In heights of the face; a preview's letters are all two thirds wide. */
function characterWidth(character: string): number {
  if (/[MWmw@%ЖМФШЩЫЮжмфшщыю—…]/.test(character) || character > '\u04ff') return 0.9
  return /[A-ZА-ЯЁ]/.test(character) ? 0.7 : 0.67
}
