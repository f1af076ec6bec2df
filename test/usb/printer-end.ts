import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { startPrinterSimulator, type PrinterSimulator } from '../support/printer-simulator.ts'
import { until } from '../support/until.ts'

const DEVICE = '/dev/g_printer0'
const UDC = '/sys/kernel/config/usb_gadget/printer/UDC'
const LOOK_MS = 5

/** The printer at the far end of the USB cable: the simulator, its bytes carried to and from the gadget. */
export interface PrinterEnd {
  readonly simulator: PrinterSimulator
  /** Takes so many bytes more off the cable and then nothing for a time (ms), as a printer with a full buffer. */
  pauseAfter(bytes: number, ms: number): void
  unplug(): Promise<void>
  plug(): Promise<void>
  close(): Promise<void>
}

export async function startPrinterEnd(): Promise<PrinterEnd> {
  execFileSync('/bin/busybox', ['ifconfig', 'lo', 'up'])
  const simulator = await startPrinterSimulator({ answers: 'zebra', odometer: true })
  const controller = (await readFile(UDC, 'utf8')).trim()
  const buffer = Buffer.alloc(8192)
  let isPaused = false
  let pausing: { left: number; readonly ms: number } | null = null
  let file: number | null = null
  let wire: Socket | null = null

  function carry(): void {
    const socket = wire
    if (file === null || socket === null) return
    for (let more = !isPaused; more;) {
      const count = unlessBusy(file, one => readSync(one, buffer))
      more = count > 0
      if (more) socket.write(Buffer.from(buffer.subarray(0, count)))
      if (isPauseDue(count)) more = false
    }
    setTimeout(carry, LOOK_MS)
  }

  function isPauseDue(count: number): boolean {
    if (pausing === null) return false
    pausing.left -= count
    if (pausing.left > 0) return false
    setTimeout(() => (isPaused = false), pausing.ms)
    isPaused = true
    pausing = null
    return true
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
    await writeFile(`/sys/class/udc/${controller}/soft_connect`, 'disconnect')
    wire?.destroy()
    if (file !== null) closeSync(file)
    file = null
    wire = null
    await writeFile(UDC, '\n')
  }

  await open()
  return {
    simulator,
    pauseAfter: (left, ms) => void (pausing = { left, ms }),
    unplug,
    async plug() {
      await writeFile(UDC, controller)
      await open()
    },
    async close() {
      await unplug()
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
