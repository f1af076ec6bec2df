import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFound } from '../../../../shared/domain/orders/search.ts'

test('a sticker’s number is found as it is printed, and as the screen groups an order’s', () => {
  expect(isFound(['3083976294'], '308397 6294')).toBe(true)
  expect(isFound(['13833711'], '13\u202f833\u202f711')).toBe(true)
  expect(isFound(['Кружка «Мория» 350 мл'], 'кружка«мория»350мл')).toBe(true)
  expect(isFound(['3083976294'], '3083976295')).toBe(false)
})

test('spaces put anywhere into any part of a text change nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(' ', '\u00a0', '\u202f', '\t'),
      (text, a, b, space) => {
        const [from, to] = [a % text.length, b % text.length].toSorted((x, y) => x - y)
        const part = text.slice(from, to).split('').join(space)
        expect(isFound(['другое', text], ` ${part} `)).toBe(true)
      }
    )
  )
})
