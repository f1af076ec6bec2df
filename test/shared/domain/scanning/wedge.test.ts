import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GS } from '../../../../shared/domain/codes/gs1.ts'
import { decodeKeys, isCaseInDoubt, type KeyStroke } from '../../../../shared/domain/scanning/wedge.ts'
import { underRussianLayout } from '../russian-layout.ts'

const PLAIN = "`1234567890-=[]\\;',./ abcdefghijklmnopqrstuvwxyz"
const SHIFTED = '~!@#$%^&*()_+{}|:"<>? ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const PLACES = [
  'Backquote',
  ...[...'1234567890'].map(digit => `Digit${digit}`),
  'Minus',
  'Equal',
  'BracketLeft',
  'BracketRight',
  'Backslash',
  'Semicolon',
  'Quote',
  'Comma',
  'Period',
  'Slash',
  'Space',
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `Key${letter}`)
]

const printable = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map(code => String.fromCharCode(code)) })

function stroke(code: string, more: Partial<KeyStroke> = {}): KeyStroke {
  return { code, shift: false, ctrl: false, alt: false, capsLock: false, key: '', ...more }
}

/** The key strokes of a scanner set to the US layout, as the page sees them; Shift is a keydown of its own. */
function typed(text: string, capsLock: boolean, shown: (char: string) => string): readonly KeyStroke[] {
  return [...text].flatMap(char => {
    const shift = !PLAIN.includes(char)
    const code = PLACES[(shift ? SHIFTED : PLAIN).indexOf(char)] ?? ''
    const key = stroke(code, { shift, capsLock, key: shown(capsLock ? swapCase(char) : char) })
    return shift ? [stroke('ShiftLeft', { shift, capsLock, key: 'Shift' }), key] : [key]
  })
}

function swapCase(char: string): string {
  return char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase()
}

test('printable text is read whatever the layout and CapsLock', () => {
  fc.assert(
    fc.property(printable, fc.boolean(), fc.boolean(), (text, capsLock, russian) => {
      const keys = typed(text, capsLock, russian ? underRussianLayout : char => char)
      expect(decodeKeys([...keys, stroke('Enter', { key: 'Enter' })])).toBe(text)
    })
  )
})

test('every printable character has its key', () => {
  const all = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
  expect(decodeKeys(typed(all, false, () => 'ж'))).toBe(all)
})

test.each([
  ['Ctrl+]', [stroke('ControlLeft', { ctrl: true, key: 'Control' }), stroke('BracketRight', { ctrl: true, key: 'ъ' })]],
  ['F8', [stroke('F8', { key: 'F8' })]],
  ['Alt+029', altCode('029')],
  ['Alt+0029', altCode('0029')],
  ['Alt+29', altCode('29')]
])('GS is typed as %s', (_, gs) => {
  expect(decodeKeys([stroke('KeyA'), ...gs, stroke('Digit9')])).toBe(`a${GS}9`)
  expect(decodeKeys([stroke('KeyA'), ...gs])).toBe(`a${GS}`)
})

test('any text typed as Alt codes is read', () => {
  fc.assert(
    fc.property(printable, text => {
      const keys = [...text].flatMap(char => altCode(String(char.charCodeAt(0)).padStart(4, '0')))
      expect(decodeKeys(keys)).toBe(text)
      expect(decodeKeys(keys.filter(key => key.code !== 'AltLeft'))).toBe(text)
    })
  )
})

test('Alt codes in a row are parted even if the keydowns of Alt are missing', () => {
  const digits = (text: string) => altCode(text).filter(key => key.code !== 'AltLeft')
  expect(decodeKeys([...digits('065'), ...digits('066'), ...digits('029')])).toBe(`AB${GS}`)
  expect(decodeKeys([...digits('0002'), ...digits('0065')])).toBe('\u0002A')
})

test('the number pad types digits and operators', () => {
  const codes = ['Numpad0', 'Numpad9', 'NumpadAdd', 'NumpadSubtract', 'NumpadMultiply', 'NumpadDivide', 'NumpadDecimal']
  expect(decodeKeys(codes.map(code => stroke(code)))).toBe('09+-*/.')
})

