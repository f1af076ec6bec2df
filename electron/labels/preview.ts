import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { StickerSize } from '../../shared/domain/media.ts'
import type { Log } from '../station/ports.ts'
import { DOTS_PER_MM, mediaDots } from './media.ts'

const DRAW_LIMIT_MS = 5000

const answerSchema = z.union([
  z.object({ id: z.number(), png: z.string() }),
  z.object({ id: z.number(), error: z.string() })
])

interface Job {
  readonly id: number
  readonly zpl: string
  readonly width: number
  readonly height: number
  readonly resolve: (png: string) => void
  readonly reject: (error: Error) => void
}

export interface Previewer {
  preview(zpl: Uint8Array, media: StickerSize): Promise<string>
  close(): Promise<void>
}

/**
 * Draws labels in one worker thread, one after the other; the thread starts with the first label, and again after it
 * died or was stopped for taking too long. A preview that fails rejects; the next one is drawn all the same.
 */
export function createPreviewer(options: {
  readonly workerUrl: URL | string
  readonly log: Log
  /** Longest drawing of one label (ms), the thread's start included; 5000 unless told. */
  readonly limitMs?: number
}): Previewer {
  const { workerUrl, log, limitMs = DRAW_LIMIT_MS } = options
  let worker: Worker | null = null
  let current: Job | null = null
  let queue: Job[] = []
  let closed = false
  let nextId = 1
  let limit: NodeJS.Timeout | undefined

  function startWorker(): Worker {
    const started = new Worker(workerUrl)
    started.on('message', (message: unknown) => answered(answerSchema.parse(message)))
    started.on('error', error => died(started, error.message))
    started.on('exit', code => died(started, `exit ${code}`))
    // The worker alone does not keep the program running.
    started.unref()
    return started
  }

  function answered(answer: z.infer<typeof answerSchema>): void {
    if (answer.id !== current?.id) return
    if ('png' in answer) finish(job => job.resolve(answer.png))
    else finish(job => job.reject(new Error(`the label cannot be drawn: ${answer.error}`)))
  }

  function died(which: Worker, why: string): void {
    if (which !== worker) return
    worker = null
    if (!closed) log.warn({ why }, 'the preview thread ended')
    finish(job => job.reject(new Error(`the preview thread ended: ${why}`)))
  }

  function tookTooLong(): void {
    const stuck = worker
    worker = null
    log.warn({}, 'the preview thread was stopped')
    void stuck?.terminate()
    finish(job => job.reject(new Error(`the label was not drawn in ${limitMs} ms`)))
  }

  function finish(settle: (job: Job) => void): void {
    clearTimeout(limit)
    const job = current
    current = null
    if (job) settle(job)
    next()
  }

  function next(): void {
    if (current || closed) return
    const job = queue.shift()
    if (!job) return
    current = job
    limit = setTimeout(tookTooLong, limitMs)
    worker ??= startWorker()
    worker.postMessage({ id: job.id, zpl: job.zpl, width: job.width, height: job.height })
  }

  return {
    preview(zpl, media) {
      if (closed) return Promise.reject(new Error('previews are closed'))
      return new Promise((resolve, reject) => {
        const text = new TextDecoder().decode(zpl)
        queue.push({ id: nextId, zpl: text, ...sizeInMm(text, media), resolve, reject })
        nextId += 1
        next()
      })
    },
    async close() {
      closed = true
      clearTimeout(limit)
      for (const job of [...(current ? [current] : []), ...queue]) job.reject(new Error('previews are closed'))
      current = null
      queue = []
      await worker?.terminate()
    }
  }
}

/** Upright if the label is exactly the media turned by a quarter; otherwise as the media lies. */
function sizeInMm(zpl: string, media: StickerSize): { readonly width: number; readonly height: number } {
  const { width, height } = mediaDots(media)
  const isUpright = zpl.startsWith(`^XA^PW${height}^LL${width}`)
  const [across, down] = isUpright ? [height, width] : [width, height]
  return { width: across / DOTS_PER_MM, height: down / DOTS_PER_MM }
}
