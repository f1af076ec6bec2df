import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MarketplacePort, OddItem, ReadNews, Reply } from '../../../electron/station/ports/ports.ts'
import { connectTo, openFaulty, startFaultyServer } from './faulty-server.ts'

const order = (id: number) => ({
  id,
  orderUid: '165918930_629fbc924b984618a44354475ca58675',
  article: 'one-ring',
  colorCode: 'RAL 3017',
  comment: 'canary-comment',
  skus: ['6665956397512'],
  nmId: 123,
  chrtId: 456,
  warehouseId: 658434,
  cargoType: 1,
  createdAt: '2026-01-15T09:00:00Z',
  crossBorderType: 0,
  deliveryType: 'fbs',
  requiredMeta: ['sgtin'],
  optionalMeta: [],
  price: 1014,
  finalPrice: 1014,
  convertedPrice: 1014,
  convertedFinalPrice: 1014,
  currencyCode: 643,
  convertedCurrencyCode: 643,
  options: { isB2b: false }
})
/** Packing can't do without these. */
const NEEDED = ['id', 'warehouseId', 'cargoType', 'createdAt'] as const
/** These may be absent, but what is told must be readable: they decide how the order is packed. */
const STRICT = ['skus', 'requiredMeta', 'options', 'crossBorderType'] as const
const SPARE = [
  'orderUid',
  'article',
  'colorCode',
  'comment',
  'nmId',
  'chrtId',
  'deliveryType',
  'optionalMeta',
  'price',
  'finalPrice',
  'convertedPrice',
  'convertedFinalPrice',
  'currencyCode',
  'convertedCurrencyCode'
] as const

/** What reading `body` as new orders gives: the ids that came, and what was told of the others. */
async function ids(body: string): Promise<{ came: readonly number[]; odd: readonly OddItem[] }> {
  const { client } = await openFaulty(response => void response.end(body))
  const news: ReadNews[] = []
  client.onRead(read => news.push(read))
  const reply = await client.newOrders()
  if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
  return { came: reply.value.map(({ facts }) => facts.id), odd: news.flatMap(({ odd }) => odd) }
}

function withField(field: string, change: { readonly value: unknown } | 'absent'): object {
  const { [field]: _, ...rest } = order(2) as Record<string, unknown>
  return change === 'absent' ? rest : { ...rest, [field]: change.value }
}
const list = (item: object) => JSON.stringify({ orders: [order(1), item, order(3)] })

describe('one odd order among others', () => {
  test.each(NEEDED)('%s absent, null or of another type: set aside, with the field', async field => {
    const id = field === 'id' ? null : '2'
    for (const change of ['absent', { value: null }, { value: {} }] as const) {
      expect(await ids(list(withField(field, change)))).toEqual({ came: [1, 3], odd: [{ field, id }] })
    }
  })

  test.each(STRICT)('%s absent or null: taken in; of another type: set aside', async field => {
    for (const change of ['absent', { value: null }] as const) {
      expect(await ids(list(withField(field, change)))).toEqual({ came: [1, 2, 3], odd: [] })
    }
    expect(await ids(list(withField(field, { value: true })))).toEqual({ came: [1, 3], odd: [{ field, id: '2' }] })
  })

  test.each(SPARE)('%s absent, null or of another type: taken in', async field => {
    for (const change of ['absent', { value: null }, { value: {} }, { value: true }] as const) {
      expect(await ids(list(withField(field, change)))).toEqual({ came: [1, 2, 3], odd: [] })
    }
  })

  test.each([
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2014-12-31T23:59:59Z',
    '2100-01-01T00:00:00Z',
    '+275760-01-01T00:00:00Z'
  ])('a moment that can be none of an order’s is set aside: %s', async value => {
    expect(await ids(list(withField('createdAt', { value })))).toEqual({
      came: [1, 3],
      odd: [{ field: 'createdAt', id: '2' }]
    })
  })

  test('the first and the last moment that may be one are taken in', async () => {
    for (const value of ['2015-01-01T00:00:00Z', '2099-12-31T23:59:59Z']) {
      expect((await ids(list(withField('createdAt', { value })))).came).toEqual([1, 2, 3])
    }
  })

  test('an id beyond 2^53, which JSON would round to another one, is set aside; the largest exact one is not', async () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }), id => {
        expect(Number.isSafeInteger(JSON.parse(String(id)))).toBe(false)
      })
    )
    const body = (id: string) => list(order(2)).replace('"id":2', `"id":${id}`)
    const odd = [{ field: 'id', id: null }]
    expect(await ids(body('9007199254740993'))).toEqual({ came: [1, 3], odd })
    expect(await ids(body('9007199254740991'))).toEqual({ came: [1, 9_007_199_254_740_991, 3], odd: [] })
  })

  test('the product’s own 64-bit number may be beyond what a number holds', async () => {
    const body = list(order(2)).replaceAll('"chrtId":456', '"chrtId":18446744073709551615')
    expect(await ids(body)).toEqual({ came: [1, 2, 3], odd: [] })
  })

  test.each(['null', '5', '"x"', '[]', '{}', 'true'])('%s in place of an order', async item => {
    const body = `{"orders":[${JSON.stringify(order(1))},${item},${JSON.stringify(order(3))}]}`
    expect((await ids(body)).came).toEqual([1, 3])
    expect((await ids(body)).odd).toHaveLength(1)
  })
})

