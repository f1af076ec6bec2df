import type { Order } from '../../orders/orders.ts'
import { marks } from '../../orders/order-marks.ts'
import type { Known } from '../draft.ts'

/** Packed parcels of a round whose labels show a time that is no longer so. */
export function oldLabelled({ orders }: Known, roundId: string): readonly Order[] {
  return [...orders.marked(marks.lifeIn(roundId, 'packed'))].filter(({ hasOldLabel }) => hasOldLabel === true)
}
