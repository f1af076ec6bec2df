import type { IncomingMessage } from 'node:http'

const BODY_LIMIT = 2 * 1024 * 1024

/** The request's body as text; throws when it is over 2 MB or the connection broke. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > BODY_LIMIT) throw new Error('the body is over 2 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
