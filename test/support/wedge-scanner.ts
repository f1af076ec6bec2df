import type { CDPSession, Page } from 'playwright-core'

interface Key {
  readonly code: string
  readonly key: string
  readonly shift?: boolean
  readonly ctrl?: boolean
}

const SHIFTED: Readonly<Record<string, string>> = {
  '!': 'Digit1',
  '@': 'Digit2',
  '#': 'Digit3',
  $: 'Digit4',
  '%': 'Digit5',
  '^': 'Digit6',
  '&': 'Digit7',
  '*': 'Digit8',
  '(': 'Digit9',
  ')': 'Digit0',
  _: 'Minus',
  '+': 'Equal',
  '{': 'BracketLeft',
  '}': 'BracketRight',
  '|': 'Backslash',
  ':': 'Semicolon',
  '"': 'Quote',
  '<': 'Comma',
  '>': 'Period',
  '?': 'Slash',
  '~': 'Backquote'
}
const PLAIN: Readonly<Record<string, string>> = {
  '-': 'Minus',
  '=': 'Equal',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  ';': 'Semicolon',
  "'": 'Quote',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '`': 'Backquote',
  ' ': 'Space'
}

/** A keyboard-wedge scanner in front of a page: types a text as keys of a US keyboard, GS as Ctrl+], and Enter. */
export async function createWedgeScanner(page: Page): Promise<{ scan(text: string): Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  return {
    async scan(text) {
      const keys = [...[...text].map(keyOf), { code: 'Enter', key: 'Enter' }]
      // Sent without waiting in between: a scanner does not wait either.
      await Promise.all(keys.flatMap(key => press(session, key)))
    }
  }
}

function press(session: CDPSession, { code, key, shift = false, ctrl = false }: Key): readonly Promise<unknown>[] {
  const modifiers = (ctrl ? 2 : 0) + (shift ? 8 : 0)
  const shared = { code, key, modifiers }
  return [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...shared }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shared })
  ]
}

function keyOf(character: string): Key {
  if (character === '\u001d') return { code: 'BracketRight', key: ']', ctrl: true }
  if (/[a-z]/.test(character)) return { code: `Key${character.toUpperCase()}`, key: character }
  if (/[A-Z]/.test(character)) return { code: `Key${character}`, key: character, shift: true }
  if (/\d/.test(character)) return { code: `Digit${character}`, key: character }
  const shifted = SHIFTED[character]
  if (shifted !== undefined) return { code: shifted, key: character, shift: true }
  const plain = PLAIN[character]
  if (plain !== undefined) return { code: plain, key: character }
  throw new Error(`no key for ${JSON.stringify(character)}`)
}
