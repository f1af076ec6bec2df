import { setImmediate as breath } from 'node:timers/promises'
import type { Failure, OddItem, Reply } from '../../station/ports/ports.ts'
import { inGroups, isTooMany } from './in-halves.ts'

/** Most items of one page, and most orders of one status request. */
export const PAGE = 1000
/** The longest period that one request for orders covers: 30 days (API documents), less what rounding to seconds adds. */
const WINDOW_MS = 30 * 24 * 60 * 60 * 1000 - 60_000
/** Items that are turned into others at a stretch: 1 or 2 ms. */
const AT_A_STRETCH = 500
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

/** One page of a list as its method answers it, `next` for the page after it; `odd`: items that are not among `items`. */
export type Page<Item> =
  | {
      readonly kind: 'ok'
      readonly value: { readonly next: number | null; readonly items: readonly Item[] }
      readonly odd: readonly OddItem[]
    }
  | Failure

/**
 * Reads a list page by page and gives each as it comes, a failure as the last: `next` 0 begins the list; an empty page, no
 * further `next` or the same one again ends it.
 */
export async function* pages<Item>(
  read: (next: number) => Promise<Page<Item>>
): AsyncGenerator<Reply<readonly Item[]>> {
  let next = 0
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const reply = await read(next)
    if (reply.kind !== 'ok') return yield reply
    const { items, next: following } = reply.value
    yield { kind: 'ok', value: items }
    const isEmpty = items.length === 0 && reply.odd.length === 0
    if (isEmpty || following === null || following === 0 || following === next) return
    next = following
  }
  yield { kind: 'broken', field: 'next' }
}

/** All pages in one; the first failure is the whole's. */
export async function allPages<Item>(pages: AsyncIterable<Reply<readonly Item[]>>): Promise<Reply<readonly Item[]>> {
  const all: (readonly Item[])[] = []
  for await (const page of pages) {
    if (page.kind !== 'ok') return page
    all.push(page.value)
  }
  return { kind: 'ok', value: all.flat() }
}

/** Items turned into others a few at a time, with breaks. */
export async function mapped<Item, Other>(
  items: readonly Item[],
  turn: (item: Item) => Other
): Promise<readonly Other[]> {
  const others: Other[] = []
  for (const item of items) {
    if (others.length % AT_A_STRETCH === AT_A_STRETCH - 1) await breath()
    others.push(turn(item))
  }
  return others
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
