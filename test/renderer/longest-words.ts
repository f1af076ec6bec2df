import type { PointStep, Question } from '../../shared/domain/bench.ts'
import type { FaceKind, Message, Note } from '../../shared/domain/messages.ts'
import type { ShippingPoint } from '../../shared/domain/orders/shipping.ts'
import type { Hitch } from '../../shared/domain/orders/supplies.ts'
import { answersBeside, questionAnswers } from '../../shared/view/view-of.ts'
import type { Answer, OrderView, StepView } from '../../shared/view/view.ts'

const HOUR = 3_600_000
const ORDER = 13_833_711_048
const ARTICLE = 'Футболка-оверсайз-хлопок-премиум-унисекс/графит-меланж-3XL (52-54)'
const SUPPLY = 'Ночная смена, четверг 6 августа, склад Коледино, второй стол у окна, крупные'
const CODE = '010460123456789321xR2kW8vL1Zp0a␝91EE10␝92dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q9'
const VENDOR =
  'Метаданные сборочных заданий не прошли проверку: код маркировки 010460123456789321xR2kW8vL1Zp0a выбыл из оборота 03.08.2026, владелец товара в «Честном знаке» не совпадает с продавцом'
const COMMENT =
  'Упакуйте, пожалуйста, в плёнку с пузырьками и положите открытку: это подарок сестре. Коробку не мните, чек внутрь не кладите. Звоните после 18:00, домофон не работает, подъезд со двора!'

const POINT: ShippingPoint = {
  id: 50_301_100,
  name: 'Санкт-Петербург Шушары СЦ',
  address: 'г. Санкт-Петербург, п. Шушары, Московское шоссе, д. 235, корп. 7',
  city: 'Санкт-Петербург',
  officeType: 'pp',
  fulfilment: false
}

const POINTS: readonly ShippingPoint[] = [0, 1, 2].map(more => ({ ...POINT, id: POINT.id + more }))

/** Something that the stage says, and what else it has to show then. */
export interface Said {
  readonly name: string
  readonly face: FaceKind
  readonly message: Message
  readonly note: Note | null
  readonly question: Message | null
  readonly answers: readonly Answer[]
  readonly order: OrderView | null
}

interface Asked<Q extends Question = Question> {
  readonly question: Q
  readonly message: Message
}

function whichPoint(step: PointStep): Asked<Extract<Question, { readonly kind: 'whichPoint' }>> {
  const city = step.kind === 'point' ? step.city : ''
  const shown = step.kind === 'point' && step.offer === null ? 'loading' : step.kind
  return {
    question: { kind: 'whichPoint', supplyId: 's1', closes: true, step },
    message: { code: 'whichPoint', name: SUPPLY, step: shown, city, closes: true }
  }
}

function stuck(hitch: Hitch): Asked<Extract<Question, { readonly kind: 'deliveryStuck' }>> {
  return {
    question: { kind: 'deliveryStuck', supplyId: 's1', hitch },
    message: { code: 'deliveryStuck', name: SUPPLY, hitch }
  }
}

/** Every question with the longest words it may have in earnest; a new kind of question has to come here. */
const QUESTIONS: {
  readonly [K in Question['kind']]: readonly Asked<Extract<Question, { readonly kind: K }>>[]
} = {
  labelInHand: [
    {
      question: { kind: 'labelInHand', jobId: 'j1' },
      message: { code: 'labelInHand', orderId: ORDER, doubt: 'restarted', partB: '4589' }
    },
    {
      question: { kind: 'labelInHand', jobId: 'j1' },
      message: { code: 'labelInHand', orderId: null, doubt: 'oneWayLink', partB: null }
    }
  ],
  gtinDiffers: [
    {
      question: { kind: 'gtinDiffers', orderId: ORDER, code: CODE, gtin: '04601234567893' },
      message: { code: 'gtinDiffers', gtin: '04601234567893', barcode: '2041234567897' }
    }
  ],
  replaceCode: [
    {
      question: { kind: 'replaceCode', orderId: ORDER, key: 'customsDeclaration', value: '10704010/010624/0000303' },
      message: {
        code: 'replaceCode',
        key: 'customsDeclaration',
        here: '10704010/010624/0000302',
        value: '10704010/010624/0000303'
      }
    }
  ],
  whyReprint: [{ question: { kind: 'whyReprint', orderId: ORDER }, message: { code: 'whyReprint', orderId: ORDER } }],
  whyShelf: [{ question: { kind: 'whyShelf', orderId: ORDER }, message: { code: 'whyShelf', orderId: ORDER } }],
  wholeWave: [
    {
      question: { kind: 'wholeWave', supplyId: 's1' },
      message: { code: 'wholeWave', labels: 1_280, separators: 128, missing: 1_240 }
    }
  ],
  codesWarned: [
    {
      question: { kind: 'codesWarned', supplyId: 's1' },
      message: {
        code: 'codesWarned',
        name: SUPPLY,
        orderIds: Array.from({ length: 128 }, (_, index) => ORDER + index),
        keys: ['gtin', 'expiration']
      }
    }
  ],
  cancelledInside: [
    {
      question: { kind: 'cancelledInside', supplyId: 's1', orderIds: [] },
      message: { code: 'cancelledInside', name: SUPPLY, orderIds: [ORDER, ORDER + 1, ORDER + 2, ORDER + 3] }
    }
  ],
  whichPoint: [
    whichPoint({ kind: 'known' }),
    whichPoint({ kind: 'city', from: 0 }),
    whichPoint({ kind: 'city', from: 4 }),
    whichPoint({ kind: 'point', city: 'Санкт-Петербург', from: 0, total: 900, offer: POINTS }),
    whichPoint({ kind: 'point', city: 'Нижний Новгород', from: 0, total: 0, offer: null })
  ],
  addBox: [
    { question: { kind: 'addBox', supplyId: 's1' }, message: { code: 'addBox', name: SUPPLY, point: POINT.name } }
  ],
  deliveryStuck: [
    stuck({ kind: 'badPoint', why: 'fulfilment', point: POINT.name }),
    stuck({ kind: 'codes', orderIds: [ORDER, ORDER + 1, ORDER + 2, ORDER + 3] }),
    stuck({ kind: 'other', code: 'NeverHeardOf', message: VENDOR })
  ],
  supplyUnfinished: [
    {
      question: { kind: 'supplyUnfinished', supplyId: 's1' },
      message: {
        code: 'supplyUnfinished',
        name: SUPPLY,
        orderIds: Array.from({ length: 128 }, (_, index) => ORDER + index)
      }
    }
  ]
}

