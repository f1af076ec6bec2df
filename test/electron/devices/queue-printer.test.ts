import { afterEach, expect, test } from 'vitest'
import { createSpooler } from '../../../electron/devices/printers/queues/create-spooler.ts'
import { startPrinterSimulator, type PrinterSimulator } from '../../support/printer-simulator.ts'
import { queuePrinter, startQueueRig } from '../../support/queue-rig.ts'
import { realClock } from '../../support/real-clock.ts'
import { until } from '../../support/until.ts'

const QUEUE = 'label-table-1'
const LABEL = new TextEncoder().encode('^XA^CI28^FO10,10^FDПривет\u001d^FS^XZ')

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function simulate(port = 0): Promise<PrinterSimulator> {
  const simulator = await startPrinterSimulator({ answers: 'silent', odometer: false, port })
  closers.push(() => simulator.close())
  return simulator
}

async function startQueue() {
  const simulator = await simulate()
  const rig = await startQueueRig(QUEUE, simulator.port)
  closers.push(() => rig.close())
  return { simulator, ...rig }
}

function textOf(label: Uint8Array | undefined): string {
  return Buffer.from(label ?? []).toString()
}

test('the queue is listed, and passes a label on byte for byte', async () => {
  const { simulator, printer } = await startQueue()
  expect(await createSpooler(realClock).queues()).toEqual([QUEUE])
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
  await until('the outcome', () => outcome)
  expect(outcome).toEqual({ kind: 'sent' })
  expect(states.at(-1)).toEqual({ kind: 'ready' })
  expect(await printer.print(LABEL)).toEqual({ kind: 'sent' })
  await until('both labels', () => back.labels.length === 2)
})

test('nothing is handed to a queue that is stopped or rejects jobs', async () => {
  const { simulator, service, printer, states } = await startQueue()
  await service.command('cupsdisable', QUEUE)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueStopped' })
  await service.command('cupsenable', QUEUE)
  await service.command('cupsreject', QUEUE)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueStopped' })
  expect(await service.command('lpstat', '-W', 'all', '-o', QUEUE)).toBe('')
  await service.command('cupsaccept', QUEUE)
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(simulator.labels).toEqual([])
})

test('a queue that is not there, or no print service, is unreachable', async () => {
  const { service } = await startQueue()
  expect(await queuePrinter('nowhere').print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueGone' })
  const mine = queuePrinter(QUEUE)
  await service.command('lpstat', '-e')
  process.env['CUPS_SERVER'] = '/nonexistent/socket'
  expect(await mine.print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueGone' })
})

test.each(['-h/nonexistent', `-d${QUEUE}`, `${QUEUE}/instance`, 'Zebra GK420 (2)', String.raw`\\pc\labels #2`])(
  'the name %j, which Windows may have, is no queue and no option of a command here',
  async name => {
    const { printer, service } = await startQueue()
    const spooler = createSpooler(realClock)
    expect(await spooler.queueState(name)).toBe('gone')
    expect(await spooler.hand(name, LABEL)).toEqual({ kind: 'refused' })
    expect(await queuePrinter(name).print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueGone' })
    expect(await service.command('lpstat', '-W', 'all', '-o')).toBe('')
    expect(await printer.print(LABEL)).toEqual({ kind: 'sent' })
  }
)
