/** A scanner in a thread of its own: what it is told to read it sends after a moment, stamped with the time of sending. */
import { parentPort } from 'node:worker_threads'
import { z } from 'zod'

const orderSchema = z.object({ text: z.string(), afterMs: z.number() })

parentPort?.on('message', (message: unknown) => {
  const { text, afterMs } = orderSchema.parse(message)
  setTimeout(() => parentPort?.postMessage({ text, sentAt: process.hrtime.bigint() }), afterMs)
})
