import type { SandboxClient } from '../station/ports/ports.ts'
import type { Call } from './wire/caller.ts'
import { done } from './done.ts'
import { operations as table } from './operations.ts'

/** The sandbox's levers; its production host has none of them. */
export function createSandboxClient(call: Call): SandboxClient {
  const decline = {
    fbs: table.declineFbsOrder,
    dbs: table.declineDbsOrder,
    pickup: table.declinePickupOrder
  }
  return {
    make: (scheme, wishes) => {
      const plain = wishes.map(({ sku, amount }) => ({ sku, amount }))
      switch (scheme) {
        case 'fbs':
          return done(call(table.makeFbsOrders, { body: { orders: plain } }, 'urgent'))
        case 'dbs':
          return done(call(table.makeDbsOrders, { body: { orders: [...wishes] } }, 'urgent'))
        case 'pickup':
          return done(call(table.makePickupOrders, { body: { orders: plain } }, 'urgent'))
      }
    },
    decline: (scheme, orderId) => done(call(decline[scheme], { path: { orderId } }, 'urgent')),
    deliver: orderId => done(call(table.deliverOrder, { path: { orderId } }, 'urgent')),
    receive: (orderId, code) => done(call(table.receiveOrder, { path: { orderId }, body: { code } }, 'urgent')),
    reject: (orderId, code) => done(call(table.rejectOrder, { path: { orderId }, body: { code } }, 'urgent')),
    spoil: orderId => done(call(table.spoilOrder, { path: { orderId } }, 'urgent')),
    close: (remoteId, orderIds) =>
      done(call(table.closeSupply, { path: { supplyId: remoteId }, body: { orderIds: [...orderIds] } }, 'urgent'))
  }
}