type Statement = Exclude<Message['code'], Question['kind']>

/** Every other message, on its face, with the longest facts it may have; a new message has to come here. */
const STATEMENTS: {
  readonly [C in Statement]: readonly [face: FaceKind, facts: Omit<Extract<Message, { readonly code: C }>, 'code'>]
} = {
  openSupply: ['waiting', { fresh: 12_480 }],
  resumeSupply: ['waiting', { supplies: 12 }],
  scanItem: ['waiting', {}],
  allPacked: ['waiting', { supplyName: SUPPLY }],
  scanProduct: ['goOn', { article: ARTICLE }],
  scanCode: ['goOn', { key: 'expiration' }],
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
  packed: ['done', { orderId: ORDER, partB: '4589' }],
  shelved: ['done', { orderId: ORDER }],
  supplyDelivered: ['done', { name: SUPPLY }],
  settled: ['done', { orderId: ORDER }],
  notFound: ['refused', { text: CODE }],
  noSupply: ['refused', {}],
  itemFirst: ['refused', {}],
  printFailed: ['refused', { orderId: ORDER, why: 'wrongPrinter' }],
  alreadyPacked: ['refused', { orderId: ORDER, at: 0 }],
  orderCancelled: ['refused', { orderId: ORDER }],
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
  nothingToUndo: ['refused', {}],
  nothingToReprint: ['refused', {}],
  noOrderHere: ['refused', {}],
  notNow: ['refused', {}],
  codesMissing: ['refused', { keys: ['sgtin', 'imei', 'uin', 'gtin', 'expiration'] }],
  badgeFirst: ['refused', {}],
  numberTaken: ['refused', { badge: 'ABCDEFGHIJKL', name: 'Константин Константинопольский-Задунайский' }],
  unknownBadge: ['refused', { badge: 'QWERTYUIOP12' }],
  unreadable: ['refused', {}],
  wrongKind: ['refused', { kind: 'supply' }],
  nothingFresh: ['refused', {}],
  supplyEmpty: ['refused', {}],
  supplyKindDiffers: ['refused', { by: 'warehouse' }],
  expirationStays: ['refused', {}],
  answerFirst: ['refused', {}],
  supplyRefused: ['refused', { name: SUPPLY, vendorCode: 'MetaValidationFail', vendorMessage: VENDOR }],
  codeRefusedAtMarketplace: ['refused', { orderId: ORDER, key: 'sgtin', decision: 'sgtinApplied' }],
  unknownMeta: ['refused', { keys: ['customsDeclaration', 'energyEfficiencyClass'] }]
}

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
    deadlineAt: now + 20 * HOUR,
    isB2b: true,
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

/** All that the stage can say at its longest; while something is asked, also with a stray scan's hint. */
export function everythingSaid(now: number): readonly Said[] {
  const order = longestOrder(now)
  const asked = Object.values<readonly Asked[]>(QUESTIONS)
    .flat()
    .flatMap(({ question, message }, index): readonly Said[] => {
      const shown = { note: null, question: message, answers: questionAnswers(question, POINTS), order }
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
      answers: answersBeside(message),
      order: lies ? order : null
    }
  })
  const noted = [...asked, ...said]
    .filter(({ message }) => NOTED.includes(message.code))
    .map((one): Said => ({ ...one, name: `${one.name}, noted`, note: { code: 'capsLock' } }))
  return [...asked, ...said, ...noted]
}
