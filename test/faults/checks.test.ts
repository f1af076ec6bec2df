import { expect, test } from 'vitest'
import type { BoughtThing } from '../../electron/practice/marketplace/orders/order-core.ts'
import { judge } from './simulation/checks.ts'
import type { Evidence, OrderThere } from './simulation/evidence.ts'
import { stuckThere } from './simulation/finish.ts'
import { PROMISES, type PromiseId } from './simulation/promises.ts'

const SUPPLY = 'WB-GI-1'
const OTHER_SUPPLY = 'WB-GI-2'
const UIN = '1234567890123456'
/** Of a supply, on its way with a courier, at its buyer's door, back from there, and in the store. */
const IDS = {
  supplied: 4_100_000_001,
  sent: 4_100_000_002,
  sold: 4_100_000_003,
  back: 4_100_000_004,
  kept: 4_100_000_005
}
const FOREIGN = 4_200_000_001
const AT = 1_000

function thing(orderId: number, scheme: BoughtThing['scheme']): BoughtThing {
  return { orderId, scheme, article: 'A', title: 'A', barcode: '4600000000001', uin: UIN }
}

function there(id: number, scheme: OrderThere['scheme'], supplierStatus: string, wbStatus: string): OrderThere {
  const sticker = scheme === 'fbs' ? { sticker: { barcode: `*S${id}` } } : {}
  return { id, scheme, supplierStatus, wbStatus, requiredMeta: ['uin'], meta: { uin: [UIN] }, ...sticker }
}

function request(method: string, path: string, rest: Partial<Evidence['seen'][number]> = {}): Evidence['seen'][number] {
  const usual = { text: '', isOrphan: false, sentAt: AT, at: AT + 10, status: 204, words: '', heardAt: AT + 20 }
  return { seller: 'own', method, path, ...usual, ...rest }
}

function refusal(intent: object): Evidence['log'][number] {
  return { kind: 'intentRefused', at: AT, facts: JSON.stringify({ intent, code: 'Nope', message: 'no', culprits: [] }) }
}

/** A shift in which all went well, one order of each kind of end; `rest` is what went otherwise. */
function shift(rest: Partial<Evidence> = {}): Evidence {
  return {
    rows: [
      { id: IDS.supplied, life: 'shipped' },
      { id: IDS.sent, life: 'shipped' },
      { id: IDS.sold, life: 'handed' },
      { id: IDS.back, life: 'returned' },
      { id: IDS.kept, life: 'shipped' }
    ],
    log: [{ kind: 'scan', at: AT, facts: '{}' }],
    queue: [],
    jobs: [],
    supplies: [{ id: 'local-1', remoteId: SUPPLY }],
    ordersThere: [
      there(IDS.supplied, 'fbs', 'complete', 'waiting'),
      there(IDS.sent, 'dbs', 'deliver', 'waiting'),
      there(IDS.sold, 'dbs', 'receive', 'sold'),
      there(IDS.back, 'dbs', 'reject', 'canceled_by_client'),
      there(IDS.kept, 'pickup', 'prepare', 'ready_for_pickup')
    ],
    suppliesThere: [
      { id: SUPPLY, name: 'one' },
      { id: OTHER_SUPPLY, name: 'two' }
    ],
    things: [
      thing(IDS.supplied, 'fbs'),
      ...[IDS.sent, IDS.sold, IDS.back].map(id => thing(id, 'dbs')),
      thing(IDS.kept, 'pickup')
    ],
    writes: [],
    seen: [],
    owners: new Map([...Object.values(IDS).map(id => [id, 'own'] as const), [FOREIGN, 'other']]),
    labels: [`*S${IDS.supplied}`, SUPPLY, OTHER_SUPPLY],
    crowded: [],
    notes: new Map([['note', AT]]),
    facts: new Map(Object.values(IDS).map(id => [id, { codes: {}, isPacked: true }])),
    isUndone: false,
    errors: [],
    ...rest
  }
}

const good = shift()
const set = { kind: 'setMeta', orderId: IDS.supplied, key: 'uin', values: [UIN] }
const page = { status: 409, heardAt: AT + 20 }
const word = { ...page, words: '{"code":"Nope","message":"no"}' }

