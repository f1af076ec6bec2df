import type { Hitch } from '../../../shared/domain/orders/supplies.ts'
import type { Format } from '../format.ts'
import { shortList } from '../say.ts'
import type { Phrase } from '../phrase.ts'
import type { ShippingTexts } from '../texts.ts'

/** What the station says of shipping and of a supply that could not leave, to an English-speaking packer. */
export function shippingMessagesEn(format: Format): ShippingTexts {
  const list = (orderIds: readonly number[]) => orderIds.map(format.orderId).join(', ')
  return {
    supplyClosing: ({ name, codes = 0 }) => ({
      title: 'Handing the supply over',
      remedy:
        codes > 0
          ? `“${name}”: ${format.number(codes)} codes are being checked. The QR will print by itself`
          : `“${name}”: agreeing with the marketplace. The QR will print by itself`
    }),
    pointChosen: ({ name, point }) => ({
      title: 'Scan an item',
      remedy: `Supply “${name}” goes to “${point}”, and so will the next ones`
    }),
    whichPoint: ({ step, city, closes }) => ({
      title: QUESTIONS[step](city),
      remedy: `${closes ? 'Not taken without. ' : ''}${REMEDIES[step]}`
    }),
    addBox: ({ point }) => ({
      title: 'Add a box?',
      remedy: `“${point}” takes boxes only. Yes: one is added and the supply handed over`
    }),
    ordersMoved: ({ orders: count, name }) => ({
      title: 'Moved',
      remedy: `${format.count(count, { one: 'order is', other: 'orders are' })} in “${name}” now`
    }),
    noBoxesHere: ({ name, vendorCode }) => ({
      title: 'No boxes for this supply',
      remedy: `“${name}”: boxes are for pickup points. Hand it over without them`,
      details: vendorCode
    }),
    boxOpen: ({ name, orders: count }) => ({
      title: 'Put parcels into the box',
      remedy: `${name}: ${format.number(count)} in it. Pack on, or scan labels; scan the box again to close it`
    }),
    boxClosed: ({ name, orders: count }) => ({
      title: 'The box is closed',
      remedy: `${name}: ${format.number(count)} in it. Scan the next box, or pack on`
    }),
    boxed: ({ name, orders: count, partB }) => ({
      title: `${partB} is in the box`,
      remedy: `${name}: ${format.number(count)} in it. Scan the next label`
    }),
    tooManyBoxes: ({ maximum }) => ({
      title: 'Too many boxes',
      remedy: `This supply may have ${format.number(maximum)}: half as many as it has orders`
    }),
    cancelledInside: ({ orderIds, partBs = [] }) => ({
      title: 'Are the cancelled ones out?',
      remedy: `Cancelled by the marketplace: ${format.number(orderIds.length)}. Find them by their stickers, put them aside, then Yes`,
      details: partBs.length > 0 ? shortList(partBs, 12, 'and more:') : list(orderIds)
    }),
    allCancelled: ({ supplyName, parcels, scheme }) => ({
      title: 'All orders are cancelled',
      remedy:
        parcels > 0
          ? `Parcels to take out: ${format.number(parcels)}. Scan the sticker of each, or ${scheme === undefined ? '“Supply done”' : 'the code on the screen'}`
          : scheme === undefined
            ? `Nothing is left of “${supplyName}”. Scan “Supply done” to delete it`
            : `Nothing is left of “${supplyName}”. Scan the code on the screen to end it`
    }),
    takenOut: ({ orderId, partB, left, onTable }) =>
      onTable === undefined
        ? {
            title: `${partB} is out`,
            remedy: `Order ${format.orderId(orderId)} is cancelled, put the item back into stock${left > 0 ? `. Left to take out: ${format.number(left)}` : ''}`
          }
        : {
            title: `Parcel ${partB} is cancelled`,
            remedy: `Put it aside, it is not sent. ${onTable} stays on the table`
          },
    emptySupply: ({ name }) => ({
      title: 'Delete the empty supply?',
      remedy: `“${name}”: all orders are cancelled. Yes: it is deleted. No: it stays`
    }),
    supplyDropped: ({ name }) => ({
      title: 'Supply deleted',
      remedy: `“${name}” was empty. A new one may begin`
    }),
    supplyBusy: ({ name, since }) => ({
      title: 'The marketplace is still at work on it',
      remedy: `“${name}”: since ${format.time(since)}. Tried again by itself; go on packing`
    }),
    deliveryStuck: ({ name, hitch }) =>
      hitch.kind === 'processing' && hitch.since !== undefined
        ? processing(name, format.time(hitch.since))
        : stuck(hitch, list)
  }
}

const QUESTIONS = {
  known: () => 'Which point does it go to?',
  city: () => 'Which city do you ship in?',
  point: (city: string) => `Which point in ${city}?`,
  loading: (city: string) => `Fetching points: ${city}`,
  none: (city: string) => `No points: ${city}`
} as const

const REMEDIES = {
  known: 'Scan the point. More: another one',
  city: 'Scan the city. Search by street on the “Supplies” screen',
  point: 'Scan the point. More: the next ones; search by street on the “Supplies” screen',
  loading: 'They will show by themselves. Later: we ask at the handover',
  none: 'Such goods are not taken here. Back: another city'
} as const

function processing(name: string, since: string): Phrase {
  return {
    title: 'The marketplace is still at work on the supply',
    remedy: `“${name}”: since ${since}. Yes: try now. No: go on waiting`
  }
}

function stuck(hitch: Hitch, list: (orderIds: readonly number[]) => string): Phrase {
  switch (hitch.kind) {
    case 'noPoint':
      return {
        title: 'Choose a shipping point?',
        remedy: 'The marketplace takes none without. Yes: choose and hand over'
      }
    case 'badPoint':
      return { title: 'Choose another point?', remedy: BAD_POINTS[hitch.why](hitch.point) }
    case 'badDay':
      return { title: 'Bring it a day later?', remedy: `${hitch.day} was not taken. Check the PC’s clock` }
    case 'noBoxes':
      return { title: 'Add a box?', remedy: 'The marketplace takes this supply in boxes only. Yes: one is added' }
    case 'codes':
      return {
        title: 'Hand over without these?',
        remedy: `Codes turned down: ${hitch.orderIds.length}. Take the orders out: they are on the problem shelf`,
        details: list(hitch.orderIds)
      }
    case 'cancelled':
      return {
        title: 'Take out the cancelled?',
        remedy: `Just cancelled by their buyers: ${hitch.orderIds.length}. The supply is not handed over. Yes: see what to take out`,
        details: list(hitch.orderIds)
      }
    case 'empty':
      return {
        title: 'Make the supply anew?',
        remedy: 'At the marketplace it is empty. Yes: its orders move to a new one, and that is handed over'
      }
    case 'gone':
      return {
        title: 'Make the supply anew?',
        remedy: 'The marketplace does not know it. Yes: its orders move to a new one, and that is handed over'
      }
    case 'processing':
      return { title: 'Hand over again?', remedy: 'The marketplace is still at work on it. Wait a minute, then Yes' }
    case 'other':
      return {
        title: 'Hand over again?',
        remedy: 'The marketplace did not take it. Yes: once more; No: it stays open',
        details: [hitch.code, hitch.message].filter(part => part !== '').join(' · ')
      }
  }
}

const BAD_POINTS = {
  fulfilment: (point: string) => `“${point}” has no fulfilment. Yes: choose one that has`,
  gone: (point: string) => `“${point}” takes no supplies any more. Yes: choose another`,
  unfit: (point: string) => `“${point}” does not take such a supply. Yes: choose another`
} as const
