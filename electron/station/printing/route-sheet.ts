import type { Bench } from '../../../shared/domain/bench.ts'
import type { Receipt, RouteStop } from '../../../shared/domain/printing/print-jobs.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import type { StorePort } from '../ports/ports.ts'

/** What the courier needs of these parcels, in the order in which they are named; one that is settled is left out. */
export function routeSheet(
  { orders }: Bench,
  orderIds: readonly number[],
  store: Pick<StorePort, 'buyer'>,
  now: number
): Extract<Receipt, { kind: 'routeSheet' }> {
  const stops = orderIds.flatMap((id): RouteStop[] => {
    const order = orders.get(id)
    if (order?.scheme.kind !== 'dbs') return []
    const { slot, movedFrom } = order.scheme
    const buyer = store.buyer(id)
    const dial = buyer?.contact?.dials[0]
    return [
      {
        told: order.sticker?.partB ?? String(id),
        when: slotWords(slot),
        movedFrom: movedFrom === undefined ? '' : slotWords(movedFrom),
        isExpress: rulesFor(order).isExpress(order),
        address: buyer?.address ?? '',
        name: buyer?.contact?.name ?? '',
        phone: dial === undefined ? '' : [dial.phone, dial.code].filter(part => part !== null).join(' доб. '),
        comment: order.facts.comment
      }
    ]
  })
  return { kind: 'routeSheet', stops, at: now }
}
