import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A screen that nobody sees, with a keyboard whose keys are pressed by their key codes, as a scanner presses them. */
export interface XDisplay {
  /** What goes into `DISPLAY`. */
  readonly name: string
  /** Puts the keyboard's layouts in use, the first of them active. */
  setLayout(layouts: string, option?: string): Promise<void>
  press(strokes: readonly KeyPress[]): Promise<void>
  /** Keeps a key down until the result is called. */
  hold(key: number): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** One key with those that are held meanwhile, as X key codes. */
export interface KeyPress {
  readonly keys: readonly number[]
  readonly held?: readonly number[]
}

/** X's codes of a PC keyboard's keys. */
export const KEY_CODES = {
  enter: 36,
  tab: 23,
  control: 37,
  shift: 50,
  alt: 64,
  capsLock: 66,
  numLock: 77,
  rightAlt: 108,
  rightBracket: 35,
  f8: 74
} as const
/** The number pad's digits from 0. */
const PAD = [90, 87, 88, 89, 83, 84, 85, 79, 80, 81] as const

const ROWS: readonly (readonly [first: number, plain: string, shifted: string])[] = [
  [10, '1234567890-=', '!@#$%^&*()_+'],
  [24, 'qwertyuiop[]', 'QWERTYUIOP{}'],
  [38, "asdfghjkl;'`", 'ASDFGHJKL:"~'],
  [51, '\\zxcvbnm,./', '|ZXCVBNM<>?'],
  [65, ' ', ' ']
]

/** How a scanner writes GS. */
export type SeparatorKeys = 'ctrl' | 'f8' | 'alt'

const SEPARATORS: { readonly [kind in SeparatorKeys]: KeyPress } = {
  ctrl: { held: [KEY_CODES.control], keys: [KEY_CODES.rightBracket] },
  f8: { keys: [KEY_CODES.f8] },
  alt: { held: [KEY_CODES.alt], keys: [PAD[0], PAD[2], PAD[9]] }
}

/** The keys of a scanner that is set to the US layout, Enter at the end. */
export function scannerKeys(text: string, separator: SeparatorKeys): readonly KeyPress[] {
  return [
    ...[...text].map(char => (char === '\u001d' ? SEPARATORS[separator] : keyOf(char))),
    { keys: [KEY_CODES.enter] }
  ]
}

function keyOf(char: string): KeyPress {
  for (const [first, plain, shifted] of ROWS) {
    if (plain.includes(char)) return { keys: [first + plain.indexOf(char)] }
    if (shifted.includes(char)) return { held: [KEY_CODES.shift], keys: [first + shifted.indexOf(char)] }
  }
  throw new Error(`no key for ${JSON.stringify(char)}`)
}

/** Starts a display of its own; needs `Xvfb`, `setxkbmap` and `xdotool`. `delayMs`: from one key to the next. */
export async function startXDisplay(delayMs: number): Promise<XDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const ended = new Promise(resolve => server.once('exit', resolve))
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  const name = `:${number}`
  const environment = { ...process.env, DISPLAY: name }
  return {
    name,
    async setLayout(layouts, option) {
      const options = option === undefined ? [] : ['-option', option]
      await run('setxkbmap', ['-layout', layouts, '-option', '', ...options], { env: environment })
    },
    async press(strokes) {
      const words = strokes.flatMap(({ keys, held = [] }) => [
        ...held.flatMap(key => ['keydown', '--delay', '0', String(key)]),
        'key',
        '--delay',
        String(delayMs),
        ...keys.map(String),
        ...held.flatMap(key => ['keyup', '--delay', '0', String(key)])
      ])
      await run('xdotool', words, { env: environment })
    },
    async hold(key) {
      await run('xdotool', ['keydown', String(key)], { env: environment })
      return async () => void (await run('xdotool', ['keyup', String(key)], { env: environment }))
    },
    async close() {
      server.kill('SIGKILL')
      await ended
    }
  }
}
