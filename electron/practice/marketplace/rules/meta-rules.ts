import { holdsItsCodes } from '../orders/order-core.ts'
import type { MetaValue, OrderCore, WorldMetaKey } from '../orders/order-core.ts'
import { allOrders } from '../world.ts'
import { passes, ruledDecision, verdictAfter, verdictOf } from './verdicts.ts'
import type { World } from '../world.ts'

export interface MetaDetail {
  readonly key: WorldMetaKey
  readonly value: string | readonly string[] | null
  readonly decision: string
}

/** The keys an order can carry at all. */
export function keysOf({ facts }: OrderCore): readonly WorldMetaKey[] {
  return [...new Set([...facts.requiredMeta, ...facts.optionalMeta])]
}

/** What reading back says of every key, at `now` (ms). */
export function detailsOf(world: World, order: OrderCore, now: number): readonly MetaDetail[] {
  return keysOf(order).map(key => ({
    key,
    value: shownValue(key, order.meta.get(key)),
    decision: decisionOf(world, order, key, now)
  }))
}

/** The keys that hold an order back: required and absent, still being checked, or refused. */
export function hindrancesOf(world: World, order: OrderCore, now: number): readonly MetaDetail[] {
  return detailsOf(world, order, now).filter(({ key, decision }) => !passes(key, decision))
}

/** One marking code is one unit: whether an order of any scheme that isn't over without a sale has one of these. */
export function areTaken(world: World, order: OrderCore, codes: readonly string[]): boolean {
  return allOrders(world).some(
    other =>
      other !== order && holdsItsCodes(other) && other.meta.get('sgtin')?.values.some(code => codes.includes(code))
  )
}

function shownValue(key: WorldMetaKey, value: MetaValue | undefined): MetaDetail['value'] {
  if (value === undefined) return null
  return key === 'sgtin' ? value.values : (value.values[0] ?? null)
}

function decisionOf(world: World, order: OrderCore, key: WorldMetaKey, now: number): string {
  const value = order.meta.get(key)
  if (value === undefined) return order.facts.requiredMeta.includes(key) ? 'required' : 'optional'
  const planned =
    order.plannedDecisions.get(key) ?? value.values.map(code => world.plannedCodes.get(code)).find(Boolean)
  return verdictAfter(planned ?? verdictOf(key, ruledDecision(order, key, value.values)), now - value.setAt)
}
