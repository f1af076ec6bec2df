import type { Reply } from '../station/ports.ts'
import { inGroups, isTooMany } from './in-halves.ts'

/** Most items of one page, and most orders of one status request. */
export const PAGE = 1000
/** The longest period that one request for orders covers: 30 days (API documents), less what rounding to seconds adds. */
const WINDOW_MS = 30 * 24 * 60 * 60 * 1000 - 60_000
/** Stops a list whose pages never end. */
const PAGES_MAX = 1000

/** A period (Unix ms) cut into ones that a request for orders covers, oldest first. */
export function windows(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const cut: { readonly from: number; readonly to: number }[] = []
  for (let start = from; start < to; start += WINDOW_MS) cut.push({ from: start, to: Math.min(start + WINDOW_MS, to) })
  return cut
}

/** Items in pieces of at most `most`. */
export function pieces<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, place) =>
    items.slice(place * most, (place + 1) * most)
  )
}

/** Reads a list page by page: `next` 0 begins it; an empty page, no further `next` or the same one again ends it. */
export async function pages<Item>(
  read: (next: number) => Promise<Reply<{ readonly next: number | null; readonly items: readonly Item[] }>>
): Promise<Reply<readonly Item[]>> {
  const items: Item[] = []
  let next = 0
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const reply = await read(next)
    if (reply.kind !== 'ok') return reply
    items.push(...reply.value.items)
    const following = reply.value.next ?? 0
    if (reply.value.items.length === 0 || following === 0 || following === next) return { kind: 'ok', value: items }
    next = following
  }
  return { kind: 'broken', field: 'next' }
}

/** Asks piece after piece and joins the answers, smaller ones when it is told so; any other failure is the whole's. */
export async function inPieces<Item, Answer>(
  items: readonly Item[],
  most: number,
  ask: (piece: readonly Item[]) => Promise<Reply<readonly Answer[]>>
): Promise<Reply<readonly Answer[]>> {
  const reply = await inGroups(pieces(items, most), ask, isTooMany, Number.POSITIVE_INFINITY)
  if (reply.kind !== 'ok') return reply
  const { answers, spoilt } = reply.value
  return spoilt[0]?.failure ?? { kind: 'ok', value: answers }
}

/** Those that were read; an order that is refused has none; when all are refused, the refusal itself. */
export function gather<Answer>(replies: readonly Reply<Answer>[]): Reply<readonly Answer[]> {
  const failed = replies.filter(reply => reply.kind !== 'ok')
  const stopped =
    failed.find(reply => reply.kind !== 'refused') ?? (failed.length === replies.length ? failed[0] : undefined)
  return stopped ?? { kind: 'ok', value: replies.flatMap(reply => (reply.kind === 'ok' ? [reply.value] : [])) }
}
