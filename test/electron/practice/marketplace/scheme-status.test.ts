import { expect, test } from 'vitest'
import { CASES, openScheme } from './scheme-harness.ts'
import type { SchemeName } from './scheme-harness.ts'

interface Expected {
  readonly from: readonly string[]
  readonly to: string
}

const STEPS: Readonly<Record<SchemeName, Readonly<Record<string, Expected>>>> = {
  dbs: {
    confirm: { from: ['new'], to: 'confirm waiting' },
    deliver: { from: ['confirm'], to: 'deliver waiting' },
    receive: { from: ['deliver'], to: 'receive sold' },
    reject: { from: ['deliver'], to: 'reject canceled_by_client' },
    cancel: { from: ['new', 'confirm'], to: 'cancel canceled' }
  },
  pickup: {
    confirm: { from: ['new'], to: 'confirm waiting' },
    prepare: { from: ['confirm'], to: 'prepare ready_for_pickup' },
    receive: { from: ['prepare'], to: 'receive sold' },
    reject: { from: ['prepare'], to: 'reject canceled_by_client' },
    cancel: { from: ['new', 'confirm', 'prepare'], to: 'cancel canceled' }
  }
}
const STATUSES = {
  dbs: ['new', 'confirm', 'deliver', 'receive', 'reject', 'cancel'],
  pickup: ['new', 'confirm', 'prepare', 'receive', 'reject', 'cancel']
} as const

test.each(CASES)(
  '%s, %s edition: a step is taken from its own statuses, a 409 from any other',
  async (scheme, edition) => {
    const shop = await openScheme(scheme, edition)
    for (const [name, { from, to }] of Object.entries(STEPS[scheme])) {
      for (const status of STATUSES[scheme]) {
        const id = await shop.orderIn(status)
        const before = shop.statusOf(id)
        const isAllowed = from.includes(status)
        expect(await shop.step(name, id), `${status} -> ${name}`).toBe(isAllowed ? 'done' : '409 StatusMismatch')
        expect(shop.statusOf(id), `${status} -> ${name}`).toBe(isAllowed ? to : before)
      }
      expect(await shop.step(name, 5, '123456')).toBe('404 NotFound')
    }
  }
)

test.each(CASES)('%s, %s edition: an order that its buyer gave up goes nowhere', async (scheme, edition) => {
  const shop = await openScheme(scheme, edition)
  const [fresh, assembled] = [await shop.orderIn('new'), await shop.orderIn('confirm')]
  shop.control.cancelOrder(fresh, 'declined_by_client')
  shop.control.cancelOrder(assembled, 'canceled')
  expect(await shop.step('confirm', fresh)).toBe('409 StatusMismatch')
  expect(await shop.step(scheme === 'dbs' ? 'deliver' : 'prepare', assembled)).toBe('409 StatusMismatch')
  expect(await shop.step('cancel', assembled)).toBe('409 StatusMismatch')
})

test.each(['seed', 'successor'] as const)('DBS, %s edition: only the buyer’s own code ends an order', async edition => {
  const shop = await openScheme('dbs', edition)
  const [id, other] = [await shop.orderIn('deliver'), await shop.orderIn('deliver')]
  expect(shop.codeOf(id)).toMatch(/^\d{6}$/)
  for (const name of ['receive', 'reject']) {
    expect(await shop.step(name, id, shop.codeOf(other))).toBe('409 InvalidWBCode')
    expect(await shop.step(name, id, '')).toBe('400 IncorrectRequestBody')
  }
  expect(shop.statusOf(id)).toBe('deliver waiting')
  expect(await shop.step('receive', id)).toBe('done')
  expect(await shop.step('reject', other)).toBe('done')
})

test.each(CASES)(
  '%s, %s edition: an order is sent on with every required code there and fine',
  async (scheme, edition) => {
    const shop = await openScheme(scheme, edition)
    const id = await shop.orderIn('confirm', { article: 'sneakers-run-42' })
    const code = shop.control.things().find(thing => thing.orderId === id)?.markingCode
    const go = () => shop.step(scheme === 'dbs' ? 'deliver' : 'prepare', id)
    // The first edition's documents know of no such check.
    if (edition === 'seed') {
      expect(await go()).toBe('done')
      return
    }
    expect(await go()).toBe('409 MetaValidationFail')
    await shop.setMeta(id, 'sgtin', [code])
    expect(await go()).toBe('409 MetaValidationFail')
    shop.clock.now += 2000
    shop.control.setDecision(id, 'sgtin', 'sgtinEmitted')
    expect(await go()).toBe('409 MetaValidationFail')
    shop.control.setDecision(id, 'sgtin', 'sgtinIntroduced')
    expect(await go()).toBe('done')
  }
)

test.each(CASES)(
  '%s, %s edition: a check that still runs holds an order back in the successor alone',
  async (scheme, edition) => {
    const shop = await openScheme(scheme, edition)
    const id = await shop.orderIn('confirm', { requiredMeta: ['uin'], optionalMeta: [] })
    await shop.setMeta(id, 'uin', '1'.repeat(16))
    const go = () => shop.step(scheme === 'dbs' ? 'deliver' : 'prepare', id)
    expect(await go()).toBe(edition === 'seed' ? 'done' : '409 MetaValidationFail')
    shop.clock.now += 2000
    expect(await go()).toBe(edition === 'seed' ? '409 StatusMismatch' : 'done')
  }
)

