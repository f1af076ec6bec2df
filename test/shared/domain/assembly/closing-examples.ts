import type { FaceKind } from '../../../../shared/domain/messages.ts'
import {
  entry,
  GOOD_DATE,
  newOrder,
  NOW,
  order,
  packedOrder,
  point,
  russianBook,
  stickerOf,
  SUPPLY,
  supply
} from './support.ts'
import type { BenchParts, Desk } from './support.ts'

const boxed: BenchParts = {
  orders: [packedOrder(1), order(2)],
  supplies: [supply(SUPPLY, { boxes: { ids: ['WB-TRBX-7'], queued: 0 } })]
}

/** One way to make the rules say a thing: the orders and the rest of the bench, and what happens. */
export interface Example {
  readonly face: FaceKind
  readonly bench?: BenchParts
  readonly play: (desk: Desk) => void
}

const dead = packedOrder(1, {}, { life: 'cancelled' })
const noSupplies = { supplies: [], supplyId: null } as const

const WARNED = {
  orders: [packedOrder(1, { requiredMeta: ['expiration'] }, { codes: { expiration: entry(GOOD_DATE) } })]
} as const

/** A supply waits for somebody to answer for a code that the marketplace doubts. */
function warn(desk: Desk): void {
  desk.command('supplyDone')
  const details = [{ key: 'expiration', values: [], decision: 'required' }] as const
  desk.act({ kind: 'metaSeen', metas: [{ orderId: 1, details }] })
  desk.command('acknowledge')
}

/** How the things come to be said that keep a supply from its delivery. */
export const CLOSING_EXAMPLES = {
  leadFirst: {
    face: 'refused',
    bench: { ...WARNED, mayOverride: false },
    play: desk => {
      warn(desk)
      desk.command('yes')
    }
  },
  codesWarned: {
    face: 'ask',
    bench: WARNED,
    play: warn
  },
  supplyUnfinished: {
    face: 'ask',
    bench: { orders: [order(1), packedOrder(2)] },
    play: desk => desk.command('supplyDone')
  },
  whichPoint: {
    face: 'ask',
    bench: { ...noSupplies, orders: [newOrder(1)], shipping: russianBook() },
    play: desk => desk.command('newSupply')
  },
  pointChosen: {
    face: 'goOn',
    bench: { ...noSupplies, orders: [newOrder(1)], shipping: russianBook() },
    play: desk => {
      desk.command('newSupply')
      desk.scan('VRSTK-C-0')
      desk.pointsCome('Москва', point(11))
      desk.scan('VRSTK-D-11')
    }
  },
  addBox: {
    face: 'ask',
    bench: {
      ...noSupplies,
      orders: [newOrder(1, {}, { supplyId: 'local-1', life: 'packed', supplierStatus: 'confirm', packedAt: 1 })],
      supplies: [supply('local-1', { remoteId: 'WB-GI-7' })],
      supplyId: 'local-1',
      shipping: russianBook(point(11, { fulfilment: true }))
    },
    play: desk => desk.command('supplyDone')
  },
  cancelledInside: {
    face: 'ask',
    bench: { orders: [packedOrder(1), packedOrder(2, {}, { life: 'cancelled' })] },
    play: desk => desk.command('supplyDone')
  },
  ordersMoved: {
    face: 'done',
    bench: { orders: [packedOrder(1), packedOrder(2)] },
    play: desk => desk.act({ kind: 'moveOrders', orderIds: [2], into: { kind: 'new', name: '' } })
  },
  noBoxesHere: {
    face: 'refused',
    bench: { orders: [packedOrder(1), packedOrder(2)] },
    play: desk => {
      desk.act({ kind: 'addBoxes', supplyId: SUPPLY, amount: 1 })
      desk.refuse('addBoxes', 'IncorrectRequest')
    }
  },
  boxOpen: { face: 'goOn', bench: boxed, play: desk => desk.scan('WB-TRBX-7') },
  boxClosed: { face: 'done', bench: boxed, play: desk => desk.scan('WB-TRBX-7', 'WB-TRBX-7') },
  boxed: { face: 'done', bench: boxed, play: desk => desk.scan('WB-TRBX-7', stickerOf(1).barcode) },
  tooManyBoxes: {
    face: 'refused',
    bench: { orders: [packedOrder(1), packedOrder(2)] },
    play: desk => desk.act({ kind: 'addBoxes', supplyId: SUPPLY, amount: 2 })
  },
  allCancelled: { face: 'waiting', bench: { orders: [dead] }, play: desk => desk.command('next') },
  takenOut: {
    face: 'done',
    bench: { orders: [dead, packedOrder(2)] },
    play: desk => desk.scan(stickerOf(1).barcode)
  },
  ordersCancelled: {
    face: 'refused',
    bench: { orders: [packedOrder(1), packedOrder(2)] },
    play: desk => {
      desk.act({
        kind: 'statusesSeen',
        statuses: [1, 2].map(orderId => ({ orderId, supplierStatus: 'cancel', wbStatus: 'canceled' }))
      })
    }
  },
  emptySupply: { face: 'ask', bench: { orders: [dead] }, play: desk => desk.scan(stickerOf(1).barcode) },
  supplyDropped: {
    face: 'done',
    bench: { orders: [dead] },
    play: desk => {
      desk.scan(stickerOf(1).barcode)
      desk.command('yes')
    }
  },
  supplyBusy: {
    face: 'refused',
    play: desk => desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  },
  deliveryStuck: {
    face: 'ask',
    bench: { orders: [packedOrder(1)] },
    play: desk => {
      desk.command('supplyDone')
      desk.refuse('deliverSupply', 'FulfillmentSupplyBoxesRequired')
    }
  }
} as const satisfies Readonly<Record<string, Example>>
