import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMarkingCode, GS } from '../../../../../shared/domain/codes/gs1.ts'
import { cleanScan, NO_CLEANING } from '../../../../../shared/domain/scanning/scan-cleaning.ts'
import { decodeScan } from '../../../../../shared/domain/scanning/scan.ts'
import { TEST_CODES, testCode } from '../../../../../shared/domain/scanning/scanner-test/codes.ts'
import type { Finding } from '../../../../../shared/domain/scanning/scanner-test/findings.ts'
import { judge, judgeHalves } from '../../../../../shared/domain/scanning/scanner-test/judge.ts'
import {
  cleaned,
  frameReading,
  keyReading,
  plainReading,
  type Reading
} from '../../../../../shared/domain/scanning/scanner-test/reading.ts'
import { remedyOfAll, type ScannerAt } from '../../../../../shared/domain/scanning/scanner-test/remedy.ts'
import { usualSerialScanner } from '../../../../../shared/domain/scanning/scanners.ts'
import { defaultSettings, withPatch, type Settings } from '../../../../../shared/domain/settings.ts'
import type { KeyStroke } from '../../../../../shared/domain/scanning/wedge.ts'
import { anyText } from '../../arbitraries.ts'
import { underRussianLayout } from '../../russian-layout.ts'

const GAP = 50
const [MARKING, LONG, LETTERS, DIGITS] = (['marking', 'long', 'letters', 'digits'] as const).map(
  id => testCode(id).text
)
const marking = MARKING ?? ''
const long = LONG ?? ''
const letters = LETTERS ?? ''
const digits = DIGITS ?? ''

const kindsOf = (reading: Reading) => judge(reading, GAP).findings.map(({ kind }) => kind)
const said = (text: string) => judge(plainReading(text), GAP)
const bytes = (text: string) => new TextEncoder().encode(text)
const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, char => (char < 'a' ? char.toLowerCase() : char.toUpperCase()))

function settingsWith(change: Partial<Settings>): Settings {
  return withPatch(defaultSettings(), change)
}

test('the marking codes are such as products have, and no two codes begin alike', () => {
  for (const code of [marking, long]) expect(checkMarkingCode(code), code).toMatchObject({ kind: 'ok' })
  expect(long).toHaveLength(129)
  expect(decodeScan(digits).kind).toBe('product')
  expect(new Set(TEST_CODES.map(({ text }) => text.slice(0, 5))).size).toBe(TEST_CODES.length)
})

test.each(TEST_CODES)('$id read right is fine, with and without its AIM identifier', ({ id, text }) => {
  expect(said(text)).toEqual({ code: id, findings: [{ kind: 'ok' }] })
  expect(said(`]d2${text}`)).toEqual({ code: id, findings: [{ kind: 'aimPrefix', aim: ']d2' }] })
  expect(said(`${GS}${text}`)).toEqual({ code: id, findings: [{ kind: 'ok' }] })
})