function withRow(id: number, life: Evidence['rows'][number]['life']): Partial<Evidence> {
  return { rows: good.rows.map(row => (row.id === id ? { id, life } : row)) }
}

function withThere(id: number, rest: Partial<OrderThere>): Partial<Evidence> {
  return { ordersThere: good.ordersThere.map(order => (order.id === id ? { ...order, ...rest } : order)) }
}

function reprint(supplyId: string): Evidence['jobs'][number] {
  return { source: { kind: 'supplyQr', supplyId }, reason: 'lost' }
}

function limited(rest: Partial<Evidence['seen'][number]> = {}): Evidence['seen'][number] {
  return request('GET', '/api/v3/orders/new', { status: 429, words: 'Limited by practice-fbs-orders', ...rest })
}

function write(name: string): Evidence['writes'][number] {
  return { name, orderIds: [], isCommitted: true, status: 200, body: { name: 'one' } }
}

const asked = (path: string, rest: Partial<Evidence['seen'][number]>) => [request('PATCH', path, rest)]

/** What breaks each promise, each as a shift that went well but for this. */
const BROKEN: readonly (readonly [PromiseId, string, Partial<Evidence>])[] = [
  ['P1', 'a scan that is not in the log', { log: [] }],
  [
    'P2',
    'a change that is left',
    {
      queue: [
        { body: { kind: 'confirm', scheme: 'dbs', orderIds: [IDS.sent] }, state: { kind: 'unknown', attempts: 1 } }
      ]
    }
  ],
  ['P2', 'a code that nobody refused', { log: [...good.log, refusal(set)] }],
  [
    'P2',
    'a code that a stranger’s page refused',
    { log: [...good.log, refusal(set)], seen: [request('PUT', `/api/v3/orders/${IDS.supplied}/meta/uin`, page)] }
  ],
  [
    'P2',
    'a refusal that was never heard',
    {
      log: [...good.log, refusal(set)],
      seen: [request('PUT', `/api/v3/orders/${IDS.supplied}/meta/uin`, { ...word, heardAt: null })]
    }
  ],
  ...(
    [
      [
        { kind: 'addToSupply', supplyId: 'local-1', orderIds: [IDS.supplied] },
        `/api/v3/supplies/${SUPPLY}/orders/${IDS.supplied}`
      ],
      [{ kind: 'deliverSupply', supplyId: 'local-1', orderIds: [IDS.supplied] }, `/api/v3/supplies/${SUPPLY}/deliver`],
      [{ kind: 'confirm', scheme: 'dbs', orderIds: [IDS.sent] }, `/api/v3/dbs/orders/${IDS.sent}/confirm`],
      [{ kind: 'prepare', scheme: 'pickup', orderIds: [IDS.kept] }, `/api/v3/click-collect/orders/${IDS.kept}/prepare`],
      [{ kind: 'handOver', scheme: 'dbs', orderId: IDS.sold }, `/api/v3/dbs/orders/${IDS.sold}/receive`]
    ] as const
  ).map(
    ([intent, path]) =>
      [
        'P2',
        `${intent.kind} that a stranger’s page refused`,
        { log: [...good.log, refusal(intent)], seen: asked(path, page) }
      ] as const
  ),
  ['P3', 'a supply that was made twice', { writes: [write('POST supplies'), write('POST supplies')] }],
  ['P3', 'two supplies of one name', { suppliesThere: [...good.suppliesThere, { id: 'WB-GI-3', name: 'one' }] }],
  ['P3', 'a supply’s order that was not delivered', withThere(IDS.supplied, { supplierStatus: 'confirm' })],
  ['P3', 'an order that left for no courier', withThere(IDS.sent, { supplierStatus: 'confirm' })],
  [
    'P3',
    'an order that is handed over here alone',
    withThere(IDS.sold, { supplierStatus: 'deliver', wbStatus: 'waiting' })
  ],
  ['P3', 'an order that came back here alone', withThere(IDS.back, { supplierStatus: 'deliver', wbStatus: 'waiting' })],
  [
    'P3',
    'an order that is ready in the store here alone',
    withThere(IDS.kept, { supplierStatus: 'confirm', wbStatus: 'waiting' })
  ],
  ['P3', 'one that is handed over here and waits in the store there', withRow(IDS.kept, 'handed')],
  ['P4', 'a code that is missing', withThere(IDS.supplied, { meta: {} })],
  ['P4', 'a foreign code at the buyer’s', withThere(IDS.sold, { meta: { uin: ['6543210987654321'] } })],
  ['P4', 'a missing code in the store', withThere(IDS.kept, { meta: {} })],
  ['P5', 'a sticker that came out twice', { labels: [...good.labels, `*S${IDS.supplied}`] }],
  [
    'P5',
    'a double for which another supply had a reason',
    { labels: [...good.labels, SUPPLY], jobs: [reprint(OTHER_SUPPLY)] }
  ],
  ['P6', 'another seller’s order', { seen: [request('PUT', `/api/v3/orders/${FOREIGN}/meta/uin`)] }],
  ['P7', 'a limit that was overrun', { seen: [limited()] }],
  ['P7', 'a limit that no neighbour is at', { seen: [limited({ words: 'Limited by practice-dbs' })], crowded: [AT] }],
  [
    'P7',
    'a limit that was overrun again though the neighbour was known',
    { seen: [limited(), limited({ sentAt: AT + 30, at: AT + 40, heardAt: AT + 50 })], crowded: [AT] }
  ],
  ['P9', 'a packed order that is fresh again', withRow(IDS.supplied, 'fresh')],
  ['P9', 'an order that is forgotten', { rows: good.rows.slice(1) }],
  ['P10', 'an error of the program', { errors: ['{"level":50,"msg":"undefined is no function"}'] }]
]

