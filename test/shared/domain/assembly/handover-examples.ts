import { parcelBarcode, placeBarcode } from '../../../../shared/domain/scanning/commands.ts'
import { DBS, inRound, newOrder, order, PICKUP, round, shippedOrder } from './support.ts'
import type { BenchParts, Desk } from './support.ts'

const fresh: BenchParts = { orders: [newOrder(1, {}, { scheme: PICKUP })] }
const onWay: BenchParts = { orders: [shippedOrder(1, DBS)] }
const onShelf: BenchParts = { orders: [shippedOrder(1, PICKUP)] }
const packedDbs: BenchParts = {
  rounds: [round('dbs')],
  supplyId: 'round-dbs',
  orders: [inRound(1, DBS, 'packed')]
}
const oldLabelled: BenchParts = {
  ...packedDbs,
  orders: [{ ...inRound(1, DBS, 'packed'), label: 'printed', hasOldLabel: true }]
}
const withCode = { kind: 'handOver', orderId: 1, outcome: 'receive', code: '123456' } as const

/** How the rules come to say what they say of an order's end. */
export const HANDOVER_EXAMPLES = {
  roundOpened: { face: 'waiting', bench: fresh, play: (desk: Desk) => desk.command('newSupply') },
  roundPacked: {
    face: 'waiting',
    bench: { rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS, 'packed')] },
    play: (desk: Desk) => desk.command('next')
  },
  roundEnded: {
    face: 'waiting',
    bench: { rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS)] },
    play: (desk: Desk) =>
      desk.act({
        kind: 'statusesSeen',
        statuses: [{ orderId: 1, supplierStatus: 'confirm', wbStatus: 'canceled' }]
      })
  },
  roundLeft: {
    face: 'done',
    bench: { rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS, 'packed')] },
    play: (desk: Desk) => desk.command('supplyDone')
  },
  pickupWaits: { face: 'refused', bench: onShelf, play: (desk: Desk) => desk.scan('170046918-0011') },
  oldLabels: { face: 'ask', bench: oldLabelled, play: (desk: Desk) => desk.command('supplyDone') },
  labelsRenewed: {
    face: 'goOn',
    bench: oldLabelled,
    play: (desk: Desk) => {
      desk.command('supplyDone')
      desk.command('yes')
    }
  },
  withCourier: {
    face: 'done',
    bench: packedDbs,
    play: (desk: Desk) => desk.act({ kind: 'handToCourier', orderIds: [1] })
  },
  placed: {
    face: 'done',
    bench: onShelf,
    play: (desk: Desk) => {
      desk.scan(parcelBarcode(1))
      desk.scan(placeBarcode('A-12'))
    }
  },
  parcelFirst: { face: 'refused', bench: onShelf, play: (desk: Desk) => desk.scan(placeBarcode('A-12')) },
  parcelOver: {
    face: 'refused',
    bench: { orders: [shippedOrder(1, PICKUP, { life: 'handed' })] },
    play: (desk: Desk) => desk.scan('170046918-0011')
  },
  parcelLeft: { face: 'refused', bench: onWay, play: (desk: Desk) => desk.scan(parcelBarcode(1)) },
  cancelling: {
    face: 'done',
    bench: { orders: [order(1)] },
    play: (desk: Desk) => desk.act({ kind: 'cancelOrder', orderId: 1 })
  },
  cantCancel: {
    face: 'refused',
    bench: onWay,
    play: (desk: Desk) => desk.act({ kind: 'cancelOrder', orderId: 1 })
  },
  buyerIdentified: {
    face: 'done',
    bench: onShelf,
    play: (desk: Desk) => desk.act({ kind: 'buyerIdentified', orderId: 1 })
  },
  handingOver: { face: 'done', bench: onWay, play: (desk: Desk) => desk.act(withCode) },
  handedOver: {
    face: 'done',
    bench: onWay,
    play: (desk: Desk) => {
      desk.act(withCode)
      desk.sendAll()
    }
  },
  deliveryMoved: {
    face: 'waiting',
    bench: onWay,
    play: (desk: Desk) =>
      desk.act({
        kind: 'deliveryMoved',
        orderId: 1,
        before: DBS.slot,
        slot: { date: '04.08.2026', from: '18:00', to: '20:00' }
      })
  },
  parcelReturns: {
    face: 'refused',
    bench: onWay,
    play: (desk: Desk) =>
      desk.act({
        kind: 'statusesSeen',
        statuses: [{ orderId: 1, supplierStatus: 'deliver', wbStatus: 'canceled_by_client' }]
      })
  },
  buyerCodeFirst: { face: 'refused', bench: onWay, play: (desk: Desk) => desk.act({ ...withCode, code: ' ' }) },
  identityFirst: { face: 'refused', bench: onShelf, play: (desk: Desk) => desk.act({ ...withCode, code: null }) },
  handoverRefused: {
    face: 'refused',
    bench: onWay,
    play: (desk: Desk) => {
      desk.act(withCode)
      desk.refuse('handOver', 'StatusMismatch')
    }
  }
} as const
