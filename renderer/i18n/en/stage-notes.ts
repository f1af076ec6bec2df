import type { Format } from '../format.ts'
import { shortList } from '../say.ts'
import type { NoteTexts } from '../texts.ts'
import { namesEn } from './names.ts'

/** What is said beside a message. */
export function notesEn(format: Format): NoteTexts {
  return {
    expirationRead: ({ date }) => `The expiry date ${date} was in the code`,
    stickerOut: ({ partB, isOver }) =>
      `Sticker ${partB} is out already: ${isOver ? 'scan it, then tear it up' : 'put it by, this order will want it'}`,
    stickerComing: ({ partB, isOver }) =>
      `An extra sticker ${partB} will come out: ${isOver ? 'tear it up and throw it away' : 'put it away'}`,
    capsLock: () => 'CapsLock is on: letters of the code may have changed case. Press CapsLock and scan again',
    parcelOut: ({ partB }) => `The cancelled parcel ${partB} is out: put it aside`,
    takenOver: ({ name, before }) => `The order is yours now, ${name}. ${before} began it`,
    leftSupply: ({ name: given, orders, packed, shelved, scheme, others = [] }) => {
      const name = scheme === undefined ? `“${given}”` : `round “${given}”, ${namesEn.schemes[scheme]}`
      const also = others.length === 0 ? '' : `. Then: ${shortList(others, 2, 'and more:')}`
      if (packed !== undefined) return `Packed, left to hand over: ${name}${also}`
      if (orders === 0) return `All orders are cancelled: ${scheme === undefined ? 'supply ' : ''}${name}`
      const count = format.count(orders, { one: 'order', other: 'orders' })
      return `Left: ${name}: ${count}${shelved > 0 ? `, ${format.number(shelved)} more on the problem shelf` : ''}${also}`
    }
  }
}
