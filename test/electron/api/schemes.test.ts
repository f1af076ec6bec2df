import { USUAL_API_CHOICES, type ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import { afterEach, describe, expect, test } from 'vitest'
import type { MarketplaceClient } from '../../../electron/api/client.ts'
import type { Reply, SetCodes, SetMeta } from '../../../electron/station/ports/ports.ts'
import { letRun, openShop, type Shop } from './practice.ts'

const shops: Shop[] = []
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.close()
})

async function open(options: Parameters<typeof openShop>[0]) {
  const shop = await openShop(options)
  shops.push(shop)
  const { client, clock, marketplace } = shop
  const ask = <T>(call: (client: MarketplaceClient) => Promise<Reply<T>>): Promise<Reply<T>> =>
    letRun(clock, call(client), 200)
  const must = async <T>(call: (client: MarketplaceClient) => Promise<Reply<T>>): Promise<T> => {
    const reply = await ask(call)
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  return { ask, must, clock, control: marketplace.control }
}

const code = (serial: number) =>
  `010460000000001721${String(serial).padStart(6, '0')}\u001D91EE06\u001D92${'A'.repeat(44)}`
const uin = (serial: number) => String(serial).padStart(16, '1')
const fine = { kind: 'ok' }
const refused = (word: string) => ({ kind: 'refused', code: word })
const outcomes = (value: { readonly results: readonly { readonly outcome: object }[] }) =>
  value.results.map(({ outcome }) => outcome)

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  /** The first edition's documents know of no check of the codes when an order moves on. */
  const unchecked = edition === 'seed'

  test('a DBS order goes from new to the buyer, another comes back, a third is cancelled', async () => {
    const { must, control, clock } = await open({ edition })
    const shape = { scheme: 'dbs', requiredMeta: ['sgtin', 'uin'], optionalMeta: [] } as const
    const ids = control.addOrders(3, shape)
    const [sold = 0, back = 0, dead = 0] = ids
    const truth = () => control.state().dbsOrders
    const fresh = await must(({ dbs }) => dbs.newOrders())
    expect(fresh.map(({ facts }) => facts.id)).toEqual(ids)
    const { delivery } = truth()[0] ?? {}
    expect(fresh[0]).toMatchObject({
      facts: { requiredMeta: ['sgtin', 'uin'], metaKnown: true },
      delivery: { address: delivery?.fullAddress, from: delivery?.timeFrom, to: delivery?.timeTo },
      groupId: edition === 'seed' ? null : truth()[0]?.groupId
    })
    expect(await must(({ dbs }) => dbs.client(ids))).toEqual([])
    expect(outcomes(await must(({ dbs }) => dbs.confirm(ids)))).toEqual([fine, fine, fine])
    const buyers = await must(({ dbs }) => dbs.client([sold]))
    expect(buyers[0]).toMatchObject({ orderId: sold, name: truth()[0]?.buyer.name })
    const { phone = '', phoneCode, replacementPhone } = truth()[0]?.buyer ?? {}
    const dials = buyers[0]?.dials.map(dial => ({ ...dial, phone: `+${dial.phone.replace('+', '')}` })) ?? []
    expect(dials).toContainEqual({ phone, code: String(phoneCode) })
    expect(dials).toHaveLength(edition === 'seed' ? 3 : 4)
    if (edition === 'successor') expect(dials[0]).toEqual({ phone: replacementPhone, code: null })
    const items = [sold, back].flatMap((orderId, place): readonly SetMeta[] => [
      { orderId, key: 'sgtin', values: [code(place), code(place + 10)] },
      { orderId, key: 'uin', values: [uin(place)] }
    ])
    expect(outcomes(await must(({ dbs }) => dbs.setMeta(items)))).toEqual([fine, fine, fine, fine])
    await clock.advance(3000)
    const [meta] = await must(({ dbs }) => dbs.metas([sold], 'urgent'))
    const decision = edition === 'seed' ? null : 'sgtinIntroduced'
    expect(meta?.details).toContainEqual({ key: 'sgtin', values: [code(0), code(10)], decision })
    expect(outcomes(await must(({ dbs }) => dbs.deliver([sold, back, dead])))).toMatchObject([
      fine,
      fine,
      unchecked ? fine : refused('MetaValidationFail')
    ])
    const handover = (id: number, said?: string) => ({
      orderId: id,
      code: said ?? truth().find(order => order.id === id)?.code ?? ''
    })
    expect(outcomes(await must(({ dbs }) => dbs.receive([handover(sold), handover(back, '000000x')])))).toMatchObject([
      fine,
      refused('InvalidWBCode')
    ])
    expect(outcomes(await must(({ dbs }) => dbs.reject([handover(back)])))).toEqual([fine])
    expect(outcomes(await must(({ dbs }) => dbs.cancel([dead])))).toMatchObject([
      unchecked ? refused('StatusMismatch') : fine
    ])
    const statuses = await must(({ dbs }) => dbs.statuses([...ids, 1]))
    expect(statuses.map(({ supplierStatus }) => supplierStatus)).toEqual([
      'receive',
      'reject',
      unchecked ? 'deliver' : 'cancel'
    ])
    const over = await must(({ dbs }) => dbs.completedOrders(clock.now() - 40 * 86_400_000, clock.now() + 1000))
    expect(over.map(({ facts }) => facts.id).toSorted()).toEqual(ids.slice(0, unchecked ? 2 : 3).toSorted())
    expect(over[0]?.facts.metaKnown).toBe(false)
  })

  test('a pickup order is prepared, its buyer known by the passcode, and handed over', async () => {
    const { must, control, clock } = await open({ edition })
    const ids = control.addOrders(2, { scheme: 'pickup', requiredMeta: ['sgtin', 'imei'], optionalMeta: [] })
    const [sold = 0, dead = 0] = ids
    const truth = control.state().pickupOrders[0]
    const fresh = await must(({ pickup }) => pickup.newOrders())
    expect(fresh[0]).toMatchObject({ facts: { id: sold, skus: truth?.skus }, orderCode: truth?.orderCode })
    expect(outcomes(await must(({ pickup }) => pickup.confirm(ids)))).toEqual([fine, fine])
    expect((await must(({ pickup }) => pickup.client([sold])))[0]).toMatchObject({
      name: truth?.buyer.name,
      dials: [{ phone: truth?.buyer.phone, code: String(truth?.buyer.phoneCode) }]
    })
    const items: readonly SetMeta[] = [
      { orderId: sold, key: 'sgtin', values: [code(1)] },
      { orderId: sold, key: 'imei', values: ['490154203237518'] }
    ]
    expect(outcomes(await must(({ pickup }) => pickup.setMeta(items)))).toEqual([fine, fine])
    expect(outcomes(await must(({ pickup }) => pickup.deleteMeta([sold], 'imei')))).toEqual([fine])
    const [meta] = await must(({ pickup }) => pickup.metas([sold], 'urgent'))
    expect(meta?.details.map(({ key, values }) => [key, values])).toEqual([
      ['sgtin', [code(1)]],
      ['imei', []]
    ])
    expect(outcomes(await must(({ pickup }) => pickup.setMeta(items.slice(1))))).toEqual([fine])
    await clock.advance(3000)
    expect(outcomes(await must(({ pickup }) => pickup.prepare(ids)))).toMatchObject([
      fine,
      unchecked ? fine : refused('MetaValidationFail')
    ])
    const say = (passcode: string) => must(({ pickup }) => pickup.identity(truth?.orderCode ?? '', passcode))
    const wrong = truth?.passcode === '0000' ? '1111' : '0000'
    expect([await say('no'), await say(wrong), await say(truth?.passcode ?? '')]).toMatchObject([
      { kind: 'malformed' },
      { kind: 'wrongPasscode' },
      { kind: 'same' }
    ])
    expect(outcomes(await must(({ pickup }) => pickup.receive([sold])))).toEqual([fine])
    expect(outcomes(await must(({ pickup }) => pickup.cancel([dead])))).toEqual([fine])
    expect((await must(({ pickup }) => pickup.statuses(ids))).map(status => status.supplierStatus)).toEqual([
      'receive',
      'cancel'
    ])
    const over = await must(({ pickup }) => pickup.completedOrders(clock.now() - 86_400_000, clock.now() + 1000))
    expect(over[0]).toMatchObject({ facts: { id: sold }, payMode: truth?.payMode })
  })

  test('what is wrong with one order is its own result, whatever the others do', async () => {
    const { must, control } = await open({ edition })
    const [first = 0, second = 0] = control.addOrders(2, { scheme: 'dbs', requiredMeta: ['uin'], optionalMeta: [] })
    await must(({ dbs }) => dbs.confirm([second]))
    const { results } = await must(({ dbs }) => dbs.confirm([first, 77, second]))
    expect(results.map(({ orderId }) => orderId)).toEqual([first, 77, second])
    expect(outcomes({ results })).toMatchObject([fine, refused('NotFound'), refused('StatusMismatch')])
    const set = (orderId: number, key: SetCodes['key'], ...values: readonly string[]) => ({ orderId, key, values })
    const sent = await must(({ dbs }) =>
      dbs.setMeta([
        set(first, 'uin', uin(1)),
        set(second, 'uin', 'short'),
        set(second, 'gtin', '4600000000017'),
        set(first, 'uin', uin(2)),
        set(second, 'uin', uin(3), uin(4))
      ])
    )
    expect(outcomes(sent)).toMatchObject([
      fine,
      refused('NotAsDocumented'),
      refused('MetaKeyNotRequired'),
      fine,
      refused('NotAsDocumented')
    ])
    // The later of two for one order is the one that stands.
    expect(control.state().dbsOrders[0]?.meta).toEqual({ uin: [uin(2)] })
    expect(await must(({ dbs }) => dbs.confirm([]))).toEqual({ results: [] })
  })
})

