import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { startPrinterSimulator, type PrinterSimulator } from '../support/printer-simulator.ts'
import { until } from '../support/until.ts'
import { cableOf } from './gadget.ts'

const DEVICE = '/dev/g_printer0'
const LOOK_MS = 10
const NOTHING = Buffer.alloc(0)

/** The printer at the far end of the USB cable: the simulator, its bytes carried to and from the gadget. */
export interface PrinterEnd {
  readonly simulator: PrinterSimulator
  /** Settles when the printer has so many bytes of the next label. */
  taken(bytes: number): Promise<void>
  /** Takes so many bytes of the next label and then nothing for a time (ms) or until it is unplugged, as with a full buffer. */
  pauseAfter(bytes: number, ms: number): Promise<void>
  unplug(): Promise<void>
  plug(): Promise<void>
  /** Leaves it plugged in, with nobody there. */
  close(): Promise<void>
}

interface Mark {
  readonly bytes: number
  /** Null until the label begins: what comes before are questions. */
  left: number | null
  readonly reached: () => void
}

export async function startPrinterEnd(): Promise<PrinterEnd> {
  execFileSync('/bin/busybox', ['ifconfig', 'lo', 'up'])
  const simulator = await startPrinterSimulator({ answers: 'zebra', odometer: true })
  const cable = await cableOf('printer')
  const buffer = Buffer.alloc(8192)
  let mark: Mark | null = null
  let resume: NodeJS.Timeout | null = null
  /** Off the cable, and not looked at yet. */
  let held: Buffer = NOTHING
  let file: number | null = null
  let wire: Socket | null = null

  function carry(): void {
    const socket = wire
    if (file === null || socket === null) return
    for (let bytes = next(file); bytes.length > 0; bytes = next(file)) {
      const count = upToMark(bytes)
      socket.write(bytes.subarray(0, count))
      held = bytes.subarray(count)
    }
    setTimeout(carry, LOOK_MS)
  }

  function next(file: number): Buffer {
    if (resume !== null) return NOTHING
    if (held.length > 0) return held
    const count = unlessBusy(file, one => readSync(one, buffer))
    return Buffer.from(buffer.subarray(0, count))
  }

  /** How many of these bytes the printer gets before something is to happen. */
  function upToMark(bytes: Buffer): number {
    if (mark === null) return bytes.length
    if (mark.left === null) {
      const begin = bytes.indexOf('^XA')
      if (begin < 0) return bytes.length
      mark.left = begin + mark.bytes
    }
    const { left, reached } = mark
    mark = left > bytes.length ? { ...mark, left: left - bytes.length } : null
    if (mark === null) reached()
    return Math.min(left, bytes.length)
  }

  function endPause(): void {
    if (resume !== null) clearTimeout(resume)
    resume = null
  }

  async function answer(bytes: Buffer): Promise<void> {
    for (let rest = bytes; rest.length > 0;) {
      const open = file
      if (open === null) return
      const count = unlessBusy(open, one => writeSync(one, rest))
      rest = rest.subarray(count)
      if (count === 0) await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    }
  }

  async function open(): Promise<void> {
    file = await until('the gadget', () => {
      try {
        return openSync(DEVICE, constants.O_RDWR | constants.O_NONBLOCK)
      } catch {
        return null
      }
    })
    wire = connect(simulator.port, '127.0.0.1')
    wire.on('data', bytes => void answer(bytes))
    carry()
  }

  async function unplug(): Promise<void> {
    // Unbinding it while it is open would bring the kernel down.
    await cable.disconnect()
    wire?.destroy()
    if (file !== null) closeSync(file)
    file = null
    wire = null
    mark = null
    held = NOTHING
    endPause()
    await cable.unplug()
  }

  await open()
  return {
    simulator,
    taken: bytes => new Promise(reached => void (mark = { bytes, left: null, reached })),
    pauseAfter: (bytes, ms) =>
      new Promise(resolve => {
        const reached = (): void => {
          resume = setTimeout(endPause, ms)
          resolve()
        }
        mark = { bytes, left: null, reached }
      }),
    unplug,
    async plug() {
      await cable.plug()
      await open()
    },
    async close() {
      await unplug()
      await cable.plug()
      await simulator.close()
    }
  }
}

function unlessBusy(file: number, work: (file: number) => number): number {
  try {
    return work(file)
  } catch {
    return 0
  }
}
