import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { StationApi } from '../../shared/contract/contract.ts'
import { parseShallow } from '../../shared/domain/shallow-json.ts'
import { oneATurn } from '../../shared/domain/one-a-turn.ts'
import type { StationMessage } from './wire.ts'

const callSchema = z.object({ id: z.number().int(), name: z.string().max(64), input: z.unknown().optional() })

/** A page that reads nothing while this much waits for it is cut off; it comes back and asks for the view anew. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024

/** Calls of one page that wait for their turn; beyond this nothing more is read of it until half of them are done. */
const MAX_CALLS = 64

/**
 * Carries the contract over one page's WebSocket: calls in, answers and events out. The view is sent first, so that a page
 * that comes back after a pause is never left with an old one. What is not a call of the contract closes the socket.
 */
export function servePage(socket: WebSocket, api: StationApi): void {
  function send(message: StationMessage): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate()
    else socket.send(JSON.stringify(message))
  }

  const page = randomUUID()
  const stop = api.on((event, payload) => {
    if (!('page' in payload) || payload.page === page) send({ event, payload })
  })
  const row = oneATurn(setImmediate)
  socket.on('close', () => {
    stop()
    api.left(page)
  })
  // An error is always followed by `close`, and there is nothing else to do about it.
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    row.add(() => take(isBinary ? null : data))
    if (row.length > MAX_CALLS) socket.pause()
  })

  function take(data: Buffer | null): void {
    if (row.length < MAX_CALLS / 2 && socket.isPaused) socket.resume()
    const call = data === null ? null : parseCall(data.toString('utf8'))
    if (call === null) {
      row.clear()
      return socket.close(1008, 'not a call')
    }
    void api.invoke(call.name, call.input, page).then(result => send({ id: call.id, result }))
  }

  void greet(api, send)
}

async function greet(api: StationApi, send: (message: StationMessage) => void): Promise<void> {
  const result = await api.invoke('view.get', undefined)
  if (result.ok) send({ event: 'view', payload: result.value })
}

function parseCall(text: string): z.output<typeof callSchema> | null {
  try {
    return callSchema.safeParse(parseShallow(text)).data ?? null
  } catch {
    return null
  }
}
