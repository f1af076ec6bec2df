import type { LibraryHandle } from 'koffi'

/** An open queue. */
export type Handle = bigint

export interface JobInfo {
  /** JOB_STATUS_… */
  readonly status: number
}

export interface QueueInfo {
  /** PRINTER_STATUS_… */
  readonly status: number
  /** PRINTER_ATTRIBUTE_… */
  readonly attributes: number
}

/** The part of Windows' print spooler that we use; every call runs on a thread of its own, for each may block. */
export interface WinspoolCalls {
  names(): Promise<readonly string[]>
  /** Null: no such queue, or nobody answers. */
  open(queue: string): Promise<Handle | null>
  close(handle: Handle): Promise<void>
  queue(handle: Handle): Promise<QueueInfo | null>
  /** Null: no such job (any more), or nobody answers. */
  job(handle: Handle, id: number): Promise<JobInfo | null>
  control(handle: Handle, id: number, command: number): Promise<boolean>
  /** The new job's id; null if it was refused. */
  startDocument(handle: Handle, name: string): Promise<number | null>
  startPage(handle: Handle): Promise<boolean>
  /** How many of the bytes were taken; null: an error, and no telling. */
  write(handle: Handle, bytes: Uint8Array): Promise<number | null>
  endPage(handle: Handle): Promise<boolean>
  endDocument(handle: Handle): Promise<boolean>
  /** Deletes what was written of an unfinished document. */
  abort(handle: Handle): Promise<boolean>
}

/** PRINTER_ENUM_LOCAL and PRINTER_ENUM_CONNECTIONS: queues of this PC, and those of others that it is joined to. */
const LOCAL_AND_CONNECTIONS = 2 | 4
/** A list that grows while it is asked for is asked for again, so many times. */
const LIST_TRIES = 3

/** Loads `winspool.drv` through koffi; on Windows only, and only when a print queue is wanted. */
export async function loadWinspool(): Promise<WinspoolCalls> {
  const { default: koffi } = await import('koffi')
  const library = koffi.load('winspool.drv')
  const text = 'str16'
  const number = 'uint32_t'
  const numberOut = koffi.out('uint32_t *')
  const pointer = 'void *'

  const documentInfo = koffi.struct({ name: text, file: text, datatype: text })
  const queueName = koffi.struct({ name: text, server: pointer, attributes: number })
  // PRINTER_INFO_2W and JOB_INFO_1W; of their texts none is read.
  const queueInfo = koffi.struct({
    texts: koffi.array(pointer, 7),
    mode: pointer,
    moreTexts: koffi.array(pointer, 4),
    security: pointer,
    attributes: number,
    priorities: koffi.array(number, 4),
    status: number,
    jobs: number,
    pagesPerMinute: number
  })
  const jobInfo = koffi.struct({ id: number, texts: koffi.array(pointer, 6), status: number })

  function declare(name: string, ...parameters: Parameters<LibraryHandle['func']>[3]): Call {
    return promised(library.func('__stdcall', name, 'uint32_t', parameters))
  }
  const enumPrinters = declare('EnumPrintersW', number, text, number, pointer, number, numberOut, numberOut)
  const openPrinter = declare('OpenPrinterW', text, koffi.out('void **'), pointer)
  const closePrinter = declare('ClosePrinter', pointer)
  const getPrinter = declare('GetPrinterW', pointer, number, pointer, number, numberOut)
  const getJob = declare('GetJobW', pointer, number, number, pointer, number, numberOut)
  const setJob = declare('SetJobW', pointer, number, number, pointer, number)
  const startDocument = declare('StartDocPrinterW', pointer, number, koffi.pointer(documentInfo))
  const startPage = declare('StartPagePrinter', pointer)
  const write = declare('WritePrinter', pointer, pointer, number, numberOut)
  const endPage = declare('EndPagePrinter', pointer)
  const endDocument = declare('EndDocPrinter', pointer)
  const abort = declare('AbortPrinter', pointer)

  /** Calls twice, as the spooler wants it: for the size, then for the contents; null if it refuses. */
  async function sized(call: (buffer: Buffer | null, size: number, needed: [number]) => Promise<number>) {
    const needed: [number] = [0]
    let buffer: Buffer | null = null
    for (let tries = 0; tries <= LIST_TRIES; tries += 1) {
      if ((await call(buffer, buffer?.length ?? 0, needed)) !== 0) return buffer ?? Buffer.alloc(0)
      if (needed[0] <= (buffer?.length ?? 0)) return null
      buffer = Buffer.alloc(needed[0])
    }
    return null
  }

  return {
    async names() {
      const count: [number] = [0]
      const list = await sized((buffer, size, needed) =>
        enumPrinters(LOCAL_AND_CONNECTIONS, null, 4, buffer, size, needed, count)
      )
      if (list === null) return []
      return Array.from({ length: count[0] }, (_, index) =>
        String(koffi.decode(list, index * queueName.size, queueName).name)
      )
    },
    async open(queue) {
      const handle: [Handle | null] = [null]
      return (await openPrinter(queue, handle, null)) === 0 ? null : handle[0]
    },
    async close(handle) {
      await closePrinter(handle)
    },
    async queue(handle) {
      const found = await sized((buffer, size, needed) => getPrinter(handle, 2, buffer, size, needed))
      if (found === null) return null
      const { status, attributes } = koffi.decode(found, queueInfo)
      return { status: Number(status), attributes: Number(attributes) }
    },
    async job(handle, id) {
      const found = await sized((buffer, size, needed) => getJob(handle, id, 1, buffer, size, needed))
      return found === null ? null : { status: Number(koffi.decode(found, jobInfo).status) }
    },
    control: async (handle, id, command) => (await setJob(handle, id, 0, null, command)) !== 0,
    startDocument: async (handle, name) =>
      (await startDocument(handle, 1, { name, file: null, datatype: 'RAW' })) || null,
    startPage: async handle => (await startPage(handle)) !== 0,
    async write(handle, bytes) {
      const taken: [number] = [0]
      return (await write(handle, bytes, bytes.length, taken)) === 0 ? null : taken[0]
    },
    endPage: async handle => (await endPage(handle)) !== 0,
    endDocument: async handle => (await endDocument(handle)) !== 0,
    abort: async handle => (await abort(handle)) !== 0
  }
}

type Call = (...values: readonly unknown[]) => Promise<number>

/** A number as the result, from a thread of koffi's. */
function promised(declared: ReturnType<LibraryHandle['func']>): Call {
  return (...values) =>
    new Promise((resolve, reject) => {
      declared.async(...values, (error: Error | null, result: unknown) => {
        if (error === null) resolve(Number(result))
        else reject(error)
      })
    })
}
