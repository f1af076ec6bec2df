import { afterEach, describe, expect, test } from 'vitest'
import type { MarketplacePort, Reply, WireIntent, Written } from '../../../electron/station/ports/ports.ts'
import { allPages } from '../../../electron/api/packing/paging.ts'
import { makeEan13, makeMarkingCode } from '../../../shared/domain/printing/samples.ts'
import { letRun, openShop, type Shop } from './practice.ts'

const shops: Shop[] = []
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.close()
})

async function open(options: Parameters<typeof openShop>[0]) {
  const shop = await openShop(options)
  shops.push(shop)
  const { client, clock, marketplace } = shop
  /** Calls the client and lets virtual time run until it answers. */
  const ask = <T>(call: (client: MarketplacePort) => Promise<Reply<T>>): Promise<Reply<T>> =>
    letRun(clock, call(client))
  const must = async <T>(call: (client: MarketplacePort) => Promise<Reply<T>>): Promise<T> => {
    const reply = await ask(call)
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  return { ask, must, clock, control: marketplace.control, marketplace }
}

const imei = '490154203237518'
const turnedDown = ({ results }: Written) => results.filter(({ outcome }) => outcome.kind !== 'ok')

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  test('new orders and all orders tell the same facts; only the new ones tell their metadata', async () => {
    const { must, control } = await open({ edition })
    const [id] = control.addOrders(1, { cargoType: 1, isB2b: true, requiredMeta: ['sgtin', 'customsDeclaration'] })
    const [fresh] = await must(client => client.newOrders())
    const truth = control.state().orders[0]
    expect(fresh).toMatchObject({ supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null })
    expect(fresh?.facts).toMatchObject({ id, skus: truth?.skus, price: truth?.convertedPrice, currencyCode: 643 })
    expect(fresh?.facts).toMatchObject({ isB2b: true, requiredMeta: ['sgtin', 'customsDeclaration'], unknownMeta: [] })
    expect(fresh?.facts).toMatchObject({ metaKnown: true, createdAt: truth?.createdAt })
    expect(fresh?.facts).toMatchObject({ offices: ['Калуга'], officeId: truth?.officeId, sellerDate: '' })
    expect(fresh?.facts.toPickupPoint).toBe(edition === 'seed' ? null : true)
    const [listed] = await must(client => allPages(client.ordersSince((truth?.createdAt ?? 0) - 1000, () => false)))
    const meta = { requiredMeta: [], optionalMeta: [], unknownMeta: [], metaKnown: false }
    const unknown = { ...meta, toPickupPoint: null }
    expect(listed).toEqual({ ...fresh, facts: { ...fresh?.facts, ...unknown } })
  })

  test('a long list comes whole, page by page, with the statuses of today', async () => {
    const { must, control, clock } = await open({ edition, orders: 1100 })
    const ids = control.state().orders.map(order => order.id)
    control.cancelOrder(ids[5] ?? 0, 'defect')
    const seen = await must(client => allPages(client.ordersSince(clock.now() - 30 * 86_400_000, () => false)))
    expect(seen.map(order => order.facts.id).toSorted()).toEqual(ids.toSorted())
    expect(seen.find(order => order.facts.id === ids[5])?.wbStatus).toBe('defect')
    expect(await must(client => client.statuses([...ids, 1]))).toHaveLength(1100)
  })

  test('a supply is made, filled, coded, labelled and delivered', async () => {
    const { must, control, clock } = await open({ edition })
    control.setLateStickers({ oneIn: 1, times: 1 })
    const ids = control.addOrders(3, { cargoType: 1, requiredMeta: ['imei'], optionalMeta: [] })
    const send = (intent: WireIntent) => must(client => client.send(intent))
    const { remoteId } = await send({ kind: 'createSupply', name: 'Wave 1' })
    const supply = remoteId ?? ''
    expect(turnedDown(await send({ kind: 'addToSupply', remoteId: supply, orderIds: ids }))).toEqual([])
    expect(await must(client => client.supplyOrderIds(supply))).toEqual(ids)
    for (const orderId of ids)
      expect(turnedDown(await send({ kind: 'setMeta', orderId, key: 'imei', values: [imei] }))).toEqual([])
    await clock.advance(3000)
    const [meta] = await must(client => client.metas(ids, 'background'))
    const decision = edition === 'seed' ? null : 'imeiMaySell'
    expect(meta).toEqual({ orderId: ids[0], details: [{ key: 'imei', values: [imei], decision }] })
    const stickers = () =>
      must(client => client.stickers(ids, { size: '40x30', type: 'zplv', picture: false }, 'urgent'))
    expect(await stickers()).toEqual([])
    const files = await stickers()
    expect(files.map(({ orderId }) => orderId)).toEqual(ids)
    expect(new TextDecoder().decode(files[0]?.zpl).trimStart().slice(0, 3)).toBe('^XA')
    expect(files[0]).toMatchObject(control.state().orders[0]?.sticker ?? {})
    expect(turnedDown(await send({ kind: 'deliverSupply', remoteId: supply }))).toEqual([])
    const qr = await must(client => client.supplyQr(supply, { type: 'zplh', picture: false }))
    expect(new TextDecoder().decode(qr.zpl)).toContain('^XA')
    expect(await must(client => client.supplies())).toMatchObject([{ remoteId: supply, name: 'Wave 1', done: true }])
  })

  test.each([
    ['lost on the way there', 'dropBeforeCommit', false],
    ['lost on the way back', 'dropReplyAfterCommit', true]
  ] as const)('a write %s is of unknown fate until it is read back', async (_, fault, happened) => {
    const { ask, must, control, clock } = await open({ edition })
    const [orderId = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['imei'], optionalMeta: [] })
    let remoteId = ''
    const intents: ((supply: string) => WireIntent)[] = [
      () => ({ kind: 'createSupply', name: 'Wave 1' }),
      supply => ({ kind: 'addToSupply', remoteId: supply, orderIds: [orderId] }),
      () => ({ kind: 'setMeta', orderId, key: 'imei', values: [imei] }),
      () => ({ kind: 'deleteMeta', orderId, key: 'imei' }),
      () => ({ kind: 'setMeta', orderId, key: 'imei', values: [imei] }),
      supply => ({ kind: 'deliverSupply', remoteId: supply })
    ]
    for (const make of intents) {
      const intent = make(remoteId)
      control.setFaults({ [fault]: 1 })
      // Codes are checked for two seconds before a supply may go.
      if (intent.kind === 'deliverSupply') await clock.advance(3000)
      expect(await ask(client => client.send(intent))).toMatchObject({ kind: 'unknown', why: 'connectionLost' })
      const found = await must(client => client.readBack(intent))
      expect([intent.kind, found.happened]).toEqual([intent.kind, happened])
      const sent = happened ? found : await must(client => client.send(intent))
      if (intent.kind === 'createSupply') remoteId = sent.remoteId ?? ''
      const again = await must(client => client.readBack(intent))
      expect([intent.kind, again.happened]).toEqual([intent.kind, true])
    }
    expect(control.state().supplies).toMatchObject([{ id: remoteId, done: true }])
  })

  test('orders whose metadata can not be read are left out, unless none can', async () => {
    const { ask, must, control } = await open({ edition })
    const [orderId = 0] = control.addOrders(1, { requiredMeta: ['uin'], optionalMeta: [] })
    expect((await must(client => client.metas([orderId, 1], 'urgent'))).map(meta => meta.orderId)).toEqual([orderId])
    expect(await ask(client => client.metas([1, 2], 'urgent'))).toMatchObject({ kind: 'refused', code: 'NotFound' })
  })

  test('a read-only token reads; its first write stops the account', async () => {
    const { marketplace } = await open({ edition })
    const token = marketplace.control.issueToken({ readOnly: true })
    const { ask } = await open({ edition, token })
    expect(await ask(client => client.newOrders())).toMatchObject({ kind: 'ok' })
    const reply = await ask(client => client.send({ kind: 'createSupply', name: 'Wave 1' }))
    expect(reply).toMatchObject({ kind: 'blocked', why: 'readOnly' })
  })

  test('an order with several marking codes is read back as it is, wherever ours stands among them', async () => {
    const { must, control, clock } = await open({ edition })
    const client = shops.at(-1)?.client
    if (client === undefined) throw new Error('no client')
    const [orderId = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['sgtin'], optionalMeta: [] })
    const { remoteId } = await must(({ send }) => send({ kind: 'createSupply', name: 'Wave 1' }))
    await must(({ send }) => send({ kind: 'addToSupply', remoteId: remoteId ?? '', orderIds: [orderId] }))
    const [other = '', ours = '', third = ''] = [1, 2, 3].map(seed =>
      makeMarkingCode({ gtin: makeEan13(1), seed, tail: 'crypto' })
    )
    await letRun(clock, client.fbs.setSgtins(orderId, [other, ours]))
    await clock.advance(3000)
    const [meta] = await must(({ metas }) => metas([orderId], 'urgent'))
    expect(meta?.details).toMatchObject([{ key: 'sgtin', values: [other, ours] }])
    const isThere = async (value: string) =>
      (await must(({ readBack }) => readBack({ kind: 'setMeta', orderId, key: 'sgtin', values: [value] }))).happened
    expect([await isThere(ours), await isThere(third)]).toEqual([true, false])
    const gone = await must(({ readBack }) => readBack({ kind: 'deleteMeta', orderId, key: 'sgtin' }))
    expect(gone.happened).toBe(false)
  })

  test('the other edition pinned: the account stops and the remedy names this one', async () => {
    const { ask, control } = await open({ edition, choice: edition === 'seed' ? 'successor' : 'seed' })
    const [orderId = 0] = control.addOrders(1, {})
    const reply = await ask(client => client.metas([orderId], 'urgent'))
    expect(reply).toMatchObject({ kind: 'blocked', why: 'pathGone', detail: expect.stringContaining(`"${edition}"`) })
  })

  test('a crowd of calls is answered whole: the marketplace never says 429', async () => {
    const { control, clock, marketplace } = await open({ edition })
    const ids = control.addOrders(40, { cargoType: 1, requiredMeta: ['uin'], optionalMeta: [] })
    const client = shops.at(-1)?.client
    if (client === undefined) throw new Error('no client')
    const supply = await letRun(clock, client.send({ kind: 'createSupply', name: 'Wave 1' }), 1)
    const remoteId = supply.kind === 'ok' ? (supply.value.remoteId ?? '') : ''
    const work = async (): Promise<readonly Reply<unknown>[]> => [
      await client.send({ kind: 'addToSupply', remoteId, orderIds: ids }),
      ...(await Promise.all([
        ...ids.map((orderId, place) =>
          client.send({ kind: 'setMeta', orderId, key: 'uin', values: [String(place).padStart(16, '1')] })
        ),
        ...ids.map(orderId => client.metas([orderId], 'background')),
        ...ids.map(orderId => client.statuses([orderId])),
        ...ids.map(orderId => client.stickers([orderId], { size: '58x40', type: 'zplh', picture: false }, 'urgent'))
      ]))
    ]
    const replies = await letRun(clock, work(), 1)
    expect(replies.filter(reply => reply.kind !== 'ok')).toEqual([])
    expect(marketplace.control.requests().filter(({ status }) => status === 429)).toEqual([])
  })
})

