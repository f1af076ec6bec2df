import { deflateRawSync, crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows, textOf } from '../../../renderer/tables/read-csv.ts'
import { TooManyRows } from '../../../renderer/tables/rest.ts'
import { xlsxRows } from '../../../renderer/tables/read-xlsx.ts'
import { sheetRows, workbook } from '../../../renderer/xlsx.ts'

/** No control characters: XML has none. */
const cell = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map(text => text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replaceAll('_x', 'x'))
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

/** An archive of these files by the book. */
function zipped(files: { readonly [name: string]: string }): Uint8Array<ArrayBuffer> {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [plain, title] = [Buffer.from(text), Buffer.from(name)]
    const packed = deflateRawSync(plain)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(plain), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(plain.length, 18)
    head.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\u0003\u0004'), head, title, packed)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), head, place, title)
    offset += 30 + title.length + packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length / 4, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Uint8Array.from(Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006'), end]))
}

test('every table that is written as a workbook is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(table, async rows => {
      const file = await workbook([sheetRows(rows)])
      expect(await xlsxRows(new Uint8Array(await file.arrayBuffer()))).toEqual(rows)
    })
  )
})

test('a workbook as Excel writes it: shared texts, cells left out, empty rows, a number in letters and a prefix', async () => {
  const rows = await xlsxRows(
    zipped({
      'xl/workbook.xml':
        '<x:workbook xmlns:r="r"><x:sheets><x:sheet name="Товары" sheetId="3" r:id="rId7"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Target="worksheets/goods.xml" Id="rId7"/></Relationships>',
      'xl/sharedStrings.xml':
        '<sst><si><t>Баркод</t></si><si><r><t xml:space="preserve">Мес</t></r><r><rPr/><t>то</t></r><rPh><t>x</t></rPh></si><si><t>A&amp;1 &#x2116;2</t></si></sst>',
      'xl/worksheets/goods.xml':
        '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>4.607012345678E12</x:v></x:c><x:c r="B3" s="1"/><x:c r="C3" t="s"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    })
  )
  expect(rows).toEqual([['Баркод', '', 'Место'], [], ['4607012345678', '', 'A&1 №2']])
})

test('whatever is no workbook is said to be none', async () => {
  await expect(xlsxRows(new TextEncoder().encode('Баркод;Место'))).rejects.toThrow('no archive')
  await expect(xlsxRows(zipped({ 'readme.txt': 'hello' }))).rejects.toThrow('no sheet')
})

test('comments and declarations are passed over, and a tag without an end is no sheet’s', async () => {
  const sheet = (text: string) => xlsxRows(zipped({ 'xl/worksheets/sheet1.xml': text }))
  const cellOf = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`
  expect(await sheet(`<?xml version="1.0"?><!-- it's <old --><sheetData>${cellOf('a &gt; "b')}</sheetData>`)).toEqual([
    ['a > "b']
  ])
  expect(await sheet(`<row><c t='str' x="1>2"><v>a</v></c><c/></row>`)).toEqual([['a']])
  for (const text of ['<row ', '<row "', `<row x='>`, '<a '.repeat(10)]) {
    await expect(sheet(cellOf('a') + text)).rejects.toThrow('a tag without an end')
  }
})

test('every table that is written as CSV is read back, whatever its separator', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      async (rows, separator, end) => {
        const head = ['code', 'name', 'place']
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = [head, ...rows].map(row => row.map(quoted).join(separator) + end).join('')
        expect(await csvRows(text)).toEqual([head, ...rows])
      }
    )
  )
})

test('a quote that is never closed makes no table: what stands behind it would be one field', async () => {
  await expect(csvRows('code;place\n1;"A\n2;B\n')).rejects.toThrow('a quote without an end')
})

test('a file of Excel in Russian is read in its own letters', () => {
  const bytes = Uint8Array.from([0xcc, 0xe5, 0xf1, 0xf2, 0xee])
  expect(textOf(bytes)).toBe('Место')
  expect(textOf(new TextEncoder().encode('Место'))).toBe('Место')
})

test('a cell that can’t be reckoned out holds nothing', async () => {
  const cells = '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="str"><v>A-1</v></c>'
  expect(await xlsxRows(zipped({ 'xl/worksheets/sheet1.xml': `<row r="1">${cells}</row>` }))).toEqual([['', 'A-1']])
})

test('rows beyond what a list may have are refused while they are read', async () => {
  const sheet = (text: string) => xlsxRows(zipped({ 'xl/worksheets/sheet1.xml': text }))
  await expect(sheet('<row/>'.repeat(2 ** 20 + 1))).rejects.toThrow(TooManyRows)
  await expect(sheet('<row r="2000000"/>')).rejects.toThrow(TooManyRows)
  await expect(sheet('<row><c><v>1</v></c></row>'.repeat(100_002))).rejects.toThrow(TooManyRows)
  await expect(csvRows('a;b\n'.repeat(100_002))).rejects.toThrow(TooManyRows)
  expect(await csvRows('a;b\n'.repeat(1000))).toHaveLength(1000)
})

test('a long table is read in stretches: whoever waits has a turn in between', async () => {
  let turns = 0
  const timer = setInterval(() => void (turns += 1))
  await csvRows('4607012345678;A-1;Кружка эмалированная;белый\n'.repeat(90_000))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
})
