import { mutateText } from './mutate.ts'
import type { Random } from './random.ts'

/** So many values an input may hold; longer lists have tests of their own. */
const MOST_VALUES = 400

const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  '',
  ' ',
  '0',
  'x',
  '\0',
  '\ud800',
  '2026-01-15T09:00:00Z',
  '9999-99-99',
  '1; DROP TABLE orders',
  '__proto__',
  'x'.repeat(500),
  [],
  {},
  [[]],
  [null],
  { id: 1 },
  { orders: [] }
]

/** A value with one to three changes in its parts: another value, a name or an item more, fewer or twice, a text mangled. */
export function mutateJson(random: Random, base: unknown, other: unknown): unknown {
  let value = base
  for (let left = 1 + random.below(3); left > 0; left -= 1) value = changedAt(random, value, other)
  return countOf(value) > MOST_VALUES ? base : value
}

/** Walks down to a part by chance and changes that one; what lies on the way is copied. */
function changedAt(random: Random, value: unknown, other: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && !random.oneIn(4)) {
    const at = random.below(value.length)
    return value.map((item: unknown, index) => (index === at ? changedAt(random, item, other) : item))
  }
  if (isRecord(value) && !random.oneIn(4)) {
    const names = Object.keys(value)
    if (names.length > 0) {
      const name = random.pick(names)
      return { ...value, [name]: changedAt(random, value[name], other) }
    }
  }
  return changed(random, value, other)
}

function changed(random: Random, value: unknown, other: unknown): unknown {
  if (random.oneIn(6)) return random.pick(ODD)
  if (random.oneIn(8)) return partOf(random, other)
  if (typeof value === 'string') {
    return mutateText(random, value, typeof other === 'string' ? other : 'lent by another')
  }
  if (typeof value === 'number') {
    return random.pick([value + 1, -value, value / 2, value * 1e6, String(value), Math.trunc(value / 10)])
  }
  if (Array.isArray(value)) return changedList(random, value, other)
  if (isRecord(value)) return changedRecord(random, value, other)
  return random.pick(ODD)
}

function changedList(random: Random, list: readonly unknown[], other: unknown): unknown {
  const at = random.below(list.length)
  switch (random.below(5)) {
    case 0:
      return list.filter((_, index) => index !== at)
    case 1:
      return [...list, ...list.slice(at, at + 8)]
    case 2:
      return [...list, random.pick(ODD)]
    case 3:
      return { orders: list }
    default:
      return [partOf(random, other), ...list]
  }
}

function changedRecord(random: Random, record: Readonly<Record<string, unknown>>, other: unknown): unknown {
  const names = Object.keys(record)
  const name = names.length > 0 ? random.pick(names) : 'id'
  switch (random.below(5)) {
    case 0:
      return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
    case 1:
      return { ...record, [random.pick(['id', 'code', 'extra', 'toString', 'constructor', ''])]: random.pick(ODD) }
    case 2:
      // As `JSON.parse` makes it: a name of its own, not the prototype.
      return { ...record, ...(JSON.parse('{"__proto__":{"isAdmin":true}}') as object) }
    case 3:
      return [record]
    default:
      return isRecord(other) ? { ...record, ...other } : { ...record, [name]: partOf(random, other) }
  }
}

function partOf(random: Random, value: unknown): unknown {
  if (random.oneIn(3)) return value
  if (Array.isArray(value) && value.length > 0) return partOf(random, random.pick<unknown>(value))
  if (isRecord(value)) {
    const parts = Object.values(value)
    if (parts.length > 0) return partOf(random, random.pick(parts))
  }
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const part of Object.values(value)) {
    count += countOf(part)
    if (count > MOST_VALUES) break
  }
  return count
}

/** A value as it came, as far as JSON can say it. */
export function showJson(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}
