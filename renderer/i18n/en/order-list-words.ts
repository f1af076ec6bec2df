import type { OrderAge, OrderSort, OrderTrait } from '../../../shared/domain/orders/order-filter.ts'
import type { OrderLife } from '../../../shared/domain/orders/orders.ts'
import type { Format } from '../format.ts'

/** Words of the list of orders: what it is narrowed by, and what is done to many at once. */
export interface OrderListWords {
  /** Of one order; the names of lives are those of many. */
  readonly life: { readonly [L in OrderLife]: string }
  readonly sort: string
  readonly sorts: { readonly [S in OrderSort]: string }
  readonly filters: string
  readonly age: string
  readonly ages: { readonly [A in OrderAge]: string }
  readonly traits: { readonly [T in OrderTrait]: string }
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly cargo: string
  readonly batch: string
  readonly any: string
  readonly clear: string
  readonly without: (what: string) => string
  readonly views: string
  readonly viewName: string
  readonly keepView: string
  readonly dropView: (name: string) => string
  readonly emptyFilter: string
  readonly emptyAll: string
  readonly emptyOffline: string
  readonly emptyAsking: string
  readonly chooseAll: (count: number) => string
  /** Of a list longer than what is taken at once. */
  readonly chooseFirst: (count: number, total: number) => string
  readonly firstOnly: (count: number) => string
  readonly pin: (count: number) => string
  readonly unpin: (count: number) => string
  readonly shelve: (count: number) => string
  readonly unshelve: (count: number) => string
  readonly cancel: (count: number) => string
  readonly claims: (count: number) => string
  readonly shelveWhat: string
  readonly cancelAsk: (count: number) => string
  readonly cancelWhat: string
  readonly cancelDo: (count: number) => string
  readonly working: string
  readonly took: (done: number, of: number) => string
}

/** Words of the list of orders in English. */
export function orderListWordsEn(format: Format): OrderListWords {
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  return {
    life: {
      fresh: 'New',
      claimed: 'In assembly',
      coded: 'With codes',
      stickered: 'With sticker',
      packed: 'Packed',
      shipped: 'Sent',
      handed: 'Handed over',
      returned: 'Returned',
      shelved: 'On the shelf',
      cancelled: 'Cancelled'
    },
    sort: 'Order of the list',
    sorts: {
      oldest: 'oldest first',
      newest: 'newest first',
      urgent: 'most urgent first',
      article: 'by article',
      dearest: 'dearest first',
      batch: 'by supply'
    },
    filters: 'Filters',
    age: 'Age',
    ages: { day: 'under a day', threeDays: '1–3 days', older: 'over 3 days' },
    traits: {
      codes: 'needs codes',
      b2b: 'for a company',
      express: 'express',
      comment: 'with a comment',
      pinned: 'goes first',
      again: 'travels again',
      abroad: 'goes abroad'
    },
    supplierStatus: 'Seller’s status',
    wbStatus: 'Wildberries’ status',
    cargo: 'Cargo',
    batch: 'Supply or round',
    any: 'any',
    clear: 'Clear filters',
    without: what => `Without the filter “${what}”`,
    views: 'Saved views',
    viewName: 'Name of the view',
    keepView: 'Save view',
    dropView: name => `Delete view “${name}”`,
    emptyFilter: 'No order fits these filters. Clear them to see all',
    emptyAll: 'There are no orders yet. They come by themselves, nothing needs to be done',
    emptyOffline: 'No internet, and nothing of this was here before. Orders come when it is back',
    emptyAsking: 'Asking the marketplace for orders…',
    chooseAll: count => `Choose all ${format.number(count)}`,
    chooseFirst: (count, total) => `Choose the first ${format.number(count)} of ${format.number(total)}`,
    firstOnly: count =>
      `At most ${format.number(count)} at once: only the first ${format.number(count)} of the list are chosen from. For the rest narrow the list or do it again`,
    pin: count => `Pack first: ${format.number(count)}`,
    unpin: count => `In turn: ${format.number(count)}`,
    shelve: count => `To the problem shelf: ${format.number(count)}`,
    unshelve: count => `Off the shelf: ${format.number(count)}`,
    cancel: count => `Cancel: ${format.number(count)}`,
    claims: count => `Take for packing: ${format.number(count)}`,
    shelveWhat: 'They are packed no further and stay out of the delivery until somebody takes them off the shelf. Why?',
    cancelAsk: count => `Cancel ${orders(count)} at the marketplace?`,
    cancelWhat:
      'The marketplace fines sellers for cancelling and lowers their rating. The buyers will not get the goods, and it can’t be taken back. Codes are released, labels that wait are not printed.',
    cancelDo: count => `Cancel ${orders(count)} at the marketplace`,
    working: 'Doing it…',
    took: (done, of) =>
      done === of
        ? `Done: ${orders(done)}`
        : `Done: ${format.number(done)} of ${format.number(of)}; ${format.number(of - done)} can’t now`
  }
}
