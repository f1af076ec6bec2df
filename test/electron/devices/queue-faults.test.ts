import { afterEach, expect, test } from 'vitest'
import type { PrinterPort, PrintOutcome } from '../../../electron/station/ports/ports.ts'
import { startBalkySink } from '../../support/balky-sink.ts'
import { startPrinterSimulator, type PrinterSimulator } from '../../support/printer-simulator.ts'
import { startQueueRig, type QueueRig } from '../../support/queue-rig.ts'
import { until } from '../../support/until.ts'

const QUEUE = 'label-table-1'
const LABEL = new TextEncoder().encode('^XA^FDone^FS^XZ')
/** More than sockets and pipes on the way can hold. */
const LONG_LABEL = new TextEncoder().encode(`^XA^FX${'-'.repeat(16_000_000)}^FS^XZ`)
const BACK_MS = 60_000

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function simulate(port = 0): Promise<PrinterSimulator> {
  const simulator = await startPrinterSimulator({ answers: 'silent', odometer: false, port })
  closers.push(() => simulator.close())
  return simulator
}

/** A queue whose printer is away, and a label handed to it. */
async function startWaiting(expireMs?: number, label = LABEL) {
  const { port, close } = await simulate()
  const rig = await startRig(port, expireMs)
  await close()
  const printing = settled(rig.printer, label)
  await until('the fault', () => rig.states.at(-1)?.kind === 'fault')
  return { ...rig, port, printing }
}

/** A queue whose printer stalls, and a label of which it has taken a part. */
async function startMiddle(expireMs?: number) {
  const sink = await startBalkySink(1000, 'stalls')
  closers.push(() => sink.close())
  const rig = await startRig(sink.port, expireMs)
  const printing = settled(rig.printer, LONG_LABEL)
  await until('a part', () => sink.taken() > 0)
  const looks = rig.answers.length
  await until('a look at it', () => rig.answers.length > looks + 1)
  return { rig, printing }
}

async function startRig(port: number, expireMs?: number): Promise<QueueRig> {
  const rig = await startQueueRig(QUEUE, port, expireMs)
  closers.push(() => rig.close())
  return rig
}

function settled(printer: PrinterPort, label: Uint8Array) {
  const result: { outcome: PrintOutcome | null } = { outcome: null }
  void printer.print(label).then(outcome => (result.outcome = outcome))
  return result
}

async function openJobs({ service }: Pick<QueueRig, 'service'>): Promise<string> {
  return service.command('lpstat', '-W', 'not-completed', '-o', QUEUE)
}

test('a queue that is stopped and started while a label waits prints it once', async () => {
  const { service, states, port, printing } = await startWaiting()
  await service.command('cupsdisable', QUEUE)
  await until('paused', () => JSON.stringify(states.at(-1)).includes('queueStopped'))
  const back = await simulate(port)
  await service.command('cupsenable', QUEUE)
  await until('the outcome', () => printing.outcome, BACK_MS)
  expect(printing.outcome).toEqual({ kind: 'sent' })
  await until('the label', () => back.labels.length === 1)
})

test('a print service that is stopped and started while a label waits prints it once', async () => {
  const { service, port, printing } = await startWaiting()
  await service.stop()
  const back = await simulate(port)
  await service.start()
  await until('the outcome', () => printing.outcome, BACK_MS)
  expect(printing.outcome).toEqual({ kind: 'sent' })
  await until('the label', () => back.labels.length === 1)
})

test('a label that somebody cancelled is asked about', async () => {
  const { service, printing } = await startWaiting()
  await service.command('cancel', '-a', QUEUE)
  await until('the outcome', () => printing.outcome)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'noAnswer' })
})

test('a label that somebody cancelled in a stopped queue is not taken for a printed one', async () => {
  const { service, states, printing } = await startWaiting()
  await service.command('cupsdisable', QUEUE)
  await until('paused', () => JSON.stringify(states.at(-1)).includes('queueStopped'))
  await service.command('cancel', '-a', QUEUE)
  await until('the outcome', () => printing.outcome)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'noAnswer' })
})

test('a label that waits too long is taken out of the queue: it never comes out, and may be sent again', async () => {
  const rig = await startWaiting(2000)
  await until('the outcome', () => rig.printing.outcome)
  expect(rig.printing.outcome).toEqual({ kind: 'notSent', fault: 'lost' })
  expect(await openJobs(rig)).toBe('')
  const back = await simulate(rig.port)
  expect(await rig.printer.print(new TextEncoder().encode('^XA^FDnext^FS^XZ'))).toEqual({ kind: 'sent' })
  await until('the next label', () => back.labels.length > 0)
  expect(back.labels.map(label => Buffer.from(label).toString())).toEqual(['^XA^FDnext^FS^XZ'])
})

test('a label of which a part went out is taken out of the queue too, and asked about', async () => {
  const { rig, printing } = await startMiddle(2000)
  await until('the outcome', () => printing.outcome, BACK_MS)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  expect(await openJobs(rig)).toBe('')
})

test('a label that waited, and of which a part went out at last, does not count as one that never began', async () => {
  // The print service tries anew every five seconds.
  const rig = await startWaiting(9000, LONG_LABEL)
  const sink = await startBalkySink(1000, 'stalls', rig.port)
  closers.push(() => sink.close())
  await until('the outcome', () => rig.printing.outcome, BACK_MS)
  expect(sink.taken()).toBeGreaterThan(0)
  expect(rig.printing.outcome).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  expect(await openJobs(rig)).toBe('')
})

test('a printer that dies in the middle of a label gets it no second time without a question', async () => {
  const sink = await startBalkySink(1000, 'dies')
  closers.push(() => sink.close())
  const rig = await startRig(sink.port)
  const printing = settled(rig.printer, LONG_LABEL)
  await until('the outcome', () => printing.outcome)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'linkLost' })
  expect(await openJobs(rig)).toBe('')
})

test('a queue that is stopped in the middle of a label does not begin it anew without a question', async () => {
  const { rig, printing } = await startMiddle()
  await rig.service.command('cupsdisable', QUEUE)
  await until('the outcome', () => printing.outcome)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'linkLost' })
  expect(await openJobs(rig)).toBe('')
})

test('nor does a print service that is stopped and started in the middle of a label', async () => {
  const { rig, printing } = await startMiddle()
  await rig.service.stop()
  // Its records are exact to the second.
  const second = Math.floor(Date.now() / 1000)
  await until('the next second', () => Math.floor(Date.now() / 1000) > second)
  await rig.service.start()
  await until('the outcome', () => printing.outcome)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'linkLost' })
  expect(await openJobs(rig)).toBe('')
})

test('a printer that is put out of use takes its waiting label along, and nothing is said afterwards', async () => {
  const rig = await startWaiting()
  const saidBefore = rig.states.length
  await rig.stop()
  await until('the outcome', () => rig.printing.outcome)
  expect(rig.printing.outcome).toEqual({ kind: 'notSent', fault: 'lost' })
  expect(await openJobs(rig)).toBe('')
  expect(rig.states).toHaveLength(saidBefore)
})

test('a printer that is put out of use leaves a label alone of which a part went out', async () => {
  const { rig, printing } = await startMiddle()
  await rig.stop()
  await until('the outcome', () => printing.outcome)
  expect(printing.outcome).toEqual({ kind: 'uncertain', why: 'linkLost' })
  expect(await openJobs(rig)).toContain(QUEUE)
})
