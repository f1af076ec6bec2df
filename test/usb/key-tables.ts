/** One or more keys pressed one after another while a modifier is held. */
export interface Press {
  /** HID usages of the keyboard page (HID Usage Tables, 10). */
  readonly usages: readonly number[]
  readonly modifier?: keyof typeof HID_MODIFIERS
}

/** Bits of a boot keyboard's first byte. */
export const HID_MODIFIERS = { ctrl: 1, shift: 2, alt: 4 } as const

const USAGE = {
  a: 4,
  one: 30,
  zero: 39,
  enter: 40,
  tab: 43,
  capsLock: 57,
  f8: 65,
  keypadOne: 89,
  keypadZero: 98
} as const
/** The other keys of a US keyboard, without and with Shift. */
const OTHERS: readonly (readonly [usage: number, plain: string, shifted: string])[] = [
  [44, ' ', ' '],
  [45, '-', '_'],
  [46, '=', '+'],
  [47, '[', '{'],
  [48, ']', '}'],
  [49, '\\', '|'],
  [51, ';', ':'],
  [52, "'", '"'],
  [53, '`', '~'],
  [54, ',', '<'],
  [55, '.', '>'],
  [56, '/', '?']
]
const SHIFTED_DIGITS = ')!@#$%^&*('

/** The ways in which scanners type the GS of a marking code. */
export const GS_PRESSES = {
  'Ctrl+]': { usages: [48], modifier: 'ctrl' },
  F8: { usages: [USAGE.f8] },
  'Alt+029': { usages: [0, 2, 9].map(keypad), modifier: 'alt' }
} as const satisfies Record<string, Press>

export const ENTER: Press = { usages: [USAGE.enter] }
export const CAPS_LOCK: Press = { usages: [USAGE.capsLock] }

/** How a scanner set to a US keyboard types a text, each GS as given. */
export function pressesFor(text: string, gs: Press): readonly Press[] {
  return [...text].map(character => (character === '\u001d' ? gs : pressFor(character)))
}

function pressFor(character: string): Press {
  const lower = character.toLowerCase()
  if (/[a-z]/.test(lower)) {
    return shiftIf(character !== lower, USAGE.a + lower.charCodeAt(0) - 'a'.charCodeAt(0))
  }
  if (/\d/.test(character)) return shiftIf(false, digit(Number(character)))
  if (SHIFTED_DIGITS.includes(character)) return shiftIf(true, digit(SHIFTED_DIGITS.indexOf(character)))
  const other = OTHERS.find(([, plain, shifted]) => plain === character || shifted === character)
  if (other === undefined) throw new Error(`no key for ${JSON.stringify(character)}`)
  return shiftIf(other[1] !== character, other[0])
}

function shiftIf(isShifted: boolean, usage: number): Press {
  return isShifted ? { usages: [usage], modifier: 'shift' } : { usages: [usage] }
}

function digit(value: number): number {
  return value === 0 ? USAGE.zero : USAGE.one + value - 1
}

function keypad(value: number): number {
  return value === 0 ? USAGE.keypadZero : USAGE.keypadOne + value - 1
}

/** The kernel's numbers of the keys (linux/input-event-codes.h) and the page's names of their places. */
export const EVDEV_CODES: ReadonlyMap<number, string> = new Map([
  ...rows(
    2,
    [...'1234567890'].map(place => `Digit${place}`)
  ),
  ...rows(12, ['Minus', 'Equal', 'Backspace', 'Tab']),
  ...rows(
    16,
    [...'QWERTYUIOP'].map(place => `Key${place}`)
  ),
  ...rows(26, ['BracketLeft', 'BracketRight', 'Enter', 'ControlLeft']),
  ...rows(
    30,
    [...'ASDFGHJKL'].map(place => `Key${place}`)
  ),
  ...rows(39, ['Semicolon', 'Quote', 'Backquote', 'ShiftLeft', 'Backslash']),
  ...rows(
    44,
    [...'ZXCVBNM'].map(place => `Key${place}`)
  ),
  ...rows(51, ['Comma', 'Period', 'Slash', 'ShiftRight', 'NumpadMultiply', 'AltLeft', 'Space', 'CapsLock']),
  ...rows(
    59,
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(place => `F${place}`)
  ),
  ...rows(71, ['Numpad7', 'Numpad8', 'Numpad9', 'NumpadSubtract', 'Numpad4', 'Numpad5', 'Numpad6', 'NumpadAdd']),
  ...rows(79, ['Numpad1', 'Numpad2', 'Numpad3', 'Numpad0', 'NumpadDecimal'])
])

function rows(first: number, places: readonly string[]): readonly (readonly [number, string])[] {
  return places.map((place, index) => [first + index, place])
}
