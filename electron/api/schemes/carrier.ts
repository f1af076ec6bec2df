import type { Failure, OrderResult, Reply, SchemeMeta, WriteReply } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import type { Edition } from '../editions.ts'
import type { Operation, RequestParts } from '../operations/operation.ts'
import { placeOf } from '../answers/answers.ts'
import { halves, isTooMany } from '../packing/in-halves.ts'
import { pieces } from '../packing/paging.ts'
import { tame } from '../wire/error-bodies.ts'
import { failureOfError } from '../wire/failures.ts'

/** What became of one item. */
export type Fate = Omit<OrderResult, 'orderId'>
interface OrderItem {
  readonly orderId: number
}
interface ItemError {
  readonly code: string
  readonly detail: string
  readonly metaDetails: SchemeMeta['details']
}
interface BulkAnswer {
  readonly results:
    | readonly {
        readonly orderId: number
        readonly isError: boolean
        readonly errors: readonly ItemError[]
      }[]
    | null
}

/** One kind of write in both editions: an order a call, or up to a thousand. */
export interface Carrier<Item extends OrderItem> {
  /** Null: the older edition has no such method. */
  readonly one: ((item: Item) => Promise<Reply<unknown>>) | null
  /** Why an item must not travel with others: it would have the whole call refused. */
  readonly misfit: (item: Item) => Failure | null
  readonly many: (items: readonly Item[]) => Promise<Reply<BulkAnswer>>
}

/** Binds the operations of a write to its items. */
export function carrier<Item extends OrderItem, One extends RequestParts, Many extends RequestParts>(
  call: Call,
  seed: { readonly operation: Operation<One>; readonly request: (item: Item) => One } | null,
  successor: { readonly operation: Operation<Many, BulkAnswer>; readonly request: (items: readonly Item[]) => Many }
): Carrier<Item> {
  return {
    one: seed === null ? null : item => call(seed.operation, seed.request(item), 'urgent'),
    misfit: item => {
      const checked = successor.operation.request.safeParse(successor.request([item]))
      if (checked.success) return null
      return refusal('NotAsDocumented', `${placeOf(checked.error)}: ${checked.error.issues[0]?.message ?? ''}`)
    },
    many: items => call(successor.operation, successor.request(items), 'urgent')
  }
}

/** The same, with items turned down that `fits` finds something wrong with, before they cost a request. */
export function bounded<Item extends OrderItem>(
  { one, misfit, many }: Carrier<Item>,
  fits: (item: Item) => Failure | null
): Carrier<Item> {
  return {
    one: one === null ? null : async item => fits(item) ?? one(item),
    misfit: item => fits(item) ?? misfit(item),
    many
  }
}

/** Most orders of one bulk call (API documents of the newer edition). */
const BULK = 1000
/** Calls of the older edition that are under way at once. */
const ABREAST = 8

/** Sends all items; each gets its own outcome. A trouble that is not an order's own keeps back whatever follows. */
export async function carry<Item extends OrderItem>(
  { one, misfit, many }: Carrier<Item>,
  items: readonly Item[],
  edition: Edition
): Promise<ReadonlyMap<Item, Fate>> {
  const fates = new Map<Item, Fate>()
  let stopped: Failure | null = null

  function note(item: Item, fate: Fate): void {
    const { outcome } = fate
    fates.set(item, fate)
    if (outcome.kind !== 'ok' && outcome.kind !== 'refused') stopped ??= unsent(outcome)
  }

  async function eachAlone(round: readonly Item[]): Promise<void> {
    const rest = [...round]
    async function work(): Promise<void> {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
        note(item, { outcome: stopped ?? (one === null ? notInEdition : settledBy(await one(item))) })
      }
    }
    await Promise.all(Array.from({ length: ABREAST }, work))
  }

  async function together(round: readonly Item[]): Promise<void> {
    const fitting: Item[] = []
    for (const item of round) {
      const failure = misfit(item)
      if (failure === null) fitting.push(item)
      else fates.set(item, { outcome: failure })
    }
    for (const piece of pieces(fitting, BULK)) await atOnce(piece)
  }

  async function atOnce(piece: readonly Item[]): Promise<void> {
    const reply: Reply<BulkAnswer> = stopped ?? (await many(piece))
    if (reply.kind !== 'ok' && isTooMany(reply) && piece.length > 1) {
      for (const half of halves(piece)) await atOnce(half)
      return
    }
    for (const item of piece) {
      const own = reply.kind === 'ok' ? ownFate(reply.value, item.orderId) : { outcome: reply }
      // An order that the marketplace is still at work on keeps back no other.
      if (reply.kind === 'ok' && own.outcome.kind === 'retry') fates.set(item, own)
      else note(item, own)
    }
  }

  for (const round of rounds(items)) await (edition === 'seed' ? eachAlone(round) : together(round))
  return fates
}

