import { expect, test } from 'vitest'
import { z } from 'zod'
import { CASES, openScheme } from './scheme-harness.ts'
import type { SchemeShop } from './scheme-harness.ts'

const DAY = 86_400
const listSchema = z.object({ next: z.number(), orders: z.array(z.looseObject({ id: z.number() })) })
const newSchema = z.object({ orders: z.tuple([z.record(z.string(), z.unknown())]) })

/** The fields that the documents show in a new order and in one that is over. */
const COMMON = 'article cargoType chrtId createdAt currencyCode id isZeroOrder nmId price rid skus warehouseId'.split(
  ' '
)
const DBS = 'address colorCode comment convertedCurrencyCode convertedPrice deliveryType orderUid'.split(' ')
const FIELDS = {
  dbs: {
    fresh: [...COMMON, ...DBS, 'dTimeFrom', 'dTimeTo', 'ddate', 'requiredMeta', 'salePrice'],
    over: [...COMMON, ...DBS]
  },
  pickup: {
    fresh: [...COMMON, 'ddate', 'orderCode', 'requiredMeta', 'salePrice', 'warehouseAddress'],
    over: [...COMMON, 'orderCode', 'orderUid', 'payMode', 'warehouseAddress']
  }
} as const
const PRICED = ['convertedFinalPrice', 'finalPrice', 'options'] as const
const PICKUP_MORE = ['convertedCurrencyCode', 'convertedPrice', 'tireService'] as const
const SUCCESSOR_FIELDS = {
  dbs: { fresh: [...PRICED, 'groupId'], over: [...PRICED, 'groupId'] },
  pickup: { fresh: [...PRICED, ...PICKUP_MORE, 'payMode'], over: [...PRICED, ...PICKUP_MORE] }
} as const

function completed(shop: SchemeShop, query: string) {
  return shop.call('GET', `${shop.path}?${query}`)
}

test.each(CASES)('%s, %s edition: orders show the fields of the documents', async (scheme, edition) => {
  const shop = await openScheme(scheme, edition)
  const more = (kind: 'fresh' | 'over') => (edition === 'successor' ? SUCCESSOR_FIELDS[scheme][kind] : [])
  const id = shop.add({ article: 'one-ring-7548', optionalMeta: ['sgtin'], toPickupPoint: false })
  const [fresh] = newSchema.parse((await shop.call('GET', `${shop.path}/new`)).body).orders
  expect(Object.keys(fresh).toSorted()).toEqual([...FIELDS[scheme].fresh, ...more('fresh')].toSorted())
  expect(fresh).toMatchObject({
    id,
    article: 'one-ring-7548',
    requiredMeta: ['uin'],
    ddate: expect.stringMatching(/^\d\d\.\d\d\.2026$/)
  })
  await shop.step('cancel', id)
  expect(await shop.call('GET', `${shop.path}/new`)).toMatchObject({ body: { orders: [] } })
  const now = shop.clock.now / 1000
  const answer = await completed(shop, `limit=10&next=0&dateFrom=${now - DAY}&dateTo=${now}`)
  const [over] = newSchema.parse(answer.body).orders
  expect(Object.keys(over).toSorted()).toEqual([...FIELDS[scheme].over, ...more('over')].toSorted())
})

test.each(CASES)(
  '%s, %s edition: completed orders are those sold or cancelled, page by page',
  async (scheme, edition) => {
    const shop = await openScheme(scheme, edition)
    const ids: number[] = []
    for (const status of ['new', 'receive', 'confirm', 'reject', 'cancel']) ids.push(await shop.orderIn(status))
    const declined = shop.add()
    shop.control.cancelOrder(declined, 'declined_by_client')
    const now = shop.clock.now / 1000
    const seen: number[] = []
    for (let next = 0, pages = 0; pages === 0 || next !== 0; pages += 1) {
      const answer = await completed(shop, `limit=3&next=${next}&dateFrom=${now - DAY}&dateTo=${now}`)
      const page = listSchema.parse(answer.body)
      expect(page.orders.length).toBeLessThanOrEqual(3)
      seen.push(...page.orders.map(order => order.id))
      next = page.next
    }
    expect(seen).toEqual([ids[1], ids[3], ids[4], declined])
    const before = await completed(shop, `limit=3&next=0&dateFrom=${now - DAY}&dateTo=${now - 1}`)
    expect(before).toMatchObject({ status: 200, body: { next: 0, orders: [] } })
    shop.clock.now += 2 * DAY * 1000
    const later = await completed(shop, `limit=3&next=0&dateFrom=${now + 1}&dateTo=${now + 2 * DAY}`)
    expect(later).toMatchObject({ status: 200, body: { next: 0, orders: [] } })
  }
)

test.each(CASES)(
  '%s, %s edition: a list takes all four parameters, and thirty days at most',
  async (scheme, edition) => {
    const shop = await openScheme(scheme, edition)
    const now = shop.clock.now / 1000
    const asked = { limit: '1000', next: '0', dateFrom: String(now - 30 * DAY), dateTo: String(now) }
    const status = async (change: Record<string, string>) =>
      (await completed(shop, new URLSearchParams({ ...asked, ...change }).toString())).status
    for (const fine of [{}, { limit: '1' }, { dateFrom: String(now) }]) expect(await status(fine)).toBe(200)
    const wrong = [
      { limit: '0' },
      { limit: '1001' },
      { limit: 'x' },
      { next: '-1' },
      { dateFrom: String(now - 30 * DAY - 1) },
      { dateFrom: String(now + 1) },
      { dateTo: 'today' }
    ]
    for (const change of wrong) expect(await status(change), JSON.stringify(change)).toBe(400)
    for (const name of Object.keys(asked)) {
      const query = new URLSearchParams(asked)
      query.delete(name)
      expect(await completed(shop, query.toString()), name).toMatchObject({
        status: 400,
        body: { code: 'IncorrectParameter' }
      })
    }
  }
)

