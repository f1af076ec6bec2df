import type { DiskMessage } from './disk.ts'
import type { DeclarationProblem } from './codes/customs-declaration.ts'
import type { GtinProblem, ImeiProblem, UinProblem, ExpirationProblem } from './codes/identifiers.ts'
import type { MarkingProblem } from './codes/gs1.ts'
import type { MetaKey, ShelfWhy, StickerLack } from './orders/orders.ts'
import type { Note, OfRound } from './notes.ts'
import type { PrintDoubt } from './printing/print-jobs.ts'
import type { Hitch, KindPart } from './orders/supplies.ts'
import type { SchemeMessage } from './scheme-messages.ts'
import type { RoundScheme } from './schemes/scheme.ts'

/** What is said beside the message. */
export type { LeftSupply, Note, OtherSupply } from './notes.ts'

/** The stage's five faces: what the packer sees from the corner of an eye, and hears. */
export type FaceKind = 'waiting' | 'goOn' | 'done' | 'refused' | 'ask'

/** What is wrong with a scanned code, as the local rules see it. */
export type CodeProblem =
  | MarkingProblem
  | ImeiProblem
  | UinProblem
  | GtinProblem
  | ExpirationProblem
  | DeclarationProblem

/**
 * Everything the station can say to a packer: a code and its facts, never a text. The page has one sentence (cause)
 * and one remedy for each in every language, checked by the compiler.
 */
