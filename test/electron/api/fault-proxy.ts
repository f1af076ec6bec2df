import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'

export type Fault =
  | 'none'
  /** The connection is reset before the request reaches the marketplace, or instead of its reply. */
  | 'resetBefore'
  | 'resetAfter'
  /** The reply begins and stops in its middle. */
  | 'tornReply'
  /** Nothing comes back, and the request did or did not arrive. */
  | 'silentBefore'
  | 'silentAfter'
  /** A gateway answers in the marketplace's place. */
  | 'badBefore'
  | 'badAfter'

export interface FaultProxy {
  readonly url: string
  /** The next request meets this, the ones after it pass, and before it those to the path `sparing`. */
  setNext(fault: Fault, sparing?: string): void
  close(): Promise<void>
}

/** A proxy before the marketplace at `target` that spoils one request at a time. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let next: Fault = 'none'
  let spared: string | undefined

  function spoil(fault: Fault, request: IncomingMessage, response: ServerResponse, reply: Buffer | null): void {
    switch (fault) {
      case 'resetBefore':
      case 'resetAfter':
        request.socket.resetAndDestroy()
        break
      case 'tornReply':
        response.writeHead(200, { 'content-length': String((reply?.length ?? 0) + 100) }).write(reply ?? '')
        setImmediate(() => request.socket.destroy())
        break
      case 'badBefore':
      case 'badAfter':
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>')
        break
      default:
    }
  }

  const server = createServer((request, response) => {
    const fault = request.url === spared ? 'none' : next
    if (fault === next) next = 'none'
    if (fault.endsWith('Before')) {
      request.resume().on('end', () => spoil(fault, request, response, null))
      return
    }
    const { method, headers } = request
    const onward = forward(`${target}${request.url}`, { method: method ?? 'GET', headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        if (fault !== 'none') return spoil(fault, request, response, body)
        response.writeHead(answer.statusCode ?? 500, answer.headers).end(body)
      })
    })
    request.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    setNext: (fault, sparing) => {
      next = fault
      spared = sparing
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
