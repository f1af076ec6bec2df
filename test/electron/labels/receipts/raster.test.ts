import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawBitmap, isBlack, type Bitmap } from '../../../../electron/labels/bitmap.ts'
import { escposRaster } from '../../../../electron/labels/receipts/raster.ts'
import { readEscpos, type PaperItem } from '../../../support/escpos-reader.ts'

/** Widths of a picture on 80 mm, and heights over several bands. */
const anyPicture = fc
  .record({
    width: fc.oneof(fc.integer({ min: 1, max: 576 }), fc.constantFrom(8, 384, 576)),
    height: fc.integer({ min: 1, max: 700 }),
    seed: fc.integer()
  })
  .map(({ width, height, seed }) =>
    drawBitmap(width, height, (x, y) => (Math.imul(x * 31 + y * 17 + seed, 2_654_435_761) >>> 13) % 3 === 0)
  )

function printed(items: readonly PaperItem[]): readonly Uint8Array[] {
  return items.flatMap(item => (item.kind === 'rows' ? item.rows : []))
}

/** The picture's rows as a printer sees them, one byte a dot, up to whole bytes a row. */
function dots(bitmap: Bitmap): Uint8Array[] {
  const width = Math.ceil(bitmap.width / 8) * 8
  return Array.from({ length: bitmap.height }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => (isBlack(bitmap, x, y) ? 1 : 0))
  )
}

test('every dot of a picture is a dot on the paper, whatever its size', () => {
  fc.assert(
    fc.property(anyPicture, picture => {
      expect(printed(readEscpos(escposRaster(picture), 576))).toEqual(dots(picture))
    }),
    { numRuns: 40 }
  )
})

test('no band is more than a cheap printer takes in, and after the last one the paper is cut, once', () => {
  fc.assert(
    fc.property(anyPicture, picture => {
      const items = readEscpos(escposRaster(picture), 576)
      for (const item of items) {
        if (item.kind !== 'rows') continue
        expect(item.rows.length).toBeLessThanOrEqual(255)
        expect(item.rows.length * Math.ceil(picture.width / 8)).toBeLessThanOrEqual(4096)
      }
      expect(items.slice(items.findLastIndex(item => item.kind === 'rows') + 1)).toEqual([
        { kind: 'line', text: '', isBold: false, wide: 1, tall: 1, align: 'left', isOverflowing: false },
        { kind: 'feed', lines: 3 },
        { kind: 'cut' }
      ])
    }),
    { numRuns: 40 }
  )
})

test('the bytes of a small picture, as the manual has them', () => {
  const picture = drawBitmap(9, 2, (x, y) => x === y || x === 8)
  expect(Buffer.from(escposRaster(picture)).toString('hex')).toBe(
    ['1b40', '1d763000', '0200', '0200', '8080', '4080', '1b6404', '1d5601'].join('')
  )
})
