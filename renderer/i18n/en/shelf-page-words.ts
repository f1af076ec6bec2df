import type { ShelfMover, WayOff } from '../../screens/problems/whose-move.ts'
import type { Format } from '../format.ts'

/** Words of the problem shelf's screen. */
export interface ShelfPageWords {
  readonly lead: string
  readonly whose: string
  readonly all: (count: number) => string
  readonly of: (who: string, count: number) => string
  readonly movers: { readonly [M in ShelfMover]: string }
  readonly off: { readonly [W in WayOff]: string }
  readonly since: (duration: string) => string
}

/** Words of the problem shelf's screen in English. */
export function shelfPageWordsEn(format: Format): ShelfPageWords {
  return {
    lead: 'Scan a thing or a sticker from the shelf: its order is shown here. Scan it once more, and the order is off the shelf.',
    whose: 'Whose move it is',
    all: count => `All ${format.number(count)}`,
    of: (who, count) => `${who} ${format.number(count)}`,
    movers: { packer: 'Packer', lead: 'Shift lead', supplier: 'Supplier', wait: 'Wait' },
    off: {
      thing: 'Take a sound one and scan it twice',
      found: 'When it is found, scan it twice',
      code: 'Scan the thing twice: its code is asked for again',
      lead: 'After looking on the portal, scan it twice',
      update: 'It can’t be packed here; after an update scan it twice',
      wait: 'It leaves by itself when the marketplace has answered',
      takeOut: 'Take the parcel out of the pile and scan its sticker'
    },
    since: duration => `for ${duration}`
  }
}
