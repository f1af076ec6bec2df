import type { Output } from '../../shared/contract/contract.ts'
import type { PickupParcel } from '../../shared/view/pickup-view.ts'

const HOUR = 3_600_000

function parcel(id: number, now: number, part: Partial<PickupParcel> = {}): PickupParcel {
  return {
    id,
    article: 'Футболка-оверсайз-хлопок-премиум/графит-меланж-3XL',
    colorCode: 'RAL 3017',
    orderCode: `1700469${id % 100}-0011`,
    place: `A-${id % 100}`,
    price: 101_400,
    currencyCode: 643,
    payMode: 'prepaid',
    tireService: false,
    state: 'ready',
    outcome: null,
    readyAt: now - 100 * HOUR,
    keptUntil: now + 68 * HOUR,
    ...part
  }
}

/** A store's shelf with all that may have to be said of a parcel. */
export function fakeShelf(now: number): Output<'pickup.shelf'> {
  const rows = [
    parcel(13_833_021, now, { state: 'cancelled', keptUntil: null }),
    parcel(13_833_022, now, { payMode: 'postpaid', tireService: true, keptUntil: now + 5 * HOUR }),
    parcel(13_833_023, now, { payMode: 'unknown', place: 'Стеллаж 12, полка 4' }),
    parcel(13_833_024, now, { place: null }),
    parcel(13_833_025, now)
  ]
  return { rows, total: rows.length, counts: { all: 5, noPlace: 1, ending: 2 } }
}
