import { z } from 'zod'

/** Both are required, `next` starts at 0 (API documents, `GET orders` and `GET supplies`). */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(1000),
  next: z.coerce.number().int().min(0)
})

/** One page after the id `next`; the `next` it gives back is 0 when nothing is left. */
export function pageOf<Item>(
  all: readonly Item[],
  idOf: (item: Item) => number,
  page: z.infer<typeof pageSchema>
): { readonly next: number; readonly items: readonly Item[] } {
  const rest = all.filter(item => idOf(item) > page.next).toSorted((left, right) => idOf(left) - idOf(right))
  const items = rest.slice(0, page.limit)
  const last = items.at(-1)
  return { next: rest.length > items.length && last !== undefined ? idOf(last) : 0, items }
}
