import type { BuyerCounts } from '../../../shared/domain/orders/buyer-counts.ts'
import type { Format } from '../format.ts'

/** Words about what is kept of buyers, and erased, in English. */
export function buyerWordsEn(format: Format) {
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  const counts = ({ contacts, codes, comments }: BuyerCounts) =>
    `name, phone, address: ${orders(contacts)}; codes said at the door: ${orders(codes)}; comments: ${orders(comments)}`
  return {
    title: 'Buyers’ data',
    hint: 'Kept encrypted, and only while an order is open. Of orders that are over it goes by itself.',
    counts,
    ofOver: 'Left of orders that are over',
    ofAll: 'Of all orders',
    eraseOver: 'Erase those of orders that are over',
    eraseAll: 'Erase everything, open orders too',
    askOver: 'Erase buyers’ data of orders that are over?',
    askAll: 'Erase buyers’ data of open orders too?',
    meansOver: 'Open orders keep theirs. Copies of the database are cleared too.',
    meansAll:
      'Couriers won’t see where to go: an address comes back only while its order is new. Name and phone are asked for again, comments come with the next list. A hand-over that waits for the network will ask the buyer for the code once more. Copies of the database are cleared too.',
    act: 'Erase',
    erasing: 'Erasing, in the copies too…',
    erased: (when: string, by: string | null) => `Erased ${when}${by === null ? '' : `, ${by}`}`,
    copies: (count: number | null) =>
      count === null
        ? 'The copies could not be cleared now: that is done with the next hourly copy'
        : `Copies of the database that held some of it: ${format.number(count)}`
  }
}

export type BuyerWords = ReturnType<typeof buyerWordsEn>
