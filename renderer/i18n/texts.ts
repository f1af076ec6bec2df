import type { BenchEvent } from '../../shared/domain/bench.ts'
import type { Command, ReprintReason, ShelfReason } from '../../shared/domain/scanning/commands.ts'
import type { Mover, Remedy, Said } from '../../shared/domain/codes/decisions.ts'
import type { IntentBody, IntentState } from '../../shared/domain/intents.ts'
import type { OwnSound } from '../sounds.ts'
import type { DiskMessage } from '../../shared/domain/disk.ts'
import type { CodeProblem, FaceKind, Message, Note, OtherSupply } from '../../shared/domain/messages.ts'
import type { MetaKey, OrderLife } from '../../shared/domain/orders/orders.ts'
import type { OwnLabel, PrintDoubt, PrintState } from '../../shared/domain/printing/print-jobs.ts'
import type { HandoverOutcome, RoundScheme, Scheme } from '../../shared/domain/schemes/scheme.ts'
import type { TestCodeId } from '../../shared/domain/scanning/scanner-test/codes.ts'
import type { Finding } from '../../shared/domain/scanning/scanner-test/findings.ts'
import type { ConnectResult } from '../../shared/contract/account-methods.ts'
import type { ListName, StepKind } from '../../shared/view/view.ts'
import type { Format } from './format.ts'
import type { OpenTable, Phrase } from './phrase.ts'
import type { BuyerWords } from './en/buyer-words.ts'
import type { DataTroubleWords } from './en/data-trouble-words.ts'
import type { DevicesWords } from './en/devices-words.ts'
import type { CompletedWords } from './en/completed-words.ts'
import type { ShelfPageWords } from './en/shelf-page-words.ts'
import type { ShiftWords } from './en/shift-words.ts'
import type { PickingWords } from './en/picking-words.ts'
import type { ProductWords } from './en/product-words.ts'
import type { QueueWords } from './en/queue-words.ts'
import type { OrderListWords } from './en/order-list-words.ts'
import type { OrderPageWords } from './en/order-page-words.ts'
import type { Words } from './en/words.ts'
import type { ShippingWords } from './en/shipping-words.ts'
import type { DamageWords } from './en/damage-words.ts'
import type { HandoverWords } from './en/handover-words.ts'
import type { PassWords } from './en/pass-words.ts'
import type { CourierWords } from './en/courier-words.ts'
import type { ShelfWords } from './en/shelf-words.ts'
import type { SupplyWords } from './en/supply-words.ts'
import type { SpotWords } from './en/spot-words.ts'
import type { LockWords } from './en/lock-words.ts'
import type { LeadWords } from './en/lead-words.ts'
import type { SettingsWords } from './en/settings-words.ts'

/** One sentence and one remedy for each message; `now` is Unix ms, for "5 minutes ago". */
export type MessageTexts = {
  readonly [C in Message['code']]: (message: Extract<Message, { readonly code: C }>, now: number) => Phrase
}

/** The messages of the red face; a file of their own in each language. */
type Refusal =
  | 'notFound'
  | 'noSupply'
  | 'itemFirst'
  | 'printFailed'
  | 'alreadyPacked'
  | 'orderCancelled'
  | 'ordersCancelled'
  | 'wrongSupply'
  | 'notInSupply'
  | 'onShelf'
  | 'finishCurrent'
  | 'wrongProduct'
  | 'checkDigitWrong'
  | 'squareCodeNeeded'
  | 'stickerFirst'
  | 'wrongSticker'
  | 'codeNotNeeded'
  | 'codeAlreadyHere'
  | 'codeOfOther'
  | 'codeUsed'
  | 'badCode'
  | 'nothingToUndo'
  | 'nothingToReprint'
  | 'noOrderHere'
  | 'notNow'
  | 'codesMissing'
  | 'badgeFirst'
  | 'leadFirst'
  | 'locked'
  | 'deskScanLost'
  | 'numberTaken'
  | 'unknownBadge'
  | 'unreadable'
  | 'wrongKind'
  | 'nothingFresh'
  | 'supplyEmpty'
  | 'supplyKindDiffers'
  | 'expirationStays'
  | 'answerFirst'
  | 'waveEmpty'
  | 'supplyRefused'
  | 'codeRefusedAtMarketplace'
  | 'unknownMeta'

/** What is said of shipping, and of a supply that is closed or could not leave; a file of its own in each language. */
export type ShippingTexts = Pick<
  MessageTexts,
  | 'supplyClosing'
  | 'pointChosen'
  | 'whichPoint'
  | 'addBox'
  | 'allCancelled'
  | 'takenOut'
  | 'cancelledInside'
  | 'emptySupply'
  | 'supplyDropped'
  | 'ordersMoved'
  | 'tooManyBoxes'
  | 'boxOpen'
  | 'boxClosed'
  | 'boxed'
  | 'noBoxesHere'
  | 'supplyBusy'
  | 'deliveryStuck'
>

/** What is said of the buyer's end of an order, and of one that is called off; a file of its own in each language. */
export type SchemeTexts = Pick<
  MessageTexts,
  | 'cancelling'
  | 'cantCancel'
  | 'buyerIdentified'
  | 'handingOver'
  | 'handedOver'
  | 'labelsRenewed'
  | 'withCourier'
  | 'oldLabels'
  | 'placed'
  | 'parcelFirst'
  | 'parcelReturns'
  | 'deliveryMoved'
  | 'buyerCodeFirst'
  | 'identityFirst'
  | 'handoverRefused'
  | 'roundOpened'
  | 'roundPacked'
  | 'roundEnded'
  | 'roundLeft'
  | 'pickupWaits'
  | 'parcelOver'
  | 'parcelLeft'
