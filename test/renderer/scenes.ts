import {
  commandBarcode,
  REPRINT_REASONS,
  reprintReasonBarcode,
  SHELF_REASONS,
  shelfReasonBarcode
} from '../../shared/domain/scanning/commands.ts'
import type { FaceKind, Message } from '../../shared/domain/messages.ts'
import { TEST_CODE_IDS, testCode } from '../../shared/domain/scanning/scanner-test/codes.ts'
import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import type { Answer, OrderView, ScanNoteView, StepView, View } from '../../shared/view/view.ts'
import { DEVICE_SCENES } from './device-scenes.ts'

const HOUR = 3_600_000
const COMMENT =
  'Упакуйте, пожалуйста, в плёнку с пузырьками и положите открытку: это подарок сестре. Коробку не мните, чек внутрь не кладите. Звоните после 18:00, домофон не работает, подъезд со двора!'

const YES_NO: readonly Answer[] = [
  { code: 'yes', barcode: commandBarcode('yes') },
  { code: 'no', barcode: commandBarcode('no') }
]
const NO = { code: 'no', barcode: commandBarcode('no') } as const
const SHELF: readonly Answer[] = [...SHELF_REASONS.map(code => ({ code, barcode: shelfReasonBarcode(code) })), NO]
const REPRINT: readonly Answer[] = [...REPRINT_REASONS.map(code => ({ code, barcode: reprintReasonBarcode(code) })), NO]

function step(kind: StepView['kind'], state: StepView['state'], value: string | null = null): StepView {
  return { kind, state, value }
}