test.each<[string, string, Finding]>([
  ['GS left out', marking.replaceAll(GS, ''), { kind: 'noGs' }],
  ['GS left out of the longest', long.replaceAll(GS, ''), { kind: 'noGs' }],
  ['GS as text', marking.replaceAll(GS, '<GS>'), { kind: 'gsReplaced', by: '<GS>', undone: true }],
  ['GS as ^]', marking.replaceAll(GS, '^]'), { kind: 'gsReplaced', by: '^]', undone: true }],
  ['GS as a space', marking.replaceAll(GS, ' '), { kind: 'gsReplaced', by: ' ', undone: true }],
  ['GS as a sign of serials', marking.replaceAll(GS, '-'), { kind: 'gsReplaced', by: '-', undone: false }],
  ['GS as a word', long.replaceAll(GS, 'SEP'), { kind: 'gsReplaced', by: 'SEP', undone: false }],
  ['a prefix', `A1${letters}`, { kind: 'foreignPrefix', text: 'A1' }],
  ['a prefix of digits', `99${digits}`, { kind: 'foreignPrefix', text: '99' }],
  ['a suffix', `${marking};`, { kind: 'foreignSuffix', text: ';' }],
  ['case swapped', swapCase(letters), { kind: 'caseSwapped', capsLock: false }],
  ['case swapped in a marking code', swapCase(marking), { kind: 'caseSwapped', capsLock: false }],
  ['all capital', letters.toUpperCase(), { kind: 'allUpper' }],
  ['all small', marking.toLowerCase(), { kind: 'allLower' }],
  ['a Russian layout', underRussianLayout(letters), { kind: 'layoutRussian', undone: false }],
  ['a Russian layout with CapsLock', swapCase2(underRussianLayout(letters)), { kind: 'layoutRussian', undone: false }],
  ['a German layout', germanOf(letters), { kind: 'layoutOther' }],
  ['a French layout', frenchOf(marking), { kind: 'layoutOther' }],
  ['the end cut', long.slice(0, 64), { kind: 'truncated', where: 'end', kept: 64, of: 129 }],
  [
    'the start cut',
    letters.slice(2),
    { kind: 'truncated', where: 'start', kept: letters.length - 2, of: letters.length }
  ],
  ['no check digit', digits.slice(0, 12), { kind: 'truncated', where: 'end', kept: 12, of: 13 }]
])('%s is found out', (_, text, finding) => {
  expect(said(text).findings).toEqual([finding])
})

test('several faults at once are all named', () => {
  expect(said(`]d2A1${swapCase(marking).replaceAll(GS, '-')};`).findings).toEqual([
    { kind: 'caseSwapped', capsLock: false },
    { kind: 'gsReplaced', by: '-', undone: false },
    { kind: 'foreignPrefix', text: 'A1' },
    { kind: 'foreignSuffix', text: ';' },
    { kind: 'aimPrefix', aim: ']d2' }
  ])
})

test('what is none of the codes is named so, whatever it is, and nothing throws', () => {
  expect(said('4006381333931')).toEqual({ code: null, findings: [{ kind: 'notThisCode' }] })
  expect(said('010460043993011221abc')).toEqual({ code: null, findings: [{ kind: 'notThisCode' }] })
  fc.assert(
    fc.property(anyText, text => {
      const { code, findings } = said(text)
      expect(findings.length).toBeGreaterThan(0)
      if (code !== null) expect(findings[0]?.kind).not.toBe('notThisCode')
    })
  )
})

test('a line that is set up otherwise is found out from the bytes', () => {
  const withParity = (text: string, even: boolean) =>
    bytes(`${text}\r`).map(byte => {
      const ones = byte.toString(2).replaceAll('0', '').length
      return (ones % 2 === 1) === even ? byte | 0x80 : byte
    })
  const over = (raw: Uint8Array) =>
    judge(frameReading(new TextDecoder().decode(raw), { end: 'pause', ms: 9, bytes: raw }), GAP)
  for (const { id, text } of TEST_CODES) {
    expect(over(withParity(text, true))).toEqual({
      code: id,
      findings: [{ kind: 'wrongEncoding', how: 'parity', parity: 'even' }]
    })
    expect(over(withParity(text, false)).findings).toEqual([{ kind: 'wrongEncoding', how: 'parity', parity: 'odd' }])
    const wide = Uint8Array.from([...bytes(text)].flatMap(byte => [byte, 0]))
    expect(over(wide)).toEqual({ code: id, findings: [{ kind: 'wrongEncoding', how: 'utf16' }] })
  }
  const noise = Uint8Array.of(0x80, 0x1e, 0xf8, 0x66, 0x06, 0x9e, 0xe0)
  expect(over(noise)).toEqual({ code: null, findings: [{ kind: 'wrongEncoding', how: 'garbled' }] })
})

