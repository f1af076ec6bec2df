import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cut,
  drawBitmap,
  enlarge,
  fitInk,
  inkBox,
  isBlack,
  place,
  turn,
  type Bitmap
} from '../../../electron/labels/bitmap.ts'

const side = fc.integer({ min: 1, max: 40 })
const anyBitmap = fc
  .record({ width: side, height: side, seed: fc.integer() })
  .map(({ width, height, seed }) =>
    drawBitmap(width, height, (x, y) => (Math.imul(x * 31 + y * 17 + seed, 2_654_435_761) >>> 13) % 7 === 0)
  )

function dots(bitmap: Bitmap): readonly string[] {
  const found: string[] = []
  for (let y = 0; y < bitmap.height; y += 1)
    for (let x = 0; x < bitmap.width; x += 1) if (isBlack(bitmap, x, y)) found.push(`${x},${y}`)
  return found
}

test('turned four times by a quarter it is as it was, twice is by half', () => {
  fc.assert(
    fc.property(anyBitmap, bitmap => {
      const quarter = turn(bitmap, 90)
      expect([quarter.width, quarter.height]).toEqual([bitmap.height, bitmap.width])
      expect(turn(quarter, 90)).toEqual(turn(bitmap, 180))
      expect(turn(turn(bitmap, 180), 90)).toEqual(turn(bitmap, 270))
      expect(turn(turn(bitmap, 270), 90)).toEqual(bitmap)
    })
  )
})

test('clockwise: what was at the left is at the top', () => {
  const left = drawBitmap(3, 2, x => x === 0)
  expect(dots(turn(left, 90))).toEqual(['0,0', '1,0'])
})

test('the box of the ink holds every dot and no less', () => {
  fc.assert(
    fc.property(anyBitmap, bitmap => {
      const all = dots(bitmap).map(dot => dot.split(',').map(Number))
      const box = inkBox(bitmap)
      if (box === null) {
        expect(all).toEqual([])
        return
      }
      const [xs, ys] = [all.map(([x = 0]) => x), all.map(([, y = 0]) => y)]
      expect(box).toEqual({
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs) + 1,
        bottom: Math.max(...ys) + 1
      })
      const inked = cut(bitmap, box)
      expect(place(inked, { width: bitmap.width, height: bitmap.height, x: box.left, y: box.top })).toEqual(bitmap)
    })
  )
})

test('enlarged, a dot is a square of dots', () => {
  fc.assert(
    fc.property(anyBitmap, fc.integer({ min: 1, max: 3 }), (bitmap, factor) => {
      const large = enlarge(bitmap, factor)
      expect(dots(large)).toHaveLength(dots(bitmap).length * factor * factor)
      const kept = drawBitmap(bitmap.width, bitmap.height, (x, y) => isBlack(large, x * factor, y * factor))
      expect(kept).toEqual(bitmap)
    })
  )
})

test('ink that fits keeps its size and place; larger ink gets just small enough, its whole modules kept', () => {
  fc.assert(
    fc.property(anyBitmap, side, side, (bitmap, width, height) => {
      const box = inkBox(bitmap)
      const fitted = fitInk(bitmap, { width, height })
      if (box === null || (box.right - box.left <= width && box.bottom - box.top <= height)) {
        expect(fitted).toEqual(bitmap)
        return
      }
      expect(fitted.width).toBeLessThanOrEqual(width)
      expect(fitted.height).toBeLessThanOrEqual(height)
    })
  )
  const modules = drawBitmap(8, 6, (x, y) => (x + y) % 2 === 0)
  expect(fitInk(enlarge(modules, 5), { width: 24, height: 18 })).toEqual(enlarge(modules, 3))
})
