import { checkRows, Rest } from './rest.ts'
import { unzip } from './unzip.ts'

/** How a tag begins, its name apart from what stands before a colon; neither comments nor declarations begin so. */
const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)/y
/** What may end a tag, and what hides its end. */
const END = />|"[^"]*"|'[^']*'|["']/g

/** The rows of the first sheet of an XLSX workbook (ECMA-376), empty ones included; throws for what is none, and `TooManyRows`. */
export async function xlsxRows(file: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const files = unzip(file)
  const textOf = async (name: string) => {
    const bytes = await files.get(name)?.()
    return bytes === undefined ? null : new TextDecoder().decode(bytes)
  }
  const sheet = await textOf(await firstSheet(textOf))
  if (sheet === null) throw new Error('no sheet')
  return rowsOf(sheet, await sharedTexts((await textOf('xl/sharedStrings.xml')) ?? ''))
}

async function firstSheet(textOf: (name: string) => Promise<string | null>): Promise<string> {
  const [workbook, links] = [await textOf('xl/workbook.xml'), await textOf('xl/_rels/workbook.xml.rels')]
  const sheet = [...tags(workbook ?? '')].find(({ name, isEnd }) => name === 'sheet' && !isEnd)
  const id = sheet === undefined ? null : attribute(sheet.rest, '\\w+:id')
  const link = [...tags(links ?? '')].find(({ name, rest }) => name === 'Relationship' && attribute(rest, 'Id') === id)
  const target = link === undefined ? null : attribute(link.rest, 'Target')
  if (target === null) return 'xl/worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells name by number; what is said of how they are read aloud in Japanese (`rPh`) is no part of them. */
async function sharedTexts(xml: string): Promise<string[]> {
  const texts: string[] = []
  let isAside = false
  const rest = new Rest()
  for (const { name, isEnd, text } of tags(xml)) {
    if (rest.isDue()) await rest.take()
    if (name === 'si' && !isEnd) texts.push('')
    if (name === 'rPh') isAside = !isEnd
    if (name === 't' && !isEnd && !isAside) texts.push((texts.pop() ?? '') + plain(text))
  }
  return texts
}

async function rowsOf(xml: string, shared: readonly string[]): Promise<string[][]> {
  const rows: string[][] = []
  let row: string[] = []
  let [column, type] = [0, '']
  let filled = 0
  const pause = new Rest()
  for (const { name, isEnd, isEmpty, rest, text } of tags(xml)) {
    if (pause.isDue()) await pause.take()
    if (name === 'row' && !isEnd) {
      const number = Number(attribute(rest, 'r') ?? rows.length + 1)
      checkRows(filled, Math.max(number, rows.length + 1))
      // Empty rows are left out of the file, and still count.
      while (rows.length < number - 1) rows.push([])
      row = []
      column = 0
      rows.push(row)
    } else if (name === 'c' && !isEnd) {
      column = columnOf(attribute(rest, 'r')) ?? column
      type = attribute(rest, 't') ?? ''
      if (isEmpty) column += 1
    } else if (name === 'c' && isEnd) column += 1
    else if ((name === 'v' || name === 't') && !isEnd && column < MOST_COLUMNS) {
      // What can't be reckoned out (#N/A) is no text.
      if (type === 'e') continue
      if (row.length === 0) checkRows(++filled, rows.length)
      const told = name === 'v' && type === 's' ? (shared[Number(text)] ?? '') : plain(text)
      while (row.length < column) row.push('')
      row[column] = (name === 't' ? (row[column] ?? '') : '') + (name === 'v' && type === '' ? wholeNumber(told) : told)
    }
  }
  return rows
}

const MOST_COLUMNS = 200

/** `B7` → 1; null where the cell does not say. */
function columnOf(place: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A barcode of 13 digits may stand there as `4.607012345678E12`. */
function wholeNumber(text: string): string {
  const value = Number(text)
  return /e/i.test(text) && Number.isSafeInteger(value) ? String(value) : text
}

interface Tag {
  readonly isEnd: boolean
  readonly isEmpty: boolean
  readonly name: string
  /** Its attributes as they stand there. */
  readonly rest: string
  readonly text: string
}

/** The tags of a text, each with the text behind it. Every letter is looked at a few times at most, whatever the text; throws for a tag without an end. */
function* tags(xml: string): Generator<Tag, void> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    TAG.lastIndex = at
    const begun = TAG.exec(xml)
    if (begun === null) continue
    const [all, slash, name = ''] = begun
    const end = endOfTag(xml, at + all.length)
    const isEmpty = xml[end - 1] === '/'
    const next = xml.indexOf('<', end)
    const text = xml.slice(end + 1, next < 0 ? xml.length : next)
    yield { isEnd: slash === '/', isEmpty, name, rest: xml.slice(at + all.length, isEmpty ? end - 1 : end), text }
    at = end
  }
}

function endOfTag(xml: string, from: number): number {
  END.lastIndex = from
  for (let found = END.exec(xml); found !== null; found = END.exec(xml)) {
    if (found[0] === '>') return found.index
    // A quote that is opened and never closed.
    if (found[0].length === 1) break
  }
  throw new Error('a tag without an end')
}

/** How the few attributes that are asked for look. */
const PATTERNS = new Map<string, RegExp>()

function attribute(rest: string, name: string): string | null {
  const pattern = PATTERNS.get(name) ?? new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  PATTERNS.set(name, pattern)
  const found = pattern.exec(rest)
  return found === null ? null : plain(found[1] ?? found[2] ?? '')
}

const SIGNS: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  return text
    .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return SIGNS[name] ?? whole
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
