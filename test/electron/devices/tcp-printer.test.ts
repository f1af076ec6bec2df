import { expect, onTestFinished, test } from 'vitest'
import { startPrinterPair, type PrinterPair } from '../../support/printer-pair.ts'
import { startPrinterSimulator, type SimulatorOptions } from '../../support/printer-simulator.ts'
import { realClock } from '../../support/real-clock.ts'
import { scaledClock } from '../../support/scaled-clock.ts'
import { until } from '../../support/until.ts'

const briskClock = scaledClock(5)
/** Ten seconds in a third of one; an answer has 50 ms to come. */
const fastClock = scaledClock(30)
const LABEL = new TextEncoder().encode('^XA^FO10,10^FDПривет^FS^XZ')

function startPair(options: Partial<SimulatorOptions> = {}, clock = briskClock): Promise<PrinterPair> {
  return startPrinterPair(clock, options)
}

test('a label is confirmed by the printer itself, byte for byte', async () => {
  const { simulator, printer, states } = await startPair()
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels.map(label => Buffer.from(label).toString())).toEqual(['^XA^FO10,10^FDПривет^FS^XZ'])
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'ready' }])
})

test('a printer that does not count is believed when nothing waits any more', async () => {
  const { simulator, printer } = await startPair({ odometer: false, printMs: 60 })
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
  expect(simulator.labels).toHaveLength(1)
})

test('a label of a megabyte arrives whole', async () => {
  const { simulator, printer } = await startPair()
  const big = new TextEncoder().encode(`^XA^GFA,1,1,1,${'0123456789ABCDEF'.repeat(65_536)}^FS^XZ`)
  expect(await printer.print(big)).toEqual({ kind: 'confirmed' })
  expect(Buffer.from(simulator.labels[0] ?? []).equals(big)).toBe(true)
})

test('labels asked for at once come out one after the other', async () => {
  const { simulator, printer } = await startPair()
  const encoder = new TextEncoder()
  const outcomes = await Promise.all(['1', '2', '3'].map(text => printer.print(encoder.encode(`^XA^FD${text}^FS^XZ`))))
  expect(outcomes.map(outcome => outcome.kind)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  expect(simulator.labels.map(label => Buffer.from(label).toString())).toEqual([
    '^XA^FD1^FS^XZ',
    '^XA^FD2^FS^XZ',
    '^XA^FD3^FS^XZ'
  ])
})

test.each(['paperOut', 'headOpen', 'paused', 'ribbonOut', 'tooHot'] as const)(
  'nothing is sent to a printer with the fault %s',
  async fault => {
    const { simulator, printer, states } = await startPair()
    simulator.setFault(fault)
    expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault })
    expect(states.at(-1)).toEqual({ kind: 'fault', fault })
    simulator.setFault(null)
    await until('ready again', () => states.at(-1)?.kind === 'ready')
    expect(simulator.labels).toEqual([])
    expect(simulator.held()).toBe(0)
  }
)

test('paper that runs out during the job is waited for, and said', async () => {
  const { simulator, printer, states } = await startPair({ printMs: 100 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.setFault('paperOut')
  await until('paper out', () => states.at(-1)?.kind === 'fault')
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'paperOut' })
  simulator.setFault(null)
  expect(await printing).toEqual({ kind: 'confirmed' })
  expect(simulator.labels).toHaveLength(1)
  expect(states.at(-1)).toEqual({ kind: 'ready' })
})

test('a printer that once answered and is silent now gets nothing', async () => {
  const { simulator, printer, states } = await startPair()
  simulator.setSilent(true)
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'silent' })
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'silent' })
  simulator.setSilent(false)
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(simulator.labels).toEqual([])
})

test('a printer that falls silent while nothing prints is said to be', async () => {
  const { simulator, states } = await startPair({}, fastClock)
  simulator.setSilent(true)
  await until('silent', () => states.at(-1)?.kind === 'fault')
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'silent' })
})

test('a printer that falls silent with our label leaves it uncertain', async () => {
  const { simulator, printer } = await startPair({ printMs: 100 }, fastClock)
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  simulator.setSilent(true)
  expect(await printing).toEqual({ kind: 'uncertain', why: 'noAnswer' })
})

test('a printer that never answers is used one-way, and says so', async () => {
  const { simulator, printer, states } = await startPair({ answers: 'silent' }, fastClock)
  expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'oneWayLink' })
  await until('the label', () => simulator.labels.length === 1)
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'ready' }, { kind: 'ready', warnings: ['oneWay'] }])
})

test.each([true, false])(
  'a link lost after the bytes went out leaves the label uncertain (printed: %s)',
  async printed => {
    const { simulator, printer, states } = await startPair()
    simulator.dropNext('label', printed)
    expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'linkLost' })
    await until('ready again', () => states.at(-1)?.kind === 'ready')
    expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
    expect(simulator.labels).toHaveLength(printed ? 2 : 1)
  }
)

test('a link lost before the bytes went out leaves the label unsent', async () => {
  const { simulator, printer } = await startPair({}, realClock)
  simulator.dropNext('status')
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'lost' })
  expect(simulator.labels).toEqual([])
})

test('a calm printer whose count stands still has not printed for certain', async () => {
  const { simulator, printer } = await startPair({}, fastClock)
  simulator.swallowNext()
  expect(await printer.print(LABEL)).toEqual({ kind: 'uncertain', why: 'countDiffers' })
})

test('a printer that is switched off is unreachable, and found when it is back', async () => {
  const { simulator, printer, states } = await startPair()
  await simulator.close()
  await until('a fault', () => states.at(-1)?.kind === 'fault')
  expect(await printer.print(LABEL)).toEqual({ kind: 'notSent', fault: 'unreachable' })
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'unreachable' })
  const again = await startPrinterSimulator({ answers: 'zebra', odometer: true, port: simulator.port })
  onTestFinished(() => again.close())
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(await printer.print(LABEL)).toEqual({ kind: 'confirmed' })
})

test('stopping in the middle of a job ends it as uncertain, and nothing is said afterwards', async () => {
  const { simulator, printer, states, stop } = await startPair({ printMs: 1000 })
  const printing = printer.print(LABEL)
  await until('the label in the printer', () => simulator.held() === 1)
  const saidBefore = states.length
  await stop()
  expect(await printing).toEqual({ kind: 'uncertain', why: 'linkLost' })
  expect(states).toHaveLength(saidBefore)
})

test('a calm printer is asked every two seconds, not more', async () => {
  const { simulator } = await startPair({}, briskClock)
  const from = briskClock.monotonic()
  const before = simulator.asked()
  await until('three questions', () => simulator.asked() >= before + 3)
  expect(briskClock.monotonic() - from).toBeGreaterThan(4000)
})
