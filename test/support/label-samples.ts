import { createLabels } from '../../electron/labels/labels.ts'
import type { LabelContent, LabelsPort } from '../../electron/station/ports/ports.ts'
import { profileSchema, type PrinterProfile } from '../../shared/domain/printing/media.ts'
import type { OwnLabel } from '../../shared/domain/printing/print-jobs.ts'
import { quietLog } from './quiet-log.ts'

/** 44 characters of signature behind two separators, as clothes and shoes have it. */
export const MARKING_CODE = `010460043993125621JgXJ5.T'_a\u001d91EE10\u001d92${'dGVzdC1zaWduYXR1cmU+/0123456789abcdefABCDE='.padEnd(44, 'x')}`
/** The longest there is: 88 characters of signature. */
export const LONG_MARKING_CODE = `0104600439931256215aB'cD"e&F?gH!i%j*K\u001d91EE10\u001d92${'x/Y+z9'.repeat(15).slice(0, 88)}`

const LONG_TEXT = 'Кружка керамическая с ручкой «Ёлка» 350 мл / белая-матовая, подарочная'
const AT = new Date(2026, 10, 26, 8, 5).getTime()

const ARTICLES = Array.from({ length: 30 }, (_, index) => ({
  article: index === 0 ? LONG_TEXT : `one-ring-${7548 + index}`,
  colorCode: index % 3 === 0 ? 'тёмно-зелёный' : '',
  count: 30 - index
}))

const PICKED = [
  { place: 'A-12', article: 'one-ring-7548', name: 'Кольцо', count: 3 },
  { place: '', article: LONG_TEXT, name: '', count: 99_999 },
  { place: LONG_TEXT, article: '', name: LONG_TEXT, count: 1 }
]

/** Usual and extreme labels of every kind but the command sheet. */
export const OWN_SAMPLES: readonly OwnLabel[] = [
  { kind: 'separator', article: 'one-ring-7548', colorCode: 'RAL 3017', count: 12, name: 'Кольцо', place: 'A-12' },
  {
    kind: 'separator',
    article: LONG_TEXT,
    colorCode: 'тёмно-зелёный хаки меланж',
    count: 99_999,
    name: LONG_TEXT,
    place: LONG_TEXT
  },
  { kind: 'separator', article: 'Щ'.repeat(300), colorCode: '', count: 1, name: '', place: '' },
  { kind: 'pickSheet', title: 'Смена', page: 1, pages: 12, lines: PICKED.slice(0, 5) },
  { kind: 'pickSheet', title: LONG_TEXT, page: 1, pages: 1, lines: [...PICKED, ...PICKED] },
  { kind: 'pickSheet', title: '', page: 1, pages: 1, lines: [] },
  { kind: 'badge', packerId: '7', name: 'Сборщик 7' },
  { kind: 'badge', packerId: '123456789ABC', name: 'Константин Константинопольский-Задунайский' },
  { kind: 'storePlace', place: 'A-12' },
  { kind: 'storePlace', place: 'ABCDEFGH-123' },
  { kind: 'shelf', orderId: 13_833_711, article: 'one-ring-7548', reason: 'Код маркировки не принят' },
  { kind: 'shelf', orderId: 999_999_999_999, article: LONG_TEXT, reason: LONG_TEXT.repeat(5) },
  {
    kind: 'supplySheet',
    name: 'Утро 26.11',
    remoteId: 'WB-GI-1234567',
    orders: 42,
    at: AT,
    articles: ARTICLES.slice(1, 4)
  },
  { kind: 'supplySheet', name: LONG_TEXT, remoteId: 'WB-GI-12345678901', orders: 1231, at: AT, articles: ARTICLES },
  { kind: 'supplySheet', name: 'Вечер', remoteId: null, orders: 1, at: AT, articles: [] },
  { kind: 'box', boxId: 'WB-TRBX-1234567', supplyName: 'Утро 26.11', number: 2, boxes: 5 },
  { kind: 'box', boxId: null, supplyName: LONG_TEXT, number: 998, boxes: 1000 },
  { kind: 'markingCode', code: MARKING_CODE, article: 'one-ring-7548', colorCode: 'RAL 3017' },
  { kind: 'markingCode', code: LONG_MARKING_CODE, article: LONG_TEXT, colorCode: 'тёмно-зелёный хаки меланж' },
  { kind: 'scannerTest', page: 0 },
  { kind: 'scannerTest', page: 1 },
  { kind: 'scannerTest', page: 2 },
  { kind: 'scannerTest', page: 3 },
  { kind: 'test' }
]

/** A printer as it comes, with what the test is about. */
export function profileOf(what: Partial<PrinterProfile>): PrinterProfile {
  return { ...profileSchema.parse({}), ...what }
}

/** Labels drawn by the real thread; `print` gives a composed label and its picture, and throws where there is none. */
export function startLabels(): {
  readonly labels: LabelsPort
  readonly print: (content: LabelContent, profile: PrinterProfile) => Promise<Printed>
} {
  const workerUrl = new URL('../../electron/labels/label-worker.ts', import.meta.url)
  const labels = createLabels({ workerUrl, log: quietLog })
  return {
    labels,
    async print(content, profile) {
      const composed = await labels.compose(content, profile)
      if (composed.kind !== 'label') throw new Error(`impossible: ${composed.why}`)
      const png = Buffer.from(await labels.picture(composed.bytes, profile), 'base64')
      return { zpl: Buffer.from(composed.bytes).toString('latin1'), bytes: composed.bytes, png }
    }
  }
}

export interface Printed {
  /** One character a byte. */
  readonly zpl: string
  readonly bytes: Uint8Array
  readonly png: Uint8Array
}
