import type { Intent, IntentBody } from '../../../shared/domain/intents.ts'
import type { Failure, Landed, OrderResult } from '../ports/ports.ts'

/** A change that the marketplace carries out, and turns down, order by order. */
export interface PortionedIntent extends Intent {
  readonly body: Extract<IntentBody, { readonly kind: (typeof PORTIONED)[number] }>
}

const PORTIONED = [
  'addToSupply',
  'confirm',
  'deliver',
  'prepare',
  'cancel'
] as const satisfies readonly IntentBody['kind'][]

export function isPortioned(intent: Intent): intent is PortionedIntent {
  return PORTIONED.some(kind => kind === intent.body.kind)
}

/**
 * An intent cut into ones of fewer orders each: the first stays in its place, the others sit right behind it. Parts
 * without an order are none.
 */
export function inParts(
  intent: PortionedIntent,
  parts: readonly (readonly number[])[],
  newId: () => string
): readonly PortionedIntent[] {
  let { seq } = intent
  return parts
    .filter(({ length }) => length > 0)
    .map((orderIds, place) => {
      const part = { ...intent, id: place === 0 ? intent.id : newId(), seq, body: { ...intent.body, orderIds } }
      seq += orderIds.length
      return part
    })
}

/** One bad order spoils the whole call: the halves tell which. Both are sent anew. */
export function halve(intent: PortionedIntent, newId: () => string): readonly Intent[] {
  const { orderIds } = intent.body
  const middle = Math.ceil(orderIds.length / 2)
  const state = { kind: 'waiting', attempts: 0, why: null } as const
  return inParts({ ...intent, state }, [orderIds.slice(0, middle), orderIds.slice(middle)], newId)
}

export interface Fates {
  readonly done: readonly number[]
  /** Those that failed alike together, but each that was refused alone. */
  readonly failed: readonly { readonly failure: Failure; readonly orderIds: readonly number[] }[]
}

/** What an answer says of each order; those that it does not name were carried out with the whole. */
export function fatesOf({ body }: PortionedIntent, results: readonly OrderResult[]): Fates {
  const failures = new Map<string, { readonly failure: Failure; readonly orderIds: number[] }>()
  for (const { orderId, outcome } of results) {
    if (outcome.kind === 'ok') continue
    const key = outcome.kind === 'refused' ? String(orderId) : JSON.stringify(outcome)
    const group = failures.get(key) ?? { failure: outcome, orderIds: [] }
    group.orderIds.push(orderId)
    failures.set(key, group)
  }
  const failed = [...failures.values()]
  const missed = new Set(failed.flatMap(({ orderIds }) => orderIds))
  return { done: body.orderIds.filter(id => !missed.has(id)), failed }
}

/** What a look says of each order: it has taken place, it has not, or nobody can tell. */
export function landingsOf(
  { body }: PortionedIntent,
  orders: readonly Landed[]
): { readonly [fate in 'done' | 'again' | 'unclear']: readonly number[] } {
  const told = new Map(orders.map(({ orderId, happened }) => [orderId, happened]))
  const those = (fate: boolean | null) => body.orderIds.filter(id => (told.get(id) ?? null) === fate)
  return { done: those(true), again: those(false), unclear: those(null) }
}
