import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { StationApi } from '../../shared/contract/contract.ts'
import type { StationMessage } from './wire.ts'

const callSchema = z.object({ id: z.number().int(), name: z.string().max(64), input: z.unknown().optional() })

/** A page that reads nothing while this much waits for it is cut off; it comes back and asks for the view anew. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024

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

  const stop = api.on((event, payload) => send({ event, payload }))
  socket.on('close', stop)
  // An error is always followed by `close`, and there is nothing else to do about it.
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const call = isBinary ? null : parseCall(data.toString('utf8'))
    if (call === null) return socket.close(1008, 'not a call')
    void api.invoke(call.name, call.input).then(result => send({ id: call.id, result }))
  })
  void greet(api, send)
}

async function greet(api: StationApi, send: (message: StationMessage) => void): Promise<void> {
  const result = await api.invoke('view.get', undefined)
  if (result.ok) send({ event: 'view', payload: result.value })
}

function parseCall(text: string): z.output<typeof callSchema> | null {
  try {
    return callSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
