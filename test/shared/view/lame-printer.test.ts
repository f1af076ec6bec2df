import { expect, test } from 'vitest'
import { usualPrinter } from '../../../shared/domain/printing/printers.ts'
import { viewOf, type BesideBench } from '../../../shared/view/view-of.ts'
import type { PrinterView } from '../../../shared/view/view.ts'
import { MUG, newDesk, order, SCARF } from '../domain/assembly/support.ts'
import type { Desk } from '../domain/assembly/support.ts'

const zebra = usualPrinter({ id: '1', name: 'Zebra', link: { kind: 'tcp', host: '10.0.0.1', port: 9100 } })
const second = usualPrinter({ id: '2', name: 'Sheets', link: { kind: 'tcp', host: '10.0.0.2', port: 9100 } })

function deskWith(...orderIds: readonly number[]): Desk {
  const orders = orderIds.map(id => order(id, id === 1 ? {} : { skus: [SCARF] }))
  return newDesk({ orders, settings: { printers: [zebra, second] } })
}

function printer(id: string, part: Partial<PrinterView>): PrinterView {
  return { id, name: id, state: 'ready', fault: null, waiting: 0, ...part }
}

function lameOf(desk: Desk, ...printers: readonly PrinterView[]): string | null {
  const around: BesideBench = {
    revision: 1,
    mode: 'live',
    network: { kind: 'online', block: null, status: null, waiting: 0, oldestAt: null, attention: 0 },
    damagedRows: 0,
    clockOffMs: 0,
    news: { isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] },
    printers,
    scanners: [],
    scannerTest: null,
    tokenExpiresAt: null,
    isSandbox: false,
    hasLead: false,
    isLocked: false,
    day: '2026-08-03'
  }
  return viewOf(desk.bench, around).lamePrinter?.id ?? null
}

test.each([
  ['without paper', { state: 'fault', fault: 'paperOut' }],
  ['with its head open', { state: 'fault', fault: 'headOpen' }],
  ['lost', { state: 'absent', fault: 'unreachable' }]
] as const)('a printer %s stands on the stage while the order on the table waits for it', (_name, part) => {
  const desk = deskWith(1)
  desk.scan(MUG)
  expect(lameOf(desk, printer('1', { ...part, waiting: 1 }), printer('2', {}))).toBe('1')
  // Whatever is pressed.
  desk.command('reprint')
  expect(lameOf(desk, printer('1', { ...part, waiting: 1 }))).toBe('1')
  desk.printAll()
  expect(lameOf(desk, printer('1', part))).toBeNull()
})

test('another printer’s trouble does not stand before whoever does not wait for it', () => {
  const desk = deskWith(1, 2)
  const troubled = printer('2', { state: 'fault', fault: 'paperOut', waiting: 1 })
  desk.scan(MUG)
  expect(lameOf(desk, printer('1', { waiting: 1 }), troubled)).toBeNull()
  desk.command('skip')
  expect(lameOf(desk, printer('1', {}), troubled)).toBe('2')
})

test('a printer in trouble with nothing to print is told by the status line alone', () => {
  expect(lameOf(deskWith(1), printer('1', { state: 'fault', fault: 'paperOut' }))).toBeNull()
})
