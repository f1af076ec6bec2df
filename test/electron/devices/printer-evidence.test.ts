import { expect, test } from 'vitest'
import { startPrinterPair } from '../../support/printer-pair.ts'
import { scaledClock } from '../../support/scaled-clock.ts'
import { until } from '../../support/until.ts'

/** An answer has 300 ms to come, a look falls every 30 ms. */
const clock = scaledClock(5)
/** For limits of ten seconds and more. */
const fastClock = scaledClock(25)
const LABEL = new TextEncoder().encode('^XA^FO10,10^FDone^FS^XZ')
const NEXT = new TextEncoder().encode('^XA^FO10,10^FDtwo^FS^XZ')

test.each(['cutter', 'headFailed', 'motorHot'] as const)('%s has no flag in ~HS and is known by ~HQES', async fault => {
  const { simulator, printer, states } = await startPrinterPair(clock)
  simulator.setFault(fault)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault })
  expect(states.at(-1)).toEqual({ kind: 'fault', fault })
})

test('warnings are said of a printer that prints on', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock)
  simulator.setWarnings(['cleanHead', 'replaceHead'])
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(states.at(-1)).toEqual({ kind: 'ready', warnings: ['cleanHead', 'replaceHead'] })
})

test('a printer whose ~HS is silent for want of paper is asked ~HQES, and not called silent', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock)
  simulator.hideStatus(true)
  simulator.setFault('paperOut')
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'paperOut' })
  const before = simulator.heard()
  await until('later looks', () => simulator.heard() > before + 4)
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'paperOut' })
  simulator.hideStatus(false)
  simulator.setFault(null)
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(states.some(state => state.kind === 'fault' && state.fault === 'silent')).toBe(false)
})

test('paper that runs out unseen by ~HS during the job is waited for, and the label proven', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, { printMs: 200 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.hideStatus(true)
  simulator.setFault('paperOut')
  await until('paper out', () => states.at(-1)?.kind === 'fault')
  simulator.feed(2)
  simulator.hideStatus(false)
  simulator.setFault(null)
  expect(await printing).toEqual({ kind: 'confirmed' })
  expect(simulator.labels).toHaveLength(1)
})

test('a label cancelled at the printer is not taken for printed because paper was fed', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, { printMs: 100 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.setFault('paperOut')
  await until('paper out', () => states.at(-1)?.kind === 'fault')
  simulator.cancel()
  const before = simulator.asked()
  await until('it was looked at', () => simulator.asked() > before + 1)
  simulator.feed(1)
  simulator.setFault(null)
  expect(await printing).toEqual({ kind: 'uncertain', why: 'countDiffers' })
  expect(simulator.labels).toEqual([])
})

test('the same where neither ~HS nor ~HQES shows the fault', async () => {
  const { simulator, printer } = await startPrinterPair(clock, { printMs: 100 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.hideStatus(true)
  simulator.setFault('labelWaiting')
  const before = simulator.asked()
  await until('it was looked at in vain', () => simulator.asked() > before + 1)
  simulator.cancel()
  simulator.feed(1)
  simulator.hideStatus(false)
  simulator.setFault(null)
  expect(await printing).toEqual({ kind: 'uncertain', why: 'countDiffers' })
})

test('a label of a doubtful job that still comes out is not counted for the next one', async () => {
  const { simulator, printer, states } = await startPrinterPair(fastClock, { printMs: 300 })
  // Printed after the link has gone; and the next one is lost without a word.
  simulator.dropNext('label', true)
  expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'linkLost' })
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  simulator.swallowNext()
  expect((await printer.print(NEXT)).kind).not.toBe('confirmed')
  await until('the first label', () => simulator.labels.length === 1)
})

test('a printer that never gets rid of an earlier label is sent nothing more', async () => {
  const { simulator, printer, states } = await startPrinterPair(fastClock, { printMs: 3000 })
  simulator.dropNext('label', true)
  expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'linkLost' })
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(await printer.print(NEXT)).toEqual({ kind: 'notSent', fault: 'bufferFull' })
  expect(simulator.held()).toBe(1)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  '%i counts that arrive as noise do not make a printer one without',
  async counts => {
    const { simulator, printer } = await startPrinterPair(scaledClock(10))
    expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
    simulator.garbleNext(counts, 'count')
    simulator.swallowNext()
    const outcome = await printer.print(NEXT)
    // Either not a byte went out, or the count that stood still was noticed.
    expect([
      { kind: 'notSent', fault: 'silent' },
      { kind: 'uncertain', why: 'countDiffers' }
    ]).toContainEqual(outcome)
  }
)

test('a printer without odometer is believed only if the label was seen in it', async () => {
  const { simulator, printer } = await startPrinterPair(clock, { odometer: false })
  simulator.swallowNext()
  expect(await printer.print(LABEL)).toEqual({ kind: 'sent' })
  expect(simulator.labels).toEqual([])
})

test('an odometer that is set back in the middle of a job proves nothing', async () => {
  const { simulator, printer } = await startPrinterPair(fastClock, { printMs: 100 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.zeroOdometer()
  expect(await printing).toEqual({ kind: 'uncertain', why: 'countDiffers' })
})

test('a printer that is switched off and on with our label leaves it uncertain', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, { printMs: 300 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.reset()
  expect(await printing).toEqual({ kind: 'uncertain', why: 'linkLost' })
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(await printer.print(NEXT)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels).toHaveLength(1)
})

test('half a label that was taken leaves it uncertain', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock)
  simulator.cutNext(12)
  expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'linkLost' })
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(simulator.labels).toEqual([])
})
