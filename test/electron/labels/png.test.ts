import { expect, test } from 'vitest'
import { isBlack, type Bitmap } from '../../../electron/labels/bitmap.ts'
import { bitmapOfPng } from '../../../electron/labels/png.ts'
import { makePng } from '../../support/make-png.ts'

function show(bitmap: Bitmap): readonly string[] {
  return Array.from({ length: bitmap.height }, (_, y) =>
    Array.from({ length: bitmap.width }, (_, x) => (isBlack(bitmap, x, y) ? '#' : '.')).join('')
  )
}

/** One picture in every form: two rows of five dots. */
const PICTURE = ['#..#.', '....#']
const ROWS = PICTURE.map(row => [...row].map(dot => dot === '#'))
const eachDot = (dot: (black: boolean) => readonly number[]): number[][] => ROWS.map(row => row.flatMap(dot))
const packed = (depth: number, black: number, white: number): number[][] =>
  ROWS.map(row => {
    const bits = row.map(isDark => (isDark ? black : white).toString(2).padStart(depth, '0')).join('')
    return (bits.match(/.{1,8}/g) ?? []).map(byte => Number.parseInt(byte.padEnd(8, '0'), 2))
  })

test.each([
  ['grey, 1 bit', 1, 0, packed(1, 0, 1)],
  ['grey, 2 bits', 2, 0, packed(2, 1, 2)],
  ['grey, 4 bits', 4, 0, packed(4, 7, 8)],
  ['grey, 8 bits: anti-aliased letters are cut at the half', 8, 0, eachDot(black => [black ? 127 : 128])],
  ['grey, 16 bits', 16, 0, eachDot(black => (black ? [0x7f, 0] : [0x80, 0]))],
  ['RGB', 8, 2, eachDot(black => (black ? [200, 0, 0] : [255, 200, 100]))],
  ['grey and opacity: what cannot be seen is white', 8, 4, eachDot(black => (black ? [0, 255] : [0, 10]))],
  ['RGB and opacity', 8, 6, eachDot(black => (black ? [0, 0, 0, 200] : [0, 0, 0, 0]))]
] as const)('%s', (_, depth, colorType, rows) => {
  expect(show(bitmapOfPng(makePng({ width: 5, rows, depth, colorType })))).toEqual(PICTURE)
})

test.each([1, 2, 4])('palette, %i bits', depth => {
  const palette = [255, 255, 255, 0, 0, 0]
  const rows = packed(depth, 1, 0)
  expect(show(bitmapOfPng(makePng({ width: 5, rows, depth, colorType: 3, palette })))).toEqual(PICTURE)
})

test('what is no picture, or of a size that no label has, is refused', () => {
  expect(() => bitmapOfPng(Buffer.from('<svg/>'))).toThrow('not a PNG')
  expect(() => bitmapOfPng(Buffer.alloc(100))).toThrow('not a PNG')
  const small = makePng({ width: 5, rows: eachDot(() => [0]), depth: 8, colorType: 0 })
  const huge = Buffer.from(small)
  huge.writeUInt32BE(100_000, 16)
  expect(() => bitmapOfPng(huge)).toThrow('too large')
  expect(() => bitmapOfPng(small.subarray(0, 45))).toThrow()
})
