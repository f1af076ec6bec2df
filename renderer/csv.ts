import type { Language } from './i18n/format.ts'
import type { Cell } from './xlsx.ts'

/** Tells programs for tables that the file is UTF-8. */
const MARK = '\ufeff'

/** What numbers are written with: a program for tables in Russian takes 12.05 for a day in May. */
const DECIMAL: { readonly [language in Language]: string } = { ru: ',', en: '.' }

/** A table as programs for tables open it where a comma is part of numbers: fields apart by semicolons, lines by CR LF. */
export function csvLines(rows: readonly (readonly Cell[])[], language: Language): string {
  const written = (cell: Cell) =>
    typeof cell === 'number' ? String(cell).replace('.', DECIMAL[language]) : field(cell)
  return rows.map(row => `${row.map(written).join(';')}\r\n`).join('')
}

/** What begins like a formula would be worked out by the program that opens it: an article or a comment may be anybody's. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A file of lines as `csvLines` gives them. */
export function csvFile(parts: readonly string[]): Blob {
  return new Blob([MARK, ...parts], { type: 'text/csv;charset=utf-8' })
}

/** Offers a file to the person under this name. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
