/** The printer's own scalable face with Cyrillic; under `^CI28` its text is UTF-8. */
const FACE = 'E:TT0003M_.TTF'
/** Distance of two lines' tops, in heights of the face. */
const LINE_STEP = 1.15
const ELLIPSIS = '…'

/** Any text as the content of `^FD` under `^FH`: what could be a command is written as hex, control characters as spaces. */
function fieldText(text: string): string {
  let field = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    if (byte < 0x20 || byte === 0x7f) field += ' '
    else if (/[0-9A-Za-z .,:/()-]/.test(character)) field += character
    else field += `_${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return field
}

/** One line of text, its box's top left corner at `x`, `y`, `height` dots high. */
export function textField(x: number, y: number, height: number, text: string): string {
  return `^FO${x},${y}^A@N,${height},,${FACE}^FH_^FD${fieldText(text)}^FS`
}

/** A filled box, in dots. */
export function blackBox(x: number, y: number, width: number, height: number): string {
  const thickness = Math.min(width, height)
  return `^FO${x},${y}^GB${width},${height},${thickness}^FS`
}

/** `^BQ` puts the symbol this many dots below its field origin. */
const QR_DROP = 10
/** A QR code of the smallest version; up to 20 capitals, digits and `-` fit at correction level M. */
const QR_MODULES = 21
const QR_TEXT_LIMIT = 20

/** Side of a QR code in dots, without its quiet zone of four modules. */
export function qrSide(module: number): number {
  return QR_MODULES * module
}

/** A QR code whose visible top left corner is at `x`, `y`, of modules `module` dots wide; throws on more than 20 characters. */
export function qrField(x: number, y: number, module: number, text: string): string {
  if (!/^[0-9A-Z-]+$/.test(text) || text.length > QR_TEXT_LIMIT)
    throw new Error(`too much for a small QR code: ${text}`)
  return `^FO${x},${y - QR_DROP}^BQN,2,${module}^FDMA,${text}^FS`
}

export interface TextBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Heights of the face in dots; a preview knows the multiples of 9 alone, a printer draws the same. */
const SIZES = [72, 63, 54, 45, 36, 27, 18] as const
export type TextSize = (typeof SIZES)[number]

export interface TextRules {
  readonly largest: TextSize
  readonly smallest?: TextSize
  readonly place?: 'top' | 'middle'
}

/**
 * Text in a box, as large as it fits, broken between words. What does not fit at the smallest size (18 unless told) is
 * broken anywhere and cut short with an ellipsis. `height` of the result: dots that were used.
 */
export function textInBox(
  box: TextBox,
  text: string,
  rules: TextRules
): { readonly zpl: string; readonly height: number } {
  const { size, lines } = fit(box, text, rules)
  const step = lineStep(size)
  const height = lines.length === 0 ? 0 : (lines.length - 1) * step + size
  const top = rules.place === 'middle' ? box.y + Math.max(0, Math.round((box.height - height) / 2)) : box.y
  return { zpl: lines.map((line, index) => textField(box.x, top + index * step, size, line)).join(''), height }
}

function fit(
  box: TextBox,
  text: string,
  { largest, smallest = 18 }: TextRules
): { readonly size: number; readonly lines: readonly string[] } {
  const words = text.split(/\s+/).filter(word => word !== '')
  for (const size of SIZES) {
    const isWhole = words.every(word => textWidth(word, size) <= box.width)
    if (size > largest || size <= smallest || !isWhole) continue
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

function lineStep(size: number): number {
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
