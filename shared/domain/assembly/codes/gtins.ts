import type { GtinOverride } from '../../bench.ts'
import { sameGtin, toGtin14 } from '../../codes/identifiers.ts'
import type { Message } from '../../messages.ts'
import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'
import { anyWhere, candidates } from '../scans/candidates.ts'

/** Whether a GTIN is the order's own product's, as its barcodes and the seller's card say. */
export function isOwnGtin(draft: Draft, { facts: { skus, chrtId } }: Order, gtin: string): boolean {
  return [skus, draft.context.cardGtins(chrtId)].flat().some(known => sameGtin(known, gtin))
}

/** The refusal of a GTIN that is known to be another product's, of any order or any card; null: nobody else's. */
export function foreignGtin(draft: Draft, order: Order, gtin: string): Message | null {
  if (isOwnGtin(draft, order, gtin)) return null
  const { chrtId } = order.facts
  const other =
    anyWhere(candidates(draft, gtin), ({ facts }) => facts.chrtId !== chrtId)?.facts ??
    draft.context.gtinOwners(toGtin14(gtin) ?? gtin).find(owner => owner.chrtId !== chrtId)
  return other === undefined ? null : { code: 'codeOfOther', product: other.article, gtin }
}

/** Whether somebody vouched for the GTIN with this very product. */
export function isVouched(draft: Draft, order: Order, gtin: string): boolean {
  return draft.bench.gtinOverrides.has(keyOf({ chrtId: order.facts.chrtId, gtin }))
}

/** Somebody vouches for the GTIN: on record with who and when, for this product alone. */
export function vouchFor(draft: Draft, { facts }: Order, gtin: string): void {
  const { chrtId, article, id: orderId } = facts
  const override = { chrtId, gtin, article, orderId, at: draft.context.now, packerId: draft.bench.packerId }
  draft.set({ gtinOverrides: new Map(draft.bench.gtinOverrides).set(keyOf(override), override) })
}

/** The order's marking code is taken off: what was vouched for with it is not vouched for any more. */
export function unvouch(draft: Draft, orderId: number, gtin?: string): void {
  forgetWhere(draft, override => override.orderId === orderId && (gtin === undefined || override.gtin === gtin))
}

/** The next code with this GTIN is asked about again. */
export function forgetGtin(draft: Draft, chrtId: number, gtin: string): void {
  forgetWhere(draft, override => override.chrtId === chrtId && override.gtin === gtin)
}

function forgetWhere(draft: Draft, isGone: (override: GtinOverride) => boolean): void {
  const kept = [...draft.bench.gtinOverrides].filter(([, override]) => !isGone(override))
  if (kept.length < draft.bench.gtinOverrides.size) draft.set({ gtinOverrides: new Map(kept) })
}

function keyOf({ chrtId, gtin }: Pick<GtinOverride, 'chrtId' | 'gtin'>): string {
  return `${chrtId}:${gtin}`
}
