import { z } from 'zod'
import { GS } from '../codes/marking-structure.ts'

/** One keydown of a keyboard-wedge scanner, as the page's event gives it. Keydowns of Alt itself part one Alt code from the next. */
export interface KeyStroke {
  /** `KeyboardEvent.code`: the place of the key, whatever the layout. */
  readonly code: string
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly capsLock: boolean
  /** `KeyboardEvent.key`: used only for a place that the US layout does not have. */
  readonly key: string
  /** When it came (ms from an arbitrary start): for measuring how fast a scanner types. */
  readonly at?: number
}

/** A key as the page sends it: its place, not its character alone, so that no layout garbles it. */
export const keyStrokeSchema = z.object({
  code: z.string().max(32),
  key: z.string().max(32),
  shift: z.boolean(),
  ctrl: z.boolean(),
  alt: z.boolean(),
  capsLock: z.boolean(),
  /** Ms from an arbitrary start. */
  at: z.number().exactOptional()
})

/** Place → what the US layout types there, without and with Shift; letters, digits and the number pad are worked out. */
const US_KEYS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['Space', [' ', ' ']],
  ['Backquote', ['`', '~']],
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['IntlBackslash', ['\\', '|']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Comma', [',', '<']],
  ['Period', ['.', '>']],
  ['Slash', ['/', '?']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadSubtract', ['-', '-']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadDecimal', ['.', '.']],
  ['NumpadComma', [',', ',']],
  ['NumpadEqual', ['=', '=']],
  ['NumpadParenLeft', ['(', '(']],
  ['NumpadParenRight', [')', ')']]
])
const SHIFTED_DIGITS = ')!@#$%^&*('
const LETTER = /^Key([A-Z])$/
const DIGIT = /^Digit([0-9])$/
const NUMPAD_DIGIT = /^Numpad([0-9])$/
const ENDS: readonly string[] = ['Enter', 'NumpadEnter', 'Tab']
/** Alt codes reach 255 and are typed with at most four digits (0029). */
const ALT_CODE_MAXIMUM = 255
const ALT_CODE_DIGITS = 4

/**
 * The text that a scanner typed, read by key places as on a US keyboard, so that neither a Russian layout nor CapsLock changes it.
 * What comes without a place was typed by a program and is taken as it came. GS is Ctrl+], F8 or Alt+029. The first Enter or Tab after some text ends it and is no part of it; other shortcuts type nothing.
 */
export function decodeKeys(keys: readonly KeyStroke[]): string {
  let text = ''
  let altDigits = ''
  for (const key of keys) {
    const altDigit = key.alt && !key.ctrl ? NUMPAD_DIGIT.exec(key.code)?.[1] : undefined
    if (altDigit === undefined || !continuesAltCode(altDigits, altDigit)) {
      text += altCodeText(altDigits)
      altDigits = ''
    }
    if (altDigit !== undefined) {
      altDigits += altDigit
    } else if (!ENDS.includes(key.code)) {
      text += keyText(key)
    } else if (text !== '') {
      return text
    }
  }
  return text + altCodeText(altDigits)
}

/**
 * Whether letters of these keys may have the other case: CapsLock was on, and a scanner that makes up for it presses the
 * same keys as one that knows nothing of it does for the other case.
 */
export function isCaseInDoubt(keys: readonly KeyStroke[]): boolean {
  return keys.some(({ code, capsLock, ctrl, alt }) => capsLock && !ctrl && !alt && LETTER.test(code))
}

/** Where the page passes no keydown of Alt, two codes in a row are parted as soon as their digits cannot be one code. */
function continuesAltCode(digits: string, next: string): boolean {
  return digits.length < ALT_CODE_DIGITS && Number(digits + next) <= ALT_CODE_MAXIMUM
}

/** CR, LF and Tab typed as Alt codes frame a scan; they are no part of it. */
function altCodeText(digits: string): string {
  const code = Number(digits)
  return digits === '' || code === 0 || code === 9 || code === 10 || code === 13 ? '' : String.fromCharCode(code)
}

function keyText(stroke: KeyStroke): string {
  if (stroke.code === 'F8') return GS
  // AltGr, which Windows reports as Ctrl+Alt, types a character; the other chords are shortcuts.
  if (stroke.ctrl && stroke.alt) return singleCharacter(stroke.key)
  if (stroke.ctrl) return stroke.code === 'BracketRight' ? GS : ''
  if (stroke.alt) return ''
  return usText(stroke) ?? unknownPlaceText(stroke)
}

function usText({ code, shift }: KeyStroke): string | null {
  const letter = LETTER.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = DIGIT.exec(code)?.[1]
  if (digit !== undefined) return shift ? SHIFTED_DIGITS.charAt(Number(digit)) : digit
  return NUMPAD_DIGIT.exec(code)?.[1] ?? US_KEYS.get(code)?.[shift ? 1 : 0] ?? null
}

function unknownPlaceText({ code, key, capsLock }: KeyStroke): string {
  const char = singleCharacter(key)
  if (!capsLock || code === '') return char
  const lower = char.toLowerCase()
  const swapped = char === lower ? char.toUpperCase() : lower
  return singleCharacter(swapped) || char
}

function singleCharacter(key: string): string {
  return [...key].length === 1 ? key : ''
}
