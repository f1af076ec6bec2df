import type { Format } from '../format.ts'
import type { SchemeTexts } from '../texts.ts'

/** What the station says of the buyer's end of an order, and of one that is called off, to an English packer. */
export function schemeMessagesEn(format: Format): SchemeTexts {
  const order = format.orderId
  return {
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
