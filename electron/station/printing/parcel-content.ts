import type { Bench } from '../../../shared/domain/bench.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { ParcelLabel, StorePort } from '../ports/ports.ts'

/** What stands on a parcel that the marketplace draws no sticker for; null for any other, or one that has no code yet. */
export function parcelLabel(bench: Bench, order: Order, store: Pick<StorePort, 'buyer'>): ParcelLabel | null {
  const { scheme, sticker, facts } = order
  if (scheme.kind === 'fbs' || sticker === null) return null
  const parcel = { orderId: facts.id, told: sticker.partB, barcode: sticker.barcode, article: facts.article }
  if (scheme.kind === 'pickup') {
    const { orderCode, place, payMode, tireService } = scheme
    const isToBePaid = payMode === 'postpaid'
    return { kind: 'pickupParcel', ...parcel, orderCode, shelfPlace: place, isToBePaid, hasTireService: tireService }
  }
  return {
    kind: 'dbsParcel',
    ...parcel,
    delivery: DELIVERIES[scheme.deliveryType] ?? 'usual',
    ...scheme.slot,
    place: placeInRound(bench, order),
    address: bench.settings.parcelAddress ? (store.buyer(facts.id)?.address ?? null) : null
  }
}

const DELIVERIES: { readonly [type in string]?: 'express' | 'toPoint' } = { edbs: 'express', dbsPickupPoint: 'toPoint' }

/** By age, so that the numbers stay while the round is packed. */
function placeInRound({ orders, rounds }: Bench, { supplyId, facts }: Order) {
  const round = supplyId === null ? undefined : rounds.get(supplyId)
  if (round === undefined) return null
  const ids = [...orders.ofSupply(round.id)].map(order => order.facts.id)
  return { number: ids.indexOf(facts.id) + 1, of: ids.length }
}
