import { describe, expect, test } from 'vitest'
import { openMarketplace } from '../harness.ts'

/** What the vendor's reading list says of each key: verdicts that let an order travel, and those that don't. */
const TABLE = {
  sgtin: {
    passes: ['filled', 'optional', 'deadlineExceeded', 'sgtinIntroduced', 'sgtinSoldB2B'],
    holds:
      'InvalidFormat NoGS HasInvalidSymbols HasNonLatinSymbols InvalidPattern NotFound Emitted Applied AppliedNotPaid Retired Withdrawn WrittenOff Disaggregated Disaggregation'
        .split(' ')
        .map(word => `sgtin${word}`)
  },
  imei: {
    passes: ['filled', 'optional', 'deadlineExceeded', 'imeiMaySell', 'imeiSoldB2B'],
    holds: ['imeiInvalidFormat', 'imeiAlreadySold']
  },
  uin: {
    passes: ['filled', 'optional', 'deadlineExceeded', 'uinMaySell'],
    holds: ['InvalidFormat', 'NotFound', 'BadStatus', 'BadProcess', 'BadStatusAndBadProcess'].map(word => `uin${word}`)
  }
} as const
const VALUES = { imei: '490154203237518', uin: '6431001234567890' } as const
const CHECK_MS = 2000

async function supplyOf(key: 'sgtin' | 'imei' | 'uin') {
  const shop = await openMarketplace({ orders: 0 })
  const [id = 0] = shop.control.addOrders(1, { cargoType: 1, requiredMeta: [key], optionalMeta: [] })
  const supplyId = await shop.supplyWith([id])
  const code = shop.control.things()[0]?.markingCode
  const body = key === 'sgtin' ? { sgtins: [code] } : { [key]: VALUES[key] }
  return {
    ...shop,
    id,
    set: async () => (await shop.call('PUT', `/api/v3/orders/${id}/meta/${key}`, body)).status,
    deliver: async () => (await shop.call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)).status
  }
}

describe.each(['sgtin', 'imei', 'uin'] as const)('%s', key => {
  test('is pending first, and has its verdict when the check is over', async () => {
    const { id, set, deliver, control, clock } = await supplyOf(key)
    const decision = () => control.state().orders[0]?.decisions[key]
    expect([decision(), await deliver()]).toEqual(['required', 409])
    expect(await set()).toBe(204)
    expect([decision(), await deliver()]).toEqual(['pending', 409])
    control.setDecision(id, key, TABLE[key].holds[0] ?? '')
    expect(decision()).toBe('pending')
    clock.now += CHECK_MS
    expect(decision()).toBe(TABLE[key].holds[0])
  })

  test.each(TABLE[key].holds)('%s holds a supply back', async decision => {
    const { id, set, deliver, control, clock } = await supplyOf(key)
    await set()
    control.setDecision(id, key, decision)
    clock.now += CHECK_MS
    expect(await deliver()).toBe(409)
  })

  test.each(TABLE[key].passes)('%s lets a supply go', async decision => {
    const { id, set, deliver, control, clock } = await supplyOf(key)
    await set()
    control.setDecision(id, key, decision)
    clock.now += CHECK_MS
    expect(await deliver()).toBe(204)
  })

  test('a verdict of another key, or one that nobody knows, lets nothing go', async () => {
    const { id, set, deliver, control, clock } = await supplyOf(key)
    await set()
    clock.now += CHECK_MS
    for (const decision of ['somethingNew', key === 'uin' ? 'imeiMaySell' : 'uinMaySell', '']) {
      control.setDecision(id, key, decision)
      expect(await deliver()).toBe(409)
    }
  })
})

test('a check over its time passes for now, and may fail later', async () => {
  const { id, set, control, clock } = await supplyOf('sgtin')
  await set()
  control.setDecision(id, 'sgtin', [
    { decision: 'deadlineExceeded', afterMs: 5000 },
    { decision: 'sgtinWithdrawn', afterMs: 60_000 }
  ])
  const after = (ms: number) => {
    clock.now += ms
    return control.state().orders[0]?.decisions['sgtin']
  }
  expect([after(4999), after(1), after(54_999), after(1)]).toEqual([
    'pending',
    'deadlineExceeded',
    'deadlineExceeded',
    'sgtinWithdrawn'
  ])
})

test('one order without its declaration fails the whole batch of stickers', async () => {
  const { call, control, supplyWith } = await openMarketplace({ orders: 0 })
  const ids = [
    ...control.addOrders(1, { article: 'mug-enamel-350' }),
    ...control.addOrders(1, { article: 'mug-enamel-350', requiredMeta: ['customsDeclaration'] })
  ]
  await supplyWith(ids)
  const stickers = (orders: readonly number[]) =>
    call('POST', '/api/v3/orders/stickers?type=zplv&width=58&height=40', { orders })
  expect(await stickers(ids)).toMatchObject({ status: 409, body: { code: 'CustomsDeclarationIsRequired' } })
  expect(await stickers(ids.slice(0, 1))).toMatchObject({ status: 200 })
  const path = `/api/marketplace/v3/orders/${ids[1]}/meta/customs-declaration`
  expect(await call('PUT', path, { customsDeclaration: '10704010/010624/0000302' })).toMatchObject({ status: 204 })
  expect(await stickers(ids)).toMatchObject({ status: 200, body: { stickers: [{}, {}] } })
})
