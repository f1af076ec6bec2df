import { inflateRawSync, crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { sheetRows, workbook } from '../../renderer/xlsx.ts'

const LOCAL = 0x0403_4b50
const CENTRAL = 0x0201_4b50
const END = 0x0605_4b50

/** The files of an archive as its directory lists them. */
function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.length - 22
  expect(bytes.readUInt32LE(end)).toBe(END)
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(bytes.readUInt32LE(at)).toBe(CENTRAL)
    const [crc, packed, size] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const [length, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)]
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    expect(bytes.readUInt32LE(local)).toBe(LOCAL)
    const from = local + 30 + length
    const plain = inflateRawSync(bytes.subarray(from, from + packed))
    expect([plain.length, crc32(plain)]).toEqual([size, crc])
    files.set(name, plain.toString('utf8'))
    at += 46 + length
  }
  expect(at).toBe(end)
  return files
}

test('a workbook is an archive whose sheet holds every row as it came, page by page', async () => {
  const parts = [
    sheetRows([['Заказ', 'Цена']]),
    sheetRows([
      ['a<b & "c"\u0001', -12.5],
      ['', 4_162_707_390]
    ])
  ]
  const files = unzipped(Buffer.from(await (await workbook(parts)).arrayBuffer()))
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml'
  ])
  const text = (value: string) => `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
  expect(files.get('xl/worksheets/sheet1.xml')).toContain(
    `<sheetData><row>${text('Заказ')}${text('Цена')}</row>` +
      `<row>${text('a&lt;b &amp; "c"')}<c><v>-12.5</v></c></row>` +
      `<row>${text('')}<c><v>4162707390</v></c></row></sheetData>`
  )
})
