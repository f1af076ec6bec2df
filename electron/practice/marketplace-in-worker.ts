import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { MarketplaceOptions } from './marketplace/marketplace.ts'

/** The clocks stay in the worker: it uses the machine's own. */
export type WorkerMarketplaceOptions = Omit<MarketplaceOptions, 'now' | 'monotonic'>

export interface WorkerMarketplace {
  readonly url: string
  readonly token: string
  close(): Promise<void>
}

const startedSchema = z.object({ url: z.string(), token: z.string() })

/** Starts the practice marketplace in a worker thread; rejects when it fails to start. Its control goes over HTTP, `/practice/*`. */
export async function startMarketplaceInWorker(
  workerUrl: URL,
  options: WorkerMarketplaceOptions
): Promise<WorkerMarketplace> {
  const worker = new Worker(workerUrl, { workerData: options })
  const exited = new Promise<void>(resolve => worker.once('exit', () => resolve()))
  // `once` rejects by itself when the worker throws instead.
  const [message]: unknown[] = await once(worker, 'message')
  const started = startedSchema.parse(message)
  return {
    ...started,
    async close() {
      worker.postMessage('close')
      await exited
    }
  }
}