test('a suffix that never came is named, with the one that came in its place', () => {
  const frame = (text: string, end: string) => frameReading(text, { end: 'pause', ms: 3, bytes: bytes(text + end) })
  expect(judge(frame(letters, ''), GAP).findings).toEqual([{ kind: 'noSuffix', seen: null }])
  expect(judge(frame(letters, '\t'), GAP).findings).toEqual([{ kind: 'noSuffix', seen: 'tab' }])
  expect(judge(frame(letters, '\r\n'), GAP).findings).toEqual([{ kind: 'noSuffix', seen: 'crlf' }])
})

test('a line that takes long over a scan is slow', () => {
  const frame = (ms: number) => frameReading(long, { end: 'cr', ms, bytes: bytes(long) })
  expect(judge(frame(140), GAP).findings).toEqual([{ kind: 'ok' }])
  expect(judge(frame(1075.4), GAP).findings).toEqual([{ kind: 'slowLine', ms: 1075 }])
})

test('two halves of a code are put together', () => {
  const half = (text: string, end: 'pause' | 'cr') => frameReading(text, { end, ms: 3, bytes: bytes(text) })
  const [first, second] = [half(long.slice(0, 40), 'pause'), half(long.slice(40), 'cr')]
  expect(judgeHalves(first, second, GAP)).toEqual({ code: 'long', findings: [{ kind: 'split', suffix: 'cr' }] })
  expect(judgeHalves(half(long.slice(0, 40), 'cr'), second, GAP)).toBeNull()
  expect(judgeHalves(first, half(digits, 'cr'), GAP)).toBeNull()
})

function typed(text: string, gapMs: number, more: Partial<KeyStroke> = {}, end = 'Enter'): Reading {
  const stroke = { code: '', key: 'x', shift: false, ctrl: false, alt: false, capsLock: false, ...more }
  const keys = [...text].map((_, index) => ({ ...stroke, at: 1000 + index * gapMs }))
  return keyReading(
    text,
    end === '' ? keys : [...keys, { ...stroke, code: end, key: end, at: 1000 + text.length * gapMs }]
  )
}

test('keys tell of slowness, of a missing Enter, of the layout and of CapsLock', () => {
  expect(kindsOf(typed(letters, 12))).toEqual(['ok'])
  expect(judge(typed(letters, 80), GAP).findings).toEqual([{ kind: 'slow', gapMs: 80, proposedMs: 120 }])
  expect(kindsOf(typed(letters, 12, {}, ''))).toEqual(['noSuffix'])
  expect(judge(typed(letters, 12, { key: 'ф' }), GAP).findings).toEqual([{ kind: 'layoutRussian', undone: true }])
  expect(kindsOf(typed(letters, 12, { capsLock: true }))).toEqual(['capsLock'])
  expect(judge(typed(swapCase(letters), 12, { capsLock: true }), GAP).findings[0]).toEqual({
    kind: 'caseSwapped',
    capsLock: true
  })
})

/** Judges, applies what is proposed, and judges the same scan again, until nothing more is proposed. */
function mend(raw: Reading, settings: Settings, at: ScannerAt): { settings: Settings; kinds: readonly string[] } {
  let now = settings
  for (let round = 0; round < 4; round += 1) {
    const cleaning = at.kind === 'keys' ? now.wedgeCleaning : (now.scanners[at.index]?.cleaning ?? NO_CLEANING)
    const reading = cleaned(raw, cleaning)
    const { findings } = judge(reading, now.wedgeGapMs)
    const patch = remedyOfAll(findings, reading.raw, now, at)
    if (patch === null) return { settings: now, kinds: findings.map(({ kind }) => kind) }
    now = withPatch(now, patch)
  }
  throw new Error('the remedies never end')
}

