import { crc32 } from './crc32.ts'

/** A cell: text as it is, or a number. */
export type Cell = string | number

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Everything of a workbook with one sheet but the sheet itself (ECMA-376). */
const FRAME: readonly (readonly [path: string, text: string])[] = [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
  ]
]

/** Rows as a part of the sheet: they may come page by page. */
export function sheetRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => `<row>${row.map(cellXml).join('')}</row>`).join('')
}

function cellXml(cell: Cell): string {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** XML knows no control characters but these three. */
function escaped(text: string): string {
  return Array.from(text, sign => (sign >= ' ' || '\t\n\r'.includes(sign) ? (SIGNS[sign] ?? sign) : '')).join('')
}

const SIGNS: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A workbook (.xlsx) of one sheet from its rows as `sheetRows` gives them. */
export async function workbook(parts: readonly string[]): Promise<Blob> {
  const sheet = new Blob([`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`, ...parts, '</sheetData></worksheet>'])
  const files = [
    ...FRAME.map(([path, text]) => [path, new Blob([text])] as const),
    ['xl/worksheets/sheet1.xml', sheet] as const
  ]
  const bytes: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const [path, file] of files) {
    const entry = await zipped(path, file)
    directory.push(centralOf(entry, offset))
    const local = localOf(entry)
    bytes.push(local, entry.packed)
    offset += local.length + entry.packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return new Blob([...bytes, ...directory, endOf(files.length, size, offset)])
}

/** A file in a ZIP archive (APPNOTE 4.3). */
interface Entry {
  readonly name: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
  readonly size: number
  readonly crc: number
}

async function zipped(path: string, file: Blob): Promise<Entry> {
  const plain = new Uint8Array(await file.arrayBuffer())
  const stream = file.stream().pipeThrough(new CompressionStream('deflate-raw'))
  const packed = new Uint8Array(await new Response(stream).arrayBuffer())
  return { name: new TextEncoder().encode(path), packed, size: plain.length, crc: crc32(plain) }
}

/** What both headers of a file tell: version 2.0, names in UTF-8, deflated, the first day that ZIP knows. */
function facts({ name, packed, size, crc }: Entry): readonly (readonly [bytes: 2 | 4, value: number])[] {
  return [
    [2, 20],
    [2, 0x800],
    [2, 8],
    [2, 0],
    [2, 0x21],
    [4, crc],
    [4, packed.length],
    [4, size],
    [2, name.length],
    [2, 0]
  ]
}

function localOf(entry: Entry): Uint8Array<ArrayBuffer> {
  return joined(numbers([[4, 0x0403_4b50], ...facts(entry)]), entry.name)
}

function centralOf(entry: Entry, offset: number): Uint8Array<ArrayBuffer> {
  const rest = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset]
  ] as const
  return joined(numbers([[4, 0x0201_4b50], [2, 20], ...facts(entry), ...rest]), entry.name)
}

function endOf(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  return numbers([
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0]
  ])
}

/** Numbers one after another, the low byte first. */
function numbers(fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, place) => (value >>> (8 * place)) & 0xff))
  )
}

function joined(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}
