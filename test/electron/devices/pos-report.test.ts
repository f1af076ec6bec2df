import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPosReader } from '../../../electron/devices/scanners/pos-report.ts'
import { posReports } from '../../usb/pos-reports.ts'

function read(reports: readonly Uint8Array[]): readonly string[] {
  const frames: string[] = []
  const reader = createPosReader(text => frames.push(text))
  for (const report of reports) reader(report)
  return frames
}

test('any text comes out as it went in, its AIM identifier before it', () => {
  const text = fc.string({ unit: fc.constantFrom('0', 'A', 'я', '\u001d', '!'), minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), texts => {
      expect(read(texts.flatMap(one => posReports(']d2', one)))).toEqual(texts.map(one => `]d2${one}`))
    })
  )
})

test('a scanner that names no symbology, one that names it without the bracket, one that puts it into the data too', () => {
  expect(read(posReports('', '123'))).toEqual(['123'])
  expect(read(posReports('C1', '123'))).toEqual([']C1123'])
  expect(read(posReports(']C1', ']C1123'))).toEqual([']C1123'])
})

test('a suffix that the scanner adds is no part of the code', () => {
  expect(read(posReports(']E0', '4600000000017\r\n'))).toEqual([']E04600000000017'])
})

test('other reports, cut ones and empty scans are left alone', () => {
  const [whole] = posReports(']E0', '123')
  const lying = Uint8Array.of(2, 200, 0, 0, 0, 49, 0)
  expect(read([Uint8Array.of(3, 1, 2), lying, new Uint8Array(), ...posReports(']E0', ''), whole ?? lying])).toEqual([
    ']E0123'
  ])
})

test('a scan without an end is told as unreadable once it ends', () => {
  expect(read([...posReports(']d2', 'a'.repeat(5000)), ...posReports(']E0', '123')])).toEqual(['\uFFFD', ']E0123'])
})
