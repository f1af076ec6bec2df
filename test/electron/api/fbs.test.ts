import { describe, expect, test, type TestContext } from 'vitest'
import type { MarketplaceClient } from '../../../electron/api/client.ts'
import type { Log, Reply } from '../../../electron/station/ports/ports.ts'
import { letRun, openShop } from './practice.ts'

async function open(options: Parameters<typeof openShop>[0], { onTestFinished }: TestContext) {
  const shop = await openShop(options)
  onTestFinished(() => shop.close())
  const { client, clock, marketplace } = shop
  const ask = <T>(call: (client: MarketplaceClient) => Promise<Reply<T>>): Promise<Reply<T>> =>
    letRun(clock, call(client), 2000)
  const must = async <T>(call: (client: MarketplaceClient) => Promise<Reply<T>>): Promise<T> => {
    const reply = await ask(call)
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  /** A supply with these orders in it. */
  const supplyOf = async (name: string, orderIds: readonly number[]): Promise<string> => {
    const { remoteId } = await must(({ send }) => send({ kind: 'createSupply', name }))
    if (remoteId === undefined) throw new Error('no id')
    if (orderIds.length > 0) await must(({ send }) => send({ kind: 'addToSupply', remoteId, orderIds }))
    return remoteId
  }
  return { ask, must, supplyOf, clock, control: marketplace.control }
}

const plain = { cargoType: 1, requiredMeta: [], optionalMeta: [] } as const
const refused = (status: number, code: string) => ({ kind: 'refused', status, code })
const unsent = refused(0, 'NotAsDocumented')
const starts = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1', 0, 40)

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  test('each order of a cancellation has its own result', async context => {
    const { must, supplyOf, control } = await open({ edition }, context)
    const [fresh = 0, gone = 0, packed = 0] = control.addOrders(3, plain)
    await supplyOf('Wave 1', [packed])
    control.cancelOrder(gone, 'declined_by_client')
    const { results } = await must(({ fbs }) => fbs.cancel([fresh, gone, 1, -5, packed]))
    expect(results).toMatchObject([
      { orderId: fresh, outcome: { kind: 'ok' } },
      {
        orderId: gone,
        // The older edition's statuses do not tell what can be cancelled.
        outcome: edition === 'seed' ? refused(409, 'StatusMismatch') : refused(0, 'NotCancellable')
      },
      { orderId: 1, outcome: refused(404, 'NotFound') },
      { orderId: -5, outcome: unsent },
      { orderId: packed, outcome: { kind: 'ok' } }
    ])
    expect(await must(({ fbs }) => fbs.readBack({ kind: 'cancel', orderIds: [fresh, gone, 1] }))).toMatchObject({
      happened: false,
      orders: [{ happened: true }, { happened: false }, { happened: null }]
    })
    const found = await must(({ fbs }) => fbs.readBack({ kind: 'cancel', orderIds: [fresh, 1] }))
    expect(found.happened).toBeNull()
    expect(await must(({ fbs }) => fbs.cancel([]))).toEqual({ results: [] })
  })

  test('boxes come, have stickers, and go while the supply is open', async context => {
    const { ask, must, supplyOf, control } = await open({ edition }, context)
    const remoteId = await supplyOf('Wave 1', control.addOrders(6, plain))
    const boxes = (amount: number, before: readonly string[] = []) => ({ remoteId, amount, orders: 6, before })
    const ids = await must(({ fbs }) => fbs.addBoxes(boxes(3)))
    expect([ids.length, await must(({ fbs }) => fbs.boxes(remoteId))]).toEqual([3, ids])
    const heads = { zplv: /^\^XA/, zplh: /^\^XA/, png: /^\u0089PNG/, svg: /^<\?xml|^<svg/ } as const
    for (const type of ['zplv', 'zplh', 'png', 'svg'] as const) {
      const stickers = await must(({ fbs }) => fbs.boxStickers(remoteId, ids, type))
      expect(stickers.map(({ boxId }) => boxId)).toEqual(ids)
      expect(starts(stickers[0]?.picture)).toMatch(heads[type])
    }
    await must(({ fbs }) => fbs.deleteBoxes(remoteId, ids.slice(0, 1)))
    expect(await must(({ fbs }) => fbs.boxes(remoteId))).toEqual(ids.slice(1))

    const added = (amount: number, before: readonly string[]) =>
      must(({ fbs }) => fbs.readBack({ kind: 'addBoxes', ...boxes(amount, before) }))
    expect(await added(2, [])).toMatchObject({ happened: true, boxIds: ids.slice(1) })
    expect(await added(3, [])).toMatchObject({ happened: false, boxIds: [] })
    expect(await added(1, [])).toMatchObject({ happened: null, boxIds: [] })

    // The packing asks by another door, and the answer is the same.
    const packed = (amount: number, before: readonly string[]) =>
      must(client => client.readBack({ kind: 'addBoxes', remoteId, amount, before }))
    expect(await packed(2, [])).toMatchObject({ happened: true, boxIds: ids.slice(1) })
    expect(await packed(1, ids.slice(0, 2))).toMatchObject({ happened: true, boxIds: ids.slice(2) })
    // The first box was taken away on the portal, where somebody added one: the number alone tells nothing.
    expect(await packed(1, ['WB-TRBX-1', ...ids.slice(0, 2)])).toMatchObject({ happened: true, boxIds: ids.slice(2) })
    expect(await packed(1, [])).toMatchObject({ happened: null, boxIds: [] })
    expect(await packed(1, ids)).toMatchObject({ happened: false, boxIds: [] })

    const tooMany = refused(0, 'TooManyBoxes')
    expect(await ask(({ fbs }) => fbs.addBoxes(boxes(4)))).toMatchObject(tooMany)
    expect(await ask(({ fbs }) => fbs.addBoxes(boxes(2, ids.slice(1))))).toMatchObject(tooMany)
    expect(await ask(({ fbs }) => fbs.addBoxes({ ...boxes(1001), orders: 5000 }))).toMatchObject(unsent)
    expect(await ask(({ fbs }) => fbs.addBoxes(boxes(0)))).toMatchObject(unsent)
    expect(await ask(({ fbs }) => fbs.deleteBoxes(remoteId, []))).toMatchObject(unsent)
    expect(await ask(({ fbs }) => fbs.boxes('WB-GI-1'))).toMatchObject(refused(404, 'NotFound'))
    expect(await ask(({ fbs }) => fbs.deleteBoxes(remoteId, ['WB-TRBX-1']))).toMatchObject(refused(404, 'NotFound'))
    await must(({ send }) => send({ kind: 'deliverSupply', remoteId }))
    expect(await ask(({ fbs }) => fbs.addBoxes(boxes(1)))).toMatchObject(refused(400, 'IncorrectRequest'))
  })

  test('a supply tells its dates, is deleted when empty, and its lost orders travel again', async context => {
    const { ask, must, supplyOf, clock, control } = await open({ edition }, context)
    const ids = control.addOrders(2, plain)
    const remoteId = await supplyOf('Wave 1', ids)
    const empty = await supplyOf('Wave 2', [])
    const details = await must(({ fbs }) => fbs.supply(remoteId))
    expect(details).toMatchObject({ remoteId, name: 'Wave 1', done: false, closedAt: null, scannedAt: null })
    expect(details.cargoType).toBe(1)
    expect(await ask(({ fbs }) => fbs.deleteSupply(remoteId))).toMatchObject(refused(409, 'SupplyHasOrders'))
    expect(await must(({ fbs }) => fbs.deleteSupply(empty))).toBe(true)
    expect(await ask(({ fbs }) => fbs.deleteSupply(empty))).toMatchObject(refused(404, 'NotFound'))
    expect(await ask(({ fbs }) => fbs.supply('no such id!'))).toMatchObject(unsent)
    expect(await must(({ fbs }) => fbs.reshipment())).toEqual([])
    control.scanSupply(remoteId)
    control.requireReshipment(ids.slice(0, 1))
    expect(await must(({ fbs }) => fbs.reshipment())).toEqual([{ orderId: ids[0], supplyRemoteId: remoteId }])
    const scanned = await must(({ fbs }) => fbs.supply(remoteId))
    expect(scanned.done).toBe(true)
    expect(Math.abs((scanned.scannedAt ?? 0) - clock.now())).toBeLessThan(60_000)
  })

  test('orders that cross a border have PDF stickers, histories and buyers, who stay out of the log', async context => {
    const lines: string[] = []
    const write = (facts: object, message: string) => void lines.push(JSON.stringify(facts) + message)
    const log: Log = { debug: write, info: write, warn: write, error: write }
    const { must, supplyOf, control } = await open({ edition, log }, context)
    const ids = control.addOrders(101, { ...plain, isCrossBorder: true })
    const [abroad = 0, fresh = 0] = ids
    const [home = 0] = control.addOrders(1, plain)
    await supplyOf('Wave 1', [abroad])
    const { ready, awaited, unreadable } = await must(({ fbs }) => fbs.crossBorderStickers([...ids, home]))
    expect([ready.map(({ orderId }) => orderId), awaited, unreadable]).toEqual([[abroad], [], []])
    expect([starts(ready[0]?.pdf), ready[0]?.parcelId]).toMatchObject([/^%PDF-/, /^WB\d{10}$/].map(matching))
    const histories = await must(({ fbs }) => fbs.statusHistory([...ids.slice(0, 100), home]))
    expect(histories).toHaveLength(100)
    expect(histories[0]?.statuses.map(({ code }) => code)).toEqual(['NEW', 'CONFIRM'])
    const buyers = await must(({ fbs }) => fbs.clients([home, fresh]))
    expect(buyers).toEqual([
      { orderId: fresh, name: 'Андреев Иван Васильевич', dials: [{ phone: '79871234567', code: null }] }
    ])
    expect(await must(({ fbs }) => fbs.clients([home]))).toEqual([])
    expect(await must(({ fbs }) => fbs.statusHistory([home]))).toEqual([])
    expect(lines.some(line => line.includes('/orders/client'))).toBe(true)
    expect(lines.filter(line => /Андреев|79871234567/.test(line))).toEqual([])
  })

  test('a pass is made, changed, and taken back', async context => {
    const { ask, must, clock, control } = await open({ edition }, context)
    const [office] = await must(({ fbs }) => fbs.passOffices())
    if (office === undefined) throw new Error('no office')
    const { officeId } = office
    const fields = { firstName: 'Ян', lastName: 'Петров', carModel: 'Lada', carNumber: 'А456ВС123', officeId }
    for (const wrong of [{ carNumber: 'A 456' }, { carModel: '' }, { firstName: 'Я', lastName: 'Ли' }]) {
      expect(await ask(({ fbs }) => fbs.createPass({ ...fields, ...wrong }))).toMatchObject(unsent)
    }
    expect(control.requests().filter(({ method }) => method === 'POST')).toEqual([])
    const passId = await must(({ fbs }) => fbs.createPass(fields))
    const [pass] = await must(({ fbs }) => fbs.passes())
    expect(pass).toMatchObject({ ...fields, passId, officeName: office.name, officeAddress: office.address })
    expect(Math.abs((pass?.endsAt ?? 0) - clock.now() - 48 * 3_600_000)).toBeLessThan(60_000)
    const made = (before: readonly number[], carNumber = fields.carNumber) =>
      must(({ fbs }) => fbs.readBack({ kind: 'createPass', fields: { ...fields, carNumber }, before }))
    expect(await made([])).toMatchObject({ happened: true, passId })
    expect(await made([], 'а456вс123')).toMatchObject({ happened: true, passId })
    expect(await made([], 'А456ВС124')).toMatchObject({ happened: false, passId: null })
    expect(await made([passId])).toMatchObject({ happened: false, passId: null })
    expect(await ask(({ fbs }) => fbs.updatePass(passId, { ...fields, lastName: 'Лихой' }))).toMatchObject(unsent)
    expect(await must(({ fbs }) => fbs.updatePass(passId, { ...fields, carModel: 'Niva' }))).toBe(true)
    expect(control.state().passes).toMatchObject([{ carModel: 'Niva' }])
    expect(await must(({ fbs }) => fbs.deletePass(passId))).toBe(true)
    expect(await ask(({ fbs }) => fbs.deletePass(passId))).toMatchObject(refused(404, 'NotFound'))
    expect(await must(({ fbs }) => fbs.passes())).toEqual([])
  })

  test('the sticker of a parcel without a number is awaited, and those of the others come', async context => {
    const { must, supplyOf, control } = await open({ edition }, context)
    const ids = control.addOrders(3, { ...plain, isCrossBorder: true })
    control.setLateStickers({ oneIn: 1, times: 1 })
    const [late = 0] = ids
    await supplyOf('Wave 1', [late])
    control.setLateStickers({ oneIn: 0, times: 0 })
    await supplyOf('Wave 2', ids.slice(1))
    const stickers = () => must(({ fbs }) => fbs.crossBorderStickers(ids))
    const first = await stickers()
    expect(first.ready.map(({ orderId }) => orderId)).toEqual(ids.slice(1))
    expect(first.awaited).toEqual(edition === 'seed' ? [] : [late])
    expect((await stickers()).ready.map(({ orderId }) => orderId)).toEqual(ids)
  })

  test('several marking codes of one order go and are read back together', async context => {
    const { ask, must, supplyOf, control } = await open({ edition }, context)
    const [orderId = 0] = control.addOrders(1, { ...plain, requiredMeta: ['sgtin'] })
    await supplyOf('Wave 1', [orderId])
    const codes = ['0104600000000017215first\u001D91EE06', '0104600000000017215second\u001D91EE06']
    const stands = (wanted: readonly string[]) =>
      must(({ fbs }) => fbs.readBack({ kind: 'setSgtins', orderId, codes: wanted }))
    expect((await stands(codes)).happened).toBe(false)
    expect(await must(({ fbs }) => fbs.setSgtins(orderId, codes))).toBe(true)
    expect(control.state().orders[0]?.meta['sgtin']).toEqual(codes)
    expect((await stands(codes.toReversed())).happened).toBe(true)
    expect((await stands(codes.slice(1))).happened).toBe(false)
    const many = Array.from({ length: 101 }, (_, place) => `0104600000000017215${place}`)
    expect(await ask(({ fbs }) => fbs.setSgtins(orderId, many))).toMatchObject(unsent)
  })
})

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}
