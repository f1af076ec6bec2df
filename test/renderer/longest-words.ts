import type { Question } from '../../shared/domain/questions.ts'
import type { FaceKind, LeftSupply, Message, Note, OtherSupply } from '../../shared/domain/messages.ts'
import { answersBeside, leftAnswers, questionAnswers } from '../../shared/view/answers.ts'
import type { Answer, OrderView, PrinterView, StepView } from '../../shared/view/view.ts'
import { ARTICLE, CODE, COMMENT, HOUR, ORDER, POINT, POINTS, SUPPLY, VENDOR } from './longest-facts.ts'
import { QUESTIONS, type Asked } from './longest-questions.ts'

const SLOT = { date: '28.08.2026', from: '18:00', to: '20:00' } as const

/** Something that the stage says, and what else it has to show then. */
export interface Said {
  readonly name: string
  readonly face: FaceKind
  readonly message: Message
  readonly note: Note | null
  readonly question: Message | null
  readonly lamePrinter: PrinterView | null
  readonly answers: readonly Answer[]
  readonly order: OrderView | null
}

type Statement = Exclude<Message['code'], Question['kind']>

/** Every other message, on its face, with the longest facts it may have; a new message has to come here. */
const STATEMENTS: {
  readonly [C in Statement]: readonly [face: FaceKind, facts: Omit<Extract<Message, { readonly code: C }>, 'code'>]
} = {
  openSupply: ['waiting', { fresh: 12_480, scheme: 'pickup' }],
  resumeSupply: ['waiting', { supplies: 12, rounds: 12 }],
  scanBadge: ['waiting', {}],
  scanItem: ['waiting', {}],
  allPacked: ['waiting', { supplyName: SUPPLY }],
  allCancelled: ['waiting', { supplyName: SUPPLY, parcels: 0 }],
  scanProduct: ['goOn', { article: ARTICLE }],
  scanCode: ['goOn', { key: 'sgtin', place: 24, of: 24 }],
  scanOptionalCode: ['goOn', { key: 'customsDeclaration' }],
  scanPrintCommand: ['goOn', {}],
  printing: ['goOn', {}],
  wavePrinting: ['goOn', { labels: 1_280, missing: 1_240 }],
  printingStopped: ['waiting', { labels: 1_280 }],
  waveEmpty: ['refused', { missing: 1_240, printing: 128, printed: 1_280, failed: 12 }],
  waitSticker: ['goOn', { lack: 'parcelNumber' }],
  waitPrinter: ['refused', { fault: 'headFailed' }],
  scanStickerBack: ['goOn', { partB: '4589' }],
  undone: ['goOn', { what: 'expiration' }],
  reopened: ['goOn', { orderId: ORDER, partB: '4589' }],
  skipped: ['waiting', { orderId: ORDER }],
  signedIn: ['goOn', { name: 'Константинопольская Александра Владимировна' }],
  supplyOpened: ['goOn', { name: SUPPLY, orders: 1_280 }],
  supplyClosing: ['goOn', { name: SUPPLY, codes: 1_280 }],
  pointChosen: ['goOn', { name: SUPPLY, point: POINT.name }],
  packed: ['done', { orderId: ORDER, partB: '4589', ended: SUPPLY }],
  shelved: ['done', { orderId: ORDER }],
  supplyDelivered: ['done', { name: SUPPLY }],
  settled: ['done', { orderId: ORDER }],
  takenOut: ['done', { orderId: ORDER, partB: '4589', left: 128 }],
  supplyDropped: ['done', { name: SUPPLY }],
  notFound: ['refused', { text: CODE }],
  noSupply: ['refused', {}],
  supplyBusy: ['refused', { name: SUPPLY, since: 0 }],
  itemFirst: ['refused', {}],
  printFailed: ['refused', { orderId: ORDER, why: 'wrongPrinter' }],
  alreadyPacked: ['refused', { orderId: ORDER, at: 0, canReopen: true }],
  orderCancelled: ['refused', { orderId: ORDER }],
  ordersCancelled: [
    'refused',
    {
      orderIds: Array.from({ length: 128 }, (_, index) => ORDER + index),
      partBs: Array.from({ length: 128 }, (_, index) => String(4589 + index))
    }
  ],
  wrongSupply: ['refused', { orderId: ORDER, supplyName: SUPPLY }],
  notInSupply: ['refused', { orderId: ORDER }],
  onShelf: [
    'refused',
    { orderId: ORDER, why: { kind: 'writeRefused', what: 'sgtin', code: 'MetaValidationFail', message: VENDOR } }
  ],
  finishCurrent: ['refused', { orderId: ORDER }],
  wrongProduct: ['refused', { expected: ARTICLE }],
  checkDigitWrong: ['refused', { text: '4600099929816' }],
  squareCodeNeeded: ['refused', {}],
  stickerFirst: ['refused', { partB: '4589' }],
  wrongSticker: ['refused', { expected: '4589' }],
  codeNotNeeded: ['refused', { key: 'expiration' }],
  codeOfOther: ['refused', { product: ARTICLE, gtin: '04601234567893' }],
  codeAlreadyHere: ['refused', { key: 'expiration' }],
  codeUsed: ['refused', { orderId: ORDER, at: 0 }],
  badCode: ['refused', { key: 'sgtin', problem: { code: 'markingCyrillic', at: 3, char: 'Щ' } }],
  nothingToUndo: ['refused', { readyOrderId: ORDER }],
  nothingToReprint: ['refused', {}],
  noOrderHere: ['refused', {}],
  notNow: ['refused', {}],
  codesMissing: ['refused', { keys: ['sgtin', 'imei', 'uin', 'gtin', 'expiration'] }],
  badgeFirst: ['refused', {}],
  leadFirst: ['refused', {}],
  locked: ['refused', {}],
  deskScanLost: ['refused', {}],
  diskTrouble: [
    'refused',
    { why: 'readOnly', since: 0, folder: 'C:\\Users\\Александра\\AppData\\Roaming\\Verstak\\seller-0123456789abcdef' }
  ],
  notWritten: ['refused', { isBack: false }],
  numberTaken: ['refused', { badge: 'ABCDEFGHIJKL', name: 'Константин Константинопольский-Задунайский' }],
  unknownBadge: ['refused', { badge: 'QWERTYUIOP12' }],
  unreadable: ['refused', {}],
  wrongKind: ['refused', { kind: 'supply' }],
  nothingFresh: ['refused', {}],
  supplyEmpty: ['refused', { scheme: 'dbs' }],
  supplyKindDiffers: ['refused', { by: 'warehouse' }],
  expirationStays: ['refused', {}],
  answerFirst: ['refused', {}],
  supplyRefused: ['refused', { name: SUPPLY, vendorCode: 'MetaValidationFail', vendorMessage: VENDOR }],
  codeRefusedAtMarketplace: ['refused', { orderId: ORDER, key: 'sgtin', decision: 'sgtinApplied' }],
  unknownMeta: ['refused', { keys: ['customsDeclaration', 'energyEfficiencyClass'] }],
  roundOpened: ['waiting', { scheme: 'pickup', name: SUPPLY, orders: 1_280 }],
  roundEnded: ['waiting', { name: SUPPLY }],
  roundPacked: ['waiting', { scheme: 'dbs', name: SUPPLY }],
  roundLeft: ['done', { scheme: 'dbs', name: SUPPLY, orders: 1_280 }],
  ordersMoved: ['done', { orders: 1_280, name: SUPPLY }],
  noBoxesHere: ['refused', { name: SUPPLY, vendorCode: 'IncorrectRequest' }],
  boxOpen: ['goOn', { name: 'WB-TRBX-1234567', orders: 128 }],
  boxClosed: ['done', { name: 'WB-TRBX-1234567', orders: 128 }],
  boxed: ['done', { name: 'WB-TRBX-1234567', orders: 128, partB: '9999' }],
  tooManyBoxes: ['refused', { maximum: 128 }],
  labelsRenewed: ['goOn', { partBs: Array.from({ length: 30 }, (_, index) => String(1000 + index)) }],
  withCourier: ['done', { orders: 128 }],
  placed: ['done', { orderId: ORDER, place: 'ABCDEFGH-123' }],
  parcelFirst: ['refused', { place: 'ABCDEFGH-123' }],
  pickupWaits: ['refused', { orderId: ORDER, place: 'Стеллаж 12, полка 4', isToBePaid: true }],
  parcelOver: ['refused', { orderId: ORDER, outcome: 'reject' }],
  parcelLeft: ['refused', { orderId: ORDER }],
  cancelling: ['done', { orderId: ORDER }],
  cantCancel: ['refused', { orderId: ORDER }],
  buyerIdentified: ['done', { orderId: ORDER }],
  handingOver: ['done', { orderId: ORDER, outcome: 'receive' }],
  handedOver: ['done', { orderId: ORDER, outcome: 'reject' }],
  parcelReturns: ['refused', { orderId: ORDER }],
  deliveryMoved: ['waiting', { orderId: ORDER, before: SLOT, slot: SLOT, isPrinted: true }],
  buyerCodeFirst: ['refused', { orderId: ORDER }],
  identityFirst: ['refused', { orderId: ORDER }],
  handoverRefused: [
    'refused',
    { orderId: ORDER, outcome: 'receive', vendorCode: 'MetaValidationFail', vendorMessage: VENDOR }
  ]
}

