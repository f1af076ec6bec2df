import { HIDAsync } from 'node-hid'
import type { HidScannerSetting } from '../../../shared/domain/scanning/scanners.ts'
import type { Clock, Log, ScannerPort } from '../../station/ports/ports.ts'
import { closedSoon } from '../within.ts'
import { deviceIdentity } from './device-identity.ts'
import { keepOpen, type SessionListener } from './keep-open.ts'
import { findHidScanner } from './list-hid.ts'
import { createPosReader } from './pos-report.ts'

const WATCHDOG_MS = 400

export interface HidScannerOptions {
  readonly scanner: HidScannerSetting
  readonly clock: Clock
  readonly log: Log
}

/** A USB scanner in its HID POS mode; when it goes it is looked for again for ever. */
export function createHidScanner({ scanner, clock, log }: HidScannerOptions): ScannerPort {
  return keepOpen({ name: scanner.name, clock, log, open: listener => openSession(scanner, clock, listener) })
}

function openSession(scanner: HidScannerSetting, clock: Clock, listener: SessionListener): () => Promise<void> {
  let ended = false
  let opened = false
  let device: HIDAsync | null = null
  let cancelTimer: (() => void) | null = null

  function end(reason: string): Promise<void> {
    if (ended) return Promise.resolve()
    ended = true
    cancelTimer?.()
    const closing = device ? closeDevice(device, clock) : Promise.resolve()
    listener.onEnd(opened, reason)
    return closing
  }

  async function open(): Promise<void> {
    const path = await findHidScanner(scanner)
    if (ended) return
    if (path === null) return void end('no such device')
    const identity = await deviceIdentity(path)
    const opening = await HIDAsync.open(path)
    if (ended) return void closeDevice(opening, clock)
    device = opening
    const read = createPosReader(listener.onFrame)
    device.on('error', error => void end(String(error ?? 'unplugged')))
    // An unplugging may come as data that is nothing.
    device.on('data', (report: Uint8Array | undefined) => {
      if (report === undefined) void end('unplugged')
      else if (!ended) read(report)
    })
    opened = true
    listener.onOpen(path)
    if (process.platform === 'linux') watch(path, identity)
  }

  /** A read that never ends after an unplugging would leave the scanner "ready". */
  function watch(path: string, identity: string | null): void {
    cancelTimer = clock.after(WATCHDOG_MS, () => void look(path, identity))
  }

  async function look(path: string, identity: string | null): Promise<void> {
    const now = await deviceIdentity(path)
    if (ended) return
    if (now === identity) watch(path, identity)
    else void end('the device is gone')
  }

  open().catch((error: unknown) => void end(String(error)))
  return () => end('stopped')
}

/** What was unplugged may refuse to be closed, too. */
function closeDevice(device: HIDAsync, clock: Clock): Promise<void> {
  return closedSoon(
    clock,
    device.close().catch(() => undefined)
  )
}
