import { createZebraReplyReader, type ZebraReply, type ZebraStatus } from '../../../shared/domain/zebra-status.ts'
import type { Clock } from '../../station/ports.ts'
import type { ByteLink } from './byte-link.ts'

/** One open link to a printer that may or may not answer. */
export interface PrinterSession {
  readonly closed: boolean
  /** The host status; null if none came within `withinMs` or the link went. */
  status(withinMs: number): Promise<ZebraStatus | null>
  /** Labels printed in the printer's life; `unknown` if it does not count, null if it did not say in time. */
  odometer(withinMs: number): Promise<number | 'unknown' | null>
  /** True once every byte was taken by the system; false if the link went or stood still for `stallMs`. */
  write(bytes: Uint8Array, stallMs: number): Promise<boolean>
  /** Ends the link; open questions get null. */
  drop(): Promise<void>
}

const CHUNK_BYTES = 1024
const ASK_STATUS = '~HS'
const ASK_ODOMETER = '! U1 getvar "odometer.total_label_count"\r\n'

/** Speaks with a printer over an open link. */
export function createSession(link: ByteLink, clock: Clock): PrinterSession {
  const waiting = new Set<(reply: ZebraReply | null) => void>()
  const read = createZebraReplyReader(reply => {
    for (const settle of waiting) settle(reply)
  })
  link.onData(chunk => read(Buffer.from(chunk).toString('latin1')))
  link.onClosed(() => {
    for (const settle of waiting) settle(null)
  })

  /** Sends a question and waits for the first reply that `pick` makes something of. */
  function ask<T>(question: string, withinMs: number, pick: (reply: ZebraReply) => T | null): Promise<T | null> {
    if (link.closed) return Promise.resolve(null)
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
      void link.write(Buffer.from(question))
    })
  }

  /** One piece at a time, so that a printer with a full buffer holds us up instead of filling our memory. */
  function writeChunk(chunk: Uint8Array, stallMs: number): Promise<boolean> {
    if (link.closed) return Promise.resolve(false)
    return new Promise(resolve => {
      const settle = (taken: boolean): void => {
        cancel()
        resolve(taken)
      }
      const cancel = clock.after(stallMs, () => settle(false))
      void link.write(chunk).then(settle)
    })
  }

  return {
    get closed() {
      return link.closed
    },
    status: withinMs => ask(ASK_STATUS, withinMs, reply => (reply.kind === 'status' ? reply.status : null)),
    odometer: withinMs => ask(ASK_ODOMETER, withinMs, reply => (reply.kind === 'variable' ? count(reply.value) : null)),
    async write(bytes, stallMs) {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        if (!(await writeChunk(bytes.subarray(at, at + CHUNK_BYTES), stallMs))) return false
      }
      return true
    },
    drop: () => link.close()
  }
}

function count(value: string): number | 'unknown' {
  return /^[0-9]{1,12}$/.test(value) ? Number(value) : 'unknown'
}
