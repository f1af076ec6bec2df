import type { Format } from '../format.ts'
import { lookUp } from '../say.ts'
import type { MessageTexts } from '../texts.ts'
import { diskMessagesEn } from './disk-messages.ts'
import { namesEn } from './names.ts'
import { refusalsEn } from './refusals.ts'
import { schemeMessagesEn } from './scheme-messages.ts'
import { shippingMessagesEn } from './shipping-messages.ts'
import { tablesEn } from './tables.ts'

const CODES = {
  sgtin: { title: 'Scan the marking code', remedy: 'The square Chestny ZNAK code on the pack' },
  imei: { title: 'Scan the IMEI', remedy: '15 digits on the box. If there are two, the first' },
  uin: { title: 'Scan the UIN', remedy: '16 digits on the tag' },
  gtin: { title: 'Scan the GTIN', remedy: 'The barcode on the pack, 13 digits' },
  expiration: { title: 'Type the expiry date', remedy: 'F7, the date on the pack, Enter. Like 31.12.2027' },
  customsDeclaration: {
    title: 'Type the customs declaration number',
    remedy: 'F7, the number from the papers, Enter. Like 10704010/010624/0000302'
  }
} as const

const DOUBTS = {
  noAnswer: 'The printer did not answer',
  linkLost: 'The link to the printer broke',
  restarted: 'The program was restarted while printing',
  countDiffers: 'The printer’s count does not fit',
  oneWayLink: 'This printer cannot say whether it printed'
} as const

const UNFINISHED = {
  fbs: 'Hand over an incomplete supply?',
  dbs: 'Give the courier only a part?',
  pickup: 'End an incomplete round?'
} as const

const SUPPLY_LABELS = {
  supplyQr: 'Did the QR of the supply come out?',
  spotSticker: 'Did the SPOT sticker come out?'
} as const

