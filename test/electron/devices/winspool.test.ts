import { afterEach, expect, test } from 'vitest'
import { createQueuePrinter } from '../../../electron/devices/printers/queues/queue.ts'
import { createWinspool } from '../../../electron/devices/printers/queues/winspool.ts'
import type { DeviceState, PrintOutcome } from '../../../electron/station/ports/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { until } from '../../support/until.ts'
import { createWindowsQueue } from '../../support/windows-queue.ts'

const QUEUE = String.raw`\\PC-2\Zebra GK420 (копия 1)`
const LABEL = Buffer.from(`^XA^FX${'Я'.repeat(5000)}^FS^XZ`)

const PRINTING = 0x10
const OFFLINE = 0x20
const PRINTED = 0x80
const DELETING = 0x4

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function startQueue(expireMs = 60_000) {
  const windows = createWindowsQueue(QUEUE)
  const spooler = createWinspool(() => Promise.resolve(windows.calls))
  const printer = createQueuePrinter({ queue: QUEUE, spooler, clock: realClock, log: quietLog, expireMs })
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  closers.push(stop)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  const result: { outcome: PrintOutcome | null } = { outcome: null }
  return {
    windows,
    spooler,
    printer,
    states,
    stop,
    result,
    /** Hands the label over, and waits until it is in the list. */
    async begin(status: number) {
      void printer.print(LABEL).then(outcome => (result.outcome = outcome))
      await until('the job', () => windows.isListed(1))
      windows.setJob(1, status)
    },
    outcome: () => until('the outcome', () => result.outcome)
  }
}

test('a queue may be named as Windows lets it; a label is in it whole, and sent once it has left the list', async () => {
  const { windows, spooler, begin, outcome, result } = await startQueue()
  expect(await spooler.queues()).toEqual([QUEUE])
  await begin(PRINTING)
  expect(windows.documents.get(1)).toEqual(LABEL)
  expect(result.outcome).toBeNull()
  windows.setJob(1, null)
  expect(await outcome()).toEqual({ kind: 'sent' })
  await until('every handle to be closed', () => windows.open() === 0)
})

test('a queue that keeps what it has printed says so by the status', async () => {
  const { begin, outcome } = await startQueue()
  await begin(PRINTED)
  expect(await outcome()).toEqual({ kind: 'sent' })
})

test('a label that somebody deletes is asked about, whether its deletion is seen or only that it is gone', async () => {
  const first = await startQueue()
  await first.begin(PRINTING | DELETING)
  expect(await first.outcome()).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  const second = await startQueue()
  await second.begin(OFFLINE)
  second.windows.setQueue(0x80)
  await until('the fault', () => second.states.at(-1)?.kind === 'fault')
  second.windows.setJob(1, null)
  expect(await second.outcome()).toEqual({ kind: 'uncertain', why: 'noAnswer' })
})

test.each([
  [0x10, 0, 'paperOut'],
  [0x40_0000, 0, 'headOpen'],
  [0x80, 0, 'lost'],
  [0, 0x400, 'lost'],
  [0x1, 0, 'queueStopped']
] as const)('while a label waits the status %i, attributes %i mean %s', async (status, attributes, fault) => {
  const { windows, states, begin, outcome } = await startQueue()
  await begin(0)
  windows.setQueue(status, attributes)
  await until('the fault', () => states.at(-1)?.kind === 'fault')
  expect(states.at(-1)).toEqual({ kind: 'fault', fault })
  windows.setQueue(0)
  windows.setJob(1, null)
  expect(await outcome()).toEqual({ kind: 'sent' })
})

test('what a queue says of its printer keeps no label from it, a queue that is paused does', async () => {
  const { windows, printer, begin, outcome } = await startQueue()
  windows.setQueue(0x1)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueStopped' })
  windows.setQueue(0x10)
  await begin(0)
  windows.setJob(1, null)
  await outcome()
})

test('a label that waits too long is taken out, and may be sent again if it never began', async () => {
  const waiting = await startQueue(300)
  await waiting.begin(OFFLINE)
  expect(await waiting.outcome()).toEqual({ kind: 'notSent', fault: 'lost' })
  expect(waiting.windows.isListed(1)).toBe(false)
  const begun = await startQueue(300)
  await begun.begin(PRINTING)
  expect(await begun.outcome()).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  expect(begun.windows.isListed(1)).toBe(false)
})

test('a label that was printing has begun for good, whatever the spooler says of it later', async () => {
  const { windows, spooler } = await startQueue()
  await spooler.hand(QUEUE, LABEL)
  windows.setJob(1, PRINTING)
  expect(await spooler.job(QUEUE, '1')).toBe('sending')
  windows.setJob(1, OFFLINE)
  expect(await spooler.job(QUEUE, '1')).toBe('sending')
  expect(await spooler.cancel(QUEUE, '1')).toBe('ended')
})

test('a label that the spooler has no room for is asked about; without the service nothing is sent', async () => {
  const { windows, printer } = await startQueue()
  windows.failAfter(2500)
  expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  windows.setRunning(false)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'queueGone' })
})

test('what could not be loaded is tried again with the next use, and is loaded once', async () => {
  const windows = createWindowsQueue(QUEUE)
  let loads = 0
  const spooler = createWinspool(async () => {
    loads += 1
    if (loads === 1) throw new Error('not now')
    return windows.calls
  })
  await expect(spooler.queues()).rejects.toThrow('not now')
  expect(await spooler.queues()).toEqual([QUEUE])
  expect(await spooler.queueState(QUEUE)).toBe('ready')
  expect(loads).toBe(2)
})
