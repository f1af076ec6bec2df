import { expect, test } from 'vitest'
import { createPracticePrinter, LABELS_KEPT, type PrintedLabel } from '../../../electron/practice/practice-printer.ts'
import type { DeviceState, PrintOutcome } from '../../../electron/station/ports/ports.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

function label(text: string): Uint8Array {
  return new TextEncoder().encode(`^XA^FD${text}^FS^XZ`)
}

test('a label comes out after 150 ms and is confirmed then', async () => {
  const clock = createVirtualClock()
  const printer = createPracticePrinter({ clock })
  const heard: PrintedLabel[] = []
  printer.onLabel(printed => heard.push(printed))
  const outcomes: PrintOutcome[] = []
  void printer.print(label('1')).then(outcome => outcomes.push(outcome))
  await clock.advance(149)
  expect(outcomes).toEqual([])
  await clock.advance(1)
  expect(outcomes).toEqual([{ kind: 'confirmed' }])
  expect(printer.labels()).toEqual([{ id: 'label-1', at: clock.now(), zpl: label('1') }])
  expect(heard).toEqual(printer.labels())
})

test('without paper labels are held, and come out in order when there is some', async () => {
  const clock = createVirtualClock()
  const printer = createPracticePrinter({ clock })
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  const outcomes: PrintOutcome[] = []
  void printer.print(label('1')).then(outcome => outcomes.push(outcome))
  await clock.advance(100)
  printer.setPaper(true)
  void printer.print(label('2')).then(outcome => outcomes.push(outcome))
  await clock.advance(60_000)
  expect(outcomes).toEqual([])
  expect(printer.labels()).toEqual([])
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'paperOut' })
  printer.setPaper(false)
  await clock.advance(300)
  expect(outcomes).toEqual([{ kind: 'confirmed' }, { kind: 'confirmed' }])
  expect(printer.labels().map(printed => printed.zpl)).toEqual([label('1'), label('2')])
  expect(states).toEqual([{ kind: 'ready' }, { kind: 'fault', fault: 'paperOut' }, { kind: 'ready' }])
  await stop()
  printer.setPaper(true)
  expect(states).toHaveLength(3)
})

test('after ten minutes without paper nobody knows, and the label may still come out', async () => {
  const clock = createVirtualClock()
  const printer = createPracticePrinter({ clock })
  printer.setPaper(true)
  const outcome = printer.print(label('1'))
  await clock.advance(600_000)
  expect(await outcome).toEqual({ kind: 'uncertain', why: 'noAnswer' })
  printer.setPaper(false)
  await clock.advance(150)
  expect(printer.labels()).toHaveLength(1)
})

test('stopping leaves a held label uncertain, and it may still come out', async () => {
  const clock = createVirtualClock()
  const printer = createPracticePrinter({ clock })
  const stop = printer.start(() => undefined)
  printer.setPaper(true)
  const outcome = printer.print(label('1'))
  await stop()
  expect(await outcome).toEqual({ kind: 'uncertain', why: 'linkLost' })
  printer.setPaper(false)
  await clock.advance(150)
  expect(printer.labels()).toHaveLength(1)
  expect(clock.pending()).toBe(0)
})

test('a one-way printer prints and proves nothing', async () => {
  const clock = createVirtualClock()
  const printer = createPracticePrinter({ clock, answersStatus: false })
  expect(await printer.print(label('1'))).toEqual({ kind: 'uncertain', why: 'oneWayLink' })
  await clock.advance(150)
  expect(printer.labels()).toHaveLength(1)
})

test('the newest labels are kept, and what was handed over cannot change them', async () => {
  const clock = createVirtualClock()
  const printer = createPracticePrinter({ clock })
  const bytes = label('x')
  for (let count = 0; count <= LABELS_KEPT; count += 1) void printer.print(bytes)
  bytes.fill(0)
  await clock.advance(150 * (LABELS_KEPT + 1))
  expect(printer.labels()).toHaveLength(LABELS_KEPT)
  expect(printer.labels().at(0)?.id).toBe('label-2')
  expect(printer.labels().at(-1)?.zpl).toEqual(label('x'))
})
