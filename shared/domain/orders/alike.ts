/** Longer texts, and longer lists, are hardly ever alike. */
const TEXT_MAX = 40
const LIST_MAX = 8
/** Different ones that are remembered of each. */
const KNOWN_MAX = 5000

const NOTHING = Object.freeze({})

/**
 * Makes values that come in by the thousand share the short texts, lists of texts and empty objects that they have alike:
 * most of an order's parts are those of many others, and what is there once costs memory and the collector's time once.
 * It changes what it is given, which must be fresh and nobody else's yet.
 */
export function createAlike(): (value: unknown) => void {
  const texts = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()

  function alike(part: unknown): unknown {
    if (typeof part === 'string') return part.length > TEXT_MAX ? part : known(texts, part, part)
    if (Array.isArray(part)) {
      const isShort = part.length <= LIST_MAX && part.every(item => typeof item === 'string')
      return isShort ? known(lists, JSON.stringify(part), part) : part
    }
    return isPlain(part) && share(part) === 0 ? NOTHING : part
  }

  /** The number of its fields. */
  function share(value: object): number {
    const names = Object.keys(value)
    for (const name of names) {
      const part: unknown = Reflect.get(value, name)
      const other = alike(part)
      if (other !== part) Reflect.set(value, name, other)
    }
    return names.length
  }

  return value => {
    if (isPlain(value)) share(value)
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function known<Part>(parts: Map<string, Part>, key: string, part: Part): Part {
  const before = parts.get(key)
  if (before !== undefined) return before
  if (parts.size < KNOWN_MAX) parts.set(key, part)
  return part
}