const PICKUP = {
  kind: 'pickup',
  date: '03.08.2026',
  orderCode: '170046918-0011',
  payMode: 'prepaid',
  tireService: false,
  place: null
} as const

const LAME: PrinterView = { id: '1', name: 'ZD421', state: 'fault', fault: 'headFailed', waiting: 3 }
/** What a packer presses or scans while the label can't print. */
const SAID_WITHOUT_PAPER: readonly Message['code'][] = [
  ...(['printing', 'nothingToReprint', 'finishCurrent', 'wrongProduct', 'codeAlreadyHere', 'notFound'] as const),
  ...(['codeUsed', 'replaceCode', 'whyShelf', 'wavePrinting', 'scanItem', 'packed'] as const)
]

const LEFT: LeftSupply = {
  code: 'leftSupply',
  supplyId: 's2',
  name: SUPPLY,
  orders: 1_280,
  shelved: 128,
  scheme: 'pickup'
}
/** With no supply open. */
const SAID_AT_REST: readonly Message['code'][] = [
  'openSupply',
  'resumeSupply',
  'supplyDelivered',
  'noSupply',
  'settled'
]

const OTHERS: readonly OtherSupply[] = (['new', 'open', 'join'] as const).map(way => ({
  ...({ code: 'otherSupply', orderId: ORDER, article: ARTICLE, entry: 'item', supplyName: SUPPLY } as const),
  way,
  by: way === 'join' ? null : 'border'
}))

