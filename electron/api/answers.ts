import { setImmediate as breath } from 'node:timers/promises'
import type { z } from 'zod'
import type { Operation } from './operations/operation.ts'

/** So many items are read at a stretch: about 2 ms on a slow PC. */
const PIECE = 50

/** A key of a foreign answer may be of any length. */
const PLACE_MAX = 100

/** An answer that fits its schema, or the place where it does not. */
export async function readAnswer<Answer>(
  operation: Pick<Operation<object, Answer>, 'reply' | 'long'>,
  json: unknown
): Promise<{ readonly kind: 'ok'; readonly value: Answer } | { readonly kind: 'misfit'; readonly field: string }> {
  const { reply, long } = operation
  if (long === undefined) {
    const parsed = reply.safeParse(json)
    return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'misfit', field: placeOf(parsed.error) }
  }
  const read: Answer[] = []
  for (const [place, piece] of cut(json, long.list).entries()) {
    if (place > 0) await breath()
    const parsed = reply.safeParse(piece)
    if (!parsed.success) return { kind: 'misfit', field: placeOf(parsed.error, place * PIECE) }
    read.push(parsed.data)
  }
  return { kind: 'ok', value: long.join(read) }
}

/** Where an error lies, `orders.5.id`; `skipped` items of the list were read before. */
export function placeOf(error: z.ZodError, skipped = 0): string {
  const path = error.issues[0]?.path ?? []
  const names = path.map((key, depth) => String(depth === 1 && typeof key === 'number' ? key + skipped : key))
  return names.join('.').slice(0, PLACE_MAX)
}

/** The same answer several times, each with a piece of its list; the whole when it is short or not a list. */
function cut(json: unknown, list: string): readonly unknown[] {
  if (typeof json !== 'object' || json === null) return [json]
  const items: unknown = Object.entries(json).find(([key]) => key === list)?.[1]
  if (!Array.isArray(items) || items.length <= PIECE) return [json]
  return Array.from({ length: Math.ceil(items.length / PIECE) }, (_, place) => ({
    ...json,
    [list]: items.slice(place * PIECE, (place + 1) * PIECE)
  }))
}
