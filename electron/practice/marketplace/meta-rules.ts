import { luhnValid } from '../../../shared/domain/identifiers.ts'
import { holdsItsCodes } from './order-core.ts'
import type { MetaValue, OrderCore, WorldMetaKey } from './order-core.ts'
import { allOrders } from './world.ts'
import type { World } from './world.ts'

/** The check of a code against the state's register takes this long at the practice marketplace (ms). */
const CHECK_TAKES_MS = 2000

/** The verdicts that let a supply go (API documents and the vendor's notes on marking). */
const FINE: readonly string[] = [
  'filled',
  'sgtinIntroduced',
  'sgtinSoldB2B',
  'imeiMaySell',
  'imeiSoldB2B',
  'deadlineExceeded'
]

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

/** The keys that hold a supply back: required and absent, still being checked, or refused. */
export function hindrancesOf(
  world: World,
  order: OrderCore,
  now: number,
  waitsForChecks: boolean
): readonly MetaDetail[] {
  return detailsOf(world, order, now).filter(({ decision }) => {
    if (decision === 'optional' || FINE.includes(decision)) return false
    return decision !== 'pending' || waitsForChecks
  })
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
  if (now - value.setAt < CHECK_TAKES_MS) return 'pending'
  const planned =
    order.plannedDecisions.get(key) ?? value.values.map(code => world.plannedCodes.get(code)).find(Boolean)
  return planned ?? ruledDecision(key, value.values)
}

function ruledDecision(key: WorldMetaKey, values: readonly string[]): string {
  switch (key) {
    case 'sgtin':
      return values.map(markingVerdict).find(verdict => verdict !== 'sgtinIntroduced') ?? 'sgtinIntroduced'
    case 'imei':
      return values.every(luhnValid) ? 'imeiMaySell' : 'imeiInvalidFormat'
    case 'uin':
    case 'gtin':
    case 'expiration':
    case 'customsDeclaration':
      return 'filled'
  }
}

function markingVerdict(code: string): string {
  if (/\p{Script=Cyrillic}/u.test(code)) return 'sgtinHasNonLatinSymbols'
  // oxlint-disable-next-line no-control-regex -- GS is a part of the code
  if (!/^[\u0021-\u007e\u001d]+$/.test(code)) return 'sgtinHasInvalidSymbols'
  if (!/^01\d{14}21/.test(code)) return 'sgtinInvalidFormat'
  if (!code.includes('\u001d')) return 'sgtinNoGS'
  return 'sgtinIntroduced'
}