test('a shift in which all went well breaks no promise', () => {
  expect(judge(good)).toEqual([])
})

test.each(BROKEN)('%s is broken by %s, and alone', (promise, _what, rest) => {
  const breaches = judge(shift(rest))
  expect(breaches.length).toBeGreaterThan(0)
  expect(new Set(breaches.map(breach => breach.promise))).toEqual(new Set([promise]))
})

/** What looks like a broken promise, and is none. */
const KEPT: readonly (readonly [string, Partial<Evidence>])[] = [
  [
    'a code that the marketplace itself refused',
    { log: [...good.log, refusal(set)], seen: [request('PUT', `/api/v3/orders/${IDS.supplied}/meta/uin`, word)] }
  ],
  [
    'one of many that it refused in an answer that is a success',
    {
      log: [...good.log, refusal({ kind: 'confirm', scheme: 'dbs', orderIds: [IDS.sent] })],
      seen: [
        request('POST', '/api/marketplace/v3/dbs/orders/status/confirm', {
          text: `{"ordersIds":[${IDS.sold},${IDS.sent}]}`,
          status: 200,
          words: `{"results":[{"orderId":${IDS.sold},"isError":false},{"orderId":${IDS.sent},"isError":true,"errors":[{"detail":"Nope"}]}]}`
        })
      ]
    }
  ],
  ['a reprint with a reason', { labels: [...good.labels, SUPPLY], jobs: [reprint('local-1')] }],
  ['an order that its buyer called off on the way', withThere(IDS.sent, { wbStatus: 'canceled_by_client', meta: {} })],
  ['a request that left before a neighbour was known', { seen: [limited()], crowded: [AT] }],
  ['a disk that failed', { errors: ['{"level":50,"err":{"type":"StoreError"}}'] }]
]

test.each(KEPT)('%s breaks none', (_what, rest) => {
  expect(judge(shift(rest))).toEqual([])
})

test('P8 is broken by an order that is left, and by a supply that nobody delivered', () => {
  const closed = { id: SUPPLY, done: true, orderIds: [IDS.supplied] }
  expect(stuckThere({ orders: good.ordersThere, supplies: [closed] })).toEqual({ left: [], open: [] })
  const { ordersThere } = shift(withThere(IDS.sent, { supplierStatus: 'confirm' }))
  expect(stuckThere({ orders: ordersThere, supplies: [{ ...closed, done: false }] })).toMatchObject({
    left: [{ id: IDS.sent }],
    open: [{ id: SUPPLY }]
  })
})

test('each promise is seen to be broken in here', () => {
  expect(new Set([...BROKEN.map(([promise]) => promise), 'P8'])).toEqual(new Set(Object.keys(PROMISES)))
})