test('the older edition gathers refusals order by order and adds the others', async () => {
  const { must, ask, control } = await open({ edition: 'seed' })
  const fitting = control.addOrders(2, { cargoType: 1 })
  const [bulky = 0] = control.addOrders(1, { cargoType: 2 })
  const { remoteId } = await must(client => client.send({ kind: 'createSupply', name: 'Wave 1' }))
  const orderIds = [fitting[0] ?? 0, bulky, fitting[1] ?? 0]
  const sent = await must(client => client.send({ kind: 'addToSupply', remoteId: remoteId ?? '', orderIds }))
  expect(turnedDown(sent)).toMatchObject([{ orderId: bulky, outcome: { code: 'FailedToAddSupplyOrder' } }])
  expect(await must(client => client.supplyOrderIds(remoteId ?? ''))).toEqual(fitting)
  control.setFaults({ refuse5xx: 1 })
  const again = await must(client => client.send({ kind: 'addToSupply', remoteId: remoteId ?? '', orderIds: fitting }))
  expect(turnedDown(again).map(({ outcome }) => outcome)).toEqual([{ kind: 'unknown', why: 'server' }])
  control.setFaults({ refuse5xx: 1 })
  const [one = 0] = fitting
  const failed = await ask(client => client.send({ kind: 'addToSupply', remoteId: remoteId ?? '', orderIds: [one] }))
  expect(failed).toEqual({ kind: 'unknown', why: 'server' })
})