/** The order of the pictures; `hours` are left of its time. */
function sampleOrder(now: number, hours = 5.2, comment = ''): OrderView {
  return {
    id: 13_833_711,
    article: 'one-ring-7548',
    colorCode: 'RAL 3017',
    barcode: '4601234567893',
    price: 101_400,
    currencyCode: 643,
    comment,
    createdAt: now - (120 - hours) * HOUR,
    deadlineAt: now + hours * HOUR,
    isB2b: false,
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
    supply: {
      id: 's1',
      remoteId: 'WB-GI-1234567',
      name: 'Verstak 2026-08-04 · 3f9a1c',
      state: 'open',
      total: 30,
      packed: 12,
      shelved: 1,
      createdAt: now - 4 * HOUR,
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

type Scene = (view: View, now: number) => View

function says(face: FaceKind, message: Message, rest: Partial<View> = {}): Scene {
  return (view, now) => ({ ...view, ...rest, ...spoken(face, message, now) })
}

function withOrder(face: FaceKind, message: Message, hours: number, comment: string, rest: Partial<View> = {}): Scene {
  return (view, now) => ({
    ...view,
    order: sampleOrder(now, hours, comment),
    labelOf: 13_833_711,
    ...rest,
    ...spoken(face, message, now)
  })
}

function spoken(face: FaceKind, message: Message, at: number): Pick<View, 'feedback' | 'question'> {
  return { feedback: { face, message, at }, question: face === 'ask' ? message : null }
}

/** Every face and the longest words of each. */
export const SCENES: { readonly [name: string]: Scene } = {
  ...DEVICE_SCENES,
  'waiting-start': says('waiting', { code: 'openSupply', fresh: 23 }, { supply: null, notes: [] }),
  'waiting-none': says('waiting', { code: 'openSupply', fresh: 0 }, { supply: null }),
  'waiting-item': says('waiting', { code: 'scanItem' }),
  'go-code': withOrder('goOn', { code: 'scanCode', key: 'sgtin' }, 5.2, COMMENT),
  'go-date': withOrder('goOn', { code: 'scanCode', key: 'expiration' }, 20.4, 'В плёнку, пожалуйста'),
  'go-printing': withOrder('goOn', { code: 'printing' }, 70, ''),
  'go-paper-out': withOrder('refused', { code: 'waitPrinter', fault: 'paperOut' }, 70, '', {
    printers: [{ id: '1', name: 'ZD421', state: 'fault', fault: 'paperOut', waiting: 3 }],
    network: {
      kind: 'offline',
      block: null,
      status: null,
      waiting: 14,
      oldestAt: Date.now() - 22 * 60_000,
      attention: 2
    }
  }),
  'go-steps': (view, now) => ({
    ...view,
    feedback: { face: 'goOn', message: { code: 'scanStickerBack', partB: '4589' }, at: now },
    labelOf: 13_833_711,
    order: {
      ...sampleOrder(now, -2, COMMENT),
      article: 'Кольцо всевластия с гравировкой, золото 585, размер 17,5, подарочная коробка',
      steps: [
        step('item', 'done', '4601234567893'),
        step('product', 'done'),
        step('sgtin', 'done', '010460123456789321mM9tP3Qm4Ek7b␝93dGVz'),
        step('imei', 'done', '354987654321098'),
        step('uin', 'done', '6431001234567890'),
        step('expiration', 'done', '31.12.2027'),
        step('sticker', 'done', '231648 4589'),
        step('scanBack', 'now')
      ]
    }
  }),
  'done-packed': says('done', { code: 'packed', orderId: 13_833_711, partB: '4589' }, { labelOf: 13_833_711 }),
  'done-supply': says('done', { code: 'supplyDelivered', name: 'Verstak 2026-08-04 · 3f9a1c' }),
  'refused-used': (view, now) =>
    withOrder('refused', { code: 'codeUsed', orderId: 13_833_690, at: now - 5 * 60_000 }, 5.2, COMMENT)(view, now),
  'refused-gs': withOrder('refused', { code: 'badCode', key: 'sgtin', problem: { code: 'markingNoGs' } }, 30, ''),
  'refused-found': says('refused', {
    code: 'notFound',
    text: '010460123456789321xR2kW8vL1Zp0a␝91EE10␝92dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q9'
  }),
  'refused-delivery': says('refused', {
    code: 'supplyRefused',
    name: 'Verstak 2026-08-04 · 3f9a1c',
    vendorCode: 'MetaValidationFail',
    vendorMessage: 'Метаданные сборочных заданий не прошли проверку'
  }),
  'ask-label': withOrder(
    'ask',
    { code: 'labelInHand', orderId: 13_833_711, doubt: 'restarted', partB: '4589' },
    5.2,
    COMMENT,
    { answers: YES_NO }
  ),
  'ask-shelf': withOrder('ask', { code: 'whyShelf', orderId: 13_833_711 }, 40, '', { answers: SHELF }),
  'ask-reprint': withOrder('ask', { code: 'whyReprint', orderId: 13_833_711 }, 40, COMMENT, { answers: REPRINT }),
  'ask-gtin': withOrder('ask', { code: 'gtinDiffers', gtin: '04601234567893', barcode: '2041234567897' }, 40, '', {
    answers: YES_NO
  }),
  'ask-supply': says(
    'ask',
    {
      code: 'supplyUnfinished',
      name: 'Verstak 2026-08-04 · 3f9a1c',
      orderIds: [13_833_711, 13_833_712, 13_833_713, 13_833_714, 13_833_715, 13_833_716]
    },
    { answers: YES_NO }
  ),
  'practice-code': withOrder('goOn', { code: 'scanCode', key: 'sgtin' }, 5.2, COMMENT, { mode: 'practice' }),
  'practice-ask': withOrder('ask', { code: 'whyReprint', orderId: 13_833_711 }, 5.2, COMMENT, {
    mode: 'practice',
    answers: REPRINT
  }),
  'scanner-check': view => ({
    ...view,
    scannerTest: { shown: 'letters', scanner: null, results: [], last: null }
  }),
  'scanner-faults': (view, now) => ({
    ...view,
    scannerTest: {
      shown: 'long',
      scanner: 'Левая рука',
      results: [
        { code: 'digits', isFine: true },
        { code: 'letters', isFine: true },
        { code: 'long', isFine: false }
      ],
      last: {
        at: now,
        text: `A1${testCode('long').text.replaceAll('\u001d', '-')}`,
        code: 'long',
        findings: [
          { finding: { kind: 'gsReplaced', by: '-', undone: false }, mends: true },
          { finding: { kind: 'foreignPrefix', text: 'A1' }, mends: true },
          { finding: { kind: 'noSuffix', seen: null }, mends: false },
          { finding: { kind: 'aimPrefix', aim: ']d2' }, mends: false }
        ]
      }
    }
  }),
  'scanner-fine': (view, now) => ({
    ...view,
    scannerTest: {
      shown: 'digits',
      scanner: '',
      results: TEST_CODE_IDS.map(code => ({ code, isFine: true })),
      last: {
        at: now,
        text: testCode('digits').text,
        code: 'digits',
        findings: [{ finding: { kind: 'layoutRussian', undone: true }, mends: false }]
      }
    }
  }),
  sandbox: view => ({ ...view, isSandbox: true }),
  setup: says('waiting', { code: 'openSupply', fresh: 0 }, { mode: 'setup', supply: null }),
  blocked: says(
    'waiting',
    { code: 'scanItem' },
    {
      network: {
        kind: 'blocked',
        block: 'tokenExpired',
        status: null,
        waiting: 40,
        oldestAt: Date.now() - 26 * HOUR,
        attention: 3
      },
      counts: { fresh: 1200, packable: 480, problems: 12, attention: 3 }
    }
  )
}
