import { SerialPort } from 'serialport'
import type { Clock, DeviceState, Log, ScannerPort } from '../../station/ports.ts'
import { createFramer } from './framing.ts'
import { deviceIdentity } from './device-identity.ts'

/** A scanner without a suffix ends its frame by falling silent this long (ms): several times a USB adapter's latency. */
const FRAME_PAUSE_MS = 120
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 2000
const WATCHDOG_MS = 400
const OPEN_LIMIT_MS = 5000
const CLOSE_LIMIT_MS = 1000

export interface SerialScannerOptions {
  readonly path: string
  readonly baudRate: number
  readonly clock: Clock
  readonly log: Log
}

/** A scanner on a serial port (USB CDC or RS-232, 8-N-1); when the port goes it is tried again for ever. */
export function createSerialScanner(options: SerialScannerOptions): ScannerPort {
  return { name: options.path, start: listener => run(options, listener) }
}

type Listener = Parameters<ScannerPort['start']>[0]

function run({ path, baudRate, clock, log }: SerialScannerOptions, listener: Listener): () => Promise<void> {
  let stopped = false
  let said: DeviceState | null = null
  let retryMs = FIRST_RETRY_MS
  let cancelRetry: (() => void) | null = null
  let closeSession: (() => Promise<void>) | null = null

  function say(state: DeviceState): void {
    if (stopped || JSON.stringify(state) === JSON.stringify(said)) return
    said = state
    listener.onState(state)
  }

  function connect(): void {
    closeSession = openSession(
      { path, baudRate, clock },
      {
        onFrame: listener.onFrame,
        onOpen() {
          retryMs = FIRST_RETRY_MS
          log.info({ path }, 'scanner opened')
          say({ kind: 'ready' })
        },
        onEnd(wasOpen, reason) {
          if (wasOpen) log.warn({ path, reason }, 'scanner lost')
          else log.debug({ path, reason }, 'scanner did not open')
          say({ kind: 'fault', fault: wasOpen || isLost(said) ? 'lost' : 'unreachable' })
          if (stopped) return
          cancelRetry = clock.after(retryMs, connect)
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
        }
      }
    )
  }

  say({ kind: 'connecting' })
  connect()
  return async () => {
    stopped = true
    cancelRetry?.()
    await closeSession?.()
  }
}

function isLost(state: DeviceState | null): boolean {
  return state?.kind === 'fault' && state.fault === 'lost'
}

interface SessionListener {
  readonly onFrame: (text: string) => void
  readonly onOpen: () => void
  /** Once, whatever the end: not opened, unplugged, dead. */
  readonly onEnd: (wasOpen: boolean, reason: string) => void
}

/** One opening of the port. A spent SerialPort lies about its state, so each session makes a new one. */
function openSession(
  { path, baudRate, clock }: Omit<SerialScannerOptions, 'log'>,
  listener: SessionListener
): () => Promise<void> {
  let ended = false
  let opened = false
  let port: SerialPort | null = null
  let cancelTimer: (() => void) | null = null
  const framer = createFramer({ clock, pauseMs: FRAME_PAUSE_MS, onFrame: listener.onFrame })

  function end(reason: string): Promise<void> {
    if (ended) return Promise.resolve()
    ended = true
    cancelTimer?.()
    framer.reset()
    const closing = port ? closePort(port, clock) : Promise.resolve()
    listener.onEnd(opened, reason)
    return closing
  }

  async function open(): Promise<void> {
    const identity = await deviceIdentity(path)
    if (ended) return
    if (identity === null) return void end('no such device')
    cancelTimer = clock.after(OPEN_LIMIT_MS, () => void end('open took too long'))
    port = new SerialPort({ path, baudRate, autoOpen: false })
    port.on('error', error => void end(error.message))
    port.on('close', () => void end('closed by the system'))
    port.on('data', (chunk: Buffer) => {
      if (!ended) framer.push(chunk)
    })
    port.open(error => openAnswered(error, identity))
  }

  function openAnswered(error: Error | null, identity: string): void {
    if (error) void end(error.message)
    else if (ended) {
      // It came after the limit: nobody waits for it any more.
      if (port) void closePort(port, clock)
    } else {
      cancelTimer?.()
      opened = true
      listener.onOpen()
      watch(identity)
    }
  }

  /** An unplugging in the first moments can leave the port "open" with a core busy for nothing. */
  function watch(identity: string): void {
    cancelTimer = clock.after(WATCHDOG_MS, () => void look(identity))
  }

  async function look(identity: string): Promise<void> {
    const now = await deviceIdentity(path)
    if (ended) return
    if (now === identity && port?.isOpen) watch(identity)
    else void end('the device is gone')
  }

  open().catch((error: unknown) => void end(String(error)))
  return () => end('stopped')
}

/** Bounded, because a port whose device has gone may never say that it closed. */
function closePort(port: SerialPort, clock: Clock): Promise<void> {
  if (!port.isOpen) return Promise.resolve()
  return new Promise(resolve => {
    const cancel = clock.after(CLOSE_LIMIT_MS, resolve)
    port.close(() => {
      cancel()
      resolve()
    })
  })
}
