import type { Message } from '../../../shared/domain/messages.ts'
import { ago } from '../ago.ts'
import type { Format } from '../format.ts'
import { codeWords, printRemedy, shelfWhy, shortList } from '../say.ts'
import type { Phrase } from '../phrase.ts'
import type { Refusals } from '../texts.ts'
import { batchWord } from './batch-word.ts'
import { namesEn } from './names.ts'
import { problemsEn } from './problems.ts'
import { tablesEn } from './tables.ts'
import { verdictsEn } from './verdicts.ts'
import { wordsEn } from './words.ts'

const WRONG_KINDS = {
  supply: { title: 'That is a supply’s QR', remedy: 'An item is needed here. Open supplies on their own screen' },
  box: { title: 'That is a box’s code', remedy: 'An item is needed here: the barcode on its pack' },
  pickupCode: {
    title: 'That is a buyer’s pickup code',
    remedy: 'An item is needed here. Hand over on the screen “Hand-over”'
  }
} as const

const KINDS = {
  scheme: 'FBS, DBS and pickup are packed apart. Choose one',
  cargoType: 'A supply has one cargo type. Choose orders of one type',
  warehouse: 'A supply has one warehouse. Choose orders of one warehouse',
  border: 'Orders that cross a border travel apart from the others. Choose one or the other',
  b2b: 'Orders of companies travel apart from those of buyers. Choose one or the other'
} as const

