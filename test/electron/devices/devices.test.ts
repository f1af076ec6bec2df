import { expect, test } from 'vitest'
import { createDevices } from '../../../electron/devices/devices.ts'
import type { DeviceState } from '../../../electron/station/ports/ports.ts'
import { createPracticePrinter } from '../../../electron/practice/practice-printer.ts'
import { createPracticeScanner } from '../../../electron/practice/practice-scanner.ts'
import { usualSerialScanner } from '../../../shared/domain/scanning/scanners.ts'
import { usualPrinter, type PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import { defaultSettings, type Settings } from '../../../shared/domain/settings.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'

const clock = realClock
const log = quietLog

const link = { kind: 'practice' } as const

test('where there is no practice printer its link is absent, and nothing is sent', async () => {
  const devices = createDevices({ clock, log, practicePrinter: null, practiceScanner: null })
  const [only] = devices.printers(withPrinters(usualPrinter({ id: '1', name: 'Table', link })))
  if (only === undefined) throw new Error('no printer')
  const states: DeviceState[] = []
  await only.port.start(state => states.push(state))()
  expect(states).toEqual([{ kind: 'absent' }])
  expect(await only.port.print(new Uint8Array(1))).toEqual({ kind: 'notSent', fault: 'unreachable' })
})

test('the settings choose the printers and the scanners', () => {
  const practicePrinter = createPracticePrinter({ clock })
  const practiceScanner = createPracticeScanner()
  const devices = createDevices({ clock, log, practicePrinter, practiceScanner })
  const settings = withPrinters(
    usualPrinter({ id: '1', name: 'Practice', link }),
    usualPrinter({ id: '2', name: 'Left', link: { kind: 'tcp', host: '10.0.0.7', port: 9100 } }),
    usualPrinter({ id: '3', name: 'Right', link: { kind: 'queue', queue: 'zebra' } })
  )
  const printers = devices.printers(settings)
  expect(printers.map(({ setting }) => setting)).toEqual(settings.printers)
  expect(printers[0]?.port).toBe(practicePrinter)
  expect(devices.scanners(settings)).toEqual([practiceScanner])
  const scanners = ['left', 'right'].map(name => usualSerialScanner({ name, path: `/dev/${name}`, serialNumber: null }))
  expect(devices.scanners({ ...settings, scanners }).map(scanner => scanner.name)).toEqual([
    'practice',
    'left',
    'right'
  ])
  const bare = createDevices({ clock, log, practicePrinter: null, practiceScanner: null })
  expect(bare.scanners(settings)).toEqual([])
})

function withPrinters(...printers: readonly PrinterSetting[]): Settings {
  return { ...defaultSettings(), printers: [...printers] }
}

test('listing the serial ports gives a list on any machine', async () => {
  const devices = createDevices({ clock, log, practicePrinter: null, practiceScanner: null })
  expect((await devices.listSerial()).filter(({ path }) => path === '')).toEqual([])
})