test('the codes that hold an order back are named', async () => {
  const metaDetails = [{ key: 'uin', value: null, decision: 'required' }]
  const successor = await openScheme('pickup', 'successor')
  const orderId = await successor.orderIn('confirm', { article: 'one-ring-7548' })
  expect(await successor.call('POST', `${successor.bulkPath}/status/prepare`, { ordersIds: [orderId] })).toMatchObject({
    status: 200,
    body: {
      results: [{ orderId, isError: true, errors: [{ code: 409, detail: 'MetaValidationFail', metaDetails }] }]
    }
  })
})

test('a DBS order without its IMEI has a word of its own', async () => {
  const shop = await openScheme('dbs', 'successor')
  const id = await shop.orderIn('confirm', { requiredMeta: ['imei'], optionalMeta: [] })
  expect(await shop.step('deliver', id)).toBe('409 ImeiIsNotFilled')
  await shop.setMeta(id, 'imei', '490154203237518')
  expect(await shop.step('deliver', id)).toBe('409 MetaValidationFail')
  shop.clock.now += 2000
  expect(await shop.step('deliver', id)).toBe('done')
})

test.each(['dbs', 'pickup'] as const)('%s: orders of other schemes and what isn’t an id are refused', async scheme => {
  const shop = await openScheme(scheme, 'seed')
  const strangers = [
    ...shop.control.addOrders(1),
    ...shop.control.addOrders(1, { scheme: scheme === 'dbs' ? 'pickup' : 'dbs' })
  ]
  for (const id of strangers) expect(await shop.step('confirm', id)).toBe('404 NotFound')
  for (const id of ['x', '0', '-1', '1.5']) {
    expect(await shop.call('PATCH', `${shop.path}/${id}/confirm`), id).toMatchObject({
      status: 400,
      body: { code: 'IncorrectParameter' }
    })
  }
  const own = shop.add()
  expect(await shop.call('PATCH', `/api/v3/orders/${own}/cancel`)).toMatchObject({ status: 404 })
  expect(await shop.call('GET', '/api/v3/orders/new')).toMatchObject({ body: { orders: [{ id: strangers[0] }] } })
})

test.each(['dbs', 'pickup'] as const)(
  '%s: a bulk call does what it can, and says of each order how it went',
  async scheme => {
    const shop = await openScheme(scheme, 'successor')
    const [first, second, done] = [shop.add(), shop.add(), await shop.orderIn('confirm')]
    const answer = await shop.call('POST', `${shop.bulkPath}/status/confirm`, {
      ordersIds: [first, done, 5, second, first]
    })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        requestId: expect.any(String),
        results: [
          { orderId: first, isError: false },
          { orderId: done, isError: true, errors: [{ code: 409, detail: 'StatusMismatch' }] },
          { orderId: 5, isError: true, errors: [{ code: 404, detail: 'NotFound' }] },
          { orderId: second, isError: false },
          { orderId: first, isError: true, errors: [{ code: 409, detail: 'StatusMismatch' }] }
        ]
      }
    })
  }
)

test('bulk calls take one to a thousand orders', async () => {
  for (const scheme of ['dbs', 'pickup'] as const) {
    const { call, bulkPath } = await openScheme(scheme, 'successor')
    const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
    const steps = Object.keys(STEPS[scheme]).filter(
      name => scheme === 'pickup' || !['receive', 'reject'].includes(name)
    )
    for (const name of [...steps.map(step => `status/${step}`), 'status/info', 'meta/details']) {
      const ask = async (body: unknown) => (await call('POST', `${bulkPath}/${name}`, body)).status
      expect(await ask({ ordersIds: ids(1000) }), name).toBe(200)
      for (const body of [{ ordersIds: ids(1001) }, { ordersIds: [] }, { ordersIds: ['1'] }, { orders: [1] }, '{']) {
        expect(await ask(body), name).toBe(400)
      }
    }
    if (scheme === 'pickup') continue
    for (const name of ['receive', 'reject']) {
      const ask = async (body: unknown) => (await call('POST', `${bulkPath}/status/${name}`, body)).status
      const items = (count: number) => ids(count).map(orderId => ({ orderId, code: '123456' }))
      expect(await ask({ orders: items(1000) })).toBe(200)
      for (const body of [{ orders: items(1001) }, { orders: [] }, { ordersIds: [1] }, { orders: [{ orderId: 1 }] }]) {
        expect(await ask(body)).toBe(400)
      }
    }
  }
})

test('statuses are read in the shape of each edition', async () => {
  const expected = { supplierStatus: 'confirm', wbStatus: 'waiting' }
  for (const [scheme, edition] of CASES) {
    const { call, orderIn, path, bulkPath } = await openScheme(scheme, edition)
    const id = await orderIn('confirm')
    if (edition === 'successor') {
      expect(await call('POST', `${bulkPath}/status/info`, { ordersIds: [id, 5] })).toMatchObject({
        status: 200,
        body: {
          orders: [
            { orderId: id, ...expected, errors: [] },
            { orderId: 5, supplierStatus: '', wbStatus: '', errors: [{ code: 404, detail: 'NotFound' }] }
          ]
        }
      })
      continue
    }
    const orders = [{ id, ...expected }]
    const answer = await call('POST', `${path}/status`, { orders: [id, 5] })
    expect(answer).toMatchObject({ status: 200, body: { orders: scheme === 'dbs' ? orders : [{ orders }] } })
    for (const body of [{}, { orders: [] }, { orders: ['1'] }, { ordersIds: [1] }]) {
      expect(await call('POST', `${path}/status`, body)).toMatchObject({ status: 400 })
    }
    const many = await call('POST', `${path}/status`, { orders: Array(1001).fill(1) })
    // Only DBS has a bound in the documents.
    expect(many.status).toBe(scheme === 'dbs' ? 400 : 200)
  }
})