>

/** What is said while the disk takes nothing; a file of its own in each language. */
export type DiskTexts = Pick<MessageTexts, DiskMessage['code']>

export type Refusals = Pick<MessageTexts, Refusal>

export type ProblemTexts = {
  readonly [C in CodeProblem['code']]: (problem: Extract<CodeProblem, { readonly code: C }>) => Phrase
}

/** What stands beside a message in one line; what is offered instead of it has a title and a remedy. */
export type NoteLine = Exclude<Note, OtherSupply>

/** One line for each note beside a message. */
export type NoteTexts = { readonly [C in NoteLine['code']]: (note: Extract<NoteLine, { readonly code: C }>) => string }

export interface Names {
  readonly faces: { readonly [K in FaceKind]: string }
  /** Sounds of a meaning of their own. */
  readonly sounds: { readonly [K in OwnSound]: string }
  readonly schemes: { readonly [S in Scheme]: string }
  /** DBS within hours. */
  readonly express: string
  readonly steps: { readonly [K in StepKind]: string }
  readonly meta: { readonly [K in MetaKey]: string }
  readonly commands: { readonly [K in Command]: string }
  /** What two of the commands do to a round. */
  readonly roundCommands: { readonly [C in 'newSupply' | 'supplyDone']: { readonly [S in RoundScheme]: string } }
  readonly shelfReasons: { readonly [K in ShelfReason]: string }
  readonly reprintReasons: { readonly [K in ReprintReason]: string }
  readonly lives: { readonly [K in OrderLife]: string }
  readonly intents: { readonly [K in IntentBody['kind']]: string }
  readonly handovers: { readonly [K in HandoverOutcome]: string }
  readonly intentStates: { readonly [K in IntentState['kind']]: string }
  readonly printStates: { readonly [K in PrintState['kind']]: string }
  readonly doubts: { readonly [K in PrintDoubt]: string }
  readonly ownLabels: { readonly [K in OwnLabel['kind']]: string }
  /** Of news and acts, and of looks that change nothing. */
  readonly events: {
    readonly [
      K in BenchEvent['kind'] | 'buyerShown' | 'queueSettled' | 'leadAct' | 'pinMissed' | 'locked' | 'unlocked'
    ]: string
  }
  readonly lists: { readonly [K in ListName]: string }
  readonly wbStatuses: { readonly [status: string]: string }
  readonly supplierStatuses: { readonly [status: string]: string }
  readonly cargoTypes: { readonly [type: number]: string }
}

export interface Tables {
  readonly faults: OpenTable
  /** What does not stop a printer yet. */
  readonly warnings: OpenTable
  readonly blocks: OpenTable
  /** Why an intent waits or is parked. */
  readonly delays: OpenTable
  readonly connect: { readonly [W in Extract<ConnectResult, { kind: 'refused' }>['why']]: Phrase }
}

/** What the marketplace says of a code, and what is to be done about it. */
export interface VerdictWords {
  readonly known: { readonly [S in Said]: string }
  readonly unknown: string
  readonly movers: { readonly [M in Mover]: string }
  /** After the mover's name and a colon. */
  readonly remedies: { readonly [R in Remedy]: string }
}

/** The check of a scanner. `mends`: the button "Apply" puts it right. */
export interface ScannerTestWords {
  readonly title: string
  readonly start: string
  readonly scanThis: string
  readonly codes: { readonly [K in TestCodeId]: string }
  /** Names a scanner that the settings don't know. */
  readonly typing: string
  readonly received: string
  readonly nothingYet: string
  readonly allFine: Phrase
  readonly apply: string
  readonly next: string
  readonly close: string
  readonly findings: {
    readonly [K in Finding['kind']]: (finding: Extract<Finding, { readonly kind: K }>, mends: boolean) => Phrase
  }
}

/** Everything the page says in one language. */
export interface Texts {
  readonly format: Format
  readonly messages: MessageTexts
  readonly problems: ProblemTexts
  readonly notes: NoteTexts
  readonly otherSupply: (offer: OtherSupply) => Phrase
  readonly names: Names
  readonly tables: Tables
  readonly verdicts: VerdictWords
  readonly words: Words
  readonly orderList: OrderListWords
  readonly orderPage: OrderPageWords
  readonly completed: CompletedWords
  readonly picking: PickingWords
  readonly product: ProductWords
  readonly queue: QueueWords
  readonly shift: ShiftWords
  readonly shelfPage: ShelfPageWords
  readonly settings: SettingsWords
  readonly lead: LeadWords
  readonly lock: LockWords
  readonly shipping: ShippingWords
  readonly spot: SpotWords
  readonly damage: DamageWords
  readonly handover: HandoverWords
  readonly shelf: ShelfWords
  readonly courier: CourierWords
  readonly buyers: BuyerWords
  readonly passes: PassWords
  readonly supplyDesk: SupplyWords
  readonly devices: DevicesWords
  readonly scannerTest: ScannerTestWords
  readonly dataTrouble: DataTroubleWords
}
