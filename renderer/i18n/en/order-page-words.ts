import type { CancelAnswer } from '../../../shared/contract/order-methods.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Phrase } from '../phrase.ts'

/** Acts on an order's page. */
type Act =
  | 'claim'
  | 'take'
  | 'pin'
  | 'unpin'
  | 'reopen'
  | 'shelve'
  | 'unshelve'
  | 'shelfLabel'
  | 'slip'
  | 'reprint'
  | 'cancel'

/** Facts of an order that only its page shows. */
type Fact =
  | 'supplierStatus'
  | 'wbStatus'
  | 'life'
  | 'basket'
  | 'product'
  | 'size'
  | 'cargo'
  | 'warehouse'
  | 'pickupPoint'
  | 'sellerDate'
  | 'slot'
  | 'movedFrom'
  | 'group'
  | 'promised'
  | 'pay'
  | 'tires'
  | 'place'
  | 'optional'
  | 'abroad'
  | 'packedBy'
  | 'parcel'

/** Words of one order's page. */
export interface OrderPageWords {
  readonly unknown: string
  readonly onDisk: string
  readonly acts: string
  /** What each act brings about. */
  readonly brings: { readonly [A in Act]: string }
  readonly shelve: string
  readonly cancel: string
  readonly asking: string
  readonly cancelAsk: (id: string) => string
  readonly cancelDo: (id: string) => string
  readonly cancelWhat: { readonly [S in Scheme]: string }
  readonly mayCancel: { readonly [K in CancelAnswer['kind']]: Phrase }
  readonly facts: { readonly [F in Fact]: string }
  readonly payModes: { readonly [mode: string]: string }
  readonly yes: string
  readonly label: string
  readonly trail: { readonly [T in 'all' | 'scans' | 'prints' | 'requests' | 'statuses']: string }
  readonly nothing: string
  readonly border: string
  readonly borderDue: (day: string) => string
  readonly borderUnasked: string
  readonly noParcel: string
}

/** Words of one order's page in English. */
export function orderPageWordsEn(): OrderPageWords {
  return {
    unknown: 'This PC has never seen such an order. Look for it under History, completed orders',
    onDisk: 'It ended long ago and is only kept here to be read',
    acts: 'What can be done',
    brings: {
      claim: 'A new supply or round is made with it, and it goes into assembly at the marketplace',
      take: 'It lies on the packing table, and the next scan is about it',
      pin: 'It is packed before all others',
      unpin: 'It is packed when it is due',
      reopen: 'It is unpacked: its codes stay, its sticker is scanned once more',
      shelve: 'It is packed no further and stays out of the delivery until it is taken off the shelf',
      unshelve: 'It is packed on; refused codes are asked for again',
      shelfLabel: 'Prints what is wrong, to be stuck on the parcel',
      slip: 'Prints the contents on the receipt printer',
      reprint: 'A second sticker comes out: throw the first one away, or two parcels will have one number',
      cancel: 'The marketplace calls it off for good, and fines for it'
    },
    shelve: 'To the problem shelf',
    cancel: 'Cancel the order',
    asking: 'Asking the marketplace whether it may be cancelled…',
    cancelAsk: id => `Cancel order ${id} at the marketplace?`,
    cancelDo: id => `Cancel order ${id} at the marketplace`,
    cancelWhat: {
      fbs: 'The marketplace fines the seller for each cancelled order and lowers the rating. It can’t be taken back. Its codes are released, its label is not printed.',
      dbs: 'The buyer no longer gets this delivery; the marketplace lowers the rating and may fine. It can’t be taken back. Its codes are released.',
      pickup:
        'The buyer can no longer collect it; the marketplace lowers the rating and may fine. It can’t be taken back. Its codes are released.'
    },
    mayCancel: {
      may: { title: 'The marketplace lets it be cancelled', remedy: 'It is cancelled as soon as you confirm' },
      mayNot: {
        title: 'The marketplace lets nobody cancel it any more',
        remedy: 'Shift lead: it is too far on its way, or has ended. Nothing was sent, nothing was fined'
      },
      unasked: {
        title: 'The marketplace could not be asked',
        remedy: 'If you cancel, it is asked first when it answers again'
      }
    },
    facts: {
      supplierStatus: 'Seller’s status',
      wbStatus: 'Wildberries’ status',
      life: 'On this table',
      basket: 'Basket',
      product: 'Product (nmId)',
      size: 'Size (chrtId)',
      cargo: 'Cargo',
      warehouse: 'Warehouse',
      pickupPoint: 'May go to a pickup point',
      sellerDate: 'Hand over by',
      slot: 'Delivery',
      movedFrom: 'Was promised for',
      group: 'Travels with group',
      promised: 'Promised for',
      pay: 'Payment',
      tires: 'Tyre fitting',
      place: 'Lies at',
      optional: 'May have codes',
      abroad: 'Crosses a border',
      packedBy: 'Packed by',
      parcel: 'Parcel number'
    },
    payModes: { prepaid: 'paid', postpaid: 'pays on collecting', unknown: 'not told' },
    yes: 'yes',
    label: 'Label',
    trail: { all: 'All', scans: 'Scans', prints: 'Labels', requests: 'Requests', statuses: 'Statuses' },
    nothing: 'Nothing of this kind',
    border: 'On its way over the border',
    borderDue: day => `Promised for ${day}`,
    borderUnasked: 'Its way over the border can’t be told now: the marketplace did not answer',
    noParcel: 'not given yet'
  }
}
