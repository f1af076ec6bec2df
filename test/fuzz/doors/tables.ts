import { crc32 } from 'node:zlib'
import { productLines } from '../../../renderer/screens/product/product-table.ts'
import { csvRows, textOf } from '../../../renderer/tables/read-csv.ts'
import { xlsxRows } from '../../../renderer/tables/read-xlsx.ts'
import { sheetRows, workbook } from '../../../renderer/xlsx.ts'
import { door, type Door } from '../door.ts'
import { mutateText, showText } from '../mutate.ts'

const ROWS = [
  ['Артикул', 'Баркод', 'Название', 'Место', 'Картинка'],
  ['TEA-12', '4600000000008', 'Чай «Ёлка», 100 г', 'A-12', 'tea.png'],
  ['MUG; "big"', '4.607012345678E12', 'Кружка\nс ручкой', '', '']
]
const CSV = ROWS.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
const SHEET = `<worksheet><sheetData>${sheetRows(ROWS)}</sheetData></worksheet>`
const SHARED =
  '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>1</v></c></row><row r="9"/></sheetData></worksheet>'

/** Far longer than what is made by chance: whoever looks at such a text again for each of its letters never comes back. */
const LONG = ['s<a ', 's<a "', 's<a.', 's<c r="A1"><v>1</v>', 's&#x', 'c"', 'c;', 'c\r', 'c";"'].map(
  text => text.charAt(0) + text.slice(1).repeat(40_000)
)

/** An archive with one file, packed by nothing, so that what is changed in it is read. */
function stored(name: string, text: string): Uint8Array<ArrayBuffer> {
  const data = Buffer.from(text)
  const head = Buffer.alloc(26)
  head.set([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0], 0)
  head.writeUInt32LE(crc32(data), 10)
  head.writeUInt32LE(data.length, 14)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), data])
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), head, Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Uint8Array.from(Buffer.concat([local, central, end]))
}

/** A seller's own list of products: rows, or a throw that the page has words for; never without an end. The first letter says what it is. */
export async function openTables(): Promise<Door> {
  const whole = Buffer.from(await (await workbook([sheetRows(ROWS)])).arrayBuffer()).toString('latin1')
  return door<string>({
    name: 'tables',
    share: 2,
    samples: [
      `c${CSV}`,
      `c${CSV.replaceAll(';', '\t')}`,
      `c\ufeff${CSV}`,
      'c"code;place',
      `s${SHEET}`,
      `s${SHARED}`,
      `z${whole}`,
      ...LONG
    ],
    mutate: (random, base, other) => base.charAt(0) + mutateText(random, base.slice(1), other.slice(1)),
    async enter(input) {
      const [kind, text] = [input.charAt(0), input.slice(1)]
      const rows = await rowsOrNot(kind, text)
      if (rows === null) return `${kind} unreadable`
      const lines = await productLines(rows)
      return `${kind} ${Math.min(3, rows.length)} rows, ${lines === null ? 'no head' : Math.min(3, lines.taken.length)}`
    },
    words: ['c 3 rows, 2', 'c unreadable', 's 3 rows, 2', 'z 3 rows, 2', 'z unreadable'],
    show: showText
  })
}

async function rowsOrNot(kind: string, text: string): Promise<string[][] | null> {
  const file = kind === 's' ? stored('xl/worksheets/sheet1.xml', text) : Uint8Array.from(Buffer.from(text, 'latin1'))
  try {
    return kind === 'c' ? await csvRows(textOf(Buffer.from(text))) : await xlsxRows(file)
  } catch {
    // As the page does: whatever is wrong with it, the person is told to save it anew.
    return null
  }
}
