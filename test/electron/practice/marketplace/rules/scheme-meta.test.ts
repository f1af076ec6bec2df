import { expect, test } from 'vitest'
import type { Thing } from '../../../../../electron/practice/marketplace/marketplace.ts'
import { CASES, openScheme } from '../scheme-harness.ts'
import type { SchemeShop } from '../scheme-harness.ts'

const GOODS = [
  ['sneakers-run-42', 'sgtin', 'markingCode', 'sgtinIntroduced'],
  ['phone-nova-128', 'imei', 'imei', 'imeiMaySell'],
  ['one-ring-7548', 'uin', 'uin', 'filled'],
  ['halva-sunflower-350', 'gtin', 'gtin', 'filled']
] as const

function thingOf(shop: SchemeShop, id: number): Thing {
  const thing = shop.control.things().find(({ orderId }) => orderId === id)
  if (thing === undefined) throw new Error('no thing')
  return thing
}

test.each(CASES)(
  '%s, %s edition: every key is attached, checked for a while, read back, taken away',
  async (scheme, edition) => {
    const shop = await openScheme(scheme, edition)
    for (const [article, key, field, decision] of GOODS) {
      const id = await shop.orderIn('confirm', { article })
      const code = thingOf(shop, id)[field] ?? ''
      const value = key === 'sgtin' ? [code] : code
      const reads = async (what: unknown, verdict: string) => {
        const detail = scheme === 'dbs' ? { value: what } : what
        const meta = scheme === 'dbs' ? { [key]: detail } : { meta: { [key]: detail } }
        if (edition === 'seed') {
          expect(await shop.call('GET', `${shop.path}/${id}/meta`)).toMatchObject({ status: 200, body: { meta } })
          return
        }
        expect(await shop.call('POST', `${shop.bulkPath}/meta/details`, { ordersIds: [id, 5] })).toMatchObject({
          status: 200,
          body: {
            requestId: expect.any(String),
            orders: [
              { orderId: id, isError: false, metaDetails: [{ key, value: what, decision: verdict }] },
              { orderId: 5, isError: true, errors: [{ code: 404, detail: 'NotFound' }], metaDetails: [] }
            ]
          }
        })
      }
      await reads(null, 'required')
      expect(await shop.setMeta(id, key, value), key).toBe('done')
      // No register is asked about a GTIN.
      await reads(value, key === 'gtin' ? 'filled' : 'pending')
      shop.clock.now += 2000
      await reads(value, decision)
      shop.control.setDecision(id, key, 'anything')
      if (edition === 'successor') await reads(value, 'anything')
      await shop.setMeta(id, key, value)
      shop.clock.now += 2000
      await reads(value, decision)
      expect(await shop.deleteMeta(id, key)).toBe('done')
      await reads(null, 'required')
    }
  }
)

test.each(CASES)('%s, %s edition: values keep to their bounds', async (scheme, edition) => {
  const shop = await openScheme(scheme, edition)
  const id = await shop.orderIn('confirm', { requiredMeta: ['sgtin', 'uin', 'imei', 'gtin'] })
  const codes = (count: number) => Array.from({ length: count }, (_, index) => `code-of-16-chars${index}`)
  const cases = [
    ['sgtin', ['x'.repeat(16)], ['x'.repeat(15)]],
    ['sgtin', ['x'.repeat(135)], ['x'.repeat(136)]],
    ['sgtin', codes(24), codes(25)],
    ['sgtin', codes(1), []],
    ['sgtin', codes(1), 'not a list of codes'],
    ['uin', '1'.repeat(16), '1'.repeat(15)],
    ['uin', '2'.repeat(16), '1'.repeat(17)],
    ['imei', '1'.repeat(15), '1'.repeat(14)],
    ['imei', '2'.repeat(15), '1'.repeat(16)],
    ['gtin', '1'.repeat(13), '1'.repeat(12)],
    ['gtin', '2'.repeat(13), '1'.repeat(14)],
    ['gtin', '2'.repeat(13), 4_600_000_000_000],
    ['imei', '2'.repeat(15), undefined]
  ] as const
  for (const [key, inside, outside] of cases) {
    expect(await shop.setMeta(id, key, inside), `${key} ${JSON.stringify(inside)}`).toBe('done')
    expect(await shop.setMeta(id, key, outside), `${key} ${JSON.stringify(outside)}`).toBe('400 IncorrectRequestBody')
  }
})

