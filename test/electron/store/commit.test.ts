import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { databasePath, entry, faultOf, intent, job, NOON, openStore, order, supplies, supply } from './fixtures.ts'
import type { Change, StorePort } from '../../../electron/station/ports/ports.ts'

const waiting = { kind: 'waiting', attempts: 0, why: null } as const

function bind(code: string, orderId: number, at = NOON): Change {
  return { bindCodes: [{ code, key: 'sgtin', orderId, at }] }
}

/** All that `whole` would have written. */
function everything(store: StorePort): unknown {
  const { bench, intents } = store.load(NOON)
  const page = { offset: 0, limit: 100 }
  return {
    bench: { ...bench, orders: [...bench.orders.all()] },
    intents,
    history: store.history({ orderId: null, ...page }),
    jobs: store.jobs(page),
    sticker: store.sticker(2),
    qr: store.supplyQr('s'),
    use: [store.codeUse('free'), store.codeUse('taken'), store.codeUse('leaving')]
  }
}

function whole(store: StorePort): Change {
  const { bench } = store.load(NOON)
  return {
    entry: entry('second'),
    orders: [order(1, { life: 'packed' }), order(2)],
    supplies: supplies(supply('s', 'open')),
    desk: { ...bench, shift: { day: '2026-11-20', packed: 1 } },
    packers: new Map([['A1', { id: 'A1', name: 'Anya' }]]),
    gtinOverrides: new Map([['1:2', { chrtId: 1, gtin: '2', article: 'mug', orderId: 1, at: 1, packerId: null }]]),
    settings: { ...bench.settings, voice: true },
    intents: [intent('i', 1, waiting)],
    jobs: [job('j', 1, 1, { kind: 'intended' })],
    releaseCodes: ['leaving'],
    bindCodes: [{ code: 'free', key: 'sgtin', orderId: 2, at: NOON }],
    stickers: [{ orderId: 2, partA: '1', partB: '2', barcode: '*1', zpl: Uint8Array.of(1), png: null }],
    supplyQrs: [{ supplyId: 's', zpl: Uint8Array.of(2), png: Uint8Array.of(3) }]
  }
}

test.each<[string, (change: Change) => Change, object]>([
  [
    'a log entry of a known id',
    change => ({ ...change, entry: entry('first') }),
    { kind: 'notWritten', code: 'SQLITE_CONSTRAINT_TRIGGER' }
  ],
  [
    'a code of another order',
    change => ({ ...change, ...bind('taken', 2) }),
    { kind: 'codeTaken', key: 'sgtin', orderId: 1 }
  ],
  [
    'a code for an order that is not there',
    change => ({ ...change, ...bind('free', 404) }),
    { kind: 'notWritten', code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }
  ]
])('%s leaves nothing of the change', (_, spoil, fault) => {
  const store = openStore(databasePath())
  store.commit({ entry: entry('first'), orders: [order(1)] })
  store.commit(bind('taken', 1))
  store.commit(bind('leaving', 1))
  const before = everything(store)
  const change = whole(store)

  expect(faultOf(() => store.commit(spoil(change)))).toEqual(fault)
  expect(everything(store)).toEqual(before)
  store.commit(change)
  expect(everything(store)).not.toEqual(before)
})

test('a code belongs to one order until it is released, and its uses are kept', () => {
  const path = databasePath()
  const store = openStore(path)
  const code = '0104600000000008215abc\u001d91"я'
  store.commit({ orders: [order(1), order(2)] })
  expect(store.codeUse(code)).toBeNull()

  store.commit(bind(code, 1))
  store.commit(bind(code, 1, NOON + 5))
  expect(store.codeUse(code)).toEqual({ orderId: 1, at: NOON })
  expect(store.codeUse(code.toLowerCase().replace('я', 'Я'))).toBeNull()
  expect(faultOf(() => store.commit(bind(code, 2)))).toEqual({ kind: 'codeTaken', key: 'sgtin', orderId: 1 })

  store.commit({ entry: { ...entry('e'), at: NOON + 9 }, releaseCodes: [code] })
  expect(store.codeUse(code)).toBeNull()
  store.commit(bind(code, 2, NOON + 10))
  store.commit({ ...bind(code, 1, NOON + 20), releaseCodes: [code], entry: { ...entry('f'), at: NOON + 20 } })
  expect(store.codeUse(code)).toEqual({ orderId: 1, at: NOON + 20 })

  const database = openDatabase(path)
  const uses = database.prepare('SELECT order_id, at, released_at FROM codes ORDER BY use').raw().all()
  database.close()
  expect(uses).toEqual([
    [1, NOON, NOON + 9],
    [2, NOON + 10, NOON + 20],
    [1, NOON + 20, null]
  ])
})

test('an order, a supply, an intent and a job are replaced by their later selves', () => {
  const store = openStore(':memory:')
  store.commit({
    orders: [order(1)],
    supplies: supplies(supply('s', 'open')),
    intents: [intent('i', 1, waiting)],
    jobs: [job('j', 1, 1, { kind: 'intended' })]
  })
  const later = {
    orders: [order(1, { life: 'claimed', supplyId: 's' })],
    supplies: supplies({ ...supply('s', 'open'), remoteId: 'WB-GI-9' }),
    intents: [intent('i', 1, { kind: 'unknown', attempts: 1 })],
    jobs: [job('j', 1, 1, { kind: 'sending' })]
  }
  store.commit(later)
  const { bench, intents } = store.load(NOON)
  expect([...bench.orders.all()]).toEqual(later.orders)
  expect(bench.supplies).toEqual(later.supplies)
  expect(intents).toEqual(later.intents)
  expect([...bench.jobs.values()]).toEqual(later.jobs)
})
