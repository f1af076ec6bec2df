import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import type { Clock, Log } from '../../../station/ports/ports.ts'
import { closedSoon } from '../../within.ts'
import type { ByteLink } from './byte-link.ts'
import { findLpPrinter } from './lp-printers.ts'

const READ_BYTES = 512
/** Looks for an answer: soon after something went out or came in, and ever more seldom; the last is the watchdog too. */
const FIRST_LOOK_MS = 2
const LAST_LOOK_MS = 250
/** Tries to get rid of bytes that the printer has no room for. */
const FIRST_TRY_MS = 1
const LAST_TRY_MS = 20

/**
 * Opens a link over `/dev/usb/lp*`, the node of Linux' own driver for USB printers; a printer whose serial number is known
 * is found on any of them. Null if it is not there, somebody else's, or no such node.
 */
export async function openLpLink(options: {
  readonly path: string
  readonly serialNumber: string | null
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}): Promise<ByteLink | null> {
  const { clock, log, signal } = options
  const path = await findLpPrinter(options)
  if (path === null || signal.aborted) return null
  // Blocking, a read or a write could hold one of Node's few threads for as long as the printer says or takes nothing.
  const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK).catch((error: unknown) => {
    log.warn({ path, error: String(error) }, 'printer node could not be opened')
    return null
  })
  if (file === null) return null
  if (!signal.aborted && (await file.stat()).isCharacterDevice()) return linkOver(file, clock)
  await file.close()
  return null
}

function linkOver(file: FileHandle, clock: Clock): ByteLink {
  const dataListeners: ((bytes: Uint8Array) => void)[] = []
  const closedListeners: (() => void)[] = []
  let ended: Promise<void> | null = null
  let answers = true
  let isLooking = false
  let lookMs = FIRST_LOOK_MS
  /** Pieces take turns: what one did not get rid of must go before anything else. */
  let turn: Promise<unknown> = Promise.resolve()
  let cancelLook = clock.after(lookMs, () => void look())

  function end(): Promise<void> {
    if (ended) return ended
    cancelLook()
    ended = file.close().catch(() => undefined)
    for (const listener of closedListeners) listener()
    return ended
  }

  function lookSoon(): void {
    lookMs = FIRST_LOOK_MS
    lookLater()
  }

  function lookLater(): void {
    cancelLook()
    cancelLook = clock.after(lookMs, () => void look())
  }

  async function look(): Promise<void> {
    // Two reads at once could swap what they read.
    if (isLooking) return lookLater()
    isLooking = true
    const found = await (answers ? readOnce() : isThere())
    isLooking = false
    if (ended) return
    switch (found) {
      case 'gone':
        return void end()
      case 'something':
        return lookSoon()
      case 'nothing':
        lookMs = Math.min(lookMs * 2, LAST_LOOK_MS)
        return lookLater()
    }
  }

  async function readOnce(): Promise<'something' | 'nothing' | 'gone'> {
    const buffer = Buffer.alloc(READ_BYTES)
    const count = await unlessBusy(async () => (await file.read(buffer, 0, READ_BYTES, null)).bytesRead)
    if (count === 'oneWay') answers = false
    if (typeof count !== 'number' || ended) return count === 'gone' ? 'gone' : 'nothing'
    if (count > 0) for (const listener of dataListeners) listener(buffer.subarray(0, count))
    return count > 0 ? 'something' : 'nothing'
  }

  /** Of a printer that never answers only a write finds out. */
  async function isThere(): Promise<'nothing' | 'gone'> {
    return (await writeOnce(Buffer.alloc(1), 1)) === 'gone' ? 'gone' : 'nothing'
  }

  /** Writes what is from `from` on, which may be nothing. */
  function writeOnce(bytes: Uint8Array, from: number): Promise<Tried> {
    return unlessBusy(async () => (await file.write(bytes, from, bytes.length - from, null)).bytesWritten)
  }

  /**
   * The driver takes a piece before the printer has it, and no other until then: a write of nothing tells when. One that
   * an unplugging broke off may look taken for a moment, until the driver knows of it: what comes next fails.
   */
  async function writeAll(bytes: Uint8Array): Promise<boolean> {
    let from = 0
    let tryMs = FIRST_TRY_MS
    while (!ended) {
      const count = await writeOnce(bytes, from)
      if (count === 'busy') {
        await new Promise<void>(resolve => void clock.after(tryMs, resolve))
        tryMs = Math.min(tryMs * 2, LAST_TRY_MS)
      } else if (typeof count === 'number') {
        if (from === bytes.length) {
          if (!ended) lookSoon()
          return true
        }
        from += count
        tryMs = FIRST_TRY_MS
      } else void end()
    }
    return false
  }

  return {
    get closed() {
      return ended !== null
    },
    write(bytes) {
      const result = turn.then(() => bytes.length === 0 || writeAll(bytes))
      turn = result
      return result
    },
    onData: listener => void dataListeners.push(listener),
    onClosed: listener => void closedListeners.push(listener),
    close: () => closedSoon(clock, end())
  }
}

/** How many bytes, or why none: later perhaps, the printer does not answer as a rule, or it has gone. */
type Tried = number | 'busy' | 'oneWay' | 'gone'

async function unlessBusy(work: () => Promise<number>): Promise<Tried> {
  try {
    return await work()
  } catch (error) {
    switch (error instanceof Error && 'code' in error ? error.code : null) {
      case 'EAGAIN':
      case 'EINTR':
        return 'busy'
      case 'EINVAL':
        return 'oneWay'
      default:
        return 'gone'
    }
  }
}