test('the newer edition carries a thousand orders a call', async () => {
  const { must, control } = await open({ edition: 'successor' })
  const ids = control.addOrders(1200, { scheme: 'pickup', requiredMeta: ['uin'], optionalMeta: [] })
  await must(({ pickup }) => pickup.confirm(ids))
  await must(({ pickup }) =>
    pickup.setMeta(ids.map((orderId, place) => ({ orderId, key: 'uin', values: [uin(place)] })))
  )
  expect(control.requests().map(({ orderIds }) => orderIds.length)).toEqual([1000, 200, 1000, 200])
  expect(control.state().pickupOrders.every(({ meta }) => meta['uin']?.length === 1)).toBe(true)
})

test('delivery dates, paid deliveries, PDF stickers and declarations live in the newer edition alone', async () => {
  const { must, control } = await open({ edition: 'successor' })
  const optionalMeta = ['customsDeclaration'] as const
  const shape = { scheme: 'dbs', toPickupPoint: true, isB2b: true, requiredMeta: [], optionalMeta } as const
  const [id = 0] = control.addOrders(1, shape)
  await must(({ dbs }) => dbs.confirm([id]))
  const order = control.state().dbsOrders[0]
  expect(await must(({ dbs }) => dbs.deliveryDates([id]))).toMatchObject([
    { orderId: id, from: order?.delivery.timeFrom, to: order?.delivery.timeTo }
  ])
  expect(await must(({ dbs }) => dbs.groups([order?.groupId ?? '']))).toMatchObject([
    { groupId: order?.groupId, currencyCode: 643 }
  ])
  const [sticker] = (await must(({ dbs }) => dbs.stickers([id, 5]))).ready
  expect(sticker).toMatchObject({ orderId: id, ...order?.sticker })
  expect(new TextDecoder().decode(sticker?.pdf.subarray(0, 5))).toBe('%PDF-')
  const declaration: SetMeta = {
    orderId: id,
    key: 'customsDeclaration',
    declaration: '10702070/140120/0001234',
    originCountryCode: '156'
  }
  expect(outcomes(await must(({ dbs }) => dbs.setMeta([declaration])))).toEqual([fine])
  const old = await open({ edition: 'seed', choice: 'seed' })
  const missing = refused('NotInEdition')
  expect(await old.ask(({ dbs }) => dbs.stickers([id]))).toMatchObject(missing)
  expect(outcomes(await old.must(({ dbs }) => dbs.setMeta([declaration])))).toMatchObject([missing])
  expect(old.control.requests()).toEqual([])
})