export type Message =
  | SchemeMessage
  // waiting
  /** `scheme`: of the most urgent order. */
  | ({ readonly code: 'openSupply'; readonly fresh: number } & OfRound)
  /** `rounds`: absent: none. */
  | { readonly code: 'resumeSupply'; readonly supplies: number; readonly rounds?: number }
  | { readonly code: 'scanBadge' }
  | { readonly code: 'scanItem' }
  | { readonly code: 'allPacked'; readonly supplyName: string }
  /** `parcels`: how many of its orders have to be taken out of the pile yet. */
  | ({ readonly code: 'allCancelled'; readonly supplyName: string; readonly parcels: number } & OfRound)
  | { readonly code: 'roundPacked'; readonly scheme: RoundScheme; readonly name: string }
  /** Its orders are cancelled, or left without it. */
  | { readonly code: 'roundEnded'; readonly name: string }
  // go on
  | { readonly code: 'scanProduct'; readonly article: string }
  /** `place`: of a set's codes the next one. */
  | { readonly code: 'scanCode'; readonly key: MetaKey; readonly place?: number; readonly of?: number }
  | { readonly code: 'scanOptionalCode'; readonly key: MetaKey }
  | { readonly code: 'scanPrintCommand' }
  | { readonly code: 'printing' }
  | { readonly code: 'wavePrinting'; readonly labels: number; readonly missing: number }
  /** `labels`: will not print, separators included. */
  | { readonly code: 'printingStopped'; readonly labels: number }
  | { readonly code: 'waitSticker'; readonly lack?: StickerLack }
  | { readonly code: 'waitPrinter'; readonly fault: string }
  | { readonly code: 'scanStickerBack'; readonly partB: string }
  | { readonly code: 'undone'; readonly what: 'item' | 'product' | 'set' | MetaKey }
  /** It was packed, and is on the table again. */
  | { readonly code: 'reopened'; readonly orderId: number; readonly partB: string }
  | { readonly code: 'skipped'; readonly orderId: number }
  | { readonly code: 'signedIn'; readonly name: string }
  | { readonly code: 'supplyOpened'; readonly name: string; readonly orders: number }
  | { readonly code: 'roundOpened'; readonly scheme: RoundScheme; readonly name: string; readonly orders: number }
  /** `codes`: how many codes the marketplace has yet to judge; absent: none. */
  | { readonly code: 'supplyClosing'; readonly name: string; readonly codes?: number }
  | { readonly code: 'pointChosen'; readonly name: string; readonly point: string }
  // done
  /** `ended`: the round that is over with it. */
  | { readonly code: 'packed'; readonly orderId: number; readonly partB: string; readonly ended?: string }
  | { readonly code: 'shelved'; readonly orderId: number }
  | { readonly code: 'supplyDelivered'; readonly name: string }
  /** `codes`: those that the marketplace has not judged yet. */
  | {
      readonly code: 'roundLeft'
      readonly scheme: RoundScheme
      readonly name: string
      readonly orders: number
      readonly codes?: number
    }
  | { readonly code: 'settled'; readonly orderId: number | null }
  /** The parcel of a cancelled order is out of the pile; `left`: how many more there are in its supply. */
  | {
      readonly code: 'takenOut'
      readonly orderId: number
      readonly partB: string
      readonly left: number
      /** The article of the order that stays on the table; absent: none is. */
      readonly onTable?: string
    }
  | { readonly code: 'ordersMoved'; readonly orders: number; readonly name: string }
  /** Parcels go into this box until it is scanned again, and it holds so many. */
  | { readonly code: 'boxOpen'; readonly name: string; readonly orders: number }
  | { readonly code: 'boxClosed'; readonly name: string; readonly orders: number }
  | { readonly code: 'boxed'; readonly name: string; readonly orders: number; readonly partB: string }
  | { readonly code: 'supplyDropped'; readonly name: string }
  /** On its way to the marketplace. */
  | { readonly code: 'cancelling'; readonly orderId: number }
  // refused
  | { readonly code: 'notFound'; readonly text: string }
  /** `isClosed`: one was named, and it is not open any more; absent: none is open. */
  | { readonly code: 'noSupply'; readonly isClosed?: true; readonly scheme?: RoundScheme }
  /** The marketplace has been at work on it since then (Unix ms), and takes no change of it. */
  | { readonly code: 'supplyBusy'; readonly name: string; readonly since: number }
  | { readonly code: 'itemFirst' }
  | { readonly code: 'printFailed'; readonly orderId: number | null; readonly why: string }
  /**
   * `justNow`: what stands large on its sticker, which was read twice right after it was packed; no mistake. `canReopen`: undo
   * puts it back on the table.
   */
  | {
      readonly code: 'alreadyPacked'
      readonly orderId: number
      readonly at: number | null
      readonly justNow?: string
      readonly canReopen?: true
    }
  /** `partB`: what stands large on the sticker of its parcel, which lies in the pile. */
  | { readonly code: 'orderCancelled'; readonly orderId: number; readonly partB?: string }
  /** Several, and nobody has seen it yet; `partBs`: what stands large on the stickers of those whose parcels lie in the pile. */
  | { readonly code: 'ordersCancelled'; readonly orderIds: readonly number[]; readonly partBs: readonly string[] }
  /** `scheme`: of the other one. */
  | ({ readonly code: 'wrongSupply'; readonly orderId: number; readonly supplyName: string } & OfRound)
  /** `scheme`: of what is open. */
  | ({ readonly code: 'notInSupply'; readonly orderId: number } & OfRound)
  | { readonly code: 'onShelf'; readonly orderId: number; readonly why: ShelfWhy }
  | { readonly code: 'finishCurrent'; readonly orderId: number }
  | { readonly code: 'wrongProduct'; readonly expected: string }
  /** A product's barcode whose check digit is wrong. */
  | { readonly code: 'checkDigitWrong'; readonly text: string }
  /** A product's barcode where its marking code is asked for. */
  | { readonly code: 'squareCodeNeeded' }
  /** An item where the order's sticker is asked for. */
  | { readonly code: 'stickerFirst'; readonly partB: string }
  | { readonly code: 'wrongSticker'; readonly expected: string }
  | { readonly code: 'codeNotNeeded'; readonly key: MetaKey }
  /** A code whose GTIN is another product's. */
  | { readonly code: 'codeOfOther'; readonly product: string; readonly gtin: string }
  | { readonly code: 'codeAlreadyHere'; readonly key: MetaKey }
  | { readonly code: 'codeUsed'; readonly orderId: number; readonly at: number }
  | { readonly code: 'badCode'; readonly key: MetaKey; readonly problem: CodeProblem }
  /** `readyOrderId`: a pickup order that the marketplace knows to be ready. */
  | { readonly code: 'nothingToUndo'; readonly readyOrderId?: number }
  | { readonly code: 'nothingToReprint' }
  | { readonly code: 'noOrderHere' }
  | { readonly code: 'notNow' }
  | { readonly code: 'codesMissing'; readonly keys: readonly MetaKey[] }
  | { readonly code: 'badgeFirst' }
  /** A shift lead has to say who they are, and answer then. */
  | { readonly code: 'leadFirst' }
  /** A scan at a desk was lost with the way to its page. */
  | { readonly code: 'deskScanLost' }
  /** Nobody was there for some minutes: a badge opens the station. */
  | { readonly code: 'locked' }
  | { readonly code: 'numberTaken'; readonly badge: string; readonly name: string }
  | { readonly code: 'unknownBadge'; readonly badge: string }
  | { readonly code: 'unreadable' }
  | { readonly code: 'wrongKind'; readonly kind: 'supply' | 'box' | 'pickupCode' }
  /** The marketplace makes no boxes for the supply. */
  | { readonly code: 'noBoxesHere'; readonly name: string; readonly vendorCode: string }
  /** A supply has half as many boxes as orders at most. */
  | { readonly code: 'tooManyBoxes'; readonly maximum: number }
  | { readonly code: 'nothingFresh' }
  | ({ readonly code: 'supplyEmpty' } & OfRound)
  | { readonly code: 'supplyKindDiffers'; readonly by: KindPart }
  | { readonly code: 'expirationStays' }
  | { readonly code: 'answerFirst' }
  /** No sticker of the supply is left to print: what became of all of them. */
  | {
      readonly code: 'waveEmpty'
      readonly missing: number
      readonly printing: number
      readonly printed: number
      readonly failed: number
    }
  | {
      readonly code: 'supplyRefused'
      readonly name: string
      readonly vendorCode: string
      readonly vendorMessage: string
    }
  | {
      readonly code: 'codeRefusedAtMarketplace'
      readonly orderId: number
      readonly key: MetaKey
      readonly decision: string
    }
  | { readonly code: 'unknownMeta'; readonly keys: readonly string[] }
  | { readonly code: 'cantCancel'; readonly orderId: number }
  // ask
  | {
      readonly code: 'labelInHand'
      readonly orderId: number | null
      readonly doubt: PrintDoubt
      readonly partB: string | null
      /** Of a supply's label: which one, and the supply's id as it stands on it. */
      readonly supply?: { readonly label: 'supplyQr' | 'spotSticker'; readonly remoteId: string }
    }
  | { readonly code: 'gtinDiffers'; readonly gtin: string; readonly barcode: string }
  /** As a person tells them apart. */
  | { readonly code: 'replaceCode'; readonly key: MetaKey; readonly here: string; readonly value: string }
  | { readonly code: 'whyReprint'; readonly orderId: number }
  | { readonly code: 'whyShelf'; readonly orderId: number }
  | { readonly code: 'wholeWave'; readonly labels: number; readonly separators: number; readonly missing: number }
  /** `partBs`: what stands large on their stickers. */
  | ({
      readonly code: 'cancelledInside'
      readonly name: string
      readonly orderIds: readonly number[]
      readonly partBs?: readonly string[]
    } & OfRound)
  /** `city`: whose points are offered; `closes`: the supply goes on to be delivered then. */
  | {
      readonly code: 'whichPoint'
      readonly name: string
      readonly step: 'known' | 'city' | 'point' | 'loading' | 'none'
      readonly city: string
      readonly closes: boolean
    }
  | { readonly code: 'addBox'; readonly name: string; readonly point: string }
  | { readonly code: 'deliveryStuck'; readonly name: string; readonly hitch: Hitch }
  /** `shelved`: how many go with them from the problem shelf; absent: none. */
  | ({
      readonly code: 'supplyUnfinished'
      /** What is not packed: `mug`, `mug × 3`. */
      readonly articles: readonly string[]
      readonly name: string
      readonly orderIds: readonly number[]
      readonly shelved?: number
    } & OfRound)
  | { readonly code: 'emptySupply'; readonly name: string }
  | {
      readonly code: 'codesWarned'
      readonly name: string
      readonly orderIds: readonly number[]
      readonly keys: readonly MetaKey[]
    }
  | DiskMessage

/** One decision's answer to the packer. */
export interface Feedback {
  readonly face: FaceKind
  readonly message: Message
  readonly note?: Note
  readonly at: number
}
