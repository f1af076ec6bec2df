import { GS } from '../../codes/marking-structure.ts'

/** How a text shows a form of a code. */
export interface Match {
  readonly before: string
  readonly after: string
  /** What stands in place of GS: GS itself, something else, or nothing; null if the code has none, or none was reached. */
  readonly separator: string | null
  /** Characters of the form that are missing, at its end or its start. */
  readonly lost: { readonly count: number; readonly where: 'end' | 'start' } | null
}

/** So many characters make out a cut code. */
const ENOUGH = 6
/** Longest separator that is looked for. */
const SEPARATOR_MAXIMUM = 12

/** Finds a form of a code in a text: whole, with anything around it and in place of GS, or cut; null if it isn't there. */
export function matchForm(form: string, text: string): Match | null {
  const parts = form.split(GS)
  const separators = separatorsIn(parts, text)
  for (const separator of separators) {
    const whole = parts.join(separator)
    const at = text.indexOf(whole)
    if (at < 0) continue
    const after = text.slice(at + whole.length)
    return { before: text.slice(0, at), after, separator: parts.length > 1 ? separator : null, lost: null }
  }
  for (const separator of separators) {
    const cut = matchCut(parts, separator, text)
    if (cut !== null) return cut
  }
  return null
}

/** Whether the text is the form in another layout: as long, each character always in place of the same one, and not the same text. */
export function isSubstitution(form: string, text: string): boolean {
  const [from, to] = [[...form.replaceAll(GS, '')], [...text.replaceAll(GS, '')]]
  if (from.length !== to.length || /^\d*$/.test(text)) return false
  const replaced = new Map<string, string>()
  for (const [index, char] of from.entries()) {
    const other = to[index] ?? ''
    if ((replaced.get(char) ?? other) !== other) return false
    replaced.set(char, other)
  }
  return [...replaced].some(([char, other]) => char !== other)
}

function matchCut(parts: readonly string[], separator: string, text: string): Match | null {
  const whole = parts.join(separator)
  if (text.length < ENOUGH) return null
  const at = text.indexOf(whole.slice(0, ENOUGH))
  const tail = text.slice(at)
  if (at >= 0 && whole.startsWith(tail)) {
    const reached = parts.length > 1 && tail.length > (parts[0] ?? '').length
    const lost = { count: whole.length - tail.length, where: 'end' } as const
    return { before: text.slice(0, at), after: '', separator: reached ? separator : null, lost }
  }
  if (!whole.endsWith(text)) return null
  const lost = { count: whole.length - text.length, where: 'start' } as const
  return { before: '', after: '', separator: parts.length > 1 ? separator : null, lost }
}

/** GS first, then what stands between the first two parts of a code in this text, then nothing. */
function separatorsIn([first = '', second = '']: readonly string[], text: string): readonly string[] {
  const start = text.indexOf(first)
  if (start < 0 || second === '') return [GS, '']
  const rest = text.slice(start + first.length)
  const length = rest.indexOf(second.slice(0, 4))
  return length > 0 && length <= SEPARATOR_MAXIMUM ? [GS, rest.slice(0, length), ''] : [GS, '']
}