/** Beside these something may be said that asks for nothing. */
const NOTED: readonly Message['code'][] = ['answerFirst', 'badCode', 'notFound', 'scanCode', 'scanProduct']

function step(kind: StepView['kind'], state: StepView['state'], value: string | null = null): StepView {
  return { kind, state, value }
}

/** The order that asks for most: every code, a long name and a long comment. */
function longestOrder(now: number): OrderView {
  return {
    id: ORDER,
    article: ARTICLE,
    colorCode: 'RAL 3017',
    barcode: '4601234567893',
    price: 10_140_000,
    currencyCode: 643,
    comment: COMMENT,
    createdAt: now - 100 * HOUR,
    scheme: {
      kind: 'dbs',
      slot: SLOT,
      movedFrom: SLOT,
      deliveryType: 'edbs',
      groupId: null
    },
    deadlineAt: now + 20 * HOUR,
    isB2b: true,
    isPinned: true,
    basket: 12,
    others: 128,
    sticker: null,
    steps: [
      step('item', 'done', '4601234567893'),
      step('product', 'done'),
      step('sgtin', 'done', CODE),
      step('imei', 'done', '354987654321098'),
      step('uin', 'done', '6431001234567890'),
      step('expiration', 'now'),
      step('sticker', 'next'),
      step('scanBack', 'next')
    ]
  }
}

function yesOrNo(): readonly Answer[] {
  return questionAnswers({ kind: 'addBox', supplyId: 's1' }, [])
}

/** All that the stage can say at its longest; while something is asked, also with a stray scan's hint. */
export function everythingSaid(now: number): readonly Said[] {
  const order = longestOrder(now)
  const asked = Object.values<readonly Asked[]>(QUESTIONS)
    .flat()
    .flatMap(({ question, message }, index): readonly Said[] => {
      const shown = {
        note: null,
        lamePrinter: null,
        question: message,
        answers: questionAnswers(question, POINTS),
        order
      }
      return [
        { ...shown, name: `${question.kind} ${index}`, face: 'ask', message },
        { ...shown, name: `${question.kind} ${index}, hinted`, face: 'refused', message: { code: 'answerFirst' } }
      ]
    })
  const said = Object.entries(STATEMENTS).map(([code, [face, facts]]): Said => {
    // The table of facts is typed by the code, which the entries of an object no longer are.
    const message = { code, ...facts, ...('at' in facts ? { at: now - HOUR } : {}) } as Message
    const lies = face !== 'waiting' && face !== 'done'
    return {
      name: code,
      face,
      message,
      note: null,
      question: null,
      lamePrinter: null,
      answers: answersBeside(message),
      order: lies ? order : null
    }
  })
  const noted = [...asked, ...said]
    .filter(({ message }) => NOTED.includes(message.code))
    .map((one): Said => ({ ...one, name: `${one.name}, noted`, note: { code: 'capsLock' } }))
  const lamed = [...asked, ...said]
    .filter(({ message }) => SAID_WITHOUT_PAPER.includes(message.code))
    .map((one): Said => ({ ...one, name: `${one.name}, no paper`, lamePrinter: LAME }))
  const left = said
    .filter(({ message }) => SAID_AT_REST.includes(message.code))
    .map((one): Said => ({
      ...one,
      name: `${one.name}, one left`,
      note: LEFT,
      answers: leftAnswers(LEFT, 12_480, PICKUP),
      order: null
    }))
  const others = said
    .filter(({ message }) => message.code === 'notInSupply')
    .flatMap(one =>
      OTHERS.map((note): Said => ({ ...one, name: `${one.name}, ${note.way}`, note, answers: yesOrNo(), order: null }))
    )
  return [...asked, ...said, ...noted, ...lamed, ...left, ...others]
}
