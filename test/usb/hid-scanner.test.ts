import assert from 'node:assert/strict'
import { stat, writeFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { createHidScanner } from '../../electron/devices/scanners/hid.ts'
import { listHidScanners } from '../../electron/devices/scanners/list-hid.ts'
import { NO_CLEANING } from '../../shared/domain/scanning/scan-cleaning.ts'
import { quietLog } from '../support/quiet-log.ts'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'
import { cableOf } from './gadget.ts'
import { posReports } from './pos-reports.ts'
import { timed, watch } from './watch.ts'

const cable = await cableOf('pos')
const scanner = watch(
  createHidScanner({
    scanner: {
      kind: 'hid',
      name: 'packer 2',
      vendorId: 0x05e0,
      productId: 0x1300,
      serialNumber: 'S3',
      cleaning: NO_CLEANING
    },
    clock: realClock,
    log: quietLog
  })
)
after(() => scanner.stop())

async function scan(aim: string, text: string): Promise<void> {
  for (const report of posReports(aim, text)) await writeFile('/dev/hidg0', report)
}

void test('the scanner is listed with maker, model and serial number', async () => {
  assert.deepEqual(await listHidScanners(quietLog), [
    { vendorId: 0x05e0, productId: 0x1300, maker: 'Symbol', model: 'HID POS scanner', serialNumber: 'S3' }
  ])
})

void test('the udev rules open it to the group plugdev alone', async () => {
  const { mode } = await stat('/dev/hidraw0')
  assert.equal(mode & 0o777, 0o660)
})

void test('a short code and a marking code of several reports are read whole, GS and AIM identifier included', async () => {
  await until('ready', () => scanner.isReady())
  const marking = `010460000000001721${'a'.repeat(13)}\u001d91EE10\u001d92${'b'.repeat(88)}`
  await scan(']E0', '4600000000017')
  await scan(']d2', marking)
  await until('two scans', () => scanner.frames.length === 2)
  assert.deepEqual(scanner.frames.splice(0), [']E04600000000017', `]d2${marking}`])
})

void test('unplugged and back ten times: lost within a second, read again within two, no scan gone', async context => {
  const [lost, back]: [number[], number[]] = [[], []]
  for (let round = 0; round < 10; round += 1) {
    await new Promise(resolve => setTimeout(resolve, (round % 5) * 40))
    lost.push(await timed(cable.unplug, scanner.isLost))
    back.push(await timed(cable.plug, scanner.isReady))
    await scan(']E0', `46000000000${round}`)
    await until('the scan', () => scanner.frames.includes(`]E046000000000${round}`))
  }
  context.diagnostic(`lost after ${Math.max(...lost)} ms, back after ${Math.max(...back)} ms at the most`)
  assert.equal(scanner.frames.splice(0).length, 10)
  assert(Math.max(...lost) < 1000)
  assert(Math.max(...back) < 2000)
})

void test('half a scan cut off by the unplugging is not joined to the next one', async () => {
  const [first] = posReports(']d2', 'a'.repeat(100))
  assert(first)
  await writeFile('/dev/hidg0', first)
  await timed(cable.unplug, scanner.isLost)
  await timed(cable.plug, scanner.isReady)
  await scan(']E0', '4600000000017')
  await until('the scan', () => scanner.frames.length > 0)
  assert.deepEqual(scanner.frames.splice(0), [']E04600000000017'])
})

void test('waiting for the scanner keeps no core busy', async context => {
  await timed(cable.unplug, scanner.isLost)
  const before = process.cpuUsage()
  await new Promise(resolve => setTimeout(resolve, 4000))
  const { user, system } = process.cpuUsage(before)
  context.diagnostic(`${Math.round((user + system) / 40_000)} % of a core`)
  assert(user + system < 2_000_000)
  await timed(cable.plug, scanner.isReady)
})
