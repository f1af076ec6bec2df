import { BadLabelError } from './bad-label.ts'
import { latin1, parametersAt, type ZplToken } from './zpl-tokens.ts'

/** A full 58×40 label at 600 dpi has 160 kB; nothing larger is a sticker's picture. */
const MAX_GRAPHIC_BYTES = 262_144

/** `^GF` as text: a binary picture is written in hex, so that a normalised label holds no binary. */
export function graphicAsText(args: Uint8Array): string {
  const { fields, length } = parametersAt(args, 0, 4)
  const [format = '', count = '', total = '', perRow = ''] = fields.map(field => field.trim().toUpperCase())
  checkNumbers(total, perRow, count || total)
  const data = args.subarray(length)
  switch (format || 'A') {
    case 'A':
      return `A,${count || total},${total},${perRow},${latin1(data)}`
    case 'B':
      return `A,${total},${total},${perRow},${Buffer.from(data.subarray(0, Number(count)))
        .toString('hex')
        .toUpperCase()}`
    default:
      throw new BadLabelError('unreadableGraphic')
  }
}

/** A picture that the label first puts into the printer's memory (`~DG`): its name there, and the same as `^GF`. */
export function downloadedGraphic({ args }: ZplToken): { readonly name: string; readonly graphic: string } {
  const { fields, length } = parametersAt(args, 0, 3)
  const [name = '', total = '', perRow = ''] = fields.map(field => field.trim())
  checkNumbers(total, perRow)
  return { name: memoryName(name), graphic: `A,${total},${total},${perRow},${latin1(args.subarray(length)).trim()}` }
}

/** The picture that `^XG` recalls; null if it is not the label's own but something left in the printer. */
export function recalledGraphic(args: Uint8Array, graphics: ReadonlyMap<string, string>): string | null {
  const [name = '', across = '1', down = '1'] = latin1(args)
    .split(',')
    .map(field => field.trim())
  const graphic = graphics.get(memoryName(name))
  if (graphic === undefined) return null
  if ((across || '1') !== '1' || (down || '1') !== '1') throw new BadLabelError('unreadableGraphic')
  return graphic
}

/** `r:logo.grf` and `LOGO` are the same picture. */
function memoryName(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]:/, '')
    .replace(/\.[A-Z]*$/, '')
}

function checkNumbers(...numbers: readonly string[]): void {
  if (numbers.some(number => !/^[0-9]{1,6}$/.test(number) || Number(number) > MAX_GRAPHIC_BYTES)) {
    throw new BadLabelError('unreadableGraphic')
  }
}
