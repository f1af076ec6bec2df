import type { Failure, Reply } from '../../station/ports/ports.ts'

/** The answers for those that could be asked for together, and the failures of those that fail even alone. */
export interface Halved<Item, Answer> {
  readonly answers: readonly Answer[]
  readonly spoilt: readonly { readonly item: Item; readonly failure: Failure }[]
}

/** The marketplace takes fewer items at once than its documents say. */
export function isTooMany(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.status === 413
}

/** One order that lacks its customs declaration fails the stickers of all that are asked for with it. */
export function isUndeclared(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.code === 'CustomsDeclarationIsRequired'
}

/**
 * Asks for the items of each group together; where the failure `splits`, which is that of one item or of their number, for
 * the halves apart, so that an item costs only itself. After `most` such failures the rest is left for another time: each
 * costs the seller ten requests. Any other failure is the whole's.
 */
export async function inGroups<Item, Answer>(
  groups: readonly (readonly Item[])[],
  ask: (part: readonly Item[]) => Promise<Reply<readonly Answer[]>>,
  splits: (failure: Failure) => boolean,
  most: number
): Promise<Reply<Halved<Item, Answer>>> {
  const answers: Answer[] = []
  const spoilt: { readonly item: Item; readonly failure: Failure }[] = []
  const parts = groups.filter(({ length }) => length > 0).toReversed()
  let failures = 0
  for (let part = parts.pop(); part !== undefined && failures < most; part = parts.pop()) {
    const reply = await ask(part)
    const [item] = part
    if (reply.kind === 'ok') answers.push(...reply.value)
    else if (!splits(reply)) return reply
    else {
      failures += 1
      if (part.length === 1 && item !== undefined) spoilt.push({ item, failure: reply })
      else parts.push(...halves(part).toReversed())
    }
  }
  return { kind: 'ok', value: { answers, spoilt } }
}

/** A list of two at least in two parts. */
export function halves<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}