test('buyers do not come into the log', async () => {
  const logged: string[] = []
  const say = (facts: object, message: string): void => void logged.push(JSON.stringify(facts) + message)
  const { must, control } = await open({ edition: 'successor', log: { debug: say, info: say, warn: say, error: say } })
  const [id = 0] = control.addOrders(1, { scheme: 'dbs' })
  await must(({ dbs }) => dbs.newOrders())
  await must(({ dbs }) => dbs.confirm([id]))
  const [buyer] = await must(({ dbs }) => dbs.client([id]))
  const order = control.state().dbsOrders[0]
  const text = logged.join('\n')
  expect(text).toContain('/api/v3/dbs/orders/client')
  for (const secret of [buyer?.name, buyer?.dials[0]?.phone, order?.delivery.fullAddress, order?.code]) {
    expect(text).not.toContain(secret ?? 'no secret')
  }
})

describe.each(['seed', 'successor'] as const)('%s edition: bounds that no document of pickup states', edition => {
  const codes = Array.from({ length: 25 }, (_, place) => code(place))
  const shape = { scheme: 'pickup', requiredMeta: ['sgtin', 'uin'], optionalMeta: [] } as const

  async function try25(choices: ApiChoices) {
    const { must, control } = await open({ edition, choices })
    const [orderId = 0] = control.addOrders(1, shape)
    await must(({ pickup }) => pickup.confirm([orderId]))
    control.clearRequests()
    const items: readonly SetMeta[] = [
      { orderId, key: 'sgtin', values: codes },
      { orderId, key: 'uin', values: ['12345678901234567'] }
    ]
    const sent = await must(({ pickup }) => pickup.setMeta(items))
    return { sent: outcomes(sent), requests: control.requests().length }
  }

  test('are those of the other schemes, checked before sending', async () => {
    const { sent, requests } = await try25(USUAL_API_CHOICES)
    expect(sent).toMatchObject([refused('NotAsDocumented'), refused('NotAsDocumented')])
    expect(requests).toBe(0)
  })

  test('are left to the marketplace where the settings say so', async () => {
    const pickupCodes = { sgtins: null, uin: null, imei: null, gtin: null }
    const { sent, requests } = await try25({ ...USUAL_API_CHOICES, pickupCodes })
    expect(sent).toMatchObject([refused('IncorrectRequestBody'), refused('IncorrectRequestBody')])
    expect(requests).toBe(2)
  })
})
