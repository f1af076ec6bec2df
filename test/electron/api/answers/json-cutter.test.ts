import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonCutter } from '../../../../electron/api/answers/json-cutter.ts'

/** Cuts `text` at these places (0..1) before it is read. */
function cut(text: string, key: string | null, places: readonly number[]): { items: unknown[]; around: unknown } {
  const bytes = Buffer.from(text)
  const ends = places.map(place => Math.floor(place * bytes.length)).toSorted((a, b) => a - b)
  const cutter = new JsonCutter(key)
  const items: unknown[] = []
  let from = 0
  for (const end of [...ends, bytes.length]) {
    items.push(...cutter.push(bytes.subarray(from, end)))
    from = end
  }
  return { items, around: cutter.end() }
}

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: false })
const spaces = fc.constantFrom(undefined, 1, '\t')

test('wherever its bytes are cut, a list gives its items and leaves what stands around it', () => {
  const other = fc.dictionary(
    fc.string().filter(name => name !== 'orders' && name !== '__proto__'),
    value,
    { maxKeys: 3 }
  )
  fc.assert(
    fc.property(fc.array(value), other, other, spaces, places, (orders, before, after, space, ends) => {
      const whole = { ...before, orders, ...after }
      const text = JSON.stringify(whole, null, space)
      const read = JSON.parse(text) as typeof whole
      expect(cut(text, 'orders', ends)).toEqual({ items: read.orders, around: { ...read, orders: [] } })
    })
  )
})

test('a text that is a list itself is cut as well', () => {
  fc.assert(
    fc.property(fc.array(value), spaces, places, (list, space, ends) => {
      const text = JSON.stringify(list, null, space)
      expect(cut(text, null, ends)).toEqual({ items: JSON.parse(text), around: [] })
    })
  )
})

test('what is no JSON is no JSON here either', () => {
  const wrong = fc.constantFrom(...'[]{},:" \\1a', '"orders":[', '{"orders":[]}', 'null')
  fc.assert(
    fc.property(fc.array(wrong, { maxLength: 8 }), places, (parts, ends) => {
      const text = parts.join('')
      const isJson = (() => {
        try {
          JSON.parse(text)
          return true
        } catch {
          return text === ''
        }
      })()
      const run = () => cut(text, 'orders', ends)
      if (isJson) expect(run).not.toThrow()
      else expect(run).toThrow()
    }),
    { numRuns: 2000 }
  )
})

test.each([
  ['no list', '{"next":5}', { items: [], around: { next: 5 } }],
  ['null for a list', '{"orders":null}', { items: [], around: { orders: null } }],
  ['a list of that name deeper in', '{"a":{"orders":[1]},"b":["orders",[2]]}', 'whole'],
  ['a list of another name', '{"order":[1]}', 'whole'],
  ['the name as a value', '{"a":"orders","b":[1]}', 'whole'],
  ['the same name again: as with JSON.parse, the last one stays', '{"orders":[1],"orders":[2]}', 'second'],
  ['nothing at all', '', { items: [], around: null }]
])('%s', (_, text, expected) => {
  const read = cut(text, 'orders', [])
  if (expected === 'whole') expect(read).toEqual({ items: [], around: JSON.parse(text) })
  else if (expected === 'second') expect(read.around).toEqual({ orders: [2] })
  else expect(read).toEqual(expected)
})
