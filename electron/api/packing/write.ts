import type { Clock, Reply, WireIntent, WriteFound, WriteReply } from '../../station/ports/ports.ts'
import type { EditionChoice } from '../editions.ts'
import type { Call } from '../wire/caller.ts'
import type { Reads } from './reads.ts'

export type WireOf<Kind extends WireIntent['kind']> = Extract<WireIntent, { readonly kind: Kind }>

/** One kind of write: how it goes, and how it is found out whether it took place. */
export interface Write<Kind extends WireIntent['kind']> {
  readonly send: (intent: WireOf<Kind>) => Promise<WriteReply>
  readonly landed: (intent: WireOf<Kind>) => Promise<Reply<WriteFound>>
}

export interface WriteParts {
  readonly call: Call
  /** For looking up: an odd item spoils their answers. */
  readonly lookUp: Call
  readonly reads: Reads
  readonly clock: Clock
  readonly edition: EditionChoice
}

/** The reply of a write that takes place whole or not at all. */
export async function whole(call: Promise<Reply<unknown>>): Promise<WriteReply> {
  const reply = await call
  return reply.kind === 'ok' ? WRITTEN : reply
}

export const WRITTEN = { kind: 'ok', value: { results: [] } } as const satisfies WriteReply

/** What a look has shown; a look that failed says nothing. */
export async function found<T>(
  look: Promise<Reply<T>>,
  happened: (value: T) => boolean | WriteFound
): Promise<Reply<WriteFound>> {
  const reply = await look
  if (reply.kind !== 'ok') return reply
  const result = happened(reply.value)
  return { kind: 'ok', value: typeof result === 'boolean' ? { happened: result } : result }
}

/** Which orders a write has reached: the whole has taken place where it has reached all of them. */
export function foundByOrder(orders: NonNullable<WriteFound['orders']>): WriteFound {
  const missed = orders.find(({ happened }) => happened === false) ?? orders.find(({ happened }) => happened === null)
  return { happened: missed === undefined ? true : missed.happened, orders }
}
