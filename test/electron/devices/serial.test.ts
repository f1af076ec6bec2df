import { afterEach, expect, test } from 'vitest'
import { createSerialScanner } from '../../../electron/devices/scanners/serial.ts'
import { usualSerialScanner, type SerialScannerSetting } from '../../../shared/domain/scanning/scanners.ts'
import type { DeviceState } from '../../../electron/station/ports/ports.ts'
import { createPtyCable } from '../../support/pty.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { until } from '../../support/until.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

function scannerAt(path: string): SerialScannerSetting {
  return usualSerialScanner({ name: 'left hand', path, serialNumber: null })
}

async function startScanner(): Promise<{
  cable: Awaited<ReturnType<typeof createPtyCable>>
  frames: string[]
  states: DeviceState[]
  stop: () => Promise<void>
}> {
  const cable = await createPtyCable()
  closers.push(() => cable.close())
  const scanner = createSerialScanner({ scanner: scannerAt(cable.path), clock: realClock, log: quietLog })
  const frames: string[] = []
  const states: DeviceState[] = []
  const stop = scanner.start({ onFrame: text => frames.push(text), onState: state => states.push(state) })
  closers.push(stop)
  return { cable, frames, states, stop }
}

function isReady(states: readonly DeviceState[]): boolean {
  return states.at(-1)?.kind === 'ready'
}

test('scans sent in arbitrary chunks arrive as whole frames, GS included', async () => {
  const { cable, frames, states } = await startScanner()
  await until('ready', () => isReady(states))
  const bytes = new TextEncoder().encode('4600000000017\r\n010460000000001721abc\u001d91EE10\r\nЁж\n')
  for (let at = 0; at < bytes.length; at += 7) await cable.send(bytes.subarray(at, at + 7))
  await until('three frames', () => frames.length === 3)
  expect(frames).toEqual(['4600000000017', '010460000000001721abc\u001d91EE10', 'Ёж'])
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'ready' }])
})

test('an unplugged scanner is reported lost within a second, and reads again when it is back', async () => {
  const { cable, frames, states } = await startScanner()
  await until('ready', () => isReady(states))
  await cable.unplug()
  await until('lost', () => states.at(-1)?.kind === 'fault', 1000)
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'lost' })
  await cable.plug()
  await until('ready again', () => isReady(states))
  await cable.send(new TextEncoder().encode('!uKEtQZVx\r'))
  await until('a frame', () => frames.length === 1)
  expect(frames).toEqual(['!uKEtQZVx'])
})

test('half a scan cut off by the unplugging is not joined to the next one', async () => {
  const { cable, frames, states } = await startScanner()
  await until('ready', () => isReady(states))
  await cable.send(new TextEncoder().encode('4600'))
  await cable.unplug()
  await until('lost', () => states.at(-1)?.kind === 'fault')
  await cable.plug()
  await until('ready again', () => isReady(states))
  await cable.send(new TextEncoder().encode('0017\r'))
  await until('the next frame', () => frames.includes('0017'))
})

test('a scanner unplugged in its first moments is noticed too', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { cable, states, stop } = await startScanner()
    await until('ready', () => isReady(states))
    await cable.unplug()
    await until('lost', () => states.at(-1)?.kind === 'fault', 1500)
    await stop()
  }
})

test('a port that is not there is unreachable, and is found when it comes', async () => {
  const { cable, states, stop } = await startScanner()
  await until('ready', () => isReady(states))
  await stop()
  await cable.unplug()
  const later: DeviceState[] = []
  const scanner = createSerialScanner({ scanner: scannerAt(cable.path), clock: realClock, log: quietLog })
  closers.push(scanner.start({ onFrame: () => undefined, onState: state => later.push(state) }))
  await until('unreachable', () => later.at(-1)?.kind === 'fault')
  await cable.plug()
  await until('ready', () => isReady(later))
  expect(later).toEqual([{ kind: 'connecting' }, { kind: 'fault', fault: 'unreachable' }, { kind: 'ready' }])
})

test('a stopped scanner says nothing more', async () => {
  const { cable, frames, states, stop } = await startScanner()
  await until('ready', () => isReady(states))
  await stop()
  await cable.send(new TextEncoder().encode('4600000000017\r'))
  await cable.unplug()
  expect(frames).toEqual([])
  expect(states.at(-1)).toEqual({ kind: 'ready' })
})
