import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkMarkingCode,
  formatForPerson,
  GS,
  normalizeSymbol,
  restoreSeparator
} from '../../../../shared/domain/codes/gs1.ts'
import { anyText, markingCode } from '../arbitraries.ts'

const KEY_AND_SIGNATURE = `${GS}91EE10${GS}92${'a'.repeat(43)}=`
const CODE = `010460043993011221a'9<f?kLm0Q"1${KEY_AND_SIGNATURE}`

const PREFIXES = [
  '',
  ']d2',
  ']d1',
  ']C1',
  ']Q3',
  ']Q1',
  ']E0',
  ']e0',
  ']C0',
  'ъв2',
  GS,
  `]d2${GS}`,
  `${GS}]d2`,
  '\r\n',
  '\u0002'
]
const RENDERINGS = [
  GS,
  '␝',
  '<GS>',
  '<gs>',
  '{GS}',
  '[GS]',
  '[Gs]',
  '<FNC1>',
  '\\x1d',
  '\\x1D',
  '\\u001d',
  '\\035',
  '_x001D_',
  '^]',
  '(GS)',
  '<1D>',
  '<29>',
  '[F8]',
  '<0x1D>',
  '0x1D',
  '\\\\x1d',
  '\\x{1d}',
  '_x1D_',
  '&#29;',
  '&#x1D;',
  '^029',
  '~d029',
  '%1D',
  '=1D',
  '\\F',
  '~1',
  '|',
  ']',
  'ъ',
  '^',
  '#',
  '↔',
  'è',
  'ñ',
  '\u001e',
  ' '
]

test('a right code is the same under every AIM identifier and every rendering of GS', () => {
  fc.assert(
    fc.property(markingCode, ({ code, gtin, serial }) => {
      // Weights come in any number: before one, the code's own %1D can't be told from a separator once every GS is written so.
      fc.pre(!(code.includes(`${GS}3103`) && /[%=]1d/i.test(code)))
      for (const prefix of PREFIXES) {
        for (const rendering of RENDERINGS) {
          const scanned = prefix + code.replaceAll(GS, rendering)
          expect(checkMarkingCode(scanned), scanned).toEqual({ kind: 'ok', value: { code, gtin, serial } })
        }
      }
    }),
    { numRuns: 40 }
  )
})

test('a serial that holds the letters of a rendering is left alone', () => {
  for (const inside of ['<GS>', '%1D', '_x001D_', '~1', '|', '^]', '\\x1d', '{GS}']) {
    const code = `010460043993011221ab${inside}10cd${KEY_AND_SIGNATURE}`
    expect(checkMarkingCode(code), inside).toMatchObject({ kind: 'ok', value: { code, serial: `ab${inside}10cd` } })
    const cut = code.slice(0, -1)
    expect(normalizeSymbol(cut), inside).toEqual({ text: cut, aim: null })
  }
})

test('a rendering of GS that a serial or a signature holds too is undone in the separators alone', () => {
  const signature = `${'a'.repeat(20)}=1D${'b'.repeat(20)}=`
  for (const gs of ['%1D', '=1D']) {
    for (const tail of [`${GS}91EE10${GS}92${signature}`, `${GS}93Ab1=`, `${GS}91=1dA${GS}92${'c'.repeat(88)}`]) {
      const code = `010460043993011221a%1D=1d9${tail}`
      expect(normalizeSymbol(code.replaceAll(GS, gs)).text, gs).toBe(code)
    }
  }
})

test('a right code is never changed, whatever its serial holds', () => {
  fc.assert(
    fc.property(markingCode, fc.constantFrom(...RENDERINGS), fc.nat(20), ({ code, serial }, rendering, at) => {
      const holding = (serial.slice(0, at) + rendering + serial.slice(at)).slice(0, 20)
      fc.pre(!holding.includes(GS) && holding.trim() === holding)
      const whole = code.slice(0, 18) + holding + code.slice(18 + serial.length)
      expect(normalizeSymbol(whole).text).toBe(whole)
    })
  )
})

test('a separator that only one scanner writes is undone, even if the serial holds it too', () => {
  const written = fc.constantFrom('-', '%', '+', '.', '/', 'X', '!!', 'GS', '<GS>', '*29*')
  fc.assert(
    fc.property(markingCode, written, fc.nat(19), ({ code, serial }, gs, at) => {
      const holding = (serial.slice(0, at) + gs + serial.slice(at)).slice(0, 20)
      const whole = code.slice(0, 18) + holding + code.slice(18 + serial.length)
      // Weights come in any number: behind one the serial's own characters can't be told from separators.
      fc.pre(!whole.includes(`${GS}3103`))
      expect(restoreSeparator(whole.replaceAll(GS, gs), gs)).toBe(whole)
      expect(restoreSeparator(whole, gs)).toBe(whole)
    })
  )
  expect(restoreSeparator('4006381333931', '3')).toBe('4006381333931')
  expect(restoreSeparator(CODE, '')).toBe(CODE)
})

test('text that is no marking code keeps its own characters', () => {
  for (const text of ['A|B', 'SHIRT<GS>1', 'art%1D~1', 'x^]y', 'a#b@c', 'ёъ', '010460']) {
    expect(normalizeSymbol(text)).toEqual({ text, aim: null })
  }
})

test('the AIM identifier is told apart from the text', () => {
  expect(normalizeSymbol(']E04006381333931')).toEqual({ text: '4006381333931', aim: ']E0' })
  expect(normalizeSymbol(`]d2${GS}0104`)).toEqual({ text: '0104', aim: ']d2' })
  expect(normalizeSymbol('ъв20104')).toEqual({ text: '0104', aim: ']d2' })
  expect(normalizeSymbol(']')).toEqual({ text: ']', aim: null })
})

