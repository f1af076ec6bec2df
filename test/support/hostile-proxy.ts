import { createServer, request as forward } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** Raw bytes in place of an answer; null: the connection is reset. */
type Bytes = Buffer | null

/** An answer with these bytes, whole. */
export function answer(status: string, headers: string, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body)
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${headers}content-length: ${bytes.length}\r\nconnection: close\r\n\r\n`),
    bytes
  ])
}

const PAGE = '<html><body>Sign in</body></html>'
const OTHER = { orders: [{ id: 'x' }], id: 5, supplies: {}, next: null, ids: 7, errors: 'none', meta: [1] }

/** What stands in the marketplace's place: truncated, of wrong types, huge, a page, wrongly encoded, or no HTTP at all. */
export const HOSTILITIES = {
  reset: null,
  nothing: Buffer.alloc(0),
  page: answer('200 OK', 'content-type: text/html\r\n', PAGE),
  gatewayPage: answer('502 Bad Gateway', 'content-type: text/html\r\n', PAGE),
  signIn: answer('302 Found', 'location: http://hotel.invalid/\r\n', PAGE),
  ill: answer('500 Internal Server Error', 'content-type: application/json\r\n', '{"code":7}'),
  wrongTypes: answer('200 OK', 'content-type: application/json\r\n', JSON.stringify(OTHER)),
  list: answer('200 OK', 'content-type: application/json\r\n', '[[],{"orders":null}]'),
  truncated: answer('200 OK', '', '{"orders":[{"id":41').subarray(0, -6),
  deep: answer('200 OK', '', '['.repeat(50_000)),
  huge: answer('200 OK', 'content-encoding: gzip\r\n', gzipSync(Buffer.alloc(17 * 1024 * 1024, 32))),
  damagedPacking: answer('200 OK', 'content-encoding: gzip\r\n', 'no gzip'),
  otherPacking: answer('200 OK', 'content-encoding: br\r\n', '{}'),
  otherAlphabet: answer('200 OK', 'content-type: application/json; charset=windows-1251\r\n', '\uFFFD{"\u0000":'),
  badChunks: Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
  longHeader: Buffer.from(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
  otherProtocol: Buffer.from('SSH-2.0-OpenSSH_9.6\r\n'),
  notFoundPage: answer('404 Not Found', 'content-type: text/html\r\n', PAGE)
} as const satisfies Record<string, Bytes>

export interface HostileReply {
  readonly bytes: Bytes
  /** Whether the marketplace gets the request all the same. */
  readonly arrives: boolean
}

export interface HostileProxy {
  readonly url: string
  /** One for each request to come that `which` takes, in this order, null lets it pass; the others pass too. */
  feed(replies: readonly (HostileReply | null)[], which?: (request: IncomingMessage) => boolean): void
  /** Replies not used yet. */
  left(): number
  /** From now on every request gets what `reply` gives; null: the marketplace answers again. */
  occupy(reply: (() => HostileReply) | null): void
  close(): Promise<void>
}

/** A proxy before the marketplace at `target` that answers in its place, before it acted or after. */
export async function startHostileProxy(target: string): Promise<HostileProxy> {
  const replies: (HostileReply | null)[] = []
  let takes: (request: IncomingMessage) => boolean = () => true
  let occupant: (() => HostileReply) | null = null
  const server = createServer((request, response) => {
    const reply = occupant?.() ?? (takes(request) ? replies.shift() : null) ?? null
    const { method = 'GET', headers, socket, url } = request
    if (reply !== null && !reply.arrives) {
      request.resume().on('end', () => say(socket, reply.bytes))
      return
    }
    const onward = forward(`${target}${url}`, { method, headers }, given => {
      if (reply === null) given.pipe(response.writeHead(given.statusCode ?? 500, given.headers))
      else given.resume().on('end', () => say(socket, reply.bytes))
    })
    onward.on('error', () => socket.destroy())
    request.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    feed: (more, which = () => true) => {
      replies.splice(0, replies.length, ...more)
      takes = which
    },
    left: () => replies.length,
    occupy: reply => {
      occupant = reply
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

function say(socket: Socket, bytes: Bytes): void {
  socket.on('error', () => undefined)
  if (bytes === null) socket.resetAndDestroy()
  else socket.end(bytes)
}
