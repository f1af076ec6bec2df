import { BadLabelError } from './bad-label.ts'
import { drawBitmap } from './bitmap.ts'
import { isBarcode, type DrawingCommand } from './zpl-commands.ts'

/** What the renderer draws as a printer does; of anything else it leaves out a part, or sets a barcode as text. */
const DRAWN: ReadonlySet<string> = new Set(
  'FO FT FD FV FS FB FH FW FR CF CI LR GB GC GD GF GS BY B2 B3 B7 BC BD BE BO BQ BX'.split(' ')
)
/** Code page 850, Windows-1252 and UTF-8: the encodings (`^CI`) that it knows. */
const ENCODINGS: readonly string[] = ['0', '13', '27', '28', '29', '30']
/** Fonts that it knows; any other is drawn in the label's default font. */
const OWN_FONTS = 'ABCDEFGH0@'
/** Beyond Latin-1 its font 0 has these and little else. */
const FONT_0_SIGNS = '–—‘’“”„•…‰‹›€™'
const MAX_ELLIPSE = 4096

/**
 * The commands as the renderer can draw them, the result being what a printer would print. Throws `BadLabelError` with the first
 * that it can't.
 */
export function forRenderer(commands: readonly DrawingCommand[]): readonly DrawingCommand[] {
  refuseMissingGlyphs(commands)
  return commands.flatMap(command => drawable(command))
}

function drawable(command: DrawingCommand): readonly DrawingCommand[] {
  const { name, args } = command
  if (name.startsWith('A')) return [command]
  switch (name) {
    case 'CI':
      return ENCODINGS.includes(args.trim()) ? [command] : refuse(name)
    // Two names of one command.
    case 'B0':
      return [{ name: 'BO', args }]
    case 'FP':
      return /^\s*(?:H\s*)?(?:,\s*0?\s*)?$/i.test(args) ? [] : refuse(name)
    case 'GE':
      return [{ name: 'GF', args: ellipse(args) }]
    default:
      return DRAWN.has(name) ? [command] : refuse(name)
  }
}

/** What font 0 lacks the renderer draws as an empty box. */
function refuseMissingGlyphs(commands: readonly DrawingCommand[]): void {
  let defaultFont = 'A'
  let field = { font: defaultFont, hex: '', isCode: false }
  for (const { name, args } of commands) {
    if (name === 'CF') defaultFont = args.charAt(0).toUpperCase() || defaultFont
    if (name === 'CF' || name === 'FS') field = { font: defaultFont, hex: '', isCode: false }
    else if (name === 'FH') field.hex = args.charAt(0) || '_'
    else if (name.startsWith('A')) field.font = OWN_FONTS.includes(name.charAt(1)) ? name.charAt(1) : defaultFont
    else if (isBarcode(name)) field.isCode = true
    const isText = (name === 'FD' || name === 'FV') && !field.isCode
    if (isText && field.font === '0' && !hasGlyphs(withoutHex(args, field.hex))) refuse('A0')
  }
}

/** One character a byte, those in hex among them. */
function withoutHex(args: string, announcer: string): string {
  const [first = '', ...rest] = announcer === '' ? [args] : args.split(announcer)
  return rest.reduce((text, part) => {
    const byte = /^[0-9A-F]{2}/i.exec(part)?.[0]
    return text + (byte === undefined ? announcer + part : String.fromCharCode(parseInt(byte, 16)) + part.slice(2))
  }, first)
}

function refuse(name: string): never {
  throw new BadLabelError('notHonoured', `^${name}`)
}

/** `args` has one character a byte of UTF-8, or of a code page that font 0 has whole. */
function hasGlyphs(args: string): boolean {
  const text = Buffer.from(args, 'latin1').toString('utf8')
  return [...text].every(sign => (sign.codePointAt(0) ?? 0) <= 0xff || sign === '\ufffd' || FONT_0_SIGNS.includes(sign))
}

/** `^GE` width, height, thickness, colour as the parameters of `^GF`. */
function ellipse(args: string): string {
  const [across = '', down = '', thick = '', colour = ''] = args.split(',').map(field => field.trim())
  const thickness = Math.max(1, Number(thick || '1'))
  const [width, height] = [across, down].map(field => Math.max(thickness, Number(field || '3')))
  const isFit = width !== undefined && height !== undefined && Math.max(width, height) <= MAX_ELLIPSE
  // White on white shows nothing, on black it needs what lies below.
  if (!isFit || /^W/i.test(colour)) return refuse('GE')
  const isInside = (x: number, y: number, inset: number) => {
    const [rx, ry] = [width / 2 - inset, height / 2 - inset]
    return rx > 0 && ry > 0 && ((x + 0.5 - width / 2) / rx) ** 2 + ((y + 0.5 - height / 2) / ry) ** 2 <= 1
  }
  const { rows } = drawBitmap(width, height, (x, y) => isInside(x, y, 0) && !isInside(x, y, thickness))
  const data = Buffer.from(rows).toString('hex').toUpperCase()
  return `A,${rows.length},${rows.length},${rows.length / height},${data}`
}
