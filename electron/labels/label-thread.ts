import { Worker } from 'node:worker_threads'
import type { Log } from '../station/ports/ports.ts'
import { answerSchema, type Answer, type Done, type LabelJob } from './label-jobs.ts'

const WORK_LIMIT_MS = 10_000
/** A thread that does not get to its work, on a busy PC or asleep, is given so many times its limit by the clock. */
const CLOCK_TIMES = 12
/** So many times within the limit the thread's time is looked at. */
const LOOKS = 10

interface Waiting {
  readonly id: number
  readonly job: LabelJob
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

export interface LabelThread {
  work(job: LabelJob): Promise<Done>
  isClosed(): boolean
  close(): Promise<void>
}

/**
 * Draws labels in one worker thread, one after the other; the thread starts with the first label, and again after it
 * died or was stopped for taking too long. Work that fails rejects; the next is done all the same.
 */
export function createLabelThread(options: {
  readonly workerUrl: URL | string
  readonly log: Log
  /** Longest work on one label (ms of the thread's own CPU time, its start included); 10,000 unless told. */
  readonly limitMs?: number
}): LabelThread {
  const { workerUrl, log, limitMs = WORK_LIMIT_MS } = options
  let worker: Worker | null = null
  let current: Waiting | null = null
  let queue: Waiting[] = []
  let closed = false
  let nextId = 1
  let nextLook: NodeJS.Timeout | undefined
  let clockLimit: NodeJS.Timeout | undefined

  function startWorker(): Worker {
    const started = new Worker(workerUrl)
    started.on('message', (message: unknown) => answered(answerSchema.parse(message)))
    started.on('error', error => died(started, error.message))
    started.on('exit', code => died(started, `exit ${code}`))
    // The worker alone does not keep the program running.
    started.unref()
    return started
  }

  function answered(answer: Answer): void {
    if (answer.id !== current?.id) return
    if ('done' in answer) finish(waiting => waiting.resolve(answer.done))
    else finish(waiting => waiting.reject(new Error(`the label cannot be drawn: ${answer.error}`)))
  }

  function died(which: Worker, why: string): void {
    if (which !== worker) return
    worker = null
    if (!closed) log.warn({ why }, 'the label thread ended')
    finish(waiting => waiting.reject(new Error(`the label thread ended: ${why}`)))
  }

  function tookTooLong(): void {
    const stuck = worker
    worker = null
    log.warn({}, 'the label thread was stopped')
    void stuck?.terminate()
    finish(waiting => waiting.reject(new Error(`the label was not drawn in ${limitMs} ms`)))
  }

  /** Stops the thread when it has worked on this for too long. */
  async function watch(which: Worker, waiting: Waiting): Promise<void> {
    const before = await cpuMs(which)
    const look = async (): Promise<void> => {
      const used = (await cpuMs(which)) - before
      if (current !== waiting) return
      if (used >= limitMs) tookTooLong()
      else lookLater()
    }
    const lookLater = (): void => void (nextLook = setTimeout(() => void look(), limitMs / LOOKS))
    if (current === waiting) lookLater()
  }

  function stopWatching(): void {
    clearTimeout(nextLook)
    clearTimeout(clockLimit)
  }

  function finish(settle: (waiting: Waiting) => void): void {
    stopWatching()
    const waiting = current
    current = null
    if (waiting) settle(waiting)
    next()
  }

  function next(): void {
    if (current || closed) return
    const waiting = queue.shift()
    if (!waiting) return
    current = waiting
    clockLimit = setTimeout(tookTooLong, limitMs * CLOCK_TIMES)
    worker ??= startWorker()
    worker.postMessage({ id: waiting.id, job: waiting.job })
    void watch(worker, waiting)
  }

  return {
    work(job) {
      if (closed) return Promise.reject(new Error('the label thread is closed'))
      return new Promise((resolve, reject) => {
        queue.push({ id: nextId, job, resolve, reject })
        nextId += 1
        next()
      })
    },
    isClosed: () => closed,
    async close() {
      closed = true
      stopWatching()
      const left = [...(current ? [current] : []), ...queue]
      for (const waiting of left) waiting.reject(new Error('the label thread is closed'))
      current = null
      queue = []
      await worker?.terminate()
    }
  }
}

/** The CPU time that a thread has used (ms); none while it starts, or when it is gone. */
function cpuMs(worker: Worker): Promise<number> {
  return worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0
  )
}
