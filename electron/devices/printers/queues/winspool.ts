import { startedOnce } from '../../../../shared/domain/started-once.ts'
import type { Cancelled, Handed, QueueJob, QueueState, Spooler } from './spooler.ts'
import { loadWinspool, type Handle, type QueueInfo, type WinspoolCalls } from './winspool-calls.ts'

/** The name that a person sees in the list of waiting documents. */
const DOCUMENT = 'Verstak'

const ATTRIBUTE_WORK_OFFLINE = 0x400
const QUEUE_PAUSED = 0x1
const QUEUE_DELETING = 0x4
const QUEUE_PAPER_OUT = 0x10 | 0x40
const QUEUE_DOOR_OPEN = 0x40_0000
/** PRINTER_STATUS_ERROR, OFFLINE, NOT_AVAILABLE, SERVER_OFFLINE. */
const QUEUE_UNREACHABLE = 0x2 | 0x80 | 0x1000 | 0x200_0000

const JOB_DELETING = 0x4
const JOB_PRINTING = 0x10
/** JOB_STATUS_PRINTED and COMPLETE: it is listed on where a queue keeps what it has printed. */
const JOB_DONE = 0x80 | 0x1000
const JOB_DELETED = 0x100
/** JOB_STATUS_PAUSED, ERROR, OFFLINE, PAPEROUT, BLOCKED_DEVQ, USER_INTERVENTION. */
const JOB_TROUBLE = 0x1 | 0x2 | 0x20 | 0x40 | 0x200 | 0x400

const CONTROL_PAUSE = 1
const CONTROL_DELETE = 5

/** The print service of Windows. A queue takes the bytes as they are (RAW), whatever the maker's driver would make of a page. */
export function createWinspool(load: () => Promise<WinspoolCalls> = loadWinspool): Spooler {
  const loaded = startedOnce(load)
  /** The last status of each job that is followed: how one ended can be told from nothing else. */
  const seen = new Map<string, number>()

  /** Runs `work` with the queue open; `otherwise` if it can't be opened. */
  async function withQueue<T>(
    queue: string,
    otherwise: T,
    work: (calls: WinspoolCalls, handle: Handle) => Promise<T>
  ): Promise<T> {
    const calls = await loaded()
    const handle = await calls.open(queue)
    if (handle === null) return otherwise
    try {
      return await work(calls, handle)
    } finally {
      await calls.close(handle)
    }
  }

  async function look(calls: WinspoolCalls, handle: Handle, jobId: string): Promise<QueueJob> {
    const before = seen.get(jobId) ?? 0
    const job = await calls.job(handle, Number(jobId))
    if (job !== null) {
      // Once it was printing it counts as begun, also when the spooler was started anew meanwhile.
      seen.set(jobId, job.status | (before & JOB_PRINTING))
      if ((job.status & (JOB_DELETING | JOB_DELETED)) !== 0) return 'ended'
      if ((job.status & JOB_DONE) !== 0 && (job.status & JOB_TROUBLE) === 0) return 'done'
      return ((job.status | before) & JOB_PRINTING) === 0 ? 'waiting' : 'sending'
    }
    if ((await calls.queue(handle)) === null) return 'noAnswer'
    // Windows drops a job from its list as soon as it is printed, and when somebody deletes it.
    return (before & (JOB_TROUBLE | JOB_DELETING)) === 0 ? 'done' : 'ended'
  }

  async function write(calls: WinspoolCalls, handle: Handle, bytes: Uint8Array): Promise<boolean> {
    let left = bytes
    while (left.length > 0) {
      const taken = await calls.write(handle, left)
      if (taken === null || taken === 0) return false
      left = left.subarray(taken)
    }
    return true
  }

  return {
    async queues() {
      return (await loaded()).names()
    },
    queueState: queue =>
      withQueue<QueueState>(queue, 'gone', async (calls, handle) => {
        const info = await calls.queue(handle)
        return info === null ? 'gone' : stateOf(info)
      }),
    hand: (queue, bytes) =>
      withQueue<Handed>(queue, { kind: 'refused' }, async (calls, handle) => {
        const id = await calls.startDocument(handle, DOCUMENT)
        if (id === null) return { kind: 'refused' }
        const isWhole =
          (await calls.startPage(handle)) && (await write(calls, handle, bytes)) && (await calls.endPage(handle))
        if (isWhole && (await calls.endDocument(handle))) return { kind: 'queued', jobId: String(id) }
        await calls.abort(handle)
        return { kind: 'unknown' }
      }),
    job: (queue, jobId) =>
      withQueue<QueueJob>(queue, 'noAnswer', async (calls, handle) => {
        const job = await look(calls, handle, jobId)
        if (job === 'done' || job === 'ended') seen.delete(jobId)
        return job
      }),
    cancel: (queue, jobId) =>
      withQueue<Cancelled>(queue, 'noAnswer', async (calls, handle) => {
        // A paused job is not begun between the look and the deletion.
        const isPaused = await calls.control(handle, Number(jobId), CONTROL_PAUSE)
        const job = await look(calls, handle, jobId)
        if (job === 'done' || job === 'noAnswer') return job
        const isDeleted = await calls.control(handle, Number(jobId), CONTROL_DELETE)
        seen.delete(jobId)
        if (job === 'ended') return 'ended'
        if (!isDeleted) return 'noAnswer'
        return isPaused && job === 'waiting' ? 'untouched' : 'ended'
      })
  }
}

function stateOf({ status, attributes }: QueueInfo): QueueState {
  if ((status & QUEUE_DELETING) !== 0) return 'gone'
  if ((status & QUEUE_PAUSED) !== 0) return 'stopped'
  if ((status & QUEUE_PAPER_OUT) !== 0) return 'paperOut'
  if ((status & QUEUE_DOOR_OPEN) !== 0) return 'headOpen'
  return (status & QUEUE_UNREACHABLE) !== 0 || (attributes & ATTRIBUTE_WORK_OFFLINE) !== 0 ? 'unreachable' : 'ready'
}
