import type { ReprintReason } from '../scanning/commands.ts'

/** A label that the program composes itself (everything but the marketplace's stickers). */
export type OwnLabel =
  /** Between two articles of a wave. */
  | {
      readonly kind: 'separator'
      readonly article: string
      readonly colorCode: string
      readonly count: number
      /** As the seller's card or list has them; '' = not told. */
      readonly name: string
      readonly place: string
    }
  /** A part of a pick list, where no printer of receipts is; `page` from 1. */
  | {
      readonly kind: 'pickSheet'
      readonly title: string
      readonly page: number
      readonly pages: number
      readonly lines: readonly PickedLine[]
    }
  | { readonly kind: 'commands'; readonly page: number }
  | { readonly kind: 'badge'; readonly packerId: string; readonly name: string }
  | { readonly kind: 'shelf'; readonly orderId: number; readonly article: string; readonly reason: string }
  /** On a place of the store's shelf. */
  | { readonly kind: 'storePlace'; readonly place: string }
  /** On a pile of parcels: whose supply, how many, what is in it. `remoteId` null: the marketplace has not named it yet. */
  | {
      readonly kind: 'supplySheet'
      readonly name: string
      readonly remoteId: string | null
      readonly orders: number
      /** Unix ms. */
      readonly at: number
      readonly articles: readonly { readonly article: string; readonly colorCode: string; readonly count: number }[]
    }
  /** On a box of a supply, number `number` of `boxes`; `boxId` is what its code holds, null before the marketplace named it. */
  | {
      readonly kind: 'box'
      readonly boxId: string | null
      readonly supplyName: string
      readonly number: number
      readonly boxes: number
    }
  /** A unit's marking code once more, on a label of its own: GS1 Data Matrix with its GS characters, and readable text. */
  | { readonly kind: 'markingCode'; readonly code: string; readonly article: string; readonly colorCode: string }
  /** One of the codes that a scanner is tested with, `page` 0 to 3. */
  | { readonly kind: 'scannerTest'; readonly page: number }
  /** A ruler to find the print's offset with. */
  | { readonly kind: 'calibration' }
  | { readonly kind: 'test' }

/** What to fetch from one place; '' = not told. */
export interface PickedLine {
  readonly place: string
  readonly article: string
  readonly name: string
  readonly count: number
}

/** A paper for a person, on a receipt printer. */
export type Receipt =
  | {
      readonly kind: 'packingSlip'
      readonly orderId: number
      readonly article: string
      readonly colorCode: string
      readonly barcode: string
      /** Hundredths of `currencyCode`. */
      readonly price: number
      readonly currencyCode: number
      readonly comment: string
      /** The number on the sticker; null while there is none. */
      readonly stickerNumber: string | null
      readonly packer: string | null
      /** Unix ms. */
      readonly at: number
    }
  | {
      readonly kind: 'routeSheet'
      readonly stops: readonly RouteStop[]
      /** Unix ms. */
      readonly at: number
    }
  | {
      readonly kind: 'pickList'
      /** Of which batch; '' = of none. */
      readonly title: string
      readonly lines: readonly PickedLine[]
      /** Unix ms. */
      readonly at: number
    }
  | {
      readonly kind: 'pickupReceipt'
      readonly orderId: number
      readonly lines: readonly { readonly title: string; readonly quantity: number; readonly price: number }[]
      readonly currencyCode: number
      readonly at: number
    }

/** What the seller's courier needs of one parcel, and nothing else. */
export interface RouteStop {
  readonly told: string
  /** `03.08, 15:00–16:00`. */
  readonly when: string
  /** Before the buyer moved it; '' = it was not moved. */
  readonly movedFrom: string
  readonly isExpress: boolean
  /** '' = not told. */
  readonly address: string
  readonly name: string
  readonly phone: string
  readonly comment: string
}

export type PrintSource =
  | { readonly kind: 'sticker'; readonly orderId: number }
  | { readonly kind: 'supplyQr'; readonly supplyId: string }
  /** On the vehicle that brings a supply over the border. */
  | { readonly kind: 'spotSticker'; readonly supplyId: string }
  | { readonly kind: 'own'; readonly label: OwnLabel }
  /** Made up when it prints, so that the journal keeps nothing of the buyer. */
  | { readonly kind: 'packingSlip'; readonly orderId: number }
  /** For the courier; made up when it prints, for the same reason. */
  | { readonly kind: 'routeSheet'; readonly orderIds: readonly number[] }
  | { readonly kind: 'pickList'; readonly receipt: Extract<Receipt, { readonly kind: 'pickList' }> }
  | { readonly kind: 'pickupReceipt'; readonly receipt: Extract<Receipt, { readonly kind: 'pickupReceipt' }> }

/** The kinds of label that may go to printers of their own. */
export const LABEL_KINDS = [
  'sticker',
  'supplyQr',
  'supplySheet',
  'separator',
  'box',
  'shelf',
  'markingCode',
  'commands',
  'badge',
  'packingSlip',
  'pickupReceipt'
] as const
export type LabelKind = (typeof LABEL_KINDS)[number]

/** What a label is on its way to a printer; the printer's own test labels go to that printer and nowhere else. */
export function labelKind(source: PrintSource): LabelKind {
  switch (source.kind) {
    case 'sticker':
    case 'supplyQr':
    case 'packingSlip':
    case 'pickupReceipt':
      return source.kind
    case 'spotSticker':
      return 'supplyQr'
    // To the printer of papers for people.
    case 'routeSheet':
    case 'pickList':
      return 'packingSlip'
    case 'own':
      switch (source.label.kind) {
        case 'test':
        case 'calibration':
        case 'scannerTest':
          return 'commands'
        case 'storePlace':
          return 'shelf'
        case 'pickSheet':
          return 'supplySheet'
        default:
          return source.label.kind
      }
  }
}

export type PrintState =
  /** Decided, nothing sent: safe to start again after a crash. */
  | { readonly kind: 'intended' }
  /** Handed to the link: after a crash nobody knows. */
  | { readonly kind: 'sending' }
  /** A link that never answers has passed on every byte: no proof, but scanning the sticker back will be one. */
  | { readonly kind: 'sent'; readonly at: number }
  | { readonly kind: 'confirmed'; readonly at: number; readonly by: 'printer' | 'packer' }
  | { readonly kind: 'uncertain'; readonly why: PrintDoubt }
  | { readonly kind: 'failed'; readonly why: string; readonly at: number }

export type PrintDoubt = 'noAnswer' | 'linkLost' | 'restarted' | 'countDiffers' | 'oneWayLink'

/** Whether nothing more happens to the label: it went out, or it was given up. */
export function isSettledJob({ state }: PrintJob): boolean {
  return state.kind === 'sent' || state.kind === 'confirmed' || state.kind === 'failed'
}

export interface PrintJob {
  readonly id: string
  readonly seq: number
  readonly source: PrintSource
  readonly bornAt: number
  readonly packerId: string | null
  /** Why it was printed again; null for a first print. */
  readonly reason: ReprintReason | null
  /** The one printer that it is meant for, whatever the routes say; null: by the routes. */
  readonly printerId: string | null
  /** It had left for the printer when its order was put aside: the printer need not take it. */
  readonly isUnwanted?: true
  /** It was drawn before its order's delivery was moved: it shows the former time. */
  readonly showsFormerTime?: true
  /** Name of the printer that it was handed to last; null: to none yet. */
  readonly printedOn: string | null
  readonly state: PrintState
}

/** The order whose sticker it is; null for any other label. */
export function orderOf({ source }: PrintJob): number | null {
  return source.kind === 'sticker' ? source.orderId : null
}
