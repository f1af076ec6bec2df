import { BadLabelError } from './bad-label.ts'
import { latin1, parametersAt } from './zpl-tokens.ts'

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
      throw new BadLabelError('unreadableGraphic', '^GF')
  }
}

/** A picture of the printer's memory (`~DG`) as the parameters of `^GF`. */
export function storedGraphic(total: string, perRow: string, data: string): string {
  const numbers = [total, perRow].map(number => number.trim())
  checkNumbers(...numbers)
  return `A,${total.trim()},${numbers.join(',')},${data.trim()}`
}

function checkNumbers(...numbers: readonly string[]): void {
  if (numbers.some(number => !/^[0-9]{1,6}$/.test(number) || Number(number) > MAX_GRAPHIC_BYTES)) {
    throw new BadLabelError('unreadableGraphic', '^GF')
  }
}