/** What a refused scan says to an English-speaking packer: what is so, and what to do. */
export function refusalsEn(format: Format): Refusals {
  const order = format.orderId
  const reasons = { names: namesEn, verdicts: verdictsEn, words: wordsEn(format) }
  return {
    notFound: ({ text }) => ({
      title: 'No order has this item',
      remedy: 'Check the barcode: the item’s own, not the carton’s',
      details: text
    }),
    noSupply: ({ isClosed, scheme }) =>
      isClosed === true
        ? { title: `This ${batchWord(scheme)} is closed`, remedy: 'Choose an open one on the “Supplies” screen' }
        : { title: 'Nothing is open', remedy: 'Scan the code on the screen and pack on' },
    itemFirst: () => ({ title: 'Scan the item first', remedy: 'Then its code: so we know whose it is' }),
    printFailed: ({ orderId, why }) => ({
      title: 'The sticker did not print',
      remedy: `${orderId === null ? '' : `Order ${order(orderId)}. `}${printRemedy(tablesEn.faults, why) ?? 'Look at the printer and press F3'}`,
      details: why.split(':')[1] ?? why
    }),
    alreadyPacked: ({ orderId, at, justNow, canReopen }, now) =>
      justNow === undefined
        ? {
            title: 'Already packed',
            remedy: `Order ${order(orderId)}${at === null ? '' : `, ${ago(format, at, now)}`}. ${canReopen === true ? 'If all is well, put it by. Undo opens it again' : 'Put it by, take another item'}`
          }
        : { title: `${justNow} is ready`, remedy: 'All is well with it. Take the next item' },
    orderCancelled: ({ orderId, partB }) => ({
      title: 'Order cancelled',
      remedy:
        partB === undefined
          ? `Do not send ${order(orderId)}. Put the item back into stock`
          : `Take parcel ${partB} out and scan its sticker. Order ${order(orderId)} is not sent`
    }),
    ordersCancelled: ({ orderIds, partBs }) => ({
      title: `${format.count(orderIds.length, { one: 'order', other: 'orders' })} cancelled`,
      remedy:
        partBs.length === 0
          ? 'They are not sent. Put the items back into stock'
          : `Take the parcels out and scan their stickers: ${shortList(partBs, 6, 'and more:')}`,
      details: shortList(orderIds.map(order), 12, 'and more:')
    }),
    wrongSupply: ({ orderId, supplyName, scheme }) => ({
      title: `From another ${batchWord(scheme)}`,
      remedy: `Order ${order(orderId)} is in “${supplyName}”. Put it by`
    }),
    notInSupply: ({ orderId, scheme }) => ({
      title: `Not in this ${batchWord(scheme)}`,
      remedy: `Add order ${order(orderId)} to a ${batchWord(scheme)} on the Orders screen`
    }),
    onShelf: ({ orderId, why }) => {
      const phrase = shelfWhy(reasons, why)
      const details = phrase.details === undefined ? {} : { details: phrase.details }
      return { title: 'On the problem shelf', remedy: `${order(orderId)}: ${phrase.title}`, ...details }
    },
    finishCurrent: ({ orderId }) => ({
      title: 'Finish this one first',
      remedy: `Order ${order(orderId)} is on the table. F4 sets it aside`
    }),
    wrongProduct: ({ expected }) => ({
      title: 'Another item',
      remedy: `${expected} is needed. Put this one by, it can wait`
    }),
    checkDigitWrong: ({ text }) => ({
      title: 'One digit of the barcode is off',
      remedy: 'Scan it again. If you typed it, compare the digits',
      details: text
    }),
    squareCodeNeeded: () => ({
      title: 'This is the barcode, not the square code',
      remedy: 'Scan the marking code: the square of dots on the pack or the tag'
    }),
    stickerFirst: ({ partB }) => ({
      title: 'First the sticker of this order',
      remedy: `Put sticker ${partB} on and scan it, then the next item`
    }),
    wrongSticker: ({ expected }) => ({
      title: 'Another order’s sticker',
      remedy: `Sticker ${expected} is needed. Do not stick this one`
    }),
    codeNotNeeded: ({ key }) => ({
      title: `${namesEn.meta[key]}: not needed here`,
      remedy: 'Scan what the screen asks for'
    }),
    codeAlreadyHere: ({ key }) => ({
      title: `${namesEn.meta[key]}: already here`,
      remedy: 'Go on with what the screen asks for'
    }),
    codeOfOther: ({ product, gtin }) => ({
      title: 'Another product’s code',
      remedy: `${product === '' ? '' : `It belongs to ${product}. `}Look at what is in your hand and scan the code on it`,
      details: `GTIN ${gtin}`
    }),
    codeUsed: ({ orderId, at }, now) => ({
      title: `This code is on order ${order(orderId)}`,
      remedy: `Taken ${ago(format, at, now)}. Scan the code of another unit`
    }),
    badCode: ({ problem }) => problemOf(problem),
    nothingToUndo: ({ readyOrderId: ready }) =>
      ready === undefined
        ? { title: 'Nothing to undo', remedy: 'The table is empty. Scan an item' }
        : {
            title: 'Too late to put it back',
            remedy: `Order ${order(ready)} is told to be ready for its buyer. It can be cancelled on the screen “Orders”`
          },
    nothingToReprint: () => ({
      title: 'Nothing to print again',
      remedy: 'There was no sticker yet: follow the steps on the screen'
    }),
    noOrderHere: () => ({ title: 'No order on the table', remedy: 'Scan an item first' }),
    notNow: () => ({ title: 'Not needed now', remedy: 'Do what the screen asks for' }),
    codesMissing: ({ keys }) => ({
      title: 'Codes are missing',
      remedy: `Needed: ${keys.map(key => namesEn.meta[key]).join(', ')}`
    }),
    badgeFirst: () => ({
      title: 'Scan your badge first',
      remedy: 'Then the item. Badges are printed in settings, “Packers”'
    }),
    deskScanLost: () => ({
      title: 'The scan did not reach the screen',
      remedy: 'The way to the screen broke. Scan it once more'
    }),
    locked: () => ({
      title: 'The table is locked: nobody was here',
      remedy: 'Scan your badge, then the thing again. The order on the table is as it was'
    }),
    leadFirst: () => ({
      title: 'The shift lead decides this',
      remedy: 'Ask the lead to enter the PIN and answer. Anybody may say “no”'
    }),
    numberTaken: ({ badge, name }) => ({
      title: `Number ${badge} is in use`,
      remedy: `${name} has it. Take another number`
    }),
    unknownBadge: ({ badge }) => ({
      title: `Badge ${badge} is not known`,
      remedy: 'Add the packer in settings, or take your own badge'
    }),
    unreadable: () => ({ title: 'The code was not read', remedy: 'Wipe it, flatten it, scan it again' }),
    wrongKind: ({ kind }) => WRONG_KINDS[kind],
    nothingFresh: () => ({ title: 'No fresh orders', remedy: 'There is nothing to make a supply of. Wait for orders' }),
    supplyEmpty: ({ scheme }) => ({
      title: scheme === undefined ? 'The supply is empty' : 'Nothing is packed in this round',
      remedy: 'Pack at least one order, then hand it over'
    }),
    supplyKindDiffers: ({ by }) => ({ title: 'They cannot go together', remedy: KINDS[by] }),
    expirationStays: () => ({ title: 'An expiry date stays', remedy: 'It can only be replaced: F7 and the new date' }),
    answerFirst: () => ({ title: 'Answer first', remedy: 'Scan one of the answers on the screen' }),
    waveEmpty: ({ missing, printing, printed, failed }) => {
      const counts = [
        missing > 0 ? `Not here yet: ${format.number(missing)}` : '',
        printing > 0 ? `Printing: ${format.number(printing)}` : '',
        printed > 0 ? `Printed: ${format.number(printed)}` : '',
        failed > 0 ? `Did not come out: ${format.number(failed)}, scan the item` : ''
      ].filter(part => part !== '')
      return {
        title: missing > 0 ? 'No stickers here yet' : printing > 0 ? 'The wave prints already' : 'All printed already',
        remedy: counts.length > 0 ? counts.join('. ') : 'The supply has no orders left to pack'
      }
    },
    supplyRefused: ({ name, vendorCode, vendorMessage }) => ({
      title: 'The supply was not taken',
      remedy: `“${name}” is still open. Look at the problem shelf and hand it over again`,
      details: [vendorCode, vendorMessage].filter(part => part !== '').join(' · ')
    }),
    codeRefusedAtMarketplace: ({ orderId, key, decision }) => {
      const { title, remedy } = codeWords(verdictsEn, key, decision)
      return {
        title: `${namesEn.meta[key]} was refused`,
        remedy: `Order ${order(orderId)}: ${title}. ${remedy}`,
        details: decision
      }
    },
    unknownMeta: ({ keys }) => ({
      title: 'Needs a code we do not know',
      remedy: 'Put it on the problem shelf and pack it on the portal',
      details: keys.join(', ')
    })
  }
}

function problemOf(problem: Extract<Message, { readonly code: 'badCode' }>['problem']): Phrase {
  const phrase = problemsEn[problem.code] as (given: typeof problem) => Phrase
  return phrase(problem)
}
