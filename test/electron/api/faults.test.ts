import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createNetHttp } from '../../../electron/desktop/net-http.ts'
import type { MarketplacePort, ReadNews } from '../../../electron/station/ports/ports.ts'
import { createNetStandIn } from '../../support/net-stand-in.ts'
import { connectTo, html, json, openFaulty, packed, startFaultyServer, type Answer } from './faulty-server.ts'

const read = (client: MarketplacePort) => client.newOrders()
const create = (client: MarketplacePort) => client.send({ kind: 'createSupply', name: 'Wave 1' })

const drop: Answer = (_response, _seen, request) => void request.socket.destroy()
const reset: Answer = (_response, _seen, request) => void request.socket.resetAndDestroy()
const truncated: Answer = response => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"orders":[')
  setImmediate(() => response.destroy())
}
const drip: Answer = response => {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
const huge: Answer = response => void response.end(`{"orders":[${'1,'.repeat(60_000)}1]}`)
const silent: Answer = () => {}
const stalled: Answer = response => void response.writeHead(200).write('{')

/** Waits end at the transport's own bound; all else may take its time on a busy machine. */
const quick: ReadonlySet<Answer> = new Set([silent, stalled, drip])

const offline = { kind: 'retry', why: 'offline' }
const slow = { kind: 'retry', why: 'timeout' }
const stranger = (status: number) => ({ kind: 'retry', why: 'stranger', status })
const unknown = (why: string) => ({ kind: 'unknown', why })

describe.each([
  ['Node', undefined],
  ['Electron', createNetHttp(createNetStandIn())]
])('by the means of %s', (_host, http) => {
  test.each([
    ['the connection drops after the request', drop, offline, unknown('connectionLost')],
    ['the connection is reset', reset, offline, unknown('connectionLost')],
    ['no answer comes', silent, slow, unknown('timeout')],
    ['the answer stops in its middle', stalled, slow, unknown('timeout')],
    ['the answer drips without end', drip, slow, unknown('timeout')],
    ['the answer is cut off', truncated, offline, unknown('connectionLost')],
    [
      'the marketplace is ill',
      json(500, { title: 'internal server error', detail: '', origin: 'ag-marketplace' }),
      { kind: 'retry', why: 'server' },
      unknown('server')
    ],
    ['a proxy answers 502 with a page', html(502), stranger(502), { kind: 'unknown', why: 'stranger', status: 502 }],
    [
      'a hotel wants a sign-in',
      html(302, { location: '/login' }),
      stranger(302),
      { kind: 'unknown', why: 'stranger', status: 302 }
    ],
    ['a page comes instead of JSON', html(200), stranger(200), { kind: 'unknown', why: 'stranger', status: 200 }],
    ['the answer is endless', huge, { kind: 'broken', field: 'body' }, unknown('server')],
    [
      'the answer unpacks to too much',
      packed(gzipSync(Buffer.alloc(1_000_000, 32))),
      { kind: 'broken', field: 'body' },
      unknown('server')
    ],
    ['the packing is damaged', packed(Buffer.from('no gzip')), { kind: 'broken', field: 'body' }, unknown('server')],
    ['types are wrong', json(200, { orders: [{ id: 'x' }], id: 5 }), { kind: 'ok', value: [] }, unknown('server')]
  ])('%s: a read may be repeated, a write is of unknown fate', async (_, answer, ofRead, ofWrite) => {
    const { client } = await openFaulty(answer, { http, ...(quick.has(answer) && { totalMs: 120 }) })
    expect(await read(client)).toMatchObject(ofRead)
    expect(await create(client)).toMatchObject(ofWrite)
  })

  test('nobody listens: nothing was sent, so even a write may be repeated', async () => {
    const server = await startFaultyServer(silent)
    await server.close()
    const { client } = connectTo(server.url, { http })
    expect(await read(client)).toMatchObject(offline)
    expect(await create(client)).toMatchObject(offline)
  })

  test('an unknown host is the same as no network', async () => {
    expect(await create(connectTo('http://host.invalid', { http }).client)).toMatchObject(offline)
  })
})

test('waits grow while the outage lasts and begin anew after it', async () => {
  let ill = true
  const { client } = await openFaulty((...parts) => (ill ? html(503) : json(200, { orders: [] }))(...parts))
  const waits: number[] = []
  for (const healthy of [false, false, false, true, false]) {
    ill = !healthy
    const reply = await read(client)
    if (reply.kind === 'retry') waits.push(reply.inMs)
  }
  expect(waits.map(ms => ms > 750 && ms <= 1000)).toEqual([true, false, false, true])
  expect(waits[2]).toBeGreaterThan(2 * (waits[0] ?? 0))
})

test('a long answer is read in pieces, and what can’t be read of it is left out and told', async () => {
  const order = (id: unknown) => ({
    id,
    nmId: 1,
    chrtId: 1,
    warehouseId: 1,
    cargoType: 1,
    createdAt: '2026-01-15T09:00:00Z'
  })
  const ids = Array.from({ length: 130 }, (_, place) => place + 1)
  const whole = await openFaulty(json(200, { orders: ids.map(order) }))
  const reply = await read(whole.client)
  expect(reply.kind === 'ok' ? reply.value.map(({ facts }) => facts.id) : reply).toEqual(ids)
  const torn = await openFaulty(json(200, { orders: [...ids.slice(0, 120), 'x'].map(order) }))
  const news: ReadNews[] = []
  torn.client.onRead(read => news.push(read))
  expect(await read(torn.client)).toMatchObject({ kind: 'ok', value: { length: 120 } })
  expect(news).toEqual([{ operation: 'newOrders', odd: [{ field: 'id', id: 'x' }], broken: null }])
})