test('any text is normalised and checked without throwing, and twice gives the same', () => {
  fc.assert(
    fc.property(anyText, text => {
      const check = checkMarkingCode(text)
      if (check.kind === 'ok') expect(checkMarkingCode(check.value.code)).toEqual(check)
      expect(normalizeSymbol(text).text.startsWith(GS)).toBe(false)
    })
  )
})

test('both signature lengths and the short code are right, and further elements are let through', () => {
  const head = '0104600439930112215Ab'
  for (const tail of [
    `${GS}91EE10${GS}92${'b'.repeat(88)}`,
    `${GS}93Ab1=`,
    `${GS}93Ab1=${GS}3103000357`,
    `${GS}2406401${GS}91EE10${GS}92${'b'.repeat(88)}`,
    `${GS}93Ab1=${GS}`
  ]) {
    expect(checkMarkingCode(head + tail).kind, formatForPerson(tail)).toBe('ok')
  }
})

test('case is kept', () => {
  expect(checkMarkingCode(`010460043993011221aBcD${GS}93xYzW`)).toMatchObject({
    value: { serial: 'aBcD', code: `010460043993011221aBcD${GS}93xYzW` }
  })
})

test.each([
  ['every GS lost', CODE.replaceAll(GS, ''), { code: 'markingNoGs' }],
  ['the first GS lost', CODE.replace(GS, ''), { code: 'markingNoGs' }],
  ['GS before the short code lost', '0104600439930112215Ab12393xYzW', { code: 'markingNoGs' }],
  ['the part that is printed in letters', '0104600439930112215AbcdefghijkL', { code: 'markingNoCrypto' }],
  ['91 without 92', `0104600439930112215Ab${GS}91EE10`, { code: 'markingNoCrypto' }],
  ['92 without 91', `0104600439930112215Ab${GS}92${'a'.repeat(44)}`, { code: 'markingNoCrypto' }],
  ['another element only', `0104600439930112215Ab${GS}3103000357`, { code: 'markingNoCrypto' }],
  ['92 cut short', CODE.slice(0, -1), { code: 'markingTail' }],
  ['91 too long', CODE.replace('EE10', 'EE101'), { code: 'markingTail' }],
  ['93 too long', `0104600439930112215Ab${GS}93xYzWv`, { code: 'markingTail' }],
  ['a weight cut short', `0104600439930112215Ab${GS}93xYzW${GS}31030003`, { code: 'markingTail' }],
  ['two GS in a row', CODE.replace(GS, GS + GS), { code: 'markingTail' }],
  ['no 01', CODE.slice(2), { code: 'markingStructure' }],
  ['no 21', CODE.replace('11221a', '1172a'), { code: 'markingStructure' }],
  ['no serial', `010460043993011221${KEY_AND_SIGNATURE}`, { code: 'markingStructure' }],
  ['serial of 21 characters', `010460043993011221${'s'.repeat(21)}${KEY_AND_SIGNATURE}`, { code: 'markingStructure' }],
  ['a wrong GTIN', CODE.replace('04600439930112', '04600439930118'), { code: 'markingGtinCheckDigit' }],
  ['too short', '0104600439930', { code: 'markingLength', length: 13, minimum: 16, maximum: 135 }],
  ['too long', `${CODE}${'a'.repeat(60)}`, { code: 'markingLength', length: 145, minimum: 16, maximum: 135 }],
  ['nothing', '', { code: 'markingLength', length: 0, minimum: 16, maximum: 135 }],
  ['a Russian letter', CODE.replace('kLm', 'kДm'), { code: 'markingCyrillic', at: 25, char: 'Д' }],
  ['a letter of neither alphabet', CODE.replace('kLm', 'kÉm'), { code: 'markingNotAscii', at: 25, char: 'É' }],
  ['a space', CODE.replace('kLm', 'k m'), { code: 'markingNotAscii', at: 25, char: ' ' }],
  ['a control character', CODE.replace('kLm', 'k\u001em'), { code: 'markingNotAscii', at: 25, char: '\u001e' }],
  ['a picture', CODE.replace('kLm', 'k😀m'), { code: 'markingNotAscii', at: 25, char: '😀' }]
])('%s is named', (_, text, problem) => {
  expect(checkMarkingCode(text)).toEqual({ kind: 'bad', problem })
})

test('a spelled-out GS does not hide the true problem of a wrong code', () => {
  const cut = CODE.slice(0, -1).replaceAll(GS, '<GS>')
  expect(checkMarkingCode(cut)).toEqual({ kind: 'bad', problem: { code: 'markingTail' } })
  const noSignature = '0104600439930112215Ab{GS}91EE10'
  expect(checkMarkingCode(noSignature)).toEqual({ kind: 'bad', problem: { code: 'markingNoCrypto' } })
})

test('a code that lost its end is refused, unless exactly what follows the code proper is lost', () => {
  fc.assert(
    fc.property(markingCode, fc.integer({ min: 1, max: 43 }), ({ code }, lost) => {
      const check = checkMarkingCode(code.slice(0, -lost))
      if (check.kind === 'ok') expect(code.startsWith(`${check.value.code}${GS}3103`)).toBe(true)
    })
  )
})

test('a person sees GS as ␝', () => {
  expect(formatForPerson(`21a${GS}91b${GS}92c`)).toBe('21a␝91b␝92c')
})
