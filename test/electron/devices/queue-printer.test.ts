import { afterEach, expect, test } from 'vitest'
import { listQueues } from '../../../electron/devices/printers/lp.ts'
import { createPrinter } from '../../../electron/devices/printers/create-printer.ts'
import type { DeviceState, PrinterPort } from '../../../electron/station/ports.ts'
import { startPrintService } from '../../support/print-service.ts'
import { startPrinterSimulator, type PrinterSimulator } from '../../support/printer-simulator.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { until } from '../../support/until.ts'

const QUEUE = 'label-table-1'
const LABEL = new TextEncoder().encode('^XA^CI28^FO10,10^FDПривет\u001d^FS^XZ')

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

function simulate(port = 0): Promise<PrinterSimulator> {
  return startPrinterSimulator({ answers: 'silent', odometer: false, port })
}

async function startQueue() {
  const simulator = await simulate()
  closers.push(() => simulator.close())
  const service = await startPrintService(QUEUE, simulator.port)
  closers.push(() => service.close())
  const printer = queuePrinter(QUEUE)
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  closers.push(stop)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  return { simulator, service, printer, states, stop }
}

function queuePrinter(queue: string): PrinterPort {
  return createPrinter({ kind: 'queue', queue }, { name: 'Zebra', clock: realClock, log: quietLog })
}

function textOf(label: Uint8Array | undefined): string {
  return Buffer.from(label ?? []).toString()
}

test('the queue is listed, and passes a label on byte for byte', async () => {
  const { simulator, printer } = await startQueue()
  expect(await listQueues(realClock)).toEqual([QUEUE])
  expect(await printer.print(LABEL)).toEqual({ kind: 'sent' })
  await until('the label', () => simulator.labels.length === 1)
  expect(textOf(simulator.labels[0])).toBe(textOf(LABEL))
})

test('a job waits for an absent printer, says so, and comes out once when it is back', async () => {
  const { simulator, printer, states } = await startQueue()
  await simulator.close()
  let outcome: unknown = null
  void printer.print(LABEL).then(result => (outcome = result))
  await until('the fault', () => states.at(-1)?.kind === 'fault')
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'lost' })
  expect(outcome).toBeNull()
  const back = await simulate(simulator.port)
  closers.push(() => back.close())
  await until('the outcome', () => outcome, 20_000)
  expect(outcome).toEqual({ kind: 'sent' })
  expect(states.at(-1)).toEqual({ kind: 'ready' })
  expect(await printer.print(LABEL)).toEqual({ kind: 'sent' })
  await until('both labels', () => back.labels.length === 2)
})

test('nothing is handed to a queue that is stopped or rejects jobs', async () => {
  const { simulator, service, printer, states } = await startQueue()
  await service.command('cupsdisable', QUEUE)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'paused' })
  await service.command('cupsenable', QUEUE)
  await service.command('cupsreject', QUEUE)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'paused' })
  expect(await service.command('lpstat', '-W', 'all', '-o', QUEUE)).toBe('')
  await service.command('cupsaccept', QUEUE)
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(simulator.labels).toEqual([])
})

test('a job that somebody cancelled is uncertain', async () => {
  const { simulator, service, printer, states } = await startQueue()
  await simulator.close()
  const printing = printer.print(LABEL)
  await until('the fault', () => states.at(-1)?.kind === 'fault')
  await service.command('cancel', '-a', QUEUE)
  expect(await printing).toEqual({ kind: 'uncertain', why: 'noAnswer' })
})

test('stopping while a job waits leaves it uncertain, and nothing is said afterwards', async () => {
  const { simulator, printer, states, stop } = await startQueue()
  await simulator.close()
  const printing = printer.print(LABEL)
  await until('the fault', () => states.at(-1)?.kind === 'fault')
  const saidBefore = states.length
  await stop()
  expect(await printing).toEqual({ kind: 'uncertain', why: 'linkLost' })
  expect(states).toHaveLength(saidBefore)
})

test('a queue that is not there, or no print service, is unreachable', async () => {
  const { service } = await startQueue()
  const other = queuePrinter('nowhere')
  expect(await other.print(LABEL)).toEqual({ kind: 'notSent', fault: 'unreachable' })
  const mine = queuePrinter(QUEUE)
  await service.command('lpstat', '-e')
  process.env['CUPS_SERVER'] = '/nonexistent/socket'
  expect(await mine.print(LABEL)).toEqual({ kind: 'notSent', fault: 'unreachable' })
})
