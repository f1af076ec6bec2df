import { checkRows, Rest } from './rest.ts'

/** Rows of a CSV text: fields apart by `;`, `,` or a tab, whichever its first line has most of; quoted fields may hold anything. Throws for a quote that is never closed, and `TooManyRows`. */
export async function csvRows(text: string): Promise<string[][]> {
  const plain = text.replace(/^\ufeff/, '')
  const [first = ''] = plain.split(/\r?\n/, 1)
  const counts = [';', '\t', ','].map(sign => ({ sign, count: first.split(sign).length }))
  const separator = counts.reduce((most, one) => (one.count > most.count ? one : most)).sign
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  const rest = new Rest()
  let filled = 0
  for (let at = 0; at < plain.length; at += 1) {
    if (rest.isDue()) await rest.take()
    const sign = plain[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') field += sign
      else if (plain[at + 1] === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && field === '') isQuoted = true
    else if (sign === separator) {
      row.push(field)
      field = ''
    } else if (sign === '\n') {
      field = field.replace(/\r$/, '')
      if (field !== '' || row.length > 0) filled += 1
      rows.push([...row, field])
      checkRows(filled, rows.length)
      row = []
      field = ''
    } else field += sign
  }
  if (isQuoted) throw new Error('a quote without an end')
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows
}

/** The text of a file: UTF-8, UTF-16 with its mark, or what Excel in Russian writes without one (Windows-1251). */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