test('what is applied mends any prefix, suffix, separator and slowness, of each kind of scanner', () => {
  const around = fc.string({ unit: fc.constantFrom(...'AZaz09;:#*-=~'), maxLength: 8 })
  const separator = fc.constantFrom(GS, '-', '.', 'SEP', '!!', '<GS>')
  const scanner = usualSerialScanner({ name: 'left', path: '/dev/ttyACM0', serialNumber: null })
  fc.assert(
    fc.property(
      fc.constantFrom(...TEST_CODES),
      around,
      around,
      separator,
      fc.boolean(),
      (code, before, after, gs, keys) => {
        const raw = before + code.text.replaceAll(GS, gs) + after
        // A prefix that ends as a code begins belongs to either.
        fc.pre(raw.indexOf(code.text.split(GS)[0] ?? '') === before.length)
        const at: ScannerAt = keys ? { kind: 'keys' } : { kind: 'setting', index: 0 }
        const { settings, kinds } = mend(
          keys ? typed(raw, 80) : plainReading(raw),
          settingsWith({ scanners: [scanner] }),
          at
        )
        expect(kinds).toEqual(gs === '<GS>' && code.text.includes(GS) ? ['gsReplaced'] : ['ok'])
        const cleaning = keys ? settings.wedgeCleaning : (settings.scanners[0]?.cleaning ?? NO_CLEANING)
        const read = decodeScan(cleanScan(raw, cleaning))
        if (code.symbology === 'gs1datamatrix') {
          expect(read).toMatchObject({ kind: 'markingCode', check: { kind: 'ok', value: { code: code.text } } })
        }
      }
    )
  )
})

test('a prefix that the scanner has no longer is forgotten when another one is taken', () => {
  const settings = settingsWith({ wedgeCleaning: { before: 'OLD', after: 'X', gs: '' } })
  const mended = mend(typed(`NEW${letters}`, 5), settings, { kind: 'keys' })
  expect(mended).toMatchObject({ kinds: ['ok'], settings: { wedgeCleaning: { before: 'NEW' } } })
})

test('line settings are proposed for a scanner on a line, and for no other', () => {
  const serial = usualSerialScanner({ name: 'left', path: '/dev/ttyACM0', serialNumber: null })
  const settings = settingsWith({ scanners: [serial] })
  const at = { kind: 'setting', index: 0 } as const
  const propose = (finding: Finding, where: ScannerAt | null) => remedyOfAll([finding], '', settings, where)
  expect(propose({ kind: 'noSuffix', seen: 'tab' }, at)).toEqual({ scanners: [{ ...serial, suffix: 'tab' }] })
  expect(propose({ kind: 'split', suffix: 'cr' }, at)).toEqual({ scanners: [{ ...serial, suffix: 'cr' }] })
  expect(propose({ kind: 'wrongEncoding', how: 'parity', parity: 'odd' }, at)).toEqual({
    scanners: [{ ...serial, dataBits: 7, parity: 'odd' }]
  })
  expect(propose({ kind: 'noSuffix', seen: 'tab' }, { kind: 'keys' })).toBeNull()
  expect(propose({ kind: 'noSuffix', seen: 'tab' }, { kind: 'setting', index: 1 })).toBeNull()
  expect(propose({ kind: 'foreignPrefix', text: 'x'.repeat(21) }, at)).toBeNull()
  expect(propose({ kind: 'foreignPrefix', text: 'x' }, null)).toBeNull()
  expect(propose({ kind: 'noGs' }, at)).toBeNull()
})

/** Every letter's case is the other one, of any alphabet. */
function swapCase2(text: string): string {
  return [...text].map(char => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())).join('')
}

function byTable(text: string, from: string, to: string): string {
  return [...text].map(char => to[from.indexOf(char)] ?? char).join('')
}

/** What a US layout makes of the keys that a scanner presses for a German one. */
function germanOf(text: string): string {
  return byTable(text, `zyZY-_?:;'"&/(=`, `yzYZ/?_><|@^&*)`)
}

/** The same for a French one. */
function frenchOf(text: string): string {
  return byTable(text, `azqwAZQW1234567890m?,;.:!/'"&`, `qwazQWAZ!@#$%^&*();Mm,<./>431`)
}
