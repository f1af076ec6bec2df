import { expect, test } from 'vitest'
import { soundOf } from '../../renderer/sounds.ts'

test('a cancelled order and one unit too many sound unlike any other stop; the rest sounds as its face', () => {
  const at = 0
  expect(soundOf({ face: 'refused', at, message: { code: 'orderCancelled', orderId: 1 } })).toBe('cancelled')
  expect(soundOf({ face: 'waiting', at, message: { code: 'allCancelled', supplyName: 'one', parcels: 1 } })).toBe(
    'cancelled'
  )
  expect(soundOf({ face: 'refused', at, message: { code: 'alreadyPacked', orderId: 1, at } })).toBe('extra')
  const itsOwn = { code: 'alreadyPacked', orderId: 1, at, canReopen: true } as const
  expect(soundOf({ face: 'refused', at, message: itsOwn })).toBe('refused')
  expect(soundOf({ face: 'refused', at, message: { code: 'alreadyPacked', orderId: 1, at: null } })).toBe('refused')
  // Its sticker was read twice: no mistake.
  expect(soundOf({ face: 'done', at, message: { code: 'alreadyPacked', orderId: 1, at, justNow: '4589' } })).toBe(
    'done'
  )
  expect(soundOf({ face: 'refused', at, message: { code: 'wrongProduct', expected: 'mug' } })).toBe('refused')
})
