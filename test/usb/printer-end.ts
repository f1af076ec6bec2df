import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { startPrinterSimulator, type PrinterSimulator } from '../support/printer-simulator.ts'
import { until } from '../support/until.ts'
import { cableOf } from './gadget.ts'

const DEVICE = '/dev/g_printer0'
const LOOK_MS = 10

/** The printer at the far end of the USB cable: the simulator, its bytes carried to and from the gadget. */
export interface PrinterEnd {
  readonly simulator: PrinterSimulator
  /** Settles when so many bytes more have come off the cable. */
  taken(bytes: number): Promise<void>
  /** Takes so many bytes more off the cable and then nothing for a time (ms), as a printer with a full buffer; until it is unplugged at the latest. */
  pauseAfter(bytes: number, ms: number): Promise<void>
  unplug(): Promise<void>
  plug(): Promise<void>
  /** Leaves it plugged in, with nobody there. */
  close(): Promise<void>
}

export async function startPrinterEnd(): Promise<PrinterEnd> {
  execFileSync('/bin/busybox', ['ifconfig', 'lo', 'up'])
  const simulator = await startPrinterSimulator({ answers: 'zebra', odometer: true })
  const cable = await cableOf('printer')
  const buffer = Buffer.alloc(8192)
  let total = 0
  let watched: { readonly total: number; readonly reached: () => void } | null = null
  let resume: NodeJS.Timeout | null = null
  let file: number | null = null
  let wire: Socket | null = null

  function carry(): void {
    const socket = wire
    if (file === null || socket === null) return
    for (let more = resume === null; more;) {
      const count = unlessBusy(file, one => readSync(one, buffer))
      if (count > 0) socket.write(Buffer.from(buffer.subarray(0, count)))
      total += count
      if (watched !== null && total >= watched.total) {
        watched.reached()
        watched = null
      }
      more = count > 0 && resume === null
    }
    setTimeout(carry, LOOK_MS)
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
    watched = null
    endPause()
    await cable.unplug()
  }

  await open()
  return {
    simulator,
    taken: bytes => new Promise(reached => void (watched = { total: total + bytes, reached })),
    pauseAfter: (bytes, ms) =>
      new Promise(resolve => {
        const reached = (): void => {
          resume = setTimeout(endPause, ms)
          resolve()
        }
        watched = { total: total + bytes, reached }
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
