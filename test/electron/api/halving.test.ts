import { expect, test, onTestFinished } from 'vitest'
import { done, json, openFaulty, type Answer } from './faulty-server.ts'
import { letRun, openShop } from './practice.ts'

const wish = { size: '58x40', type: 'zplv', picture: false } as const

test('an order that must be declared first costs the stickers of no other, and is asked for apart until it is declared', async () => {
  const { client, clock, marketplace, close } = await openShop({ edition: 'successor' })
  onTestFinished(close)
  const { control } = marketplace
  control.setLateStickers({ oneIn: 0, times: 0 })
  const fine = control.addOrders(60, { cargoType: 1, requiredMeta: [], optionalMeta: [] })
  const [bare = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['customsDeclaration'], optionalMeta: [] })
  const ids = [...fine.slice(0, 40), bare, ...fine.slice(40)]
  const must = <T>(call: Promise<T>) => letRun(clock, call, 200)
  const supply = await must(client.send({ kind: 'createSupply', name: 'Wave 1' }))
  const remoteId = supply.kind === 'ok' ? (supply.value.remoteId ?? '') : ''
  await must(client.send({ kind: 'addToSupply', remoteId, orderIds: ids }))

  const seen = new Set<number>()
  async function poll(): Promise<{ readonly statuses: readonly number[] }> {
    const after = control.requests().at(-1)?.serial ?? 0
    const missing = ids.filter(id => !seen.has(id))
    const reply = await must(client.stickers(missing, wish, 'background'))
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    for (const { orderId } of reply.value) seen.add(orderId)
    return { statuses: control.requests(after).map(({ status }) => status) }
  }
  const first = await poll()
  expect([...seen].toSorted()).toEqual(fine.toSorted())
  expect(first.statuses.filter(status => status === 409).length).toBeLessThanOrEqual(7)
  expect(await poll()).toEqual({ statuses: [] })
  await clock.advance(21_000)
  expect(await poll()).toEqual({ statuses: [409] })
  await must(
    client.send({ kind: 'setMeta', orderId: bare, key: 'customsDeclaration', values: ['10704010/010624/0000302'] })
  )
  await clock.advance(21_000)
  expect(await poll()).toEqual({ statuses: [200] })
  expect(seen.size).toBe(61)
})

/** Answers 413 to a body of more than `most` orders, else as `answer` says. */
function takesAtMost(most: number, answer: (orders: readonly unknown[]) => Answer): Answer {
  return (response, seen, request) => {
    const { orders = [], ordersIds = orders } = JSON.parse(seen.body) as Record<string, readonly unknown[]>
    const tooMany = json(413, { title: 'RequestEntityTooLarge', detail: 'too many orders' })
    return (ordersIds.length > most ? tooMany : answer(ordersIds))(response, seen, request)
  }
}

test('where the marketplace takes fewer orders at once, smaller parts are sent: none is left out, none sent twice', async () => {
  const ids = Array.from({ length: 1000 }, (_, place) => place + 1)
  const taken: unknown[] = []
  const { client, clock } = await openFaulty(
    takesAtMost(300, orders => {
      taken.push(...orders)
      const results = orders.map(orderId => ({ orderId, isError: false, errors: [] }))
      const statuses = orders.map(id => ({ id, supplierStatus: 'confirm', wbStatus: 'waiting' }))
      return json(200, { results, orders: statuses })
    })
  )
  const read = await letRun(clock, client.statuses(ids), 1000)
  expect(read.kind === 'ok' ? read.value.map(({ orderId }) => orderId) : read).toEqual(ids)
  taken.length = 0
  const written = await letRun(clock, client.dbs.confirm(ids), 1000)
  expect(written.kind === 'ok' && written.value.results.every(({ outcome }) => outcome.kind === 'ok')).toBe(true)
  expect(taken).toEqual(ids)
})

test('what the marketplace is still at work on waits five seconds, whole, and rests no method', async () => {
  let isBusy = true
  const { client, clock, server } = await openFaulty((...parts) =>
    (isBusy ? json(409, { code: 'SupplyIsProcessing', message: 'Поставка обрабатывается' }) : done)(...parts)
  )
  const add = () => letRun(clock, client.send({ kind: 'addToSupply', remoteId: 'WB-GI-1', orderIds: [1, 2, 3] }), 1000)
  for (let time = 0; time < 8; time += 1) expect(await add()).toEqual({ kind: 'retry', why: 'processing', inMs: 5000 })
  expect(server.seen).toHaveLength(8)
  isBusy = false
  expect((await add()).kind).toBe('ok')
})

test('one order of many that the marketplace is at work on waits alone', async () => {
  const results = [
    { orderId: 1, isError: true, errors: [{ code: 409, detail: 'WaybillUUIDIsProcessing' }] },
    { orderId: 2, isError: false, errors: [] },
    { orderId: 3, isError: true, errors: [{ code: 409, detail: 'StatusMismatch' }] }
  ]
  const { client, clock } = await openFaulty(json(200, { requestId: '7b', results }))
  const reply = await letRun(clock, client.dbs.confirm([1, 2, 3]), 1000)
  expect(reply.kind === 'ok' ? reply.value.results.map(({ outcome }) => outcome) : reply).toMatchObject([
    { kind: 'retry', why: 'processing', inMs: 5000 },
    { kind: 'ok' },
    { kind: 'refused', code: 'StatusMismatch' }
  ])
})

test('a label file that is no label costs no other order its sticker, is told with its order, and asked for again in a while', async () => {
  const file = Buffer.from('^XA^FO1,1^GB9,9,9^FS^XZ').toString('base64')
  const sticker = (orderId: number, text: string) => ({
    orderId,
    partA: '1',
    partB: '2',
    barcode: `!b${orderId}`,
    file: text
  })
  let bad = 'bm8gbGFiZWw='
  const seen: unknown[] = []
  const { client, clock } = await openFaulty((response, one, request) => {
    const { orders } = JSON.parse(one.body) as { orders: number[] }
    seen.push(orders)
    json(200, { stickers: orders.map(id => sticker(id, id === 2 ? bad : file)) })(response, one, request)
  })
  const told: unknown[] = []
  client.onRead(({ odd }) => told.push(...odd))
  const ask = async () => {
    const reply = await letRun(clock, client.stickers([1, 2, 3], wish, 'background'))
    return reply.kind === 'ok' ? reply.value.map(({ orderId }) => orderId) : reply
  }
  expect(await ask()).toEqual([1, 3])
  expect(told).toEqual([{ field: 'file', id: '2' }])
  expect(await ask()).toEqual([1, 3])
  bad = file
  await clock.advance(21_000)
  expect(await ask()).toEqual([1, 3, 2])
  expect(seen).toEqual([[1, 2, 3], [1, 3], [1, 3], [2]])
})
