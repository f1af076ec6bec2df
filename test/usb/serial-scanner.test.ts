import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { listSerialPorts } from '../../electron/devices/scanners/list-serial.ts'
import { createSerialScanner } from '../../electron/devices/scanners/serial.ts'
import { usualSerialScanner } from '../../shared/domain/scanning/scanners.ts'
import { quietLog } from '../support/quiet-log.ts'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'
import { cableOf } from './gadget.ts'
import { timed, watch } from './watch.ts'

const [left, right] = [await cableOf('left'), await cableOf('right')]
const scanners = ['S1', 'S2'].map((serialNumber, index) =>
  createSerialScanner({
    scanner: usualSerialScanner({ name: serialNumber, path: `/dev/ttyACM${index}`, serialNumber }),
    clock: realClock,
    log: quietLog
  })
)
const [one, two] = scanners.map(watch)
assert(one && two)
after(() => Promise.all([one.stop(), two.stop()]))

void test('the ports are listed with maker and serial number', async () => {
  const listed = await listSerialPorts(quietLog)
  assert.deepEqual(
    listed.filter(({ path }) => path.startsWith('/dev/ttyACM')),
    [
      { path: '/dev/ttyACM0', maker: 'Symbol', serialNumber: 'S1' },
      { path: '/dev/ttyACM1', maker: 'Symbol', serialNumber: 'S2' }
    ]
  )
})

void test('two scanners are read at once', async () => {
  await until('both ready', () => one.isReady() && two.isReady())
  await Promise.all([writeFile('/dev/ttyGS0', '4600000000017\r\n'), writeFile('/dev/ttyGS1', '!uKEtQZVx\r')])
  await until('two scans', () => one.frames.length > 0 && two.frames.length > 0)
  assert.deepEqual([one.frames.splice(0), two.frames.splice(0)], [['4600000000017'], ['!uKEtQZVx']])
})

void test('unplugged and back ten times, at any moment: lost within a second, read again within two, no scan gone', async context => {
  const [lost, back]: [number[], number[]] = [[], []]
  for (let round = 0; round < 10; round += 1) {
    await new Promise(resolve => setTimeout(resolve, (round % 5) * 40))
    lost.push(await timed(left.unplug, one.isLost))
    back.push(await timed(left.plug, one.isReady))
    await writeFile('/dev/ttyGS0', `46000000000${round}\r`)
    await until('the scan', () => one.frames.includes(`46000000000${round}`))
  }
  context.diagnostic(`lost after ${Math.max(...lost)} ms, back after ${Math.max(...back)} ms at the most`)
  assert.equal(one.frames.splice(0).length, 10)
  assert(Math.max(...lost) < 1000)
  assert(Math.max(...back) < 2000)
})

void test('a scanner is found again on the port of the other one', async () => {
  await Promise.all([left.unplug(), right.unplug()])
  await until('both lost', () => one.isLost() && two.isLost())
  await right.plug()
  await until('the second', () => two.isReady())
  await left.plug()
  await until('the first', () => one.isReady())
  const listed = await listSerialPorts(quietLog)
  assert.equal(listed.find(({ path }) => path === '/dev/ttyACM0')?.serialNumber, 'S2')
  await writeFile('/dev/ttyGS0', 'from the left\r')
  await writeFile('/dev/ttyGS1', 'from the right\r')
  await until('both scans', () => one.frames.length > 0 && two.frames.length > 0)
  assert.deepEqual([one.frames.splice(0), two.frames.splice(0)], [['from the left'], ['from the right']])
})

void test('waiting for a scanner keeps no core busy', async context => {
  await left.unplug()
  await until('lost', () => one.isLost())
  const before = process.cpuUsage()
  await new Promise(resolve => setTimeout(resolve, 4000))
  const { user, system } = process.cpuUsage(before)
  const share = (user + system) / 4_000_000
  context.diagnostic(`${Math.round(share * 100)} % of a core`)
  assert(share < 0.5)
  await left.plug()
  await until('back', () => one.isReady())
})
