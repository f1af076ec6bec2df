import { expect, test } from 'vitest'
import { createDevices } from '../../../electron/devices/devices.ts'
import type { DeviceState } from '../../../electron/station/ports.ts'
import { createPracticePrinter } from '../../../electron/practice/practice-printer.ts'
import { createPracticeScanner } from '../../../electron/practice/practice-scanner.ts'
import { usualSerialScanner } from '../../../shared/domain/scanners.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'

const clock = realClock
const log = quietLog

test('without a printer the state is absent and nothing is sent', async () => {
  const printer = createDevices({ clock, log, practicePrinter: null, practiceScanner: null }).printer(defaultSettings())
  const states: DeviceState[] = []
  await printer.start(state => states.push(state))()
  expect(states).toEqual([{ kind: 'absent' }])
  expect(await printer.print(new Uint8Array(1))).toEqual({ kind: 'notSent', fault: 'unreachable' })
})

test('the settings choose the printer and the scanners', () => {
  const practicePrinter = createPracticePrinter({ clock })
  const practiceScanner = createPracticeScanner()
  const devices = createDevices({ clock, log, practicePrinter, practiceScanner })
  const settings = defaultSettings()
  expect(devices.printer({ ...settings, printer: { kind: 'practice' } })).toBe(practicePrinter)
  expect(devices.printer({ ...settings, printer: { kind: 'tcp', host: '10.0.0.7', port: 9100 } }).name).toBe(
    '10.0.0.7:9100'
  )
  expect(devices.printer({ ...settings, printer: { kind: 'serial', path: '/dev/ttyS0', baudRate: 9600 } }).name).toBe(
    '/dev/ttyS0'
  )
  expect(devices.printer({ ...settings, printer: { kind: 'queue', queue: 'zebra' } }).name).toBe('zebra')
  expect(devices.scanners(settings)).toEqual([practiceScanner])
  const scanners = ['left', 'right'].map(name => usualSerialScanner({ name, path: `/dev/${name}`, serialNumber: null }))
  expect(devices.scanners({ ...settings, scanners }).map(scanner => scanner.name)).toEqual([
    'practice',
    'left',
    'right'
  ])
  const bare = createDevices({ clock, log, practicePrinter: null, practiceScanner: null })
  expect(bare.scanners(settings)).toEqual([])
  expect(bare.printer({ ...settings, printer: { kind: 'practice' } }).name).toBe('')
})

test('listing the serial ports gives a list on any machine', async () => {
  const devices = createDevices({ clock, log, practicePrinter: null, practiceScanner: null })
  for (const port of await devices.listSerial()) expect(port.path).not.toBe('')
})
