import type { Shipping, ShippingType } from '../../../shared/domain/orders/shipping.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { Format } from '../format.ts'

/** Words of where supplies are brought, in English; their shape is what the other languages have to fill. */
export function shippingWordsEn(format: Format) {
  return {
    title: 'Shipping',
    none: 'No point chosen yet',
    needed: 'The marketplace takes no supply without a point',
    notNeeded: 'Not asked for',
    types: { selfShipping: 'We bring it', transportCompany: 'A carrier brings it' } satisfies {
      readonly [T in ShippingType]: string
    },
    type: 'Way',
    day: 'Day (Moscow)',
    states: {
      wanted: 'goes out with the first order',
      queued: 'on its way to the marketplace',
      accepted: 'the marketplace knows',
      refused: 'the marketplace did not take it'
    } satisfies { readonly [S in Shipping['state']['kind']]: string },
    fulfilment: 'boxes only',
    change: 'Choose a point',
    keep: 'Close the search',
    city: 'City',
    street: 'Street or name',
    coming: 'Fetching the points. They come when the network is there',
    nothing: 'No such point. Check the city and the street',
    shown: (shown: number, total: number) =>
      shown < total ? `${format.number(shown)} of ${format.number(total)}: type more of the street` : '',
    demanded: 'Supplies need a shipping point',
    demandedChoices: { auto: 'As the marketplace says', always: 'Always', never: 'Never' } satisfies {
      readonly [D in Settings['shippingDemanded']]: string
    },
    waybill: 'Carriers with electronic waybills',
    usual: 'Usual points',
    noUsual: 'Asked for with the first supply, then remembered',
    route: (warehouseId: number, cargo: string) => `Warehouse ${warehouseId}, ${cargo}`,
    askAgain: 'Ask again'
  }
}

export type ShippingWords = ReturnType<typeof shippingWordsEn>
