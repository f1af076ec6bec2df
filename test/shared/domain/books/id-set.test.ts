import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdSet } from '../../../../shared/domain/books/id-set.ts'

const ids = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 40 }),
    fc.maxSafeNat().map(id => id + 1)
  ),
  { maxLength: 60 }
)

test('it has what was put in and nothing else, also where it is full', () => {
  fc.assert(
    fc.property(ids, ids, (inside, asked) => {
      const set = new IdSet(new Set(inside).size)
      for (const id of inside) set.add(id)
      for (const id of [...inside, ...asked]) expect(set.has(id)).toBe(inside.includes(id))
    })
  )
})

test('one more than there is room for is told', () => {
  const set = new IdSet(1)
  set.add(7)
  set.add(7)
  expect(() => set.add(8)).toThrow('no room')
})
