/**
 * Whether two values of plain data say the same, whatever the order of their fields: what comes from disk has its schema's.
 * A field that is undefined is as good as absent.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (!isCompound(one) || !isCompound(other)) return Object.is(one, other)
  if (one === other) return true
  if (Array.isArray(one) !== Array.isArray(other)) return false
  for (const name of Object.keys(one)) if (!isSame(one[name], other[name])) return false
  return Object.keys(other).every(name => other[name] === undefined || Object.hasOwn(one, name))
}

function isCompound(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
