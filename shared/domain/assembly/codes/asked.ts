import type { Bench } from '../../bench.ts'
import { lacks, META_KEYS, missingMeta, SET_KEY } from '../../orders/orders.ts'
import type { MetaKey, Order } from '../../orders/orders.ts'

/** How many codes the order's unit carries under the key: as was known when its first was taken, else what its product has. */
export function setSize({ sets }: Pick<Bench, 'sets'>, order: Order, key: MetaKey): number {
  const { facts, codes } = order
  const begun = codes[key]
  if (begun !== undefined) return begun.of ?? 1
  if (hasCountry(order, key)) return 2
  return key === SET_KEY ? (sets.get(facts.chrtId)?.codes ?? 1) : 1
}

/** Whether the goods' country follows the code: a declaration's in orders that the marketplace does not deliver (API, `originCountryCode`). */
function hasCountry({ scheme }: Order, key: MetaKey): boolean {
  return key === 'customsDeclaration' && scheme.kind !== 'fbs'
}

/** Whether the order has its declaration and waits for the goods' country. */
export function awaitsCountry(order: Order): boolean {
  return hasCountry(order, 'customsDeclaration') && order.codes.customsDeclaration?.values.length === 1
}

/** The keys whose codes the order on the table is still asked for: those it needs, then those it may have, if they are asked for here. */
export function askedMeta(bench: Pick<Bench, 'settings' | 'table'>, order: Order): readonly MetaKey[] {
  return [...missingMeta(order), ...askedOptional(bench, order)]
}

/** The optional ones among them: nobody has said yet that the unit has none. */
export function askedOptional(
  { settings, table }: Pick<Bench, 'settings' | 'table'>,
  order: Order
): readonly MetaKey[] {
  if (settings.optionalCodes !== 'ask') return []
  const without = table.undo.flatMap(step => (step.kind === 'without' ? [step.key] : []))
  return META_KEYS.filter(key => order.facts.optionalMeta.includes(key) && lacks(order, key) && !without.includes(key))
}
