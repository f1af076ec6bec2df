import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Outcome } from '../../../electron/api/wire/transport.ts'
import type { Reply } from '../../../electron/station/ports/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { everyCall } from './all-calls.ts'
import { connectTo } from './faulty-server.ts'
import { letRun } from './practice.ts'

/** Names that the documents use, so that a random answer comes near a right one. */
const NAMES = [
  'orders',
  'meta',
  'metaDetails',
  'results',
  'stickers',
  'supplies',
  'next',
  'id',
  'orderId',
  'orderID',
  'key',
  'value',
  'errors',
  'code',
  'detail',
  'message',
  'data',
  'title',
  'isError',
  'supplierStatus',
  'file',
  'skus',
  'createdAt',
  'ok',
  'Status'
]
const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string({ maxLength: 20 }),
  fc.constantFrom('StatusMismatch', '2026-01-15T09:00:00Z', 'confirm', 'x'.repeat(5000))
)
const { near } = fc.letrec<{ near: unknown }>(tie => ({
  near: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('near'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('near'), { maxKeys: 5 })
  )
}))
const text = fc.oneof(
  near.map(value => JSON.stringify(value)),
  near.map(value => JSON.stringify(value).slice(0, 12)),
  fc.constantFrom(
    '',
    '<html><body>Sign in</body></html>',
    '['.repeat(50_000),
    '\u0000\uFFFD',
    '{"orders":[{"id":1e999}]}'
  ),
  fc.string()
)
const answer: fc.Arbitrary<Outcome> = fc.record({
  kind: fc.constant('answer' as const),
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    fc.constantFrom(201, 204, 302, 400, 401, 402, 403, 404, 409, 429, 500, 502),
    fc.integer({ min: 100, max: 599 })
  ),
  headers: fc.dictionary(
    fc.constantFrom('x-ratelimit-remaining', 'x-ratelimit-retry', 'x-ratelimit-limit'),
    fc.string()
  ),
  text
})
const lost: fc.Arbitrary<Outcome> = fc.record({
  kind: fc.constant('lost' as const),
  sent: fc.boolean(),
  why: fc.constantFrom('timeout' as const, 'connection' as const, 'garbled' as const)
})

const nothing: Outcome = { kind: 'lost', sent: false, why: 'connection' }

/** Something that a person can be shown, whatever came. */
function isReadable(reply: Reply<unknown>): boolean {
  switch (reply.kind) {
    case 'ok':
      return true
    case 'retry':
      return reply.why.length > 0 && Number.isFinite(reply.inMs) && reply.inMs >= 0
    case 'refused':
      return reply.code.length <= 300 && reply.message.length <= 400
    case 'unknown':
      return reply.why.length > 0
    case 'blocked':
      return reply.detail.length <= 400
    case 'broken':
      return reply.field.length <= 100
  }
}

test.each(['seed', 'successor'] as const)(
  'whatever the %s edition answers, every call ends in words',
  async edition => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 9, arbitrary: answer }, lost), { minLength: 1, maxLength: 5 }),
        async outcomes => {
          let turn = 0
          const transport = {
            exchange: async () => outcomes[turn++ % outcomes.length] ?? nothing,
            close: async () => {}
          }
          const { asked, written, clock } = everyCall(transport, edition, quietLog)
          for (const call of asked) expect(isReadable(await letRun(clock, call(), 600_000))).toBe(true)
          for (const call of written) {
            const reply = await letRun(clock, call(), 600_000)
            expect(isReadable(reply)).toBe(true)
            // What a write has done is never taken for a broken answer, which could be thrown away.
            expect(reply.kind).not.toBe('broken')
          }
        }
      ),
      { numRuns: 100 }
    )
  },
  60_000
)

const head = (extra: string, body: Uint8Array) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n${extra}\r\n`), body])
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map(raw => Buffer.from(raw)),
  fc.uint8Array({ maxLength: 400 }).map(body => head('', body)),
  fc.uint8Array({ maxLength: 400 }).map(body => head('content-encoding: gzip\r\n', body)),
  text.map(body => head('content-encoding: gzip\r\n', gzipSync(body).subarray(0, 40))),
  fc.constantFrom(
    head('content-encoding: br\r\n', Buffer.from('{}')),
    head(
      'content-type: application/json; charset=windows-1251\r\n',
      Buffer.from([0x7b, 0x22, 0xef, 0xf0, 0x22, 0x3a, 0x31, 0x7d])
    ),
    Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
    Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\n{"a":1}'),
    Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'),
    Buffer.from(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    Buffer.from('SSH-2.0-OpenSSH_9.6\r\n'),
    Buffer.alloc(0)
  )
)

test('whatever bytes a server sends, the client answers and goes on', async () => {
  let say = Buffer.alloc(0)
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)))
    socket.on('data', () => socket.end(say))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const { client, clock } = connectTo(`http://127.0.0.1:${port}`, { totalMs: 500 })
  await fc.assert(
    fc.asyncProperty(bytes, async raw => {
      say = Buffer.from(raw)
      await clock.advance(60_000)
      const read = await client.dbs.newOrders()
      const write = await client.pickup.confirm([1])
      expect([isReadable(read), isReadable(write), write.kind === 'broken']).toEqual([true, true, false])
    }),
    { numRuns: 150 }
  )
  say = head('', Buffer.from('{"orders":[]}'))
  await clock.advance(60_000)
  expect(await client.dbs.newOrders()).toEqual({ kind: 'ok', value: [] })
})
