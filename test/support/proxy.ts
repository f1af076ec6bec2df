import { createServer, request as forward } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface Proxy {
  readonly url: string
  /** Request lines that came in: `CONNECT host:port`, `GET http://host/path`. */
  readonly seen: readonly string[]
  close(): Promise<void>
}

export type ProxyWay =
  /** To the one server there is, whatever host is asked for. */
  | { readonly kind: 'pass'; readonly targetPort: number }
  | { readonly kind: 'wantsPassword' }
  | { readonly kind: 'drops' }
  | { readonly kind: 'silent' }

/** A proxy on the loopback that forwards plain requests and tunnels the others. */
export async function startProxy(way: ProxyWay): Promise<Proxy> {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const hold = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    if (way.kind === 'silent') return
    if (way.kind === 'drops') return void request.socket.destroy()
    if (way.kind === 'wantsPassword') return void response.writeHead(407).end()
    const { method = 'GET', headers } = request
    const { pathname, search } = new URL(request.url ?? '')
    const onward = forward({ host: '127.0.0.1', port: way.targetPort, path: pathname + search, method, headers })
    onward.on('response', answer => answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers)))
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  })
  server.on('connection', hold)
  server.on('connect', (request, near: Socket) => {
    seen.push(`CONNECT ${request.url}`)
    if (way.kind === 'silent') return
    if (way.kind === 'drops') return void near.destroy()
    if (way.kind === 'wantsPassword') return void near.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const far = connect(way.targetPort, '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      near.pipe(far).pipe(near)
    })
    hold(far)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      })
  }
}
