import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPrinter } from '../../../electron/devices/printers/create-printer.ts'
import type { DeviceState } from '../../../electron/station/ports/ports.ts'
import { startPrinterSimulator } from '../../support/printer-simulator.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { scaledClock } from '../../support/scaled-clock.ts'
import { startSlowLine } from '../../support/slow-line.ts'
import { until } from '../../support/until.ts'

const LABEL = new TextEncoder().encode('^XA^CI28^FO10,10^FDПривет^FS^XZ')
const BAUD_RATES = [9600, 115_200] as const
/** How many times faster than real the clock runs, and with it the line. */
const SPEED = 4

/** A pseudo-terminal with the printer simulator at its far end; the line is as slow as its baud rate if told a speed. */
async function startSerial({ baudRate, speed }: { readonly baudRate: number; readonly speed: number | null }) {
  const simulator = await startPrinterSimulator({ answers: 'zebra', odometer: true })
  onTestFinished(() => simulator.close())
  const line = speed === null ? null : await startSlowLine(simulator.port, (baudRate / 10) * speed)
  if (line !== null) onTestFinished(() => line.close())
  const folder = await mkdtemp(join(tmpdir(), 'verstak-serial-printer-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'printer')
  let socat: ChildProcess | null = null
  let holder: number | null = null

  async function plug(): Promise<void> {
    const cable = [`pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${line?.port ?? simulator.port}`]
    socat = spawn('socat', cable, { stdio: 'ignore' })
    await until('the port', () => existsSync(path))
    // A real port stays when nobody has it open; a pseudo-terminal would end.
    holder = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  }

  async function unplug(): Promise<void> {
    const process = socat
    socat = null
    if (!process) return
    const ended = new Promise(resolve => process.once('exit', resolve))
    // Nothing of it stays while a busy machine takes its time to end the cable: the printer would only seem silent.
    rmSync(path, { force: true })
    if (holder !== null) closeSync(holder)
    holder = null
    process.kill('SIGKILL')
    line?.cut()
    await ended
  }

  await plug()
  onTestFinished(unplug)
  const clock = speed === null ? realClock : scaledClock(speed)
  const printer = createPrinter({ kind: 'serial', path, baudRate }, { name: 'Zebra', clock, log: quietLog })
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  onTestFinished(stop)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  return {
    simulator,
    printer,
    states,
    plug,
    unplug,
    pause: () => socat?.kill('SIGSTOP'),
    goOn: () => socat?.kill('SIGCONT')
  }
}

/** A label of so many bytes, nearly. */
function graphic(bytes: number): Uint8Array {
  return new TextEncoder().encode(`^XA^GFA,1,1,1,${'0123456789ABCDEF'.repeat(bytes / 16)}^FS^XZ`)
}

test('a label over a serial line is confirmed by the printer itself, byte for byte', async () => {
  const { simulator, printer } = await startSerial({ baudRate: 115_200, speed: null })
  const big = graphic(65_536)
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(await printer.print(big)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels.map(label => Buffer.from(label).toString())).toEqual([
    Buffer.from(LABEL).toString(),
    Buffer.from(big).toString()
  ])
})

test.each(BAUD_RATES)('at %i baud a graphic takes its time, and the printer is not called silent', async baudRate => {
  const { simulator, printer, states } = await startSerial({ baudRate, speed: SPEED })
  // At 9600 baud it is on the line for most of a minute, and the questions behind it.
  const big = graphic(49_152)
  expect(await printer.print(big)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels.map(label => Buffer.from(label).equals(big))).toEqual([true])
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'ready' }])
})

test('an unplugged serial printer gets nothing, and prints again when it is back', async () => {
  const { simulator, printer, states, plug, unplug } = await startSerial({ baudRate: 115_200, speed: null })
  await unplug()
  await until('a fault', () => states.at(-1)?.kind === 'fault', 1500)
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'lost' })
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'unreachable' })
  await plug()
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels).toHaveLength(1)
})

test('unplugged when the label has arrived leaves it uncertain', async () => {
  const { simulator, printer, unplug } = await startSerial({ baudRate: 115_200, speed: null })
  const held = printer.print(LABEL)
  await until('a label', () => simulator.labels.length + simulator.held() > 0)
  await unplug()
  expect(await held).toEqual({ kind: 'uncertain', why: 'linkLost' })
})

test.each(BAUD_RATES)(
  'unplugged in the middle of a label at %i baud: uncertain, and back on the same port',
  async baudRate => {
    const { simulator, printer, states, plug, unplug } = await startSerial({ baudRate, speed: SPEED })
    const before = simulator.received()
    const printing = printer.print(graphic(65_536))
    await until('a part of the label', () => simulator.received() > before + 4096)
    await unplug()
    expect(await printing).toEqual({ kind: 'uncertain', why: 'linkLost' })
    await plug()
    await until('ready again', () => states.at(-1)?.kind === 'ready')
    expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
    expect(simulator.labels.map(label => Buffer.from(label).toString())).toEqual([Buffer.from(LABEL).toString()])
  }
)

test.each(BAUD_RATES)(
  'a device that pauses for a second in the middle of a label at %i baud loses nothing',
  async baudRate => {
    const { simulator, printer, pause, goOn } = await startSerial({ baudRate, speed: SPEED })
    const before = simulator.received()
    const big = graphic(32_768)
    const printing = printer.print(big)
    await until('a part of the label', () => simulator.received() > before + 2048)
    const stalled = scaledClock(SPEED)
    const from = stalled.monotonic()
    pause()
    await until('a second', () => stalled.monotonic() - from > 1000)
    goOn()
    expect(await printing).toEqual({ kind: 'confirmed' })
    expect(simulator.labels.map(label => Buffer.from(label).equals(big))).toEqual([true])
  }
)

test.each(BAUD_RATES)(
  'a device that stays paused in the middle of a label at %i baud leaves it uncertain',
  async baudRate => {
    const { simulator, printer, states, pause, goOn } = await startSerial({ baudRate, speed: SPEED })
    const before = simulator.received()
    const printing = printer.print(graphic(32_768))
    await until('a part of the label', () => simulator.received() > before + 2048)
    pause()
    expect(await printing).toEqual({ kind: 'uncertain', why: 'noAnswer' })
    expect(await printer.print(LABEL)).toMatchObject({ kind: 'notSent' })
    await until('it is said', () => states.at(-1)?.kind === 'fault')
    goOn()
    await until('ready again', () => states.at(-1)?.kind === 'ready')
    expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
    const printed = simulator.labels.filter(label => Buffer.from(label).equals(Buffer.from(LABEL)))
    expect(printed).toHaveLength(1)
  }
)
