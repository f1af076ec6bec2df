import type { Parsed } from '../../../shared/contract/contract.ts'
import type { IdentityAnswer, Shelf } from '../../../shared/contract/pickup-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { searchable } from '../../../shared/domain/orders/search.ts'
import { isNearEnd, isPickup, pickupParcel } from '../../../shared/view/pickup-view.ts'
import type { PickupOrder, PickupParcel } from '../../../shared/view/pickup-view.ts'
import { askIdentity } from './scheme-methods.ts'
import type { Station } from '../station.ts'

/** Whether a passcode belongs to an order's code; parcels of that code that lie here are known to be their buyer's then. */
export async function identityOf(station: Station, asked: Parsed<'pickup.identity'>): Promise<IdentityAnswer> {
  const reply = await askIdentity(station, asked.orderCode, asked.passcode)
  if (reply.kind === 'refused') return { kind: 'refused', code: reply.code }
  if (reply.kind !== 'ok') return { kind: 'noAnswer' }
  if (reply.value.kind === 'same') {
    const waiting = [...ofCode(station.core.bench, asked.orderCode)].filter(({ life }) => life === 'shipped')
    for (const { facts } of waiting) station.act({ kind: 'buyerIdentified', orderId: facts.id })
  }
  return reply.value
}

/** The buyer has gone: what lies here for the code is nobody's until the passcode is said again. */
export function buyerLeaves(station: Station, { orderCode }: Parsed<'pickup.leave'>): void {
  const known = [...ofCode(station.core.bench, orderCode)].filter(({ isIdentified }) => isIdentified === true)
  for (const { facts } of known) station.act({ kind: 'buyerLeft', orderId: facts.id })
}

/** All parcels of one order code, oldest first. */
export function parcelsOf(bench: Bench, { orderCode }: Parsed<'pickup.parcels'>): readonly PickupParcel[] {
  return [...ofCode(bench, orderCode)].map(order => pickupParcel(bench, order))
}

/** What lies in the store, what has to be taken out or goes back soon first; `now`: Unix ms. */
export function shelfOf(bench: Bench, { search, which, offset, limit }: Parsed<'pickup.shelf'>, now: number): Shelf {
  const all = [...inStore(bench)].map(order => pickupParcel(bench, order))
  const isNoPlace = ({ place }: PickupParcel) => place === null
  const isEnding = (parcel: PickupParcel) => parcel.state === 'cancelled' || isNearEnd(parcel, now)
  const wanted = searchable([search])
  const found = all
    .filter(parcel => (which === 'noPlace' ? isNoPlace(parcel) : which === 'ending' ? isEnding(parcel) : true))
    .filter(({ id, article, orderCode, place }) =>
      searchable([String(id), article, orderCode, place ?? '']).includes(wanted)
    )
    .toSorted((a, b) => urgency(a) - urgency(b))
  return {
    rows: found.slice(offset, offset + limit),
    total: found.length,
    counts: { all: all.length, noPlace: all.filter(isNoPlace).length, ending: all.filter(isEnding).length }
  }
}

function urgency({ state, keptUntil }: PickupParcel): number {
  return state === 'cancelled' ? 0 : (keptUntil ?? Number.MAX_SAFE_INTEGER)
}

/** Parcels that wait for their buyers, and cancelled ones that nobody has taken out. */
function* inStore({ orders }: Bench): IterableIterator<PickupOrder> {
  for (const order of orders.marked(marks.open('pickup'))) {
    if (isPickup(order) && (order.life === 'shipped' || order.life === 'packed')) yield order
  }
  for (const order of orders.marked(marks.problem)) {
    if (isPickup(order) && order.life === 'cancelled') yield order
  }
}

function* ofCode({ orders }: Bench, orderCode: string): IterableIterator<PickupOrder> {
  for (const order of orders.marked(marks.pickupCode(orderCode))) if (isPickup(order)) yield order
}
