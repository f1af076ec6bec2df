import type { StickerFacts, StickerMake } from '../../../shared/domain/orders/orders.ts'
import type { Answer } from '../../../shared/view/view.ts'
import type { MediaSize, PrinterProfile } from '../../../shared/domain/printing/media.ts'
import type { OwnLabel, Receipt } from '../../../shared/domain/printing/print-jobs.ts'

/** A label as the marketplace drew it, base64 undone: ZPL for 203 dpi, and a PNG of 10 px a mm where one was asked for. */
export interface DrawnLabel {
  readonly zpl: Uint8Array
  readonly png: Uint8Array | null
}

export interface StickerFile extends StickerFacts, DrawnLabel {
  readonly orderId: number
}

/** How the marketplace is to draw a label. */
export interface StickerWish extends StickerMake {
  readonly type: 'zplv' | 'zplh'
}

/**
 * On a parcel that the marketplace draws no sticker for; `barcode` is what its code holds, `told` what the stage calls it by.
 * Made up when it prints, so that the journal keeps nothing of the buyer.
 */
export type ParcelLabel =
  | {
      readonly kind: 'dbsParcel'
      readonly orderId: number
      readonly told: string
      readonly barcode: string
      readonly article: string
      readonly delivery: 'usual' | 'express' | 'toPoint'
      /** `dd.mm.yyyy` and `hh:mm`; empty: not told. */
      readonly date: string
      readonly from: string
      readonly to: string
      /** Which of the round's orders it is, from 1; null: in no round. */
      readonly place: { readonly number: number; readonly of: number } | null
      /** Null: it is not to be on the label. */
      readonly address: string | null
    }
  | {
      readonly kind: 'pickupParcel'
      readonly orderId: number
      readonly told: string
      readonly barcode: string
      readonly article: string
      /** What the buyer names at the counter. */
      readonly orderCode: string
      /** Where it is kept until then; null: not known. */
      readonly shelfPlace: string | null
      /** What the counter has to know before it hands the parcel over. */
      readonly isToBePaid: boolean
      readonly hasTireService: boolean
    }

/** The label of an order that crosses a border: PDF. */
export interface BorderLabel {
  readonly orderId: number
  readonly pdf: Uint8Array
}

/** What is to be on a label. */
export type LabelContent =
  | ({ readonly kind: 'marketplace' } & DrawnLabel)
  /** A label of the marketplace's that comes as nothing but a PNG, of any resolution. */
  | { readonly kind: 'picture'; readonly png: Uint8Array }
  /** One that comes as a PDF. */
  | { readonly kind: 'document'; readonly pdf: Uint8Array }
  | { readonly kind: 'own'; readonly label: OwnLabel }
  | { readonly kind: 'parcel'; readonly label: ParcelLabel }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }

/**
 * Why there are no bytes: it is no label, is too wide for the paper, the printer can't draw it in its language, or a command in
 * it (named with its prefix) can't be followed.
 */
export type LabelObstacle = 'badLabel' | 'tooWide' | 'wrongPrinter' | `labelCommand:${string}`

export type Composed =
  | { readonly kind: 'label'; readonly bytes: Uint8Array }
  | { readonly kind: 'impossible'; readonly why: LabelObstacle }

export interface LabelsPort {
  /** The bytes that make this printer print exactly one such label inside its media; pictures are worked on off the station's thread. */
  compose(content: LabelContent, printer: PrinterProfile): Promise<Composed>
  /** How many labels the command sheet takes on this media, and what stands on each (pages from 0). */
  commandPages(media: MediaSize): number
  commandsOn(page: number, media: MediaSize): readonly Answer[]
  /** A PNG of composed ZPL as it comes out of the printer, base64; drawn off the station's thread. */
  picture(bytes: Uint8Array, printer: PrinterProfile): Promise<string>
  close(): Promise<void>
}
