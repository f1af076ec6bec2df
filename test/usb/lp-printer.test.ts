import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { test } from 'node:test'
import { createPrinter } from '../../electron/devices/printers/create-printer.ts'
import { openLpLink } from '../../electron/devices/printers/links/lp-link.ts'
import { listLpPrinters } from '../../electron/devices/printers/links/lp-printers.ts'
import { quietLog } from '../support/quiet-log.ts'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'
import { cableOf } from './gadget.ts'
import { testUsbPrinter } from './printer-cases.ts'

const OURS = 'D8N0001'
const SPARE = 'D8N0002'

/** The node's number is the lowest that is free, among other things: it is looked up. */
function pathOf(serialNumber: string): Promise<string> {
  return until('the node', async () => {
    const found = (await listLpPrinters()).find(printer => printer.serialNumber === serialNumber)
    return found?.path
  })
}

const { end, ready, fault } = await testUsbPrinter({ kind: 'lp', path: await pathOf(OURS), serialNumber: OURS })

void test('printers are listed with their nodes, names and serial numbers, also while one is in use', async () => {
  await ready()
  const found = (await listLpPrinters()).toSorted((a, b) =>
    String(a.serialNumber).localeCompare(String(b.serialNumber))
  )
  const name = 'Zebra Technologies ZTC ZD421-203dpi ZPL'
  const expected = [OURS, SPARE].map((serialNumber, index) => ({ path: found[index]?.path, name, serialNumber }))
  assert.deepEqual(found, expected)
  assert.match(found.map(({ path }) => path).join(' '), /^\/dev\/usb\/lp\d+ \/dev\/usb\/lp\d+$/)
  assert.notEqual(found[0]?.path, found[1]?.path)
})

void test('the udev rules open the nodes to the group lp alone', async () => {
  const { mode } = await stat(await pathOf(OURS))
  assert.equal(mode & 0o777, 0o660)
})

void test('a node that another program holds is not reached', async () => {
  const path = await pathOf(OURS)
  const other = createPrinter(
    { kind: 'lp', path, serialNumber: null },
    { name: 'ZD421', clock: realClock, log: quietLog }
  )
  assert.deepEqual(await other.print(Buffer.from('^XA^XZ')), { kind: 'notSent', fault: 'unreachable' })
})

void test('bytes that the printer has no room for are not taken, whether it is let go or goes', async () => {
  const spare = await cableOf('spare')
  const path = await pathOf(SPARE)
  const { signal } = new AbortController()
  // Nobody reads at the far end of this one.
  for (const end of ['let go', 'pulled']) {
    const link = await openLpLink({ path, serialNumber: null, clock: realClock, log: quietLog, signal })
    assert(link)
    const [first, second] = [link.write(Buffer.from('^XA')), link.write(Buffer.from('^XZ'))]
    // The driver has the first piece by now.
    assert.equal(await pathOf(SPARE), path)
    if (end === 'let go') await link.close()
    else await spare.unplug()
    if (end === 'let go') assert.equal(await first, false)
    assert.equal(await second, false)
    assert.equal(link.closed, true)
  }
  await spare.plug()
  await pathOf(SPARE)
})

void test('it is found again on the node that was the other printer’s', async () => {
  const spare = await cableOf('spare')
  const places = new Set<string>()
  const all = [
    { serialNumber: OURS, plug: end.plug },
    { serialNumber: SPARE, plug: spare.plug }
  ]
  for (const order of [all, all.toReversed()]) {
    await Promise.all([end.unplug(), spare.unplug()])
    await fault('lost')
    await until('no nodes', async () => (await listLpPrinters()).length === 0)
    for (const { serialNumber, plug } of order) {
      await plug()
      await pathOf(serialNumber)
    }
    await ready()
    places.add(await pathOf(OURS))
  }
  assert.equal(places.size, 2)
})
