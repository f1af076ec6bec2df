import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createPrinter } from '../../electron/devices/printers/create-printer.ts'
import type { DeviceFault, DeviceState, PrintOutcome } from '../../electron/station/ports/ports.ts'
import { quietLog } from '../support/quiet-log.ts'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'
import { startPrinterEnd, type PrinterEnd } from './printer-end.ts'
import { timed } from './watch.ts'

/** The guest emulates every instruction, on a machine that may have other work (ms). */
const PATIENCE_MS = 60_000
const ROUNDS = 8

const LABEL = Buffer.from('^XA^CI28^FO10,10^FDПривет^FS^XZ')
/** 131 kB, as a picture has at 300 dpi. */
const BIG = bigLabel('big')

function bigLabel(name: string): Buffer {
  return Buffer.from(`^XA^FX${name}^FS^GFA,1,1,1,${'0123456789ABCDEF'.repeat(8192)}^FS^XZ`)
}

/** What has to hold of a printer on a USB cable whichever way it is reached; registers the tests. */
export async function testUsbPrinter(
  settings: Parameters<typeof createPrinter>[0]
): Promise<{ readonly end: PrinterEnd; ready(): Promise<unknown>; fault(fault: DeviceFault): Promise<unknown> }> {
  const end = await startPrinterEnd()
  const printer = createPrinter(settings, { name: 'ZD421', clock: realClock, log: quietLog })
  let state: DeviceState = { kind: 'absent' }
  const stop = printer.start(next => (state = next))
  after(async () => {
    await stop()
    await end.close()
  })

  const labels = (): readonly string[] => end.simulator.labels.map(label => Buffer.from(label).toString())
  const ready = (): Promise<unknown> => until('ready', () => state.kind === 'ready', PATIENCE_MS)
  const fault = (fault: DeviceFault): Promise<unknown> =>
    until(fault, () => state.kind === 'fault' && state.fault === fault, PATIENCE_MS)

  /** Prints in the background; `outcome` is null until it has settled. */
  function start(zpl: Buffer): { readonly done: Promise<PrintOutcome>; outcome(): PrintOutcome | null } {
    let outcome: PrintOutcome | null = null
    const done = printer.print(zpl).then(said => (outcome = said))
    return { done, outcome: () => outcome }
  }

  void test('labels are confirmed by the printer itself and arrive byte for byte', async () => {
    await ready()
    assert.deepEqual(await printer.print(LABEL), { kind: 'confirmed' })
    assert.deepEqual(await printer.print(BIG), { kind: 'confirmed' })
    assert.deepEqual(labels(), [LABEL.toString(), BIG.toString()])
  })

  void test('a printer that takes nothing for three seconds gets every byte once', async () => {
    const before = labels().length
    const from = performance.now()
    const paused = end.pauseAfter(20_000, 3000)
    const job = start(BIG)
    await paused
    assert.deepEqual(await job.done, { kind: 'confirmed' })
    assert(performance.now() - from > 3000)
    assert.deepEqual(labels().slice(before), [BIG.toString()])
  })

  for (const cause of ['paused', 'paperOut', 'headOpen'] as const) {
    void test(`${cause} in the middle of a label: it waits, says so, and comes out once when that is mended`, async () => {
      const before = labels().length
      const half = end.taken(60_000)
      const job = start(BIG)
      await half
      end.simulator.setFault(cause)
      await fault(cause)
      assert.equal(job.outcome(), null)
      assert.equal(labels().length, before)
      end.simulator.setFault(null)
      assert.deepEqual(await job.done, { kind: 'confirmed' })
      assert.deepEqual(labels().slice(before), [BIG.toString()])
    })
  }

  void test('without paper nothing is sent', async () => {
    const before = labels().length
    end.simulator.setFault('paperOut')
    assert.deepEqual(await printer.print(LABEL), { kind: 'notSent', fault: 'paperOut' })
    end.simulator.setFault(null)
    assert.deepEqual(await printer.print(LABEL), { kind: 'confirmed' })
    assert.equal(labels().length, before + 1)
  })

  void test('unplugged it is lost within a second and gets nothing; plugged in again it prints', async context => {
    const [lost, back]: [number[], number[]] = [[], []]
    for (let round = 0; round < 2; round += 1) {
      const before = labels().length
      lost.push(await timed(end.unplug, () => state.kind === 'fault'))
      assert.deepEqual(await printer.print(LABEL), { kind: 'notSent', fault: 'unreachable' })
      back.push(await timed(end.plug, () => state.kind === 'ready'))
      assert.deepEqual(await printer.print(LABEL), { kind: 'confirmed' })
      assert.equal(labels().length, before + 1)
    }
    context.diagnostic(`lost after ${Math.max(...lost)} ms, back after ${Math.max(...back)} ms at the most`)
    assert(Math.max(...lost) < 1000)
  })

  void test('unplugged in the middle of a label, at any byte, it is uncertain at once and never comes out twice', async context => {
    const settled: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const torn = bigLabel(`torn ${round}`)
      const next = Buffer.from(`^XA^FXnext ${round}^FS^XZ`)
      const bytes = 1 + Math.floor((round / ROUNDS) * torn.length)
      // In full flow, or while it takes nothing: a transfer is refused, or one that is under way ends.
      const reached = round % 2 === 0 ? end.taken(bytes) : end.pauseAfter(bytes, PATIENCE_MS)
      const job = start(torn)
      await reached
      const from = performance.now()
      await end.unplug()
      const outcome = await until('the outcome', job.outcome, PATIENCE_MS)
      settled.push(Math.round(performance.now() - from))
      const out = labels().filter(label => label === torn.toString()).length
      // In full flow it may have come through before the plug was out.
      if (out === 0 || round % 2 === 1) assert.deepEqual([outcome, out], [{ kind: 'uncertain', why: 'linkLost' }, 0])
      else assert(out === 1 && ['confirmed', 'uncertain'].includes(outcome.kind))
      await end.plug()
      await ready()
      assert.deepEqual(await printer.print(next), { kind: 'confirmed' })
      assert.equal(labels().filter(label => label === next.toString()).length, 1)
      assert.equal(labels().filter(label => label === torn.toString()).length, out)
    }
    context.diagnostic(`settled after ${Math.max(...settled)} ms at the most`)
    assert(Math.max(...settled) < 5000)
  })

  void test('waiting for the unplugged printer keeps no core busy', async context => {
    await end.unplug()
    await fault('lost')
    const before = process.cpuUsage()
    await new Promise(resolve => setTimeout(resolve, 3000))
    const { user, system } = process.cpuUsage(before)
    context.diagnostic(`${Math.round((user + system) / 30_000)} % of a core`)
    assert(user + system < 1_500_000)
    await end.plug()
    await ready()
  })

  return { end, ready, fault }
}
