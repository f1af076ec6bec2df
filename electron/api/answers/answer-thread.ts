import { setImmediate as breath } from 'node:timers/promises'
import { deserialize } from 'node:v8'
import { inflateRawSync } from 'node:zlib'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { z } from 'zod'
import { createAlike } from '../../../shared/domain/orders/alike.ts'
import type { Log, OddItem } from '../../station/ports/ports.ts'
import type { Operation, RequestParts } from '../operations/operation.ts'
import { partSchema, type Batch } from './answer-messages.ts'
import { listIn } from '../schemas/list-schemas.ts'
import type { Outline, Read } from './answers.ts'
import type { PackedBody } from './unpacked.ts'

/** Longest work on one answer (ms): 256 MiB take a slow PC a minute. */
const LIMIT_MS = 180_000
/** After so long without a long answer the thread ends, and its memory is free (ms). */
const IDLE_MS = 60_000
/** Its own heap (MB); what comes of an answer is kept outside of it. */
const HEAP_MB = 512

const UNREADABLE = { kind: 'misfit', field: 'body' } as const

export interface AnswerThread {
  /** Reads an answer in the thread and takes its items over in small batches; a thread that dies leaves it unreadable. */
  read<Request extends RequestParts, Answer>(
    operation: Operation<Request, Answer>,
    body: PackedBody,
    bearsLimits: boolean
  ): Promise<Read<Answer>>
  close(): Promise<void>
}

/** A worker thread for long answers; it starts with the first, and again after it died or was stopped for taking too long. */
export function createAnswerThread(options: { readonly workerUrl: URL; readonly log: Log }): AnswerThread {
  const { workerUrl, log } = options
  let worker: Worker | null = null
  let isClosed = false
  let idle: NodeJS.Timeout | undefined
  /** Ends an answer under way as unreadable. */
  const flights = new Set<() => void>()

  function startWorker(): Worker {
    const started = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    const died = (why: string): void => {
      if (worker !== started) return
      void stop()
      if (!isClosed) log.warn({ why }, 'the answer thread ended')
    }
    started.on('error', error => died(error.message))
    started.on('exit', code => died(`exit ${code}`))
    // The worker alone does not keep the program running.
    started.unref()
    return started
  }

  function stop(): Promise<unknown> {
    clearTimeout(idle)
    const stopped = worker
    worker = null
    for (const fail of flights) fail()
    return stopped?.terminate() ?? Promise.resolve()
  }

  return {
    async read(operation, body, bearsLimits) {
      if (isClosed) return UNREADABLE
      clearTimeout(idle)
      const { port1: port, port2 } = new MessageChannel()
      const arrived = receive(operation.reply, port, flights)
      const limit = setTimeout(() => {
        log.warn({ operation: operation.name }, 'the answer thread was stopped')
        void stop()
      }, LIMIT_MS)
      worker ??= startWorker()
      const { encoding, most } = body
      worker.postMessage({ operation: operation.name, encoding, most, bearsLimits, port: port2 }, [port2])
      await send(port, body.chunks)
      const read = await arrived
      clearTimeout(limit)
      if (flights.size === 0 && !isClosed) idle = setTimeout(() => void stop(), IDLE_MS).unref()
      return read
    },
    async close() {
      isClosed = true
      await stop()
    }
  }
}

/** Hands the chunks over one by one, with breaks: here nothing is left of them. */
async function send(port: MessagePort, chunks: Buffer<ArrayBuffer>[]): Promise<void> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
    port.postMessage(chunk, [chunk.buffer])
    await breath()
  }
  port.postMessage('end')
}

/** What comes of one answer, a batch at a time; it is unreadable when what is put into `flights` is called. */
function receive<Answer>(reply: z.ZodType<Answer>, port: MessagePort, flights: Set<() => void>): Promise<Read<Answer>> {
  const place = listIn(reply)
  const odd: OddItem[] = []
  const alike = createAlike()
  let outline: Outline<Answer> = UNREADABLE
  return new Promise(resolve => {
    function end(): void {
      flights.delete(fail)
      port.close()
      resolve(outline.kind === 'ok' ? { ...outline, odd } : outline)
    }
    function fail(): void {
      outline = UNREADABLE
      end()
    }
    function take(part: z.infer<typeof partSchema>): void {
      switch (part.kind) {
        case 'outline':
          // The thread has read it by the schema of this very operation.
          outline = part.outline as Outline<Answer>
          return outline.kind === 'ok' ? more() : end()
        case 'batch': {
          const batch = deserialize(inflateRawSync(part.bytes)) as Batch
          batch.items.forEach(alike)
          if (outline.kind === 'ok') place?.fill(outline.value, batch.items)
          odd.push(...batch.odd)
          return more()
        }
        case 'end':
          return end()
      }
    }
    // Not at once: the next would come in the same turn, and all that follow.
    const more = (): void => void setImmediate(() => port.postMessage('more'))
    flights.add(fail)
    port.on('message', (message: unknown) => take(partSchema.parse(message)))
  })
}
