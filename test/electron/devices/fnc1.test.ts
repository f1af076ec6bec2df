import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../../../electron/devices/scanners/framing.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import { SCAN_ENCODINGS } from '../../../shared/domain/scanning/scanners.ts'
import { markingCode } from '../../shared/domain/arbitraries.ts'

const GS = '\u001d'
const ITEM = `]d2010460009992981510LOT7${GS}17300912`
const ASCII = new TextEncoder()

/** The bytes of a text with `written` in the place of each GS. */
function written(text: string, separator: readonly number[]): Uint8Array {
  return Uint8Array.from(text.split(GS).flatMap((part, at) => [...(at === 0 ? [] : separator), ...ASCII.encode(part)]))
}

/** What scanners write for FNC1, by byte. */
const SEPARATORS: readonly (readonly number[])[] = [
  [0x1d],
  [0xe8],
  [0xf1],
  [0x80],
  [0x9d],
  [0xab],
  [0xff],
  [0x00],
  [0x1c],
  [0x1e],
  [0x1f],
  [0x7f],
  // In UTF-8: è, ñ, ↔, a private one, the replacement character.
  [0xc3, 0xa8],
  [0xc3, 0xb1],
  [0xe2, 0x86, 0x94],
  [0xee, 0x80, 0x9d],
  [0xef, 0xbf, 0xbd],
  // No UTF-8 at all.
  [0xc3, 0x28 + 0x80, 0xc3],
  ...['<GS>', '^]', '\\x1d', '{FNC1}', '|', '~'].map(text => [...ASCII.encode(text)])
]

test.each(SEPARATORS.map(separator => [Buffer.from(separator).toString('hex'), separator] as const))(
  'FNC1 written as 0x%s is found whatever the encoding',
  (_, separator) => {
    const code = `010460009992981521aB3dE${GS}91EE10${GS}92${'x/Y+'.repeat(11)}`
    for (const encoding of SCAN_ENCODINGS) {
      expect(decodeScan(decodeText(written(ITEM, separator), encoding))).toMatchObject({
        kind: 'product',
        barcode: '4600099929815',
        expiration: '12.09.2030'
      })
      const scan = decodeScan(decodeText(written(code, separator), encoding))
      expect(scan).toMatchObject({ kind: 'markingCode', check: { kind: 'ok', value: { code } } })
    }
  }
)

test('any marking code keeps every character, whatever byte stands for FNC1', () => {
  const byte = fc.oneof(fc.integer({ min: 0x7f, max: 0xff }), fc.constantFrom(0x1c, 0x1d, 0x1e, 0x1f))
  fc.assert(
    fc.property(markingCode, byte, fc.constantFrom(...SCAN_ENCODINGS), ({ code }, separator, encoding) => {
      expect(decodeText(written(code, [separator]), encoding)).toBe(code)
    })
  )
})

test('what is no GS1 symbol, or knows GS, keeps its letters', () => {
  const letters = [0xe0, 0xe8, 0xff]
  for (const text of ['4600000000017', 'МУГ-2', 'WB-GI-1', '!uKEtQZVx']) {
    const bytes = Uint8Array.from([...ASCII.encode(text), ...letters])
    expect(decodeText(bytes, 'windows1251')).toBe(`${new TextDecoder('windows-1251').decode(ASCII.encode(text))}аия`)
  }
  const cyrillic = Uint8Array.from([...ASCII.encode('010460009992981521ab'), 0xe8, ...ASCII.encode(`12${GS}93abcd`)])
  expect(decodeScan(decodeText(cyrillic, 'auto'))).toMatchObject({
    kind: 'markingCode',
    check: { problem: { code: 'markingCyrillic', char: 'и' } }
  })
})