test.each(CASES)('%s, %s edition: only in assembly, and only what the order asks for', async (scheme, edition) => {
  const shop = await openScheme(scheme, edition)
  const uin = '1'.repeat(16)
  const shape = { requiredMeta: [], optionalMeta: ['uin'] } as const
  // The documents of a first edition's deletion list other statuses: DBS no 404, pickup nothing but 404.
  const hasOwn = edition === 'seed'
  const stray = hasOwn && scheme === 'dbs' ? '400 IncorrectRequest' : '404 NotFound'
  const undeletable = (word: string) => (hasOwn && scheme === 'pickup' ? '404 NotFound' : word)
  for (const status of ['new', scheme === 'dbs' ? 'deliver' : 'prepare', 'receive', 'cancel']) {
    const id = await shop.orderIn(status, shape)
    expect(await shop.setMeta(id, 'uin', uin), status).toBe('409 StatusMismatch')
    expect(await shop.deleteMeta(id, 'uin'), status).toBe(undeletable('409 StatusMismatch'))
  }
  const id = await shop.orderIn('confirm', shape)
  expect(await shop.setMeta(id, 'imei', '1'.repeat(15))).toBe('409 MetaKeyNotRequired')
  expect(await shop.deleteMeta(id, 'imei')).toBe(undeletable('409 MetaKeyNotRequired'))
  shop.control.cancelOrder(id, 'canceled')
  expect(await shop.setMeta(id, 'uin', uin)).toBe('409 StatusMismatch')
  expect(await shop.setMeta(5, 'uin', uin)).toBe(stray)
  expect(await shop.deleteMeta(5, 'uin')).toBe(stray)
  // An expiry date is asked for by FBS alone.
  const tea = shop.add({ article: 'tea-ivan-100' })
  expect(shop.orders().find(order => order.id === tea)?.requiredMeta).toEqual([])
})

test.each(CASES)('%s, %s edition: one marking code is one unit, in all schemes', async (scheme, edition) => {
  const shop = await openScheme(scheme, edition)
  const shape = { article: 'sneakers-run-42' }
  const [first, second] = [await shop.orderIn('confirm', shape), await shop.orderIn('confirm', shape)]
  const [fbs = 0] = shop.control.addOrders(1, shape)
  const code = thingOf(shop, first).markingCode
  expect(await shop.setMeta(first, 'sgtin', [code])).toBe('done')
  expect(await shop.setMeta(first, 'sgtin', [code])).toBe('done')
  expect(await shop.setMeta(second, 'sgtin', [code])).toBe('409 FailedToUpdateMeta')
  if (edition === 'successor') {
    await shop.supplyWith([fbs])
    const body = { sgtins: [code] }
    expect(await shop.call('PUT', `/api/v3/orders/${fbs}/meta/sgtin`, body)).toMatchObject({ status: 409 })
  }
  await shop.step('cancel', first)
  expect(await shop.setMeta(second, 'sgtin', [code])).toBe('done')
  shop.clock.now += 2000
  await shop.step(scheme === 'dbs' ? 'deliver' : 'prepare', second)
  expect(await shop.step('receive', second)).toBe('done')
  const third = await shop.orderIn('confirm', shape)
  expect(await shop.setMeta(third, 'sgtin', [code])).toBe('409 FailedToUpdateMeta')
})

test('one key is deleted, named once and of those the scheme knows', async () => {
  for (const [scheme, edition] of CASES) {
    const shop = await openScheme(scheme, edition)
    const id = await shop.orderIn('confirm', { requiredMeta: [], optionalMeta: ['uin'] })
    if (edition === 'seed') {
      // Pickup's documents list no 400.
      const refused =
        scheme === 'dbs'
          ? { status: 400, body: { code: 'IncorrectRequest' } }
          : { status: 404, body: { code: 'NotFound' } }
      for (const query of [
        '',
        '?key=',
        '?key=odd',
        '?key=expiration',
        '?key=customsDeclaration',
        '?key=uin&key=imei'
      ]) {
        const answer = await shop.call('DELETE', `${shop.path}/${id}/meta${query}`)
        expect(answer, query).toMatchObject(refused)
      }
      continue
    }
    const [own, foreign] = scheme === 'dbs' ? ['orderIds', 'ordersIds'] : ['ordersIds', 'orderIds']
    const remove = async (body: unknown) => (await shop.call('POST', `${shop.bulkPath}/meta/delete`, body)).status
    expect(await remove({ key: 'uin', [own]: Array(1000).fill(id) })).toBe(200)
    for (const body of [
      { key: 'uin', [own]: Array(1001).fill(id) },
      { key: 'uin', [own]: [] },
      { key: 'uin', [foreign]: [id] },
      { key: 'expiration', [own]: [id] },
      { [own]: [id] }
    ]) {
      expect(await remove(body), JSON.stringify(body).slice(0, 80)).toBe(400)
    }
  }
})

