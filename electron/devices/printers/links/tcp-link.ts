import { connect, type Socket } from 'node:net'
import type { Clock } from '../../../station/ports/ports.ts'
import { closedSoon } from '../../within.ts'
import type { ByteLink } from './byte-link.ts'

const CONNECT_LIMIT_MS = 5000
/** Silence after which the system itself probes whether the printer is still there (ms). */
const KEEP_ALIVE_MS = 5000

/** Opens a link to a network printer (raw port, 9100 as a rule); null if nobody answers there within 5 s. */
export function openTcpLink(options: {
  readonly host: string
  readonly port: number
  readonly clock: Clock
  readonly signal: AbortSignal
}): Promise<ByteLink | null> {
  const { host, port, clock, signal } = options
  return new Promise(resolve => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS })
    const abandon = (): void => {
      socket.destroy()
    }
    const cancelLimit = clock.after(CONNECT_LIMIT_MS, abandon)
    signal.addEventListener('abort', abandon)
    socket.on('error', () => undefined)
    socket.once('close', () => {
      cancelLimit()
      signal.removeEventListener('abort', abandon)
      resolve(null)
    })
    socket.once('connect', () => {
      cancelLimit()
      resolve(linkOver(socket, clock))
    })
    if (signal.aborted) abandon()
  })
}

function linkOver(socket: Socket, clock: Clock): ByteLink {
  // A printer that hangs up has closed its half only; nothing more can be learnt from it.
  socket.once('end', () => socket.destroy())
  return {
    get closed() {
      return socket.destroyed
    },
    write: bytes => writeAll(socket, bytes),
    onData: listener => void socket.on('data', listener),
    onClosed: listener => void socket.once('close', listener),
    close: () => dropSocket(socket, clock)
  }
}

function writeAll(socket: Socket, bytes: Uint8Array): Promise<boolean> {
  return new Promise(resolve => {
    const gone = (): void => resolve(false)
    socket.once('close', gone)
    socket.write(bytes, error => {
      socket.off('close', gone)
      resolve(!error)
    })
  })
}

function dropSocket(socket: Socket, clock: Clock): Promise<void> {
  if (socket.closed) return Promise.resolve()
  const closing = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.destroy()
  return closedSoon(clock, closing)
}
