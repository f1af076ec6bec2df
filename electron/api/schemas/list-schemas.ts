import { z } from 'zod'

/** What is known of a list's schema beside its shape: how one of its items reads, and what an item may hide. */
interface ListFacts {
  readonly item: z.ZodType
  readonly unwrap: (raws: readonly unknown[]) => readonly unknown[]
}

const lists = new WeakMap<z.ZodType, ListFacts>()

function noted<T extends z.ZodType>(schema: T, facts: ListFacts): T {
  lists.set(schema, facts)
  return schema
}

/** A reply's list; null is an empty one. Straight in a reply it is read item by item, within an item as a whole. */
export function list<T extends z.ZodType>(item: T) {
  const schema = z
    .array(item)
    .nullable()
    .transform(items => items ?? [])
  return noted(schema, { item, unwrap: raws => raws })
}

/** In-store pickup prints its lists in a list of their own: `orders: [{orders: […]}]`; plain ones pass as they are. */
export function nested<T extends z.ZodType>(item: T) {
  const schema = z.preprocess(whole => innerList(whole) ?? whole, list(item))
  return noted(schema, { item, unwrap: raws => raws.flatMap(raw => innerList(raw) ?? [raw]) })
}

function innerList(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null || !('orders' in value)) return null
  return Array.isArray(value.orders) ? value.orders : null
}

/** Where the list of a reply stands, and how it is taken out and put in. */
export interface ListPlace extends ListFacts {
  /** Its name; null: the reply is the list. */
  readonly key: string | null
  /** The reply with its list emptied, and the items that were in it. */
  rest(json: unknown): { readonly empty: unknown; readonly items: readonly unknown[] }
  /** Puts the items that were read into the reply's own, empty list. */
  fill(value: unknown, items: readonly unknown[]): void
}

/** The list that a reply's schema holds on its first level; null when there is none. */
export function listIn(reply: z.ZodType): ListPlace | null {
  const whole = lists.get(reply)
  if (whole !== undefined) return placeAt(null, whole)
  if (!(reply instanceof z.ZodObject)) return null
  for (const [key, part] of Object.entries(reply.shape)) {
    const facts = part instanceof z.ZodType ? lists.get(part) : undefined
    if (facts !== undefined) return placeAt(key, facts)
  }
  return null
}

function placeAt(key: string | null, facts: ListFacts): ListPlace {
  const at = (json: unknown): unknown => {
    if (key === null) return json
    return typeof json === 'object' && json !== null ? Object.entries(json).find(([name]) => name === key)?.[1] : null
  }
  return {
    ...facts,
    key,
    rest: json => {
      const found = at(json)
      const items: unknown = innerList(found) ?? found
      if (!Array.isArray(items)) return { empty: json, items: [] }
      return { empty: key === null ? [] : { ...Object(json), [key]: [] }, items }
    },
    fill: (value, items) => {
      const own = at(value)
      if (!Array.isArray(own)) throw new Error(`no list ${key} to fill`)
      for (const item of items) own.push(item)
    }
  }
}