test.each(['dbs', 'pickup'] as const)('%s: a bulk set of codes refuses the wrong ones alone', async scheme => {
  const shop = await openScheme(scheme, 'successor')
  const shape = { requiredMeta: [], optionalMeta: ['uin'] } as const
  const [good, bad, fresh] = [
    await shop.orderIn('confirm', shape),
    await shop.orderIn('confirm', shape),
    shop.add(shape)
  ]
  const uin = '1'.repeat(16)
  const items = (ids: readonly number[]) => ids.map(orderId => ({ orderId, uin }))
  const set = (orders: unknown) => shop.call('POST', `${shop.bulkPath}/meta/uin`, { orders })
  expect(await set([...items([good, fresh, 5]), { orderId: bad, uin: 'x' }])).toMatchObject({
    status: 200,
    body: {
      results: [
        { orderId: good, isError: false },
        { orderId: fresh, isError: true, errors: [{ code: 409, detail: 'StatusMismatch' }] },
        { orderId: 5, isError: true, errors: [{ code: 404, detail: 'NotFound' }] },
        { orderId: bad, isError: true, errors: [{ code: 400, detail: 'IncorrectRequestBody' }] }
      ]
    }
  })
  expect(shop.orders().map(order => order.meta['uin'])).toEqual([[uin], undefined, undefined])
  expect((await set(items(Array(1000).fill(good)))).status).toBe(200)
  for (const orders of [items(Array(1001).fill(good)), [], [{ uin }], 'x']) expect((await set(orders)).status).toBe(400)
})

test.each(['dbs', 'pickup'] as const)(
  '%s: a customs declaration may come while the order waits for its buyer',
  async scheme => {
    const shop = await openScheme(scheme, 'successor')
    const shape = { isB2b: true, requiredMeta: [], optionalMeta: ['customsDeclaration'] } as const
    const declare = async (id: number, customsDeclaration = '10704010/010624/0000302', originCountryCode = '156') =>
      (
        await shop.call('POST', `${shop.bulkPath}/meta/customs-declaration`, {
          orders: [{ orderId: id, customsDeclaration, originCountryCode }]
        })
      ).body
    const fine = { results: [{ isError: false }] }
    const refused = (code: number) => ({ results: [{ isError: true, errors: [{ code }] }] })
    for (const status of ['confirm', scheme === 'dbs' ? 'deliver' : 'prepare']) {
      const id = await shop.orderIn(status, shape)
      expect(await declare(id), status).toMatchObject(fine)
      for (const length of [17, 29]) expect(await declare(id, 'x'.repeat(length))).toMatchObject(fine)
      for (const length of [0, 16, 30]) expect(await declare(id, 'x'.repeat(length))).toMatchObject(refused(400))
      expect(await declare(id, 'x'.repeat(17), '999')).toMatchObject({
        results: [{ errors: [{ code: 400, detail: 'InvalidOriginCountryCode' }] }]
      })
      const details = async () => (await shop.call('POST', `${shop.bulkPath}/meta/details`, { ordersIds: [id] })).body
      expect(JSON.stringify(await details())).toContain('{"key":"originCountryCode","value":"156"')
      expect(await shop.deleteMeta(id, 'customsDeclaration')).toBe('done')
      expect(JSON.stringify(await details())).not.toContain('originCountryCode')
    }
    expect(await declare(await shop.orderIn('confirm', { ...shape, isB2b: false }))).toMatchObject({
      results: [{ errors: [{ code: 422, detail: 'OrderNotB2B' }] }]
    })
    for (const status of ['new', 'receive']) {
      expect(await declare(await shop.orderIn(status, shape)), status).toMatchObject(refused(409))
    }
    const seed = await openScheme(scheme, 'seed')
    const id = await seed.orderIn('confirm', shape)
    expect((await seed.call('GET', `${seed.path}/${id}/meta`)).body).toEqual(
      scheme === 'dbs' ? { meta: {} } : { meta: { meta: {} } }
    )
  }
)
