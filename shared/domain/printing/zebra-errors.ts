/** Why a Zebra does not print, by its error query (`~HQES`); `stopped`: a cause that only its display can name. */
export type ZebraError =
  | 'headOpen'
  | 'paperOut'
  | 'ribbonOut'
  | 'cutter'
  | 'headFailed'
  | 'tooHot'
  | 'motorHot'
  | 'paused'
  | 'stopped'

/** What will stop a Zebra one day, and does not yet. */
export type ZebraWarning = 'calibrate' | 'cleanHead' | 'replaceHead'

/** A printer's answer to `~HQES`, the most pressing error alone. */
export interface ZebraErrors {
  readonly fault: ZebraError | null
  readonly warnings: readonly ZebraWarning[]
}

type Bits<T> = readonly (readonly [bits: number, meaning: T])[]

/** The cause before its effect: a printer without paper pauses too. */
const ERROR_BITS: Bits<ZebraError> = [
  [0x4, 'headOpen'],
  [0x1, 'paperOut'],
  [0x2, 'ribbonOut'],
  [0x8, 'cutter'],
  // A burnt element, or a head that is not found at all.
  [0xc0, 'headFailed'],
  [0x10, 'tooHot'],
  [0x20, 'motorHot'],
  [0x1_0000, 'paused']
]

const WARNING_BITS: Bits<ZebraWarning> = [
  [0x1, 'calibrate'],
  [0x2, 'cleanHead'],
  [0x4, 'replaceHead']
]

/** Takes the lines of an answer one by one; gives the answer with the line that completes it, and null until then. */
export function createZebraErrorReader(): (line: string) => ZebraErrors | null {
  let errors: number | null = null
  return line => {
    errors = readGroups('ERRORS', line) ?? errors
    const warnings = readGroups('WARNINGS', line)
    if (errors === null || warnings === null) return null
    const answer = {
      fault: ERROR_BITS.find(([bits]) => ((errors ?? 0) & bits) !== 0)?.[1] ?? (errors === 0 ? null : 'stopped'),
      warnings: WARNING_BITS.filter(([bits]) => (warnings & bits) !== 0).map(([, meaning]) => meaning)
    }
    errors = null
    return answer
  }
}

/** The nibbles 8 to 1 of such a line, 0 where its flag says that there is nothing; null if it is another line. */
function readGroups(title: 'ERRORS' | 'WARNINGS', line: string): number | null {
  const found = new RegExp(`${title}:\\s*([01])\\s+[0-9A-F]{8}\\s+([0-9A-F]{8})`, 'i').exec(line)
  if (found === null) return null
  return found[1] === '0' ? 0 : Number.parseInt(found[2] ?? '', 16)
}

/** The text that a Zebra answers to `~HQES` (ZPL II guide, "Host Query"). */
export function formatZebraErrors({ fault, warnings }: ZebraErrors): string {
  const bitsOf = <T>(table: Bits<T>, wanted: T): number => table.find(([, meaning]) => meaning === wanted)?.[0] ?? 0x100
  const raised = warnings.reduce((bits, warning) => bits | bitsOf(WARNING_BITS, warning), 0)
  const lines = [
    'PRINTER STATUS',
    `   ERRORS:         ${groups(fault === null ? 0 : bitsOf(ERROR_BITS, fault))}`,
    `   WARNINGS:       ${groups(raised)}`
  ]
  return `\u0002\r\n${lines.map(line => `${line}\r\n`).join('')}\u0003`
}

function groups(bits: number): string {
  return `${bits === 0 ? 0 : 1} 00000000 ${bits.toString(16).toUpperCase().padStart(8, '0')}`
}
