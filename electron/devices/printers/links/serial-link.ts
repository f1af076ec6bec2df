import { SerialPort } from 'serialport'
import type { Clock } from '../../../station/ports/ports.ts'
import { deviceIdentity } from '../../scanners/device-identity.ts'
import { closedSoon } from '../../within.ts'
import type { ByteLink } from './byte-link.ts'

const OPEN_LIMIT_MS = 5000
const WATCHDOG_MS = 400
/** With its start and stop bits. */
const BITS_A_BYTE = 10

/** Opens a serial link (8-N-1; XON/XOFF, as label printers have it by default); null if it can't be within 5 s. */
export async function openSerialLink(options: {
  readonly path: string
  readonly baudRate: number
  readonly clock: Clock
  readonly signal: AbortSignal
}): Promise<ByteLink | null> {
  const { path, baudRate, clock, signal } = options
  const identity = await deviceIdentity(path)
  if (identity === null || signal.aborted) return null
  // A spent SerialPort lies about its state: every link has a new one.
  const port = new SerialPort({ path, baudRate, xon: true, xoff: true, autoOpen: false })
  port.on('error', () => undefined)
  const isOpen = await new Promise<boolean>(resolve => {
    const cancel = clock.after(OPEN_LIMIT_MS, () => resolve(false))
    port.open(error => {
      cancel()
      resolve(!error)
    })
  })
  if (isOpen && !signal.aborted)
    return linkOver(port, { path, identity, bytesPerSecond: baudRate / BITS_A_BYTE, clock })
  port.once('open', () => port.close())
  if (port.isOpen) port.close()
  return null
}

function linkOver(
  port: SerialPort,
  options: {
    readonly path: string
    readonly identity: string
    readonly bytesPerSecond: number
    readonly clock: Clock
  }
): ByteLink {
  const { path, identity, bytesPerSecond, clock } = options
  let closed = false
  const listeners = new Set<() => void>()
  let cancelWatch = watch()
  port.once('close', end)
  port.once('error', end)

  function end(): void {
    if (closed) return
    closed = true
    cancelWatch()
    if (port.isOpen) port.close(() => undefined)
    for (const listener of listeners) listener()
  }

  /** An unplugging in the first moments can leave the port "open" with a core busy for nothing. */
  function watch(): () => void {
    return clock.after(WATCHDOG_MS, () => void look())
  }

  async function look(): Promise<void> {
    const now = await deviceIdentity(path)
    if (closed) return
    if (now === identity && port.isOpen) cancelWatch = watch()
    else end()
  }

  function write(bytes: Uint8Array): Promise<boolean> {
    if (closed) return Promise.resolve(false)
    return new Promise(resolve => {
      const gone = (): void => resolve(false)
      listeners.add(gone)
      port.write(Buffer.from(bytes), error => {
        listeners.delete(gone)
        // The port says so by itself a moment later; whoever hears of the failed write may ask at once whether the link is there.
        if (error) end()
        resolve(!error)
      })
    })
  }

  return {
    get closed() {
      return closed
    },
    bytesPerSecond,
    write,
    onData: listener => void port.on('data', listener),
    onClosed: listener => void listeners.add(listener),
    close() {
      const closing = new Promise<void>(resolve => {
        if (port.isOpen) port.once('close', () => resolve())
        else resolve()
      })
      end()
      return closedSoon(clock, closing)
    }
  }
}
