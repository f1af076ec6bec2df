import { createZebraErrorReader, type ZebraErrors } from './zebra-errors.ts'

/** Why a Zebra does not print, by its own host status (`~HS`), the most pressing first. */
export type ZebraFault =
  | 'headOpen'
  | 'paperOut'
  | 'ribbonOut'
  | 'tooHot'
  | 'tooCold'
  | 'bufferFull'
  | 'labelWaiting'
  | 'paused'

/** A printer's host status; the counts tell whether everything it was given has come out. */
export interface ZebraStatus {
  readonly fault: ZebraFault | null
  /** Labels left in the batch being printed (field u). */
  readonly labelsWaiting: number
  /** Formats received and not yet printed (field eee). */
  readonly formatsWaiting: number
}

const STX = '\u0002'
const ETX = '\u0003'
/** Fields of the three lines in the printer's answer. */
const FIELDS = [12, 11, 2] as const

/** The text a Zebra answers to `~HS`: three lines, each STX … ETX CR LF (ZPL II guide, "Host Status Return"). */
export function formatZebraStatus(status: ZebraStatus): string {
  const flag = (fault: ZebraFault): string => (status.fault === fault ? '1' : '0')
  const formats = String(status.formatsWaiting).padStart(3, '0')
  const labels = String(status.labelsWaiting).padStart(8, '0')
  const lines = [
    `030,${flag('paperOut')},${flag('paused')},0320,${formats},${flag('bufferFull')},0,0,000,0,${flag('tooCold')},${flag('tooHot')}`,
    `001,0,${flag('headOpen')},${flag('ribbonOut')},1,2,0,${flag('labelWaiting')},${labels},1,000`,
    '1234,0'
  ]
  return lines.map(line => `${STX}${line}${ETX}\r\n`).join('')
}

/** Reads the three lines of an answer to `~HS` (without STX, ETX); null if they are not that. */
function parseZebraStatus(lines: readonly string[]): ZebraStatus | null {
  const [first, second, third] = lines.map(line => line.split(',').map(field => field.trim()))
  if (!first || !second || !third || lines.length !== FIELDS.length) return null
  if (first.length < FIELDS[0] || second.length < FIELDS[1] || third.length < FIELDS[2]) return null
  const formatsWaiting = count(first[4])
  const labelsWaiting = count(second[8])
  if (formatsWaiting === null || labelsWaiting === null) return null
  const raised: Readonly<Record<ZebraFault, string | undefined>> = {
    headOpen: second[2],
    paperOut: first[1],
    ribbonOut: second[3],
    tooHot: first[11],
    tooCold: first[10],
    bufferFull: first[5],
    labelWaiting: second[7],
    paused: first[2]
  }
  return { fault: FAULTS.find(fault => raised[fault] === '1') ?? null, labelsWaiting, formatsWaiting }
}

/** A printer out of paper pauses too: the cause comes before its effect. */
const FAULTS = [
  'headOpen',
  'paperOut',
  'ribbonOut',
  'tooHot',
  'tooCold',
  'bufferFull',
  'labelWaiting',
  'paused'
] as const satisfies readonly ZebraFault[]

function count(field: string | undefined): number | null {
  return field !== undefined && /^[0-9]{1,8}$/.test(field) ? Number(field) : null
}

export type ZebraReply =
  | { readonly kind: 'status'; readonly status: ZebraStatus }
  | { readonly kind: 'errors'; readonly errors: ZebraErrors }
  /** The answer to one `getvar`, without its quotes. */
  | { readonly kind: 'variable'; readonly value: string }

/** Longest line or quoted value that is believed, in characters. */
const MAX_PIECE = 256

/** Finds the answers in what a Zebra sends, however it is chunked (one character a byte); anything else is skipped. */
export function createZebraReplyReader(onReply: (reply: ZebraReply) => void): (chunk: string) => void {
  let closedBy: string | null = null
  let piece = ''
  let lines: string[] = []
  let text = ''
  const readErrors = createZebraErrorReader()

  function end(): void {
    if (closedBy === '"') onReply({ kind: 'variable', value: piece })
    else addLine(piece)
    closedBy = null
  }

  function addLine(line: string): void {
    // The first line is known by its length, so that an answer that lost its beginning spoils no later one.
    lines = line.split(',').length >= FIELDS[0] ? [line] : [...lines, line]
    if (lines.length < FIELDS.length) return
    const status = parseZebraStatus(lines)
    lines = []
    if (status) onReply({ kind: 'status', status })
  }

  /** The answer to `~HQES` is plain lines between its STX and ETX. */
  function addText(character: string): void {
    if (character !== '\n') text = text.length < MAX_PIECE ? text + character : text
    else {
      const errors = readErrors(text)
      text = ''
      if (errors) onReply({ kind: 'errors', errors })
    }
  }

  function take(character: string): void {
    addText(character)
    if (character === STX) {
      closedBy = ETX
      piece = ''
    } else if (closedBy === null) {
      if (character === '"') {
        closedBy = '"'
        piece = ''
      }
    } else if (character === closedBy) end()
    else if (character === '\n' || piece.length >= MAX_PIECE) closedBy = null
    else piece += character
  }

  return chunk => {
    for (const character of chunk) take(character)
  }
}
