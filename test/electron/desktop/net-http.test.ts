import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { judge } from '../../../electron/api/wire/judge.ts'
import { operations } from '../../../electron/api/operations.ts'
import { createTransport, transportBounds } from '../../../electron/api/wire/transport.ts'
import { createNetHttp } from '../../../electron/desktop/net-http.ts'
import { createNetStandIn } from '../../support/net-stand-in.ts'
import { html, json, packed, startFaultyServer } from '../api/faulty-server.ts'
import type { Answer } from '../api/faulty-server.ts'

async function open(answer: Answer) {
  const server = await startFaultyServer(answer)
  onTestFinished(server.close)
  const standIn = createNetStandIn()
  const transport = createTransport(server.url, () => 'token', transportBounds, createNetHttp(standIn))
  onTestFinished(() => transport.close())
  return { server, standIn, transport }
}

const read = { method: 'GET', path: '/orders?limit=1', body: null } as const
const write = { method: 'POST', path: '/supplies', body: '{"name":"Коробка"}' } as const

test('a request arrives whole: method, path, token, body', async () => {
  const { server, transport } = await open(json(200, { ok: true }))
  expect(await transport.exchange(write)).toMatchObject({ kind: 'answer', status: 200, text: '{"ok":true}' })
  expect(await transport.exchange(read)).toMatchObject({ kind: 'answer', status: 200 })
  expect(server.seen).toMatchObject([
    { ...write, headers: { authorization: 'token', 'content-type': 'application/json' } },
    { ...read, body: '', headers: { authorization: 'token' } }
  ])
})

test('an answer that Chromium has unpacked is not unpacked again', async () => {
  const { transport } = await open(packed(gzipSync('{"orders":[]}')))
  expect(await transport.exchange(read)).toMatchObject({ kind: 'answer', status: 200, text: '{"orders":[]}' })
})

test('reads share the connections of the system session, a write has one to itself in a session apart', async () => {
  const ports: (number | undefined)[] = []
  const { standIn, transport } = await open((response, seen, request) => {
    ports.push(request.socket.remotePort)
    json(200, {})(response, seen, request)
  })
  for (const request of [read, read, write, read, write]) await transport.exchange(request)
  expect(standIn.asked.map(({ sessionName }) => sessionName)).toEqual([
    'default',
    'default',
    'marketplace-writes',
    'default',
    'marketplace-writes'
  ])
  const [first, second, third, fourth, fifth] = ports
  expect([second, fourth]).toEqual([first, first])
  expect(new Set([first, third, fifth]).size).toBe(3)
})

test('a redirect is an answer: nobody else is asked, and nobody else gets the token', async () => {
  const elsewhere = await startFaultyServer(json(200, {}))
  onTestFinished(elsewhere.close)
  const { standIn, transport } = await open(html(307, { location: elsewhere.url }))
  const outcome = await transport.exchange(write)
  expect(outcome).toMatchObject({ kind: 'answer', status: 307, text: '', headers: { location: [elsewhere.url] } })
  expect(elsewhere.seen).toEqual([])
  expect(standIn.asked[0]).toMatchObject({ redirect: 'manual', cache: 'no-store' })
})

test('a refusal stands though its text is torn', async () => {
  const { transport } = await open(response => {
    response.writeHead(409, { 'content-length': '1000' }).write('{"code":')
    setImmediate(() => response.destroy())
  })
  expect(await transport.exchange(write)).toMatchObject({ kind: 'answer', status: 409, text: '' })
})

test('a proxy that wants a password has not answered for the marketplace: its status is a stranger’s', async () => {
  const { transport } = await open(html(407))
  const outcome = await transport.exchange(write)
  expect(outcome).toMatchObject({ kind: 'answer', status: 407 })
  const reply = await judge(operations.createSupply, outcome, 1000)
  expect(reply).toEqual({ kind: 'unknown', why: 'stranger', status: 407 })
})