test('DBS: a buyer is shown from assembly on, and not after a cancellation', async () => {
  for (const edition of ['seed', 'successor'] as const) {
    const shop = await openScheme('dbs', edition)
    const client = (...orders: readonly number[]) => shop.call('POST', `${shop.path}/client`, { orders })
    const hidden = [await shop.orderIn('new'), await shop.orderIn('cancel')]
    const shown: number[] = []
    for (const status of ['confirm', 'deliver', 'receive', 'reject']) shown.push(await shop.orderIn(status))
    const buyers = shown.map(id => ({ orderID: id, firstName: expect.stringMatching(/^Покупатель \d+$/) }))
    expect(await client(...hidden, ...shown, 5)).toMatchObject({ status: 200, body: { orders: buyers } })
    for (const id of hidden) expect(await client(id)).toMatchObject({ status: 404, body: { code: 'NotFound' } })
    expect(await client()).toMatchObject({ status: 400 })
    expect(await shop.call('POST', `${shop.path}/client`, { orders: ['1'] })).toMatchObject({ status: 400 })
  }
})

test('DBS: a phone is a number with some buyers and text with others; nobody has it', async () => {
  const shop = await openScheme('dbs', 'successor')
  const ids = shop.control.addOrders(12, { scheme: 'dbs' })
  for (const id of ids) await shop.step('confirm', id)
  const { body } = await shop.call('POST', `${shop.path}/client`, { orders: ids })
  const schema = z.object({ orders: z.array(z.object({ phone: z.union([z.number(), z.string()]) })) })
  const phones = schema.parse(body).orders.map(buyer => buyer.phone)
  expect(new Set(phones.map(phone => typeof phone))).toEqual(new Set(['number', 'string']))
  for (const phone of phones) expect(String(phone)).toMatch(/^\+?7000000\d{4}$/)
})

test('pickup: a buyer is shown in assembly and while the order waits, in the shape of each edition', async () => {
  for (const edition of ['seed', 'successor'] as const) {
    const shop = await openScheme('pickup', edition)
    const client = (...orders: readonly number[]) => shop.call('POST', `${shop.path}/client`, { orders })
    const [assembled, ready] = [await shop.orderIn('confirm'), await shop.orderIn('prepare')]
    const hidden: number[] = [5]
    for (const status of ['new', 'receive', 'reject', 'cancel']) hidden.push(await shop.orderIn(status))
    const buyers = [assembled, ready].map(orderID => ({ orderID, phone: expect.stringMatching(/^\+7000000\d{4}$/) }))
    const wrapped = (orders: unknown) => ({ orders: edition === 'seed' ? [{ orders }] : orders })
    expect(await client(...hidden, assembled, ready)).toMatchObject({ status: 200, body: wrapped(buyers) })
    expect((await client(...hidden)).body).toEqual(wrapped([]))
    expect(await client()).toMatchObject({ status: 400 })
  }
})

test('pickup: the order’s number and passcode together prove the buyer', async () => {
  for (const edition of ['seed', 'successor'] as const) {
    const shop = await openScheme('pickup', edition)
    const id = await shop.orderIn('prepare')
    const order = shop.control.state().pickupOrders.find(state => state.id === id)
    const { orderCode = '', passcode = '' } = order ?? {}
    expect(orderCode).toMatch(/^\d{9}-\d{4}$/)
    expect(passcode).toMatch(/^\d{4}$/)
    const check = (body: unknown) => shop.call('POST', `${shop.path}/client/identity`, body)
    const wrong = passcode === '0000' ? '0001' : '0000'
    expect(await check({ orderCode, passcode: wrong })).toMatchObject({
      status: 409,
      body: { code: 'InvalidPasscode' }
    })
    expect(await check({ orderCode: '1-1', passcode })).toMatchObject({ status: 404, body: { code: 'NotFound' } })
    for (const body of [{ orderCode }, { passcode }, { orderCode, passcode: 1234 }, { orderCode: '', passcode }]) {
      expect(await check(body)).toMatchObject({ status: 400, body: { code: 'IncorrectRequestBody' } })
    }
    expect(shop.control.state().pickupOrders[0]?.identifiedAt).toBeNull()
    expect(await check({ orderCode, passcode })).toMatchObject({ status: 200, body: { ok: true } })
    expect(shop.control.state().pickupOrders[0]?.identifiedAt).toBe(shop.clock.now)
    await shop.step('receive', id)
    expect(await check({ orderCode, passcode })).toMatchObject({ status: 409, body: { code: 'StatusMismatch' } })
  }
})

test('pickup: the successor proves nobody before an order is ready', async () => {
  const seed = await openScheme('pickup', 'seed')
  await seed.orderIn('confirm')
  const early = seed.control.state().pickupOrders[0]
  const body = { orderCode: early?.orderCode, passcode: early?.passcode }
  expect(await seed.call('POST', `${seed.path}/client/identity`, body)).toMatchObject({ status: 200 })
  const shop = await openScheme('pickup', 'successor')
  const id = await shop.orderIn('confirm')
  const { orderCode, passcode } = shop.control.state().pickupOrders[0] ?? {}
  const check = () => shop.call('POST', `${shop.path}/client/identity`, { orderCode, passcode })
  expect(await check()).toMatchObject({ status: 409, body: { code: 'StatusMismatch' } })
  await shop.step('prepare', id)
  expect(await check()).toMatchObject({ status: 200 })
})
