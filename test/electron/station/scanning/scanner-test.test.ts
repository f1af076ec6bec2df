import { expect, test } from 'vitest'
import { ScannerTest, type TestScan } from '../../../../electron/station/scanning/scanner-test.ts'
import { commandBarcode } from '../../../../shared/domain/scanning/commands.ts'
import { testCode } from '../../../../shared/domain/scanning/scanner-test/codes.ts'
import { plainReading } from '../../../../shared/domain/scanning/scanner-test/reading.ts'
import { defaultSettings, withPatch, type Settings } from '../../../../shared/domain/settings.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

function start(mayApply = () => true): {
  readonly check: ScannerTest
  readonly clock: ReturnType<typeof createVirtualClock>
  readonly settings: () => Settings
  readonly scan: (text: string, name?: string) => void
} {
  const clock = createVirtualClock()
  let settings = defaultSettings()
  const check = new ScannerTest({
    clock,
    settings: () => settings,
    changeSettings: patch => (settings = withPatch(settings, patch)),
    mayApply,
    onChange: () => undefined
  })
  check.start()
  const scan = (text: string, name = ''): void =>
    check.take({ reading: plainReading(text), name, scanner: { kind: 'keys' } } satisfies TestScan)
  return { check, clock, settings: () => settings, scan }
}

test('after some minutes without a scan it ends by itself; each scan begins them anew', async () => {
  const { check, clock, scan } = start()
  await clock.advance(4 * 60_000)
  scan(testCode('digits').text)
  await clock.advance(4 * 60_000)
  expect(check.isRunning).toBe(true)
  await clock.advance(60_000)
  expect(check.isRunning).toBe(false)
  expect(check.view()).toBeNull()
  expect(clock.pending()).toBe(0)
})

test('another scanner begins with no code read', () => {
  const { check, scan } = start()
  scan(testCode('digits').text, 'left')
  scan(testCode('letters').text, 'left')
  expect(check.view()?.results).toHaveLength(2)
  scan(testCode('digits').text, 'right')
  expect(check.view()).toMatchObject({ scanner: 'right', results: [{ code: 'digits', isFine: true }] })
})

test('a code that came wrong stays on the screen; one that came right gives way to the next that is open', () => {
  const { check, scan } = start()
  scan(testCode('marking').text.replaceAll('\u001d', ''))
  expect(check.view()).toMatchObject({ shown: 'marking', results: [{ code: 'marking', isFine: false }] })
  scan(testCode('long').text)
  expect(check.view()?.shown).toBe('digits')
  scan(testCode('digits').text)
  scan(testCode('letters').text)
  expect(check.view()?.shown).toBe('marking')
  scan(testCode('marking').text)
  expect(check.view()?.results.every(({ isFine }) => isFine)).toBe(true)
})

test('its commands are understood from the scanner that garbles them; what it proposes is applied once', () => {
  const { check, scan, settings } = start()
  scan(`#${testCode('letters').text}`)
  expect(check.view()?.last?.findings).toEqual([{ finding: { kind: 'foreignPrefix', text: '#' }, mends: true }])
  scan(`#${commandBarcode('yes').toLowerCase()}`)
  expect(settings().wedgeCleaning).toEqual({ before: '#', after: '', gs: '' })
  expect(check.view()?.last).toBeNull()
  check.apply()
  expect(settings().wedgeCleaning.before).toBe('#')
  const { shown } = check.view() ?? {}
  scan(`##${commandBarcode('next')}`)
  expect(check.view()?.shown).not.toBe(shown)
  scan(commandBarcode('acknowledge'))
  expect(check.isRunning).toBe(false)
  scan(testCode('letters').text)
  expect(check.view()).toBeNull()
})

test('a scanned “yes” changes no settings where that is a lead’s, and says so until the next scan', () => {
  let isLeadIn = false
  const { check, settings, scan } = start(() => isLeadIn)
  const before = settings()
  const faulty = `<<${testCode('digits').text}`
  scan(faulty)
  scan(commandBarcode('yes'))
  expect(settings()).toEqual(before)
  expect(check.view()?.awaitsLead).toBe(true)
  scan(faulty)
  expect(check.view()?.awaitsLead).toBe(false)
  isLeadIn = true
  scan(commandBarcode('yes'))
  expect(settings().wedgeCleaning.before).toBe('<<')
})
