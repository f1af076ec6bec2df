import {
  commandBarcode,
  REPRINT_REASONS,
  reprintReasonBarcode,
  SHELF_REASONS,
  shelfReasonBarcode
} from '../../shared/domain/scanning/commands.ts'
import type { FaceKind, Message } from '../../shared/domain/messages.ts'
import { TEST_CODE_IDS, testCode } from '../../shared/domain/scanning/scanner-test/codes.ts'
import type { RoundScheme } from '../../shared/domain/schemes/scheme.ts'
import type { Answer, View } from '../../shared/view/view.ts'
import { HOUR, sampleOrder, step } from './base-view.ts'
import { DEVICE_SCENES } from './device-scenes.ts'
import { TROUBLE_SCENES } from './trouble-scenes.ts'

const COMMENT =
  'Упакуйте, пожалуйста, в плёнку с пузырьками и положите открытку: это подарок сестре. Коробку не мните, чек внутрь не кладите. Звоните после 18:00, домофон не работает, подъезд со двора!'

const YES_NO: readonly Answer[] = [
  { code: 'yes', barcode: commandBarcode('yes') },
  { code: 'no', barcode: commandBarcode('no') }
]
const NO = { code: 'no', barcode: commandBarcode('no') } as const
const SHELF: readonly Answer[] = [...SHELF_REASONS.map(code => ({ code, barcode: shelfReasonBarcode(code) })), NO]
const REPRINT: readonly Answer[] = [...REPRINT_REASONS.map(code => ({ code, barcode: reprintReasonBarcode(code) })), NO]

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

function roundOf(scheme: RoundScheme, now: number): View['batch'] {
  const name = '2026-08-04 · 3f9a1c'
  return {
    kind: 'round',
    id: 'r1',
    scheme,
    name,
    state: 'open',
    total: 8,
    packed: 3,
    shelved: 0,
    createdAt: now - HOUR
  }
}

/** Every face and the longest words of each. */
export const SCENES: { readonly [name: string]: Scene } = {
  ...DEVICE_SCENES,
  ...TROUBLE_SCENES,
  'waiting-start': says('waiting', { code: 'openSupply', fresh: 23 }, { batch: null, notes: [] }),
  'waiting-none': says('waiting', { code: 'openSupply', fresh: 0 }, { batch: null }),
  locked: withOrder('refused', { code: 'locked' }, 5.2, COMMENT, { isLocked: true }),
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
  'refused-no-paper': withOrder('refused', { code: 'nothingToReprint' }, 70, COMMENT, {
    lamePrinter: { id: '1', name: 'ZD421', state: 'fault', fault: 'paperOut', waiting: 1 },
    printers: [{ id: '1', name: 'ZD421', state: 'fault', fault: 'paperOut', waiting: 1 }]
  }),
  'ask-processing': says(
    'ask',
    {
      code: 'deliveryStuck',
      name: 'Verstak 2026-08-04 · 3f9a1c',
      hitch: { kind: 'processing', since: Date.now() - 22 * 60_000 }
    },
    { answers: YES_NO, batch: null }
  ),
  'ask-other-supply': (view, now) => ({
    ...view,
    ...spoken('refused', { code: 'notInSupply', orderId: 13_833_711 }, now),
    feedback: {
      face: 'refused',
      message: { code: 'notInSupply', orderId: 13_833_711 },
      note: {
        code: 'otherSupply',
        orderId: 13_833_711,
        article: 'shelf-loft-180',
        entry: 'item',
        way: 'new',
        by: 'cargoType',
        supplyName: ''
      },
      at: now
    },
    answers: YES_NO
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
      articles: ['one-ring-7548', 'palantir-mini × 2'],
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
    scannerTest: { shown: 'letters', awaitsLead: false, scanner: null, results: [], last: null }
  }),
  'scanner-faults': (view, now) => ({
    ...view,
    scannerTest: {
      shown: 'long',
      awaitsLead: false,
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
      awaitsLead: false,
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
  'round-dbs': (view, now) => ({
    ...view,
    ...spoken('goOn', { code: 'scanStickerBack', partB: '3711' }, now),
    batch: roundOf('dbs', now),
    labelOf: 13_833_711,
    order: {
      ...sampleOrder(now, 5.2, COMMENT),
      scheme: {
        kind: 'dbs',
        slot: { date: '04.08.2026', from: '15:00', to: '16:00' },
        deliveryType: 'edbs',
        groupId: null
      },
      steps: [step('item', 'done', '4601234567893'), step('sticker', 'done'), step('scanBack', 'now')]
    }
  }),
  'round-pickup': (view, now) => ({
    ...view,
    ...spoken('done', { code: 'packed', orderId: 13_833_711, partB: '123 456' }, now),
    batch: roundOf('pickup', now)
  }),
  sandbox: view => ({ ...view, isSandbox: true }),
  setup: says('waiting', { code: 'openSupply', fresh: 0 }, { mode: 'setup', batch: null }),
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