/** What the station says to an English-speaking packer. */
export function messagesEn(format: Format): MessageTexts {
  const order = format.orderId
  const labels = (count: number) => format.count(count, { one: 'label', other: 'labels' })
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  return {
    ...refusalsEn(format),
    ...shippingMessagesEn(format),
    ...schemeMessagesEn(format),
    ...diskMessagesEn(format),
    openSupply: ({ fresh, scheme }) =>
      fresh > 0
        ? {
            title: `Start a new ${scheme === undefined ? 'supply' : 'round'}`,
            remedy: `${scheme === undefined ? '' : `${namesEn.schemes[scheme]}. `}Scan the code on the screen. Fresh orders: ${format.number(fresh)}`
          }
        : { title: 'No fresh orders yet', remedy: 'They will show here by themselves, no need to refresh' },
    resumeSupply: ({ supplies, rounds = 0 }) => {
      const left = [
        supplies > 0 ? format.count(supplies, { one: 'supply', other: 'supplies' }) : '',
        rounds > 0 ? format.count(rounds, { one: 'round', other: 'rounds' }) : ''
      ].filter(part => part !== '')
      return {
        title: 'Scan an item',
        remedy: `Left to pack: ${left.join(' and ')}. The item opens the right one`
      }
    },
    scanBadge: () => ({
      title: 'Scan your badge',
      remedy: 'Then the item. Badges are printed in settings, “Packers”'
    }),
    scanItem: () => ({ title: 'Scan an item', remedy: 'The barcode on its pack or tag' }),
    allPacked: ({ supplyName }) => ({
      title: 'All packed',
      remedy: `Supply “${supplyName}” is complete. Scan “Supply done” or press F8`
    }),
    scanProduct: ({ article }) => ({
      title: 'Scan the item’s barcode',
      remedy: `It should be ${article}: we check it is`
    }),
    scanCode: ({ key, place = 1, of }) =>
      key !== 'sgtin' && place > 1
        ? {
            title: 'Type the goods’ country code',
            remedy: 'Three digits of OKSM: 156 China, 792 Türkiye. F7, the code, Enter'
          }
        : key !== 'sgtin' || of === undefined
          ? CODES[key]
          : {
              title: `Marking code ${place} of ${of}`,
              remedy: 'It is a set: a code on each thing. If there is no more, scan “Next”'
            },
    scanOptionalCode: ({ key }) => ({
      title: `${namesEn.meta[key]}: is there one?`,
      remedy: 'If so, scan it. If not, scan “Next”'
    }),
    scanPrintCommand: () => ({
      title: 'Scan “Print”',
      remedy: 'All codes are in. “Print” on the command sheet, or F9'
    }),
    printing: () => ({ title: 'Printing the sticker', remedy: 'Take it and stick it on the pack' }),
    wavePrinting: ({ labels, missing }) => ({
      title: 'Printing the wave',
      remedy: `${format.count(labels, { one: 'sticker', other: 'stickers' })}${missing > 0 ? `. ${format.number(missing)} not here yet: print the wave again later` : ', by place and article'}`
    }),
    printingStopped: ({ labels: left }) =>
      left === 0
        ? { title: 'Nothing to stop', remedy: 'All is out, or the table or a supply waits for the label' }
        : { title: 'Printing is stopped', remedy: `Not printed: ${labels(left)}. Print them again when you need them` },
    waitSticker: ({ lack }) => ({
      title: 'Waiting for the sticker',
      remedy:
        lack === 'parcelNumber'
          ? 'The marketplace hasn’t numbered the parcel yet. It prints as it comes; F4 for another item meanwhile'
          : lack === 'unreadable'
            ? 'What the marketplace sent is no label. We ask again; F4 for another item meanwhile'
            : 'The marketplace is making it. It prints as it comes'
    }),
    waitPrinter: ({ fault }) => lookUp(tablesEn.faults, fault),
    scanStickerBack: ({ partB }) => ({ title: 'Stick it on and scan it', remedy: `The sticker says ${partB}` }),
    undone: ({ what }) => ({
      title: what === 'set' ? 'Undone: it is no set' : `Undone: ${namesEn.steps[what]}`,
      remedy: what === 'item' ? 'The table is free. Scan an item' : 'Scan it again'
    }),
    reopened: ({ orderId, partB }) => ({
      title: `Back on the table: ${partB}`,
      remedy: `Order ${order(orderId)} is open again. Put it right and scan its sticker, F2 for one more step back`
    }),
    skipped: ({ orderId }) => ({
      title: 'Order set aside',
      remedy: `${order(orderId)} comes back later. Scan the next item`
    }),
    signedIn: ({ name }) => ({ title: `${name} at the table`, remedy: 'Scan an item' }),
    supplyOpened: ({ name, orders: count }) => ({
      title: 'Scan the first item',
      remedy: `Supply “${name}” is open: ${orders(count)}`
    }),
    packed: ({ orderId, partB, ended }) => ({
      title: `Packed ${partB}`,
      remedy: `Order ${order(orderId)} is done. ${ended === undefined ? 'Scan the next item' : `Round “${ended}” is ready and waits for its buyers`}`
    }),
    shelved: ({ orderId }) => ({
      title: 'To the problem shelf',
      remedy: `Put order ${order(orderId)} on the shelf and take the next item`
    }),
    supplyDelivered: ({ name }) => ({
      title: 'The supply is in delivery',
      remedy: `“${name}”: stick on the QR and hand it over. A new one may begin`
    }),
    settled: ({ orderId }) => ({
      title: 'Noted',
      remedy: `You have the label${orderId === null ? '' : ` of ${order(orderId)}`}. Scan the next item`
    }),
    labelInHand: ({ orderId, doubt, partB, supply }) =>
      supply === undefined
        ? {
            title: partB === null ? 'Did the label come out?' : `Did sticker ${partB} come out?`,
            remedy: `${DOUBTS[doubt]}. ${orderId === null ? 'Look at the printer' : `Order ${order(orderId)}`}`
          }
        : { title: SUPPLY_LABELS[supply.label], remedy: `${supply.remoteId}. ${DOUBTS[doubt]}` },
    gtinDiffers: ({ gtin, barcode }) => ({
      title: 'Does the code belong to this item?',
      remedy: `The code says GTIN ${gtin}, the item ${barcode}. “Yes” holds for this item only`
    }),
    replaceCode: ({ key, here, value }) => ({
      title: key === 'sgtin' ? 'A second code. Replace the first?' : `Replace: ${namesEn.meta[key]}?`,
      remedy: `So far: ${here} · then: ${value}`
    }),
    whyReprint: ({ orderId }) => ({
      title: 'Why print again?',
      remedy: `Order ${order(orderId)}. Destroy the old sticker`
    }),
    whyShelf: ({ orderId }) => ({
      title: 'Why to the shelf?',
      remedy: `Order ${order(orderId)} goes to the problem shelf`
    }),
    wholeWave: ({ labels: stickers, separators, missing }) => ({
      title: `Print ${format.count(stickers, { one: 'sticker', other: 'stickers' })}?`,
      remedy: `And ${format.count(separators, { one: 'separator', other: 'separators' })} between products. ${missing > 0 ? `Not here yet: ${format.number(missing)}` : 'F2 stops it at any time'}`
    }),
    codesWarned: ({ orderIds, keys }) => ({
      title: 'Shift lead: hand it over as it is?',
      remedy: `${keys.map(key => namesEn.meta[key]).join(', ')}: not seen on ${orders(orderIds.length)}. It may be refused. “No”: to the problem shelf`,
      details: shortList(orderIds.map(order))
    }),
    supplyUnfinished: ({ orderIds, articles, shelved = 0, scheme }) => ({
      title: UNFINISHED[scheme ?? 'fbs'],
      remedy: `${orders(orderIds.length)} not packed: they move to a new one${shelved > 0 ? `, and ${format.number(shelved)} from the shelf` : ''}`,
      details: shortList(articles.length > 0 ? articles : orderIds.map(order))
    })
  }
}

function shortList(items: readonly string[]): string {
  return items.length > 4 ? `${items.slice(0, 3).join(', ')} and ${items.length - 3} more` : items.join(', ')
}
