import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'
import { back } from '../stage.ts'
import { depart } from './departing.ts'

/** Parcels that a courier takes, one by one; those of a round that are not named stay in it. */
export function handToCourier(draft: Draft, orderIds: readonly number[]): void {
  const going = orderIds.flatMap(id => draft.order(id) ?? []).filter(isForCourier)
  if (going.length === 0) return draft.say('refused', { code: 'notNow' })
  for (const order of going) depart(draft, order)
  if (draft.isQuiet) draft.say('done', { code: 'withCourier', orders: going.length })
  else back(draft)
}

/** Packed for delivery by the seller, and not on its way yet. */
function isForCourier({ scheme, life, departure }: Order): boolean {
  return scheme.kind === 'dbs' && life === 'packed' && departure === undefined
}
