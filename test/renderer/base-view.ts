import type { FaceKind, Message } from '../../shared/domain/messages.ts'
import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import type { OrderView, ScanNoteView, StepView, View } from '../../shared/view/view.ts'

export const HOUR = 3_600_000

/** One step of an order's card. */
export function step(kind: StepView['kind'], state: StepView['state'], value: string | null = null): StepView {
  return { kind, state, value }
}

/** The order of the pictures; `hours` are left of its time. */
export function sampleOrder(now: number, hours = 5.2, comment = ''): OrderView {
  return {
    id: 13_833_711,
    article: 'one-ring-7548',
    colorCode: 'RAL 3017',
    barcode: '4601234567893',
    price: 101_400,
    currencyCode: 643,
    comment,
    createdAt: now - (120 - hours) * HOUR,
    scheme: { kind: 'fbs' },
    deadlineAt: now + hours * HOUR,
    isB2b: false,
    isPinned: false,
    basket: 0,
    others: 3,
    sticker: null,
    steps: [
      step('item', 'done', '4601234567893'),
      step('sgtin', 'now'),
      step('sticker', 'next'),
      step('scanBack', 'next')
    ]
  }
}

function notes(now: number): readonly ScanNoteView[] {
  const said: readonly [FaceKind, string, Message][] = [
    ['goOn', '4601234567893', { code: 'scanCode', key: 'sgtin' }],
    ['done', '!uKEtQZVx', { code: 'packed', orderId: 13_833_702, partB: '4589' }],
    ['goOn', '010460123456789321mM9tP3Qm4Ek7b␝93dGVz', { code: 'printing' }],
    [
      'refused',
      '010460123456789321xR2kW8vL1Zp0a␝93bXlz',
      { code: 'codeUsed', orderId: 13_833_690, at: now - 5 * 60_000 }
    ],
    ['ask', 'VRSTK-REPRINT', { code: 'whyReprint', orderId: 13_833_702 }]
  ]
  return said.map(([face, text, message], index) => ({
    id: `note-${index}`,
    at: now - index * 47_000,
    text,
    feedback: { face, message, at: now - index * 47_000 }
  }))
}

const ZEBRA = usualPrinter({ id: '1', name: 'ZD421', link: { kind: 'tcp', host: '192.168.1.40', port: 9100 } })

/** A shift in full swing; scenes change parts of it. */
export function baseView(now: number): View {
  return {
    revision: 1,
    mode: 'live',
    settings: { ...defaultSettings(), printers: [ZEBRA] },
    feedback: { face: 'waiting', message: { code: 'scanItem' }, at: now },
    question: null,
    lamePrinter: null,
    deadParcels: [],
    hasLead: false,
    isLocked: false,
    knowsPackers: true,
    batch: {
      kind: 'supply',
      id: 's1',
      remoteId: 'WB-GI-1234567',
      name: 'Verstak 2026-08-04 · 3f9a1c',
      state: 'open',
      total: 30,
      packed: 12,
      shelved: 1,
      createdAt: now - 4 * HOUR,
      dead: 0,
      unjudged: 0,
      offices: [],
      warehouseId: 658_434,
      cargoType: 1,
      needsShipping: false,
      shipping: null,
      isShippingOpen: true,
      boxes: { ids: [], queued: 0 },
      spot: null,
      hitch: null
    },
    order: null,
    answers: [],
    labelOf: null,
    notes: notes(now),
    network: { kind: 'online', block: null, status: null, waiting: 0, oldestAt: null, attention: 0 },
    damagedRows: 0,
    clockOffMs: 0,
    news: { isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] },
    printers: [{ id: '1', name: 'ZD421', state: 'ready', fault: null, waiting: 0 }],
    scanners: [{ name: '', state: 'ready', fault: null }],
    scannerTest: null,
    tokenExpiresAt: null,
    isSandbox: false,
    packer: { id: '7', name: 'Сборщик 7' },
    packedToday: 148,
    counts: { fresh: 23, packable: 18, problems: 2, attention: 0 }
  }
}
