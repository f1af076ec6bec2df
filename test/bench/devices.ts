import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { PrinterPort, ScannerPort } from '../../electron/station/ports/ports.ts'

/** Time between the packer's last beep and the next scan (ms): far quicker than any hand. */
const PACE_MS = 5
const PRINT_MS = 20

const frameSchema = z.object({ text: z.string(), sentAt: z.bigint() })

export interface BenchScanner extends ScannerPort {
  /** Lets the scanner read a text in a moment. */
  read(text: string): void
  /** When the frame that is being decided on left the scanner (ns, `process.hrtime`). */
  sentAt(): bigint
  /** The CPU time that the station's thread has spent on it since it came in (ms). */
  ownWork(): number
  close(): Promise<void>
}

/** A scanner whose frames come from another thread, so that a station that is busy is late, as it is with a real one. */
export function createBenchScanner(): BenchScanner {
  const thread = new Worker(new URL('scanner-thread.ts', import.meta.url))
  let sentAt = 0n
  let before = process.threadCpuUsage()
  return {
    name: 'bench',
    start({ onFrame, onState }) {
      thread.on('message', (message: unknown) => {
        const frame = frameSchema.parse(message)
        sentAt = frame.sentAt
        before = process.threadCpuUsage()
        onFrame(frame.text)
      })
      onState({ kind: 'ready' })
      return async () => void thread.removeAllListeners('message')
    },
    read: text => thread.postMessage({ text, afterMs: PACE_MS }),
    sentAt: () => sentAt,
    ownWork() {
      const { user, system } = process.threadCpuUsage(before)
      return (user + system) / 1000
    },
    close: () => thread.terminate().then(() => undefined)
  }
}

/** A printer that always prints. */
export function createBenchPrinter(): PrinterPort {
  return {
    name: 'bench',
    start(onState) {
      onState({ kind: 'ready' })
      return async () => undefined
    },
    print: () => new Promise(resolve => setTimeout(() => resolve({ kind: 'confirmed' }), PRINT_MS))
  }
}
