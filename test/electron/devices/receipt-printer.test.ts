import { expect, test } from 'vitest'
import { startPrinterPair } from '../../support/printer-pair.ts'
import { scaledClock } from '../../support/scaled-clock.ts'
import { until } from '../../support/until.ts'

const clock = scaledClock(5)
const RECEIPT = Buffer.from('\u001b@\u001bt\u0011Verstak\n\u001dVB\u0000', 'latin1')

const RECEIPTS = { language: 'escpos', odometer: false } as const

test('a receipt is sent, byte for byte, and nobody claims that it came out', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, RECEIPTS)
  expect(await printer.print(RECEIPT)).toEqual({ kind: 'sent' })
  await until('the receipt', () => simulator.labels.length === 1)
  expect(simulator.labels.map(bytes => Buffer.from(bytes).toString('latin1'))).toEqual([RECEIPT.toString('latin1')])
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'ready' }])
})

test.each(['paperOut', 'headOpen', 'cutter', 'tooHot'] as const)(
  'nothing is sent to a receipt printer with the fault %s',
  async fault => {
    const { simulator, printer, states } = await startPrinterPair(clock, RECEIPTS)
    simulator.setFault(fault)
    expect(await printer.print(RECEIPT)).toEqual({ kind: 'notSent', fault })
    expect(states.at(-1)).toEqual({ kind: 'fault', fault })
    simulator.setFault(null)
    await until('ready again', () => states.at(-1)?.kind === 'ready')
    expect(simulator.held()).toBe(0)
  }
)

test('paper that ends with the receipt in the printer is waited for', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, { ...RECEIPTS, printMs: 100 })
  const printing = printer.print(RECEIPT)
  await until('the receipt in the printer', () => simulator.held() === 1)
  simulator.setFault('paperOut')
  await until('paper out', () => states.at(-1)?.kind === 'fault')
  simulator.setFault(null)
  expect(await printing).toEqual({ kind: 'sent' })
  await until('the receipt', () => simulator.labels.length === 1)
})

test('paper that runs low is said while it prints on', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, RECEIPTS)
  simulator.setWarnings(['paperLow'])
  expect(await printer.print(RECEIPT)).toEqual({ kind: 'sent' })
  expect(states.at(-1)).toEqual({ kind: 'ready', warnings: ['paperLow'] })
})

test('a receipt printer that never answers is used one-way, and says so', async () => {
  const { simulator, printer, states } = await startPrinterPair(scaledClock(30), { ...RECEIPTS, answers: 'silent' })
  expect(await printer.print(RECEIPT)).toEqual({ kind: 'uncertain', why: 'oneWayLink' })
  await until('the receipt', () => simulator.labels.length === 1)
  expect(states.at(-1)).toEqual({ kind: 'ready', warnings: ['oneWay'] })
})

test('after a late answer none is trusted: a new link is asked', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, RECEIPTS)
  // Taken in turn, the next answers would each stand for the question before.
  simulator.setFault('headOpen')
  simulator.setDelay(400)
  expect(await printer.print(RECEIPT)).toEqual({ kind: 'notSent', fault: 'silent' })
  simulator.setDelay(0)
  await until('the true fault', () => {
    const state = states.at(-1)
    return state?.kind === 'fault' && state.fault === 'headOpen'
  })
  simulator.setFault(null)
  await until('ready again', () => states.at(-1)?.kind === 'ready')
  expect(simulator.labels).toEqual([])
})

test('an answer that comes late while a receipt prints leaves it uncertain, and is not taken for the next one', async () => {
  const { simulator, printer, states } = await startPrinterPair(clock, { ...RECEIPTS, printMs: 200 })
  const printing = printer.print(RECEIPT)
  await until('the receipt in the printer', () => simulator.held() === 1)
  simulator.setDelay(400)
  const before = simulator.heard()
  await until('a question', () => simulator.heard() > before)
  simulator.setDelay(0)
  expect(await printing).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  await until('ready again', () => states.at(-1)?.kind === 'ready')
})
