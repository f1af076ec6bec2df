import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createPrinter } from '../../../electron/devices/printers/create-printer.ts'
import type { DeviceState } from '../../../electron/station/ports.ts'
import { startPrinterSimulator } from '../../support/printer-simulator.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { until } from '../../support/until.ts'

const LABEL = new TextEncoder().encode('^XA^CI28^FO10,10^FDПривет^FS^XZ')

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** A pseudo-terminal with the printer simulator at its far end. */
async function startSerial() {
  const simulator = await startPrinterSimulator({ answers: 'zebra', odometer: true })
  closers.push(() => simulator.close())
  const folder = await mkdtemp(join(tmpdir(), 'verstak-serial-printer-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'printer')
  let socat: ChildProcess | null = null

  async function plug(): Promise<void> {
    const cable = [`pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${simulator.port}`]
    socat = spawn('socat', cable, { stdio: 'ignore' })
    await until('the port', () => existsSync(path))
  }

  async function unplug(): Promise<void> {
    const process = socat
    socat = null
    if (!process) return
    const ended = new Promise(resolve => process.once('exit', resolve))
    process.kill('SIGKILL')
    await ended
    rmSync(path, { force: true })
  }

  await plug()
  closers.push(unplug)
  const printer = createPrinter(
    { kind: 'serial', path, baudRate: 115_200 },
    { name: 'Zebra', clock: realClock, log: quietLog }
  )
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  closers.push(stop)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  return { simulator, printer, states, plug, unplug }
}

test('a label over a serial line is confirmed by the printer itself, byte for byte', async () => {
  const { simulator, printer } = await startSerial()
  const big = new TextEncoder().encode(`^XA^GFA,1,1,1,${'0123456789ABCDEF'.repeat(4096)}^FS^XZ`)
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(await printer.print(big)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels.map(label => Buffer.from(label).toString())).toEqual([
    Buffer.from(LABEL).toString(),
    Buffer.from(big).toString()
  ])
})

test('an unplugged serial printer gets nothing, and prints again when it is back', async () => {
  const { simulator, printer, states, plug, unplug } = await startSerial()
  await unplug()
  await until('a fault', () => states.at(-1)?.kind === 'fault', 1500)
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'lost' })
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'unreachable' })
  await plug()
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels).toHaveLength(1)
})

test('unplugged in the middle of a label leaves it uncertain', async () => {
  const { simulator, printer, unplug } = await startSerial()
  const held = printer.print(LABEL)
  await until('a label', () => simulator.labels.length + simulator.held() > 0)
  await unplug()
  const outcome = await held
  expect(outcome).toEqual({ kind: 'uncertain', why: 'linkLost' })
})
