import { expect, onTestFinished, test, vi } from 'vitest'
import { createMarketplaceClient } from '../../../electron/api/client.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { createDevices } from '../../../electron/devices/devices.ts'
import { createLabels } from '../../../electron/labels/labels.ts'
import { Station } from '../../../electron/station/station.ts'
import { createPictureStore } from '../../../electron/store/pictures.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { BenchEvent } from '../../../shared/domain/bench.ts'
import { ShardedMap } from '../../../shared/domain/books/sharded-map.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { makeEan13 } from '../../../shared/domain/printing/samples.ts'
import {
  DBS,
  factsOf,
  markingCode,
  newBench,
  newOrder,
  NOW,
  order,
  packedOrder,
  TODAY
} from '../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const THINGS = 10
const thing = (number: number) => makeEan13(700 + (number % THINGS))

/** Orders of all kinds that a warehouse has at once, a third of them in the supply on the table. */
function orderNumber(id: number): Order {
  const facts = {
    skus: [thing(id), `${thing(id)}0`],
    chrtId: id % THINGS,
    requiredMeta: ['sgtin'],
    orderUid: `basket-${id >> 1}`
  } as const
  switch (id % 6) {
    case 0:
    case 1:
      return order(id, facts)
    case 2:
      return packedOrder(id, facts)
    case 3:
      return newOrder(id, facts, { scheme: DBS })
    default:
      return newOrder(id, facts)
  }
}

/** A whole station over so many orders, at no network; tells how much it looked at while it decided on a scan. */
function start(count: number) {
  const touched = new Set<number>()
  const watched = (one: Order): Order => {
    const { id } = one.facts
    return new Proxy(one, {
      get(target, name, receiver): unknown {
        touched.add(id)
        return Reflect.get(target, name, receiver)
      }
    })
  }
  const orders = Array.from({ length: count }, (_, place) => watched(orderNumber(place + 1)))
  const clock = createVirtualClock(NOW)
  const [log, store] = [quietLog, createStore({ path: ':memory:', log: quietLog })]
  let made = 0
  const station = new Station({
    mode: 'live',
    tokenExpiresAt: null,
    isSandbox: false,
    clockOffMs: () => 0,
    nextRevision: () => ++made,
    toDeskPage: () => null,
    eraseCopies: () => Promise.resolve(0),
    secrets: { hash: async secret => secret, isOf: async (secret, hash) => secret === hash },
    clock,
    log,
    store,
    loaded: { bench: newBench({ orders, settings: { repeatMs: 0 } }), intents: [], isDamaged: false },
    marketplace: createMarketplaceClient({
      url: 'http://127.0.0.1:9',
      token: '',
      clock,
      log,
      edition: 'successor',
      limiter: createLimiter({ clock }),
      answerWorker: new URL('unused:')
    }),
    cards: null,
    pictures: { kept: createPictureStore('/nowhere', log), port: null },
    devices: createDevices({ clock, log, practicePrinter: null, practiceScanner: null }),
    labels: createLabels({ workerUrl: new URL('unused:'), log }),
    newId: () => `id-${++made}`,
    dayOf: () => TODAY
  })
  onTestFinished(() => station.close())
  /** Orders that were looked at, looks into maps (each place of a list that is walked is one), and walks over all orders. */
  const visitsOf = (decide: () => void) => {
    touched.clear()
    const gets = vi.spyOn(ShardedMap.prototype, 'get')
    const walks = vi.spyOn(ShardedMap.prototype, 'values')
    decide()
    const visits = { orders: touched.size, gets: gets.mock.calls.length, walks: walks.mock.calls.length }
    gets.mockRestore()
    walks.mockRestore()
    return { said: station.view().feedback.message.code, ...visits }
  }
  return { station, visitsOf }
}

/** What a packer does in a minute, on a supply and on an empty table, and what each of it costs. */
function minute(count: number) {
  const { station, visitsOf } = start(count)
  const scan = (text: string) => visitsOf(() => station.scan(text))
  const act = (event: BenchEvent) => visitsOf(() => station.act(event))
  return {
    item: scan(thing(6)),
    code: scan(markingCode(1, thing(6))),
    stickerOfAnother: scan('*cKEt8Zx'),
    undo: scan('VRSTK-UNDO'),
    undoMore: scan('VRSTK-UNDO'),
    stranger: scan('4006381333931'),
    stickerFirst: scan('*cKEt13Zx'),
    itemOfIt: scan(thing(13)),
    shelf: scan('VRSTK-PROBLEM'),
    no: scan('VRSTK-NO'),
    skip: scan('VRSTK-SKIP'),
    noSuchThing: scan(makeEan13(999)),
    status: act({ kind: 'statusesSeen', statuses: [{ orderId: 18, supplierStatus: 'cancel', wbStatus: 'canceled' }] }),
    more: act({
      kind: 'ordersSeen',
      orders: [{ facts: factsOf(count + 1), supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null }]
    }),
    pin: act({ kind: 'pinOrder', orderId: 4, isPinned: true })
  }
}

test('a decision looks at as much with ten thousand open orders as with one thousand', () => {
  const [few, many] = [minute(1000), minute(10_000)]
  expect(many).toEqual(few)
  for (const { orders, walks } of Object.values(many)) {
    expect(orders).toBeLessThan(20)
    expect(walks).toBe(0)
  }
})
