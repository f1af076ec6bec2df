import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface FaultyServer {
  readonly url: string
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

export type Answer = (response: ServerResponse, seen: Seen, request: IncomingMessage) => void

/** A server that does to every request what `answer` says, on a port of its own. */
export async function startFaultyServer(answer: Answer): Promise<FaultyServer> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8')
      }
      seen.push(one)
      answer(response, one, request)
    })
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
        server.closeAllConnections()
      })
  }
}

/** Answers with `status` and JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return response =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Answers with `status` and a page, as proxies do. */
export function html(status: number, headers: Record<string, string> = {}): Answer {
  return response =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html>Sign in</html>')
}
