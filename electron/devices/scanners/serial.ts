import { SerialPort } from 'serialport'
import type { SerialScannerSetting } from '../../../shared/domain/scanning/scanners.ts'
import type { Clock, Log, ScannerPort } from '../../station/ports/ports.ts'
import { closedSoon } from '../within.ts'
import { createFramer } from './framing.ts'
import { deviceIdentity } from './device-identity.ts'
import { findSerialPort } from './find-serial.ts'
import { keepOpen, type SessionListener } from './keep-open.ts'

const WATCHDOG_MS = 400
const OPEN_LIMIT_MS = 5000

export interface SerialScannerOptions {
  readonly scanner: SerialScannerSetting
  readonly clock: Clock
  readonly log: Log
}

/** A scanner on a serial port (USB CDC or RS-232); when the port goes it is looked for again for ever. */
export function createSerialScanner({ scanner, clock, log }: SerialScannerOptions): ScannerPort {
  return keepOpen({ name: scanner.name, clock, log, open: listener => openSession(scanner, clock, listener) })
}

/** One opening of the port. A spent SerialPort lies about its state, so each session makes a new one. */
function openSession(scanner: SerialScannerSetting, clock: Clock, listener: SessionListener): () => Promise<void> {
  let ended = false
  let opened = false
  let port: SerialPort | null = null
  let cancelTimer: (() => void) | null = null
  const framer = createFramer({ ...scanner, clock, onFrame: listener.onFrame })

  function end(reason: string): Promise<void> {
    if (ended) return Promise.resolve()
    ended = true
    cancelTimer?.()
    framer.close()
    const closing = port ? closePort(port, clock) : Promise.resolve()
    listener.onEnd(opened, reason)
    return closing
  }

  async function open(): Promise<void> {
    const path = await findSerialPort(scanner)
    const identity = path === null ? null : await deviceIdentity(path)
    if (ended) return
    if (path === null || identity === null) return void end('no such device')
    cancelTimer = clock.after(OPEN_LIMIT_MS, () => void end('open took too long'))
    const { baudRate, dataBits, stopBits, parity } = scanner
    port = new SerialPort({ path, baudRate, dataBits, stopBits, parity, autoOpen: false })
    port.on('error', error => void end(error.message))
    port.on('close', () => void end('closed by the system'))
    port.on('data', (chunk: Buffer) => {
      if (!ended) framer.push(chunk)
    })
    port.open(error => openAnswered(error, path, identity))
  }

  function openAnswered(error: Error | null, path: string, identity: string): void {
    if (error) void end(error.message)
    else if (ended) {
      // It came after the limit: nobody waits for it any more.
      if (port) void closePort(port, clock)
    } else {
      cancelTimer?.()
      opened = true
      listener.onOpen(path)
      watch(path, identity)
    }
  }

  /** An unplugging in the first moments can leave the port "open" with a core busy for nothing. */
  function watch(path: string, identity: string): void {
    cancelTimer = clock.after(WATCHDOG_MS, () => void look(path, identity))
  }

  async function look(path: string, identity: string): Promise<void> {
    const now = await deviceIdentity(path)
    if (ended) return
    if (now === identity && port?.isOpen) watch(path, identity)
    else void end('the device is gone')
  }

  open().catch((error: unknown) => void end(String(error)))
  return () => end('stopped')
}

function closePort(port: SerialPort, clock: Clock): Promise<void> {
  if (!port.isOpen) return Promise.resolve()
  return closedSoon(clock, new Promise(resolve => port.close(() => resolve())))
}
