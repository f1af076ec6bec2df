import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAlike } from '../../../../shared/domain/orders/alike.ts'

test('values stay what they are, whatever they share', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))), values => {
      const before = structuredClone(values)
      values.forEach(createAlike())
      expect(values).toEqual(before)
    })
  )
})

test('short lists of texts and empty objects are there once, lists that only look alike are not', () => {
  const values = [
    { facts: { skus: ['a\nb', 'c'], offices: [] }, codes: {} },
    { facts: { skus: ['a', 'b\nc'], offices: [] }, codes: {} },
    { facts: { skus: ['a', 'b\nc'], offices: [] }, codes: {} }
  ] as const
  values.forEach(createAlike())
  const [first, second, third] = values
  expect(third.facts.skus).toBe(second.facts.skus)
  expect(first.facts.skus).not.toBe(second.facts.skus)
  expect(first.facts.offices).toBe(third.facts.offices)
  expect(first.codes).toBe(third.codes)
})

test('bytes are left alone', () => {
  const value = { file: new Uint8Array([1, 2]), at: new Date(0) }
  createAlike()(value)
  expect(value).toEqual({ file: new Uint8Array([1, 2]), at: new Date(0) })
})
