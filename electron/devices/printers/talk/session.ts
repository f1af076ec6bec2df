import type { Clock, DeviceFault, DeviceWarning } from '../../../station/ports/ports.ts'
import type { ByteLink } from '../links/byte-link.ts'

/** What a printer says of itself. */
export interface Look {
  readonly fault: DeviceFault | null
  readonly warnings: readonly DeviceWarning[]
  /** Labels that it was given and has not printed; null if it does not say. */
  readonly waiting: number | null
}

/** One open link to a printer that may or may not answer, in the printer's language. */
export interface PrinterSession {
  readonly closed: boolean
  /** An answer may still come that would be taken for another's: only a new link helps. */
  readonly muddled: boolean
  /** Whether it ever told what it still has to print: then not to hear it is a sign. */
  readonly saysWaiting: boolean
  /** When the line will have carried all that it was given (monotonic ms, an estimate); in the past on a fast link. */
  lineFreeAt(): number
  /** What the printer says; null if nothing came within the time an answer takes, or the link went. */
  look(depth: 'brief' | 'whole'): Promise<Look | null>
  /** Labels printed in the printer's life; `unknown` if it does not count, null if it did not say in time. */
  odometer(): Promise<number | 'unknown' | null>
  /** True once every byte was taken by the system; false if the link went or stood still for `stallMs`. */
  write(bytes: Uint8Array, stallMs: number): Promise<boolean>
  /** Ends the link; open questions get null. */
  drop(): Promise<void>
}

/** The ways of printers to be asked. */
export type Dialect = 'zpl' | 'escpos'

/** Questions, answers and bytes over one link; what a dialect builds its session on. */
export interface Conversation<Reply> extends Pick<PrinterSession, 'closed' | 'lineFreeAt' | 'write' | 'drop'> {
  /** Sends a question and waits for the first reply that `pick` makes something of. */
  ask<T>(question: string, pick: (reply: Reply) => T | null): Promise<T | null>
}

const CHUNK_BYTES = 1024
/** How long an answer may take once the question has arrived (ms). */
const ANSWER_MS = 1500
/** The longest answer, on a line that is so slow that it counts. */
const ANSWER_BYTES = 128

/** Speaks over an open link; `reader` finds the replies in what comes back, however it is chunked (latin1). */
export function createConversation<Reply>(options: {
  readonly link: ByteLink
  readonly clock: Clock
  readonly reader: (onReply: (reply: Reply) => void) => (chunk: string) => void
}): Conversation<Reply> {
  const { link, clock, reader } = options
  const waiting = new Set<(reply: Reply | null) => void>()
  const read = reader(reply => {
    for (const settle of waiting) settle(reply)
  })
  let freeAt = clock.monotonic()
  link.onData(chunk => read(Buffer.from(chunk).toString('latin1')))
  link.onClosed(() => {
    for (const settle of waiting) settle(null)
  })

  function lineMs(bytes: number): number {
    return link.bytesPerSecond === undefined ? 0 : (bytes * 1000) / link.bytesPerSecond
  }

  /** Writes, and notes how long the line is busy with it: the system takes bytes long before a slow line has carried them. */
  function put(bytes: Uint8Array): Promise<boolean> {
    freeAt = Math.max(freeAt, clock.monotonic()) + lineMs(bytes.length)
    return link.write(bytes)
  }

  function untilLineFree(): number {
    return Math.max(0, freeAt - clock.monotonic())
  }

  /** One piece at a time, so that a printer with a full buffer holds us up instead of filling our memory. */
  function writeChunk(chunk: Uint8Array, stallMs: number): Promise<boolean> {
    if (link.closed) return Promise.resolve(false)
    return new Promise(resolve => {
      const written = put(chunk)
      const settle = (taken: boolean): void => {
        cancel()
        resolve(taken)
      }
      const cancel = clock.after(untilLineFree() + stallMs, () => settle(false))
      void written.then(settle)
    })
  }

  return {
    get closed() {
      return link.closed
    },
    lineFreeAt: () => freeAt,
    ask(question, pick) {
      if (link.closed) return Promise.resolve(null)
      return new Promise(resolve => {
        void put(Buffer.from(question, 'latin1'))
        const settle = (reply: Reply | null): void => {
          const picked = reply && pick(reply)
          if (reply && picked === null) return
          waiting.delete(settle)
          cancel()
          resolve(picked)
        }
        // Silence begins when the line is free of what was sent before, and the answer has to travel too.
        const cancel = clock.after(untilLineFree() + ANSWER_MS + lineMs(ANSWER_BYTES), () => settle(null))
        waiting.add(settle)
      })
    },
    async write(bytes, stallMs) {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        if (!(await writeChunk(bytes.subarray(at, at + CHUNK_BYTES), stallMs))) return false
      }
      return true
    },
    drop: () => link.close()
  }
}
