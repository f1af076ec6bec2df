import { connect, type Socket } from 'node:net'
import { createZebraReplyReader, type ZebraReply } from '../../../shared/domain/zebra-status.ts'
import type { Clock } from '../../station/ports.ts'
import type { PrinterSession } from './session.ts'

const CONNECT_LIMIT_MS = 5000
/** Silence after which the system itself probes whether the printer is still there (ms). */
const KEEP_ALIVE_MS = 5000
const CLOSE_LIMIT_MS = 1000
const CHUNK_BYTES = 4096
const ASK_STATUS = '~HS'
const ASK_ODOMETER = '! U1 getvar "odometer.total_label_count"\r\n'

/** Opens a link to a network printer (raw port, 9100 as a rule); null if nobody answers there within 5 s. */
export function openTcpSession(options: {
  readonly host: string
  readonly port: number
  readonly clock: Clock
  readonly onClosed: () => void
  readonly signal: AbortSignal
}): Promise<PrinterSession | null> {
  const { host, port, clock, onClosed, signal } = options
  return new Promise(resolve => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS })
    const abandon = (): void => {
      socket.destroy()
    }
    const cancelLimit = clock.after(CONNECT_LIMIT_MS, abandon)
    signal.addEventListener('abort', abandon)
    let opened = false
    socket.on('error', () => undefined)
    socket.once('close', () => {
      cancelLimit()
      signal.removeEventListener('abort', abandon)
      if (opened) onClosed()
      else resolve(null)
    })
    socket.once('connect', () => {
      opened = true
      cancelLimit()
      resolve(sessionOver(socket, clock))
    })
    if (signal.aborted) abandon()
  })
}

function sessionOver(socket: Socket, clock: Clock): PrinterSession {
  const waiting = new Set<(reply: ZebraReply | null) => void>()
  const read = createZebraReplyReader(reply => {
    for (const settle of waiting) settle(reply)
  })
  socket.on('data', chunk => read(chunk.toString('latin1')))
  // A printer that hangs up has closed its half only; nothing more can be learnt from it.
  socket.once('end', () => socket.destroy())
  socket.once('close', () => {
    for (const settle of waiting) settle(null)
  })

  /** Sends a question and waits for the first reply that `pick` makes something of. */
  function ask<T>(question: string, withinMs: number, pick: (reply: ZebraReply) => T | null): Promise<T | null> {
    if (socket.destroyed) return Promise.resolve(null)
    return new Promise(resolve => {
      const settle = (reply: ZebraReply | null): void => {
        const picked = reply && pick(reply)
        if (reply && picked === null) return
        waiting.delete(settle)
        cancel()
        resolve(picked)
      }
      const cancel = clock.after(withinMs, () => settle(null))
      waiting.add(settle)
      socket.write(question)
    })
  }

  /** One piece at a time, so that a printer with a full buffer holds us up instead of filling our memory. */
  function writeChunk(chunk: Uint8Array, stallMs: number): Promise<boolean> {
    if (socket.destroyed) return Promise.resolve(false)
    return new Promise(resolve => {
      const settle = (taken: boolean): void => {
        cancel()
        socket.off('close', gone)
        resolve(taken)
      }
      const gone = (): void => settle(false)
      const cancel = clock.after(stallMs, gone)
      socket.once('close', gone)
      socket.write(chunk, error => settle(!error))
    })
  }

  return {
    get closed() {
      return socket.destroyed
    },
    status: withinMs => ask(ASK_STATUS, withinMs, reply => (reply.kind === 'status' ? reply.status : null)),
    odometer: withinMs => ask(ASK_ODOMETER, withinMs, reply => (reply.kind === 'variable' ? count(reply.value) : null)),
    async write(bytes, stallMs) {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        if (!(await writeChunk(bytes.subarray(at, at + CHUNK_BYTES), stallMs))) return false
      }
      return true
    },
    drop: () => dropSocket(socket, clock)
  }
}

function count(value: string): number | 'unknown' {
  return /^[0-9]{1,12}$/.test(value) ? Number(value) : 'unknown'
}

function dropSocket(socket: Socket, clock: Clock): Promise<void> {
  if (socket.closed) return Promise.resolve()
  return new Promise(resolve => {
    const cancel = clock.after(CLOSE_LIMIT_MS, resolve)
    socket.once('close', () => {
      cancel()
      resolve()
    })
    socket.destroy()
  })
}
