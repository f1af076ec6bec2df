import type { CourierParcel } from '../../../shared/contract/courier-methods.ts'
import type { Format } from '../format.ts'

/** Words of the desk of the seller's courier, in English; their shape is what the other languages have to fill. */
export function courierWordsEn(format: Format) {
  const parcels = (count: number) => format.count(count, { one: 'parcel', other: 'parcels' })
  const states: { readonly [state in CourierParcel['state']]: string } = {
    packing: 'being packed',
    packed: 'packed',
    leaving: 'leaves with the courier',
    out: 'with the courier',
    telling: 'telling the marketplace',
    shelved: 'on the problem shelf'
  }
  return {
    title: 'Deliveries',
    which: 'Which deliveries',
    parts: { all: 'All', packing: 'To pack', packed: 'Packed', out: 'With the courier' },
    none: 'No delivery of your own. DBS orders come here when they are taken into a round',
    routeSheet: (count: number) => `Route sheet: ${format.number(count)}`,
    onA4: 'On A4',
    sheetTitle: 'Route sheet',
    sheet: (count: number) => format.count(count, { one: 'parcel', other: 'parcels' }),
    noAddress: 'no address, look at the portal',
    noName: 'no name told',
    noPhone: 'the phone has not come yet',
    moved: (from: string, to: string) => `moved: ${from} → ${to}`,
    code: 'Buyer’s code',
    noReceipts: 'There is no receipt printer: add one on the screen “Devices”',
    slot: 'Awaited at',
    noSlot: 'No time named',
    number: 'Number',
    loaded: 'for the courier',
    oldLabel: 'old time on the label',
    oldLabelWhy: 'The label was printed before the time changed. Print it anew and stick it over the old one',
    states,
    piles: 'What the courier takes and brings back',
    scanHint: 'Scan a parcel: a packed one goes to the courier, one that was out is back',
    notParcel: 'That is no parcel of the courier’s. Scan the label on a parcel',
    notCode: 'That is no buyer’s code: those are digits alone. The one noted before stays',
    stay: (orders: readonly string[]) =>
      `Take back from the courier: ${orders.join(', ')}. Cancelled, or not packed any more; the others have left`,
    oldLabels: (orders: readonly string[]) =>
      `A former time is on the label: ${orders.join(', ')}. Print new ones and stick them over. F8 once more: they leave as they are`,
    newLabels: (count: number) => `New labels: ${format.number(count)}`,
    notNow: (order: string, state: CourierParcel['state'] | null) =>
      `Order ${order}: ${state === null ? 'no delivery of ours' : states[state]}. It stays where it is`,
    takes: (loaded: number, packed: number) =>
      `The courier takes ${format.number(loaded)} of ${format.number(Math.max(loaded, packed))}`,
    handOut: (count: number) => `Hand over ${parcels(count)}`,
    isBack: 'The courier is back',
    backHint: 'Scan each parcel or open it in the list, then its buyer’s code',
    tell: (count: number) => `Note ${parcels(count)}`,
    outcome: 'How it ended',
    outcomes: { receive: 'Taken', reject: 'Turned down' },
    load: 'To the courier',
    toOrder: 'The order',
    buyer: 'Buyer',
    hidden: 'Name, phone and address are hidden. Each look is noted in the history',
    show: 'Show the buyer',
    hide: 'Hide',
    notTold: 'not told',
    name: 'Name',
    address: 'Address',
    phone: 'Phone',
    extension: (code: string) => `code ${code}`
  }
}

export type CourierWords = ReturnType<typeof courierWordsEn>
