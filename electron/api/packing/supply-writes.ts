import { editionFor } from '../editions.ts'
import { operations } from '../operations.ts'
import { carryAlone, report } from '../schemes/carrier.ts'
import { asItems } from '../schemes/writes.ts'
import { found, foundByOrder, whole, type Write, type WriteParts } from './write.ts'

/** Supplies: made, filled, handed over, or deleted while empty. */
export function createSupplyWrites({ call, lookUp, reads, clock, edition }: WriteParts): {
  readonly [K in 'createSupply' | 'addToSupply' | 'deliverSupply' | 'deleteSupply']: Write<K>
} {
  return {
    createSupply: {
      async send({ name }) {
        const reply = await call(operations.createSupply, { body: { name } }, 'urgent')
        return reply.kind === 'ok' ? { kind: 'ok', value: { results: [], remoteId: reply.value.id } } : reply
      },
      // The station makes names unique: the one with our name is ours.
      landed: ({ name }) =>
        found(reads.supplies(), supplies => {
          const supply = supplies.find(one => one.name === name)
          return supply === undefined ? false : { happened: true, remoteId: supply.remoteId }
        })
    },
    addToSupply: {
      async send({ remoteId: supplyId, orderIds }) {
        if (editionFor(operations.addOrder, edition, clock.now()) !== 'seed') {
          return whole(call(operations.addOrders, { path: { supplyId }, body: { orders: [...orderIds] } }, 'urgent'))
        }
        // The older edition takes one order a call.
        const items = asItems(orderIds)
        const add = ({ orderId }: (typeof items)[number]) =>
          call(operations.addOrder, { path: { supplyId, orderId } }, 'urgent')
        return report(items, await carryAlone(add, items))
      },
      landed: ({ remoteId, orderIds }) =>
        found(reads.supplyOrderIds(remoteId), ids => {
          const inside = new Set(ids)
          return foundByOrder(orderIds.map(orderId => ({ orderId, happened: inside.has(orderId) })))
        })
    },
    deliverSupply: {
      send: ({ remoteId }) => whole(call(operations.deliverSupply, { path: { supplyId: remoteId } }, 'urgent')),
      landed: ({ remoteId }) =>
        found(lookUp(operations.supply, { path: { supplyId: remoteId } }, 'urgent'), ({ done }) => done)
    },
    deleteSupply: {
      send: ({ remoteId }) => whole(call(operations.deleteSupply, { path: { supplyId: remoteId } }, 'urgent')),
      landed: ({ remoteId }) =>
        found(reads.supplies(), supplies => !supplies.some(supply => supply.remoteId === remoteId))
    }
  }
}
