import type { Handle, WinspoolCalls } from '../../electron/devices/printers/queues/winspool-calls.ts'

/** Windows' print spooler in memory, with one queue, for what wine does not do: jobs that stay in the list. */
export interface WindowsQueue {
  readonly calls: WinspoolCalls
  /** Bytes of each job that is whole, by its id. */
  readonly documents: ReadonlyMap<number, Buffer>
  /** JOB_STATUS_… of a job; null takes it out of the list, as its printing or deletion does. */
  setJob(id: number, status: number | null): void
  /** PRINTER_STATUS_… and PRINTER_ATTRIBUTE_… of the queue. */
  setQueue(status: number, attributes?: number): void
  /** The service is stopped: nothing can be opened. */
  setRunning(running: boolean): void
  /** The next write takes so many bytes, then the disk of the spooler is full. */
  failAfter(bytes: number): void
  readonly isListed: (id: number) => boolean
  /** Handles that were opened and not closed. */
  readonly open: () => number
}

const PAUSED = 1
const DELETE = 5
const HANDLE: Handle = 7n

export function createWindowsQueue(name: string): WindowsQueue {
  const jobs = new Map<number, number>()
  const documents = new Map<number, Buffer>()
  let queue = { status: 0, attributes: 0 }
  let isRunning = true
  let room: number | null = null
  let writing: Buffer[] = []
  let lastId = 0
  let open = 0
  return {
    documents,
    setJob(id, status) {
      if (status === null) jobs.delete(id)
      else jobs.set(id, status)
    },
    setQueue: (status, attributes = 0) => void (queue = { status, attributes }),
    setRunning: running => void (isRunning = running),
    failAfter: bytes => void (room = bytes),
    isListed: id => jobs.has(id),
    open: () => open,
    calls: {
      names: () => Promise.resolve(isRunning ? [name] : []),
      open(wanted) {
        if (!isRunning || wanted !== name) return Promise.resolve(null)
        open += 1
        return Promise.resolve(HANDLE)
      },
      close() {
        open -= 1
        return Promise.resolve()
      },
      queue: () => Promise.resolve(isRunning ? queue : null),
      job(_, id) {
        const status = jobs.get(id)
        return Promise.resolve(status === undefined || !isRunning ? null : { status })
      },
      control(_, id, command) {
        const status = jobs.get(id)
        if (status === undefined) return Promise.resolve(false)
        if (command === DELETE) jobs.delete(id)
        else jobs.set(id, status | PAUSED)
        return Promise.resolve(true)
      },
      startDocument() {
        lastId += 1
        writing = []
        return Promise.resolve(lastId)
      },
      startPage: () => Promise.resolve(true),
      write(_, bytes) {
        if (room === 0) return Promise.resolve(null)
        // As little as it may take at once, so that the rest has to be offered again.
        const taken = Math.min(bytes.length, room ?? 1000, 1000)
        if (room !== null) room -= taken
        writing.push(Buffer.from(bytes.subarray(0, taken)))
        return Promise.resolve(taken)
      },
      endPage: () => Promise.resolve(true),
      endDocument() {
        documents.set(lastId, Buffer.concat(writing))
        jobs.set(lastId, 0)
        return Promise.resolve(true)
      },
      abort: () => Promise.resolve(true)
    }
  }
}