test('the newer edition takes an addition whole or not at all', async () => {
  const { must, ask, control } = await open({ edition: 'successor' })
  const [here = 0] = control.addOrders(1, { cargoType: 1 })
  const [abroad = 0] = control.addOrders(1, { cargoType: 1, isCrossBorder: true })
  const { remoteId } = await must(client => client.send({ kind: 'createSupply', name: 'Wave 1' }))
  const intent = { kind: 'addToSupply', remoteId: remoteId ?? '', orderIds: [here, abroad] } as const
  expect(await ask(client => client.send(intent))).toMatchObject({ kind: 'refused', code: 'FailedToAddSupplyOrder' })
  expect(await must(client => client.supplyOrderIds(remoteId ?? ''))).toEqual([])
})

test('a delivery that the marketplace refuses names the orders to blame', async () => {
  const { must, ask, control } = await open({ edition: 'successor' })
  const ids = control.addOrders(2, { cargoType: 1, requiredMeta: ['uin'], optionalMeta: [] })
  const { remoteId } = await must(client => client.send({ kind: 'createSupply', name: 'Wave 1' }))
  await must(client => client.send({ kind: 'addToSupply', remoteId: remoteId ?? '', orderIds: ids }))
  const reply = await ask(client => client.send({ kind: 'deliverSupply', remoteId: remoteId ?? '' }))
  expect(reply).toMatchObject({ kind: 'refused', status: 409, code: 'MetaValidationFail', culprits: ids })
})

test.each(['inData', 'atTop'] as const)('it names their codes too, wherever it lists them (%s)', async culprits => {
  const { must, ask, control } = await open({ edition: 'successor' })
  control.setForms({ culprits })
  const [empty = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['uin', 'sgtin'], optionalMeta: [] })
  const [sold = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['imei'], optionalMeta: [] })
  const { remoteId } = await must(client => client.send({ kind: 'createSupply', name: 'Wave 1' }))
  await must(client => client.send({ kind: 'addToSupply', remoteId: remoteId ?? '', orderIds: [empty, sold] }))
  await must(client => client.send({ kind: 'setMeta', orderId: sold, key: 'imei', values: [imei] }))
  const reply = await ask(client => client.send({ kind: 'deliverSupply', remoteId: remoteId ?? '' }))
  expect(reply).toMatchObject({
    culprits: [empty, sold],
    metas: [
      {
        orderId: empty,
        // What is not there is told as the text `null`.
        details: [
          { key: 'uin', values: [], decision: 'required' },
          { key: 'sgtin', values: [], decision: 'required' }
        ]
      },
      { orderId: sold, details: [{ key: 'imei', values: [imei], decision: 'pending' }] }
    ]
  })
})