test('whatever becomes of some of its values, an order hides no other, and nothing of it is told but field and id', async () => {
  const anything = fc.oneof(
    fc.constantFrom(null, '', 'canary', -1, 0.5, 1e300, true, [], {}, ['canary'], { canary: 'canary' }),
    fc.jsonValue({ maxDepth: 2 })
  )
  const mutation = fc.record({
    field: fc.constantFrom(...NEEDED, ...STRICT, ...SPARE),
    change: fc.oneof(fc.constant('absent' as const), fc.record({ value: anything }))
  })
  const mutated = fc.array(mutation, { minLength: 1, maxLength: 4 }).map(mutations => {
    const odd: Record<string, unknown> = order(2)
    for (const { field, change } of mutations) {
      if (change === 'absent') delete odd[field]
      else odd[field] = change.value
    }
    return odd
  })
  let body = ''
  const server = await startFaultyServer(response => void response.end(body))
  const { client, clock, logged } = connectTo(server.url)
  const news: ReadNews[] = []
  client.onRead(read => news.push(read))
  await fc.assert(
    fc.asyncProperty(mutated, async odd => {
      body = list(odd)
      await clock.advance(1000)
      const reply = await client.newOrders()
      if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
      const came = reply.value.map(({ facts }) => facts.id)
      expect([came[0], came.at(-1)]).toEqual([1, 3])
      expect(came.length + (news.at(-1)?.odd.length ?? 0)).toBe(3)
      const fields = news.at(-1)?.odd.map(({ field }) => field.split('.')[0])
      expect([...NEEDED, ...STRICT]).toEqual(expect.arrayContaining(fields ?? []))
      expect(logged.join()).not.toContain('canary-comment')
    }),
    { numRuns: 300 }
  )
  await server.close()
})

/** Every list that the client reads, with an odd item first: [its answer, what is to come]. */
const lists: readonly (readonly [
  name: string,
  body: unknown,
  ask: (client: ReturnType<typeof connectTo>['client']) => Promise<Reply<readonly unknown[]>>
])[] = [
  [
    'supplies',
    { next: 0, supplies: [{ id: 5 }, { id: 'WB-GI-1', done: false, createdAt: '2026-01-15' }] },
    client => client.supplies()
  ],
  ['orders of a supply', { orderIds: [null, 1] }, client => client.supplyOrderIds('WB-GI-1')],
  ['statuses', { orders: [{ id: 2 }, { id: 1, supplierStatus: 'new' }] }, client => client.statuses([1, 2])],
  ['metadata', { orders: [null, { id: 1, metaDetails: [] }] }, client => client.metas([1, 2], 'urgent')],
  ['offices', [{ id: null }, { id: 1 }], client => client.fbs.passOffices()],
  ['passes', ['x', { id: 1, officeId: 2 }], client => client.fbs.passes()],
  ['boxes', { trbxes: [{}, { id: 'WB-TRBX-1' }] }, client => client.fbs.boxes('WB-GI-1')],
  ['histories', { orders: [{ orderID: '1' }, { orderID: 1, statuses: [] }] }, client => client.fbs.statusHistory([1])],
  ['reshipment', { orders: [{}, { supplyID: 'WB-GI-1', orderID: 1 }] }, client => client.fbs.reshipment()],
  ['buyers', { orders: [{ phone: 'canary' }, { orderID: 1 }] }, client => client.fbs.clients([1])],
  ['DBS orders', { orders: [{ id: 2 }, order(1)] }, client => client.dbs.newOrders()],
  ['pickup orders, nested', { orders: [{ orders: [{ id: 2 }, order(1)] }] }, client => client.pickup.newOrders()],
  ['DBS statuses', { orders: [{}, { orderId: 1, supplierStatus: 'new' }] }, client => client.dbs.statuses([1])],
  ['DBS buyers, nested', { orders: { orders: [{}, { orderID: 1 }] } }, client => client.dbs.client([1])],
  ['DBS metadata', { orders: [{}, { orderId: 1 }] }, client => client.dbs.metas([1], 'urgent')],
  ['groups', [{}, { groupID: 'a' }], client => client.dbs.groups(['a'])]
]

test.each(lists)('%s: an odd item hides no other', async (_, body, ask) => {
  const { client } = await openFaulty(response => void response.end(JSON.stringify(body)))
  const odd: OddItem[] = []
  client.onRead(news => odd.push(...news.odd))
  expect(await ask(client)).toMatchObject({ kind: 'ok', value: { length: 1 } })
  expect(odd).toHaveLength(1)
})

test('who looks a write up takes no odd item for an absent one', async () => {
  const body = { next: 0, supplies: [{ id: 'WB-GI-1', name: 'Wave 1', done: false, createdAt: null }] }
  const { client } = await openFaulty(response => void response.end(JSON.stringify(body)))
  const looked: MarketplacePort['readBack'] = client.readBack
  expect(await looked({ kind: 'createSupply', name: 'Wave 1' })).toEqual({ kind: 'broken', field: 'createdAt' })
})

test('whether an order may still be cancelled is told with its status, where the marketplace tells it', async () => {
  const status = (id: number, told: object) => ({ id, supplierStatus: 'confirm', wbStatus: 'waiting', ...told })
  const told = [{ isCancellable: false }, { isCancellable: true }, {}, { isCancellable: 'yes' }]
  const body = { orders: told.map((part, place) => status(place + 1, part)) }
  const { client } = await openFaulty(response => void response.end(JSON.stringify(body)))
  const reply = await client.statuses([1, 2, 3, 4])
  const seen = reply.kind === 'ok' ? reply.value.map(({ isCancellable }) => isCancellable) : reply
  expect(seen).toEqual([false, true, undefined, undefined])
})