test('Enter and Tab end a scan and are no part of it; before any text they are passed over', () => {
  for (const end of ['Enter', 'NumpadEnter', 'Tab']) {
    expect(decodeKeys([stroke(end), stroke('KeyA'), stroke(end), stroke('KeyB')]), end).toBe('a')
  }
  expect(decodeKeys([stroke('KeyA'), ...altCode('013')])).toBe('a')
  expect(decodeKeys([...altCode('029'), stroke('Enter')])).toBe(GS)
  expect(decodeKeys([])).toBe('')
})

test('a key that the US layout lacks gives its own character, with CapsLock undone if it has a place', () => {
  expect(decodeKeys([stroke('IntlRo', { key: 'é' })])).toBe('é')
  const places = [stroke('IntlRo', { key: 'a', capsLock: true }), stroke('IntlRo', { key: 'B', capsLock: true })]
  expect(decodeKeys(places)).toBe('Ab')
  expect(decodeKeys([stroke('IntlRo', { key: 'ß', capsLock: true })])).toBe('ß')
  expect(decodeKeys([stroke('', { key: 'a', capsLock: true }), stroke('', { key: 'B', capsLock: true })])).toBe('aB')
  expect(decodeKeys([stroke('IntlBackslash'), stroke('IntlBackslash', { shift: true })])).toBe('\\|')
})

test('shortcuts and keys without a character type nothing; AltGr types its own', () => {
  const keys = ['ArrowLeft', 'F5', 'CapsLock', 'Escape', 'Dead'].map(key => stroke(key, { key }))
  expect(decodeKeys(keys)).toBe('')
  expect(decodeKeys([stroke('KeyC', { ctrl: true, key: 'c' }), stroke('KeyF', { alt: true, key: 'f' })])).toBe('')
  expect(decodeKeys([stroke('KeyQ', { ctrl: true, alt: true, key: '@' })])).toBe('@')
})

/** What is typed while CapsLock is on: places with Shift, or, without a place, the characters of a program that types. */
const UNDER_CAPS_LOCK: readonly (readonly [string, readonly KeyStroke[], string, boolean])[] = [
  [
    'aB of a scanner that makes up for it, or Ab of one that doesn’t',
    caps(['KeyA', true], ['KeyB', false]),
    'Ab',
    true
  ],
  ['one small letter', caps(['KeyQ', false]), 'q', true],
  ['one capital letter', caps(['KeyQ', true]), 'Q', true],
  ['a letter among digits', caps(['Digit1', false], ['KeyZ', false], ['Digit2', false]), '1z2', true],
  [
    'a letter after GS as Ctrl+]',
    [...caps(['BracketRight', false]).map(key => ({ ...key, ctrl: true })), ...caps(['KeyX', true])],
    `${GS}X`,
    true
  ],
  ['digits', caps(['Digit4', false], ['Digit6', false]), '46', false],
  ['punctuation', caps(['Digit1', true], ['Slash', true], ['Minus', false]), '!?-', false],
  ['the number pad', caps(['Numpad4', false], ['NumpadMultiply', false]), '4*', false],
  ['a shortcut', caps(['KeyC', false]).map(key => ({ ...key, ctrl: true })), '', false],
  ['letters as Alt codes', altCode('097').map(key => ({ ...key, capsLock: true })), 'a', false],
  [
    'aB of a program',
    [stroke('', { key: 'a', capsLock: true }), stroke('', { key: 'B', capsLock: true })],
    'aB',
    false
  ],
  ['!uKe of a program', [...'!uKe'].map(key => stroke('', { key, capsLock: true })), '!uKe', false]
]

test.each(UNDER_CAPS_LOCK)('under CapsLock: %s', (_, keys, text, inDoubt) => {
  expect([decodeKeys(keys), isCaseInDoubt(keys)]).toEqual([text, inDoubt])
  expect(isCaseInDoubt(keys.map(key => ({ ...key, capsLock: false })))).toBe(false)
})

function caps(...keys: readonly (readonly [string, boolean])[]): readonly KeyStroke[] {
  return keys.map(([code, shift]) => stroke(code, { shift, capsLock: true }))
}

function altCode(digits: string): readonly KeyStroke[] {
  return [
    stroke('AltLeft', { alt: true, key: 'Alt' }),
    ...[...digits].map(digit => stroke(`Numpad${digit}`, { alt: true, key: digit }))
  ]
}