/** Sends items by a method that takes one order a call in both editions. */
export function carryAlone<Item extends OrderItem>(
  one: (item: Item) => Promise<Reply<unknown>>,
  items: readonly Item[]
): Promise<ReadonlyMap<Item, Fate>> {
  return carry({ one, misfit: () => null, many: async () => lost }, items, 'seed')
}

/** The reply of a whole write: its orders' results, or the failure when nothing at all was settled. */
export function report<Item extends OrderItem>(items: readonly Item[], fates: ReadonlyMap<Item, Fate>): WriteReply {
  const results = items.map(item => ({ orderId: item.orderId, ...(fates.get(item) ?? { outcome: lost }) }))
  const settled = results.some(({ outcome }) => outcome.kind === 'ok' || outcome.kind === 'refused')
  if (settled || results.length === 0) return { kind: 'ok', value: { results } }
  const failures = results.flatMap(({ outcome }) => (outcome.kind === 'ok' ? [] : [outcome]))
  return failures.find(({ kind }) => kind === 'unknown') ?? failures[0] ?? lost
}

/** Items in rounds that name each order once, so that no answer speaks of two of them. */
function rounds<Item extends OrderItem>(items: readonly Item[]): readonly (readonly Item[])[] {
  const found: Item[][] = []
  const seen = new Map<number, number>()
  for (const item of items) {
    const place = seen.get(item.orderId) ?? 0
    seen.set(item.orderId, place + 1)
    const round = (found[place] ??= [])
    round.push(item)
  }
  return found
}

/** No answer spoke of the order, or none came. */
const lost: Failure = { kind: 'unknown', why: 'server' }
/** What a method of the newer edition alone says in the older one. */
export const notInEdition = refusal('NotInEdition', 'the older edition has no such method')

function settledBy(reply: Reply<unknown>): Fate['outcome'] {
  return reply.kind === 'ok' ? { kind: 'ok' } : reply
}

function ownFate({ results }: BulkAnswer, orderId: number): Fate {
  if (results === null) return { outcome: { kind: 'ok' } }
  const own = results.find(result => result.orderId === orderId)
  if (own === undefined) return { outcome: lost }
  const outcome = itemRefusal(own.isError, own.errors)
  const metaDetails = own.errors.flatMap(error => error.metaDetails)
  return { outcome: outcome ?? { kind: 'ok' }, ...(metaDetails.length > 0 && { metaDetails }) }
}

/** What an item of a bulk answer is refused for; null: it is not. */
export function itemRefusal(isError: boolean, errors: readonly Pick<ItemError, 'code' | 'detail'>[]): Failure | null {
  const [error] = errors
  if (error === undefined) return isError ? refusal('', '') : null
  // The word is the code of the documents; beside it stood a number like an HTTP status.
  const numbered = /^\d+$/.test(error.code) && error.detail !== ''
  const name = tame(numbered ? error.detail : error.code)
  const status = numbered ? Number(error.code) : 200
  return failureOfError(status, { name, message: tame(error.detail), culprits: [] })
}

/** What becomes of items that were not sent because of a failure before them. */
function unsent(failure: Failure): Failure {
  if (failure.kind === 'retry' || failure.kind === 'blocked') return failure
  if (failure.kind === 'unknown' && failure.why === 'stranger') return { ...failure, kind: 'retry', inMs: 1000 }
  return { kind: 'retry', why: 'server', inMs: 1000 }
}

/** A refusal by this client's own rules, which cost no request; or, with its status, one of an item's. */
export function refusal(code: string, message: string, status = 0): Failure {
  return { kind: 'refused', status, code, message, culprits: [] }
}
