import type { ReprintReason } from './commands.ts'

export type MediaSize = '58x40' | '40x30'

/** A label that the program composes itself (everything but the marketplace's stickers). */
export type OwnLabel =
  /** Between two articles of a wave. */
  | { readonly kind: 'separator'; readonly article: string; readonly colorCode: string; readonly count: number }
  | { readonly kind: 'commands'; readonly page: number }
  | { readonly kind: 'badge'; readonly packerId: string; readonly name: string }
  | { readonly kind: 'shelf'; readonly orderId: number; readonly article: string; readonly reason: string }
  | { readonly kind: 'test' }

export type PrintSource =
  | { readonly kind: 'sticker'; readonly orderId: number }
  | { readonly kind: 'supplyQr'; readonly supplyId: string }
  | { readonly kind: 'own'; readonly label: OwnLabel }

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

export interface PrintJob {
  readonly id: string
  readonly seq: number
  readonly source: PrintSource
  readonly bornAt: number
  readonly packerId: string | null
  /** Why it was printed again; null for a first print. */
  readonly reason: ReprintReason | null
  readonly state: PrintState
}
