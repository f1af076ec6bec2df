import type { Operation, RequestParts } from '../operations/operation.ts'
import { listIn } from '../schemas/list-schemas.ts'
import type { WireRequest } from './transport.ts'

/** A request as it travels: names in the path replaced, its query and JSON body attached. */
export function wireRequest(
  operation: Pick<Operation, 'method' | 'path' | 'reply'>,
  request: RequestParts
): WireRequest {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = request.path?.[name]
    if (value === undefined) throw new Error(`${operation.path} without ${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value))
  }
  const tail = query.size === 0 ? '' : `?${query.toString()}`
  return {
    method: operation.method,
    path: path + tail,
    body: request.body === undefined ? null : JSON.stringify(request.body),
    isLong: listIn(operation.reply) !== null
  }
}
