import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import type { Format } from '../format.ts'
import { shortList } from '../say.ts'
import type { SchemeTexts } from '../texts.ts'
import { namesEn } from './names.ts'

/** What the station says of the buyer's end of an order, and of one that is called off, to an English packer. */
export function schemeMessagesEn(format: Format): SchemeTexts {
  const order = format.orderId
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  return {
    roundOpened: ({ scheme, name, orders: count }) => ({
      title: 'Scan the first item',
      remedy: `Round “${name}” is open, ${namesEn.schemes[scheme]}: ${orders(count)}`
    }),
    roundPacked: ({ scheme, name }) => ({
      title: 'All packed',
      remedy:
        scheme === 'dbs'
          ? `Round “${name}” is ready. Hand it to the courier and scan the code on the screen or press F8`
          : `Round “${name}” is ready and waits for its buyers`
    }),
    roundEnded: ({ name }) => ({
      title: 'The round is over',
      remedy: `No order is left in “${name}”. The next one may begin`
    }),
    roundLeft: ({ scheme, orders: count, codes = 0 }) => ({
      title: scheme === 'dbs' ? 'With the courier' : 'Ready for pickup',
      remedy:
        codes > 0
          ? `${orders(count)}. Codes being checked: ${format.number(codes)}; the marketplace will be told by itself`
          : `${orders(count)}. The next round may begin`
    }),
    oldLabels: ({ partBs }) => ({
      title: 'Some labels show the old time',
      remedy: `${format.count(partBs.length, { one: 'buyer', other: 'buyers' })} chose another time. Yes: print these anew. No: leave as they are`,
      details: shortList(partBs, 12, 'and more:')
    }),
    labelsRenewed: ({ partBs }) => ({
      title: 'Stick the new labels over the old',
      remedy: `${format.count(partBs.length, { one: 'label', other: 'labels' })} with the new time. Then press F8 again`,
      details: shortList(partBs, 12, 'and more:')
    }),
    withCourier: ({ orders: count }) => ({
      title: 'With the courier',
      remedy: `${orders(count)}. The marketplace is being told`
    }),
    placed: ({ orderId, place }) => ({
      title: `Place ${place}`,
      remedy: `Order ${order(orderId)} lies there. Scan the next thing`
    }),
    parcelFirst: ({ place }) => ({
      title: 'Scan the parcel first',
      remedy: `Then the code of place ${place}: only orders for pickup lie there`
    }),
    pickupWaits: ({ orderId, place, isToBePaid }) => ({
      title: place === null ? 'Ready, but it has no place' : `The order is ready: place ${place}`,
      remedy:
        place === null
          ? `${order(orderId)}: lay it on the shelf and scan the code of the place`
          : `${order(orderId)}: check the buyer's code, then hand it over${isToBePaid ? '. Take the payment' : ''}`
    }),
    parcelOver: ({ orderId, outcome }) =>
      outcome === 'receive'
        ? { title: 'This order is handed over already', remedy: `The buyer has ${order(orderId)}` }
        : { title: 'This order was refused', remedy: `${order(orderId)}: the item is back, do not offer it again` },
    parcelLeft: ({ orderId }) => ({
      title: 'The courier has this order',
      remedy: `${order(orderId)} has left. If it is back, note the refusal on the screen “Orders”`
    }),
    cancelling: ({ orderId }) => ({
      title: 'Cancelling the order',
      remedy: `Do not send ${order(orderId)}. The marketplace's answer will show here`
    }),
    cantCancel: ({ orderId }) => ({
      title: 'Too late to cancel this order',
      remedy: `${order(orderId)}: the marketplace does not allow it. Wait for the buyer`
    }),
    buyerIdentified: ({ orderId }) => ({
      title: 'The code is right',
      remedy: `Order ${order(orderId)} is this buyer's. Hand it over and say whether it was taken`
    }),
    handingOver: ({ orderId, outcome }) => ({
      title: outcome === 'receive' ? 'Noting the handover' : 'Noting the refusal',
      remedy: `Order ${order(orderId)}. The marketplace's answer will show here`
    }),
    handedOver: ({ orderId, outcome }) =>
      outcome === 'receive'
        ? { title: 'Handed to the buyer', remedy: `Order ${order(orderId)} is done` }
        : { title: 'Refusal noted', remedy: `Order ${order(orderId)}: put the item back into stock` },
    parcelReturns: ({ orderId }) => ({
      title: 'Cancelled on the way',
      remedy: `${order(orderId)}: tell the courier, the parcel comes back`
    }),
    deliveryMoved: ({ orderId, before, slot, isPrinted }) => ({
      title: 'Delivery moved',
      remedy: `${order(orderId)}: ${slotWords(before)} → ${slotWords(slot)}${isPrinted ? '. The label shows the former time' : ''}`
    }),
    buyerCodeFirst: ({ orderId }) => ({
      title: "The buyer's code is needed",
      remedy: `Order ${order(orderId)}: the buyer sees it in the app. Enter it`
    }),
    identityFirst: ({ orderId }) => ({
      title: 'Check the buyer first',
      remedy: `Order ${order(orderId)}: ask for the pickup code and enter it`
    }),
    handoverRefused: ({ orderId, outcome, vendorCode, vendorMessage }) => ({
      title: outcome === 'receive' ? 'The handover was not accepted' : 'The refusal was not accepted',
      remedy: `Order ${order(orderId)}: check the code and send it again`,
      details: [vendorCode, vendorMessage].filter(part => part !== '').join(' · ')
    })
  }
}
