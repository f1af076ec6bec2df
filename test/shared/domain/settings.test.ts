import { expect, test } from 'vitest'
import { methods } from '../../../shared/contract/contract.ts'
import { usualPrinter } from '../../../shared/domain/printing/printers.ts'
import { defaultSettings, settingsSchema, withPatch } from '../../../shared/domain/settings.ts'

test('changing one setting leaves every other as it is', () => {
  const mine = { ...defaultSettings(), language: 'en', labelsExpireMinutes: 30 } as const
  const patch = methods['settings.set'].input.parse({ scanBack: false })
  expect(withPatch(mine, patch)).toEqual({ ...mine, scanBack: false })
})

test('settings of an older version are completed with what a new station has', () => {
  expect(settingsSchema.parse({ language: 'en' })).toEqual({ ...defaultSettings(), language: 'en' })
})

test('the one scanner of an older version stays, at its port and speed', () => {
  const { scanners } = settingsSchema.parse({
    language: 'en',
    serialScanner: { path: '/dev/ttyACM0', baudRate: 19_200 }
  })
  expect(scanners).toEqual([
    {
      kind: 'serial',
      name: '/dev/ttyACM0',
      path: '/dev/ttyACM0',
      serialNumber: null,
      baudRate: 19_200,
      dataBits: 8,
      stopBits: 1,
      parity: 'none',
      suffix: 'any',
      encoding: 'auto',
      cleaning: { before: '', after: '', gs: '' }
    }
  ])
  expect(settingsSchema.parse({ serialScanner: null }).scanners).toEqual([])
  expect(
    settingsSchema.parse({ scanners: [], serialScanner: { path: '/dev/ttyACM0', baudRate: 9600 } }).scanners
  ).toEqual([])
})

test('the one printer of an older version stays, with its label size', () => {
  const older = { media: '40x30', printer: { kind: 'tcp', host: '10.0.0.9', port: 9100 } }
  const [printer, ...others] = settingsSchema.parse(older).printers
  expect(printer).toEqual({
    ...usualPrinter({ id: '1', name: '10.0.0.9', link: { kind: 'tcp', host: '10.0.0.9', port: 9100 } }),
    media: '40x30'
  })
  expect(others).toEqual([])
  expect(settingsSchema.parse({ media: '58x40', printer: { kind: 'none' } }).printers).toEqual([])
  expect(settingsSchema.parse({ printers: [], printer: older.printer }).printers).toEqual([])
})
