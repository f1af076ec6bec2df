import { expect, test } from 'vitest'
import { watchMoves } from '../../../../electron/station/core/moves.ts'
import { Outbox } from '../../../../electron/station/core/outbox.ts'
import type { Bench, SeenOrder } from '../../../../shared/domain/bench.ts'
import type { Intent } from '../../../../shared/domain/intents.ts'
import {
  factsOf,
  newBench,
  newOrder,
  NOW,
  order,
  OTHER_SUPPLY,
  SUPPLY
} from '../../../shared/domain/assembly/builders.ts'

const moving: Intent = {
  id: 'a',
  seq: 1,
  body: { kind: 'addToSupply', supplyId: OTHER_SUPPLY, orderIds: [2] },
  bornAt: NOW,
  packerId: null,
  state: { kind: 'waiting', attempts: 0, why: null }
}

/** As the list tells it: all orders in the first supply. */
function listed(id: number): SeenOrder {
  return { facts: factsOf(id), supplierStatus: 'confirm', wbStatus: 'waiting', supplyRemoteId: SUPPLY }
}

function placesOf(meanwhile: (core: { bench: Bench; outbox: Outbox }) => void, pending: readonly Intent[] = []) {
  const core = { bench: newBench({ orders: [newOrder(1), order(2), order(3)] }), outbox: new Outbox(pending, 0) }
  const place = watchMoves(core)
  meanwhile(core)
  return [1, 2, 3].map(id => place(listed(id)).supplyRemoteId)
}

test('what a list says of an order’s place counts, if nothing moved it from here since the list was asked for', () => {
  expect(placesOf(() => {})).toEqual([SUPPLY, SUPPLY, SUPPLY])
  const claimed = newBench({ orders: [order(1, {}, { supplyId: OTHER_SUPPLY }), order(2), order(3)] })
  expect(placesOf(core => void (core.bench = claimed))).toEqual([null, SUPPLY, SUPPLY])
})

test('an order whose move was on its way, before or after, stays where it is here', () => {
  expect(placesOf(() => {}, [moving])).toEqual([SUPPLY, null, SUPPLY])
  expect(placesOf(core => core.outbox.adopt([moving]))).toEqual([SUPPLY, null, SUPPLY])
  // Carried out while the list was on its way.
  const done: Intent = { ...moving, state: { kind: 'done', at: NOW } }
  expect(placesOf(core => core.outbox.adopt([done]), [moving])).toEqual([SUPPLY, null, SUPPLY])
})
