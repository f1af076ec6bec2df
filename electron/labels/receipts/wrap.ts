import { printable } from './code-page.ts'

/** Keeps what the program itself writes together, a number with its unit: a space on paper, but no place to break a line. */
export const NO_BREAK = '\u00a0'

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** A text of somebody else's as lines' worth of paragraphs, ready for the printer; blank ones, which only cost paper, go. */
export function paragraphs(text: string): string[] {
  return text
    .split(LINE_ENDS)
    .map(line => printable(line).trim())
    .filter(line => line !== '')
}

/** A text of somebody else's on one line, for a field. */
export function oneLine(text: string): string {
  return paragraphs(text).join(' ')
}

/** Printable text in lines of at most `columns` characters, broken between words; a longer word is broken where it has to be. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  const words = text.split(' ').filter(word => word !== '')
  for (const piece of words.flatMap(word => chunks(word, columns))) {
    const longer = `${lines.at(-1) ?? ''} ${piece}`
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map(unbroken)
}

/** A text that fits on its line as the printer gets it. */
export function unbroken(text: string): string {
  return text.replaceAll(NO_BREAK, ' ')
}

function chunks(word: string, size: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < word.length; at += size) pieces.push(word.slice(at, at + size))
  return pieces
}
