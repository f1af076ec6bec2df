import fc from 'fast-check'
import { expect } from 'vitest'
import { tokenizeZpl } from '../../electron/labels/zpl-tokens.ts'
import { dotsPerMm, mediaMillimetres, type PrinterProfile } from '../../shared/domain/printing/media.ts'

/** Texts that would be commands, were they let. */
export const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '^XZ~JR^XA',
    '_5EXZ',
    '^FS^FO0,0^GB999,999,99^FS',
    '\u0002\u0003\u0010\u001e',
    '\\&',
    '~DGR:A,1,1,F',
    '\u001d|1_1'
  )
)

const ALLOWED = /^\^(XA|PW|LL|MM|PO|LH|LS|LT|PM|JM|MU|LR|FW|BY|CF|CI|FO|GB|A@|FH|FD|FS|BQ|BX|PQ|XZ)$/

/** One whole label, once, of its printer's size, with no command but those of our own drawings. */
export function checkCommands(bytes: Uint8Array, { media, dpi }: PrinterProfile): void {
  const tokens = tokenizeZpl(bytes)
  const names = tokens.map(token => token.prefix + token.name)
  expect(names.filter(name => name === '^XA' || name === '^XZ' || name === '^PQ')).toEqual(['^XA', '^PQ', '^XZ'])
  expect(names.filter(name => !ALLOWED.test(name))).toEqual([])
  expect(bytes.every(byte => byte >= 0x20 || byte === 0x0a)).toBe(true)
  const { width, height } = mediaMillimetres(media)
  const [right, bottom] = [width * dotsPerMm(dpi), height * dotsPerMm(dpi)]
  expect(Buffer.from(bytes).toString('latin1')).toMatch(new RegExp(`^\\^XA\\^PW${right}\\^LL${bottom}\\^`))
  for (const { name, args } of tokens) {
    if (name !== 'FO') continue
    const [x = NaN, y = NaN] = Buffer.from(args).toString('latin1').split(',').map(Number)
    expect(x >= 0 && x < right && y >= 0 && y < bottom, `^FO${x},${y}`).toBe(true)
  }
}

/** Everything that is written on a label, field by field. */
export function textOf(bytes: Uint8Array): string {
  const fields = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\^A@[^^]*\^FH_\^FD([^^]*)\^FS/g)
  ]
  const hex = fields.map(([, field = '']) =>
    field.replace(/_([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  )
  return Buffer.from(hex.join(' '), 'latin1').toString('utf8')
}
