import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { COMMANDS, REPRINT_REASONS, SHELF_REASONS } from '../../../../shared/domain/scanning/commands.ts'
import {
  dotsPerMm,
  MEDIA_SIZES,
  mediaMillimetres,
  RESOLUTIONS,
  type MediaSize,
  type PrinterProfile,
  type Resolution
} from '../../../../shared/domain/printing/media.ts'
import type { OwnLabel } from '../../../../shared/domain/printing/print-jobs.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { TEST_CODES } from '../../../../shared/domain/scanning/scanner-test/codes.ts'
import { decodePng } from '../../../support/decode.ts'
import { inkOf } from '../../../support/ink.ts'
import { checkCommands, nastyText, textOf } from '../../../support/label-checks.ts'
import {
  LONG_MARKING_CODE,
  MARKING_CODE,
  OWN_SAMPLES,
  profileOf,
  startLabels,
  type Printed
} from '../../../support/label-samples.ts'

const { labels, print } = startLabels()
afterAll(() => labels.close())

/** Every size at the two usual resolutions, one at the finest. */
const PRINTERS: readonly (readonly [MediaSize, Resolution])[] = [
  ...MEDIA_SIZES.flatMap(media => [[media, 203] as const, [media, 300] as const]),
  ['58x40', 600]
]

function printOwn(label: OwnLabel, profile: PrinterProfile): Promise<Printed> {
  return print({ kind: 'own', label }, profile)
}

function pages(media: MediaSize): readonly OwnLabel[] {
  return Array.from({ length: labels.commandPages(media) }, (_, page): OwnLabel => ({ kind: 'commands', page }))
}

/** What a scanner is to read on a label. */
function codesOn(label: OwnLabel, media: MediaSize): readonly string[] {
  switch (label.kind) {
    case 'commands':
      return labels.commandsOn(label.page, media).map(({ barcode }) => barcode)
    case 'badge':
      return [`VRSTK-P-${label.packerId}`]
    case 'supplySheet':
      return label.remoteId === null ? [] : [label.remoteId]
    case 'box':
      return label.boxId === null ? [] : [label.boxId]
    case 'markingCode':
      return [label.code]
    case 'scannerTest':
      return TEST_CODES.slice(label.page, label.page + 1).map(({ text }) => text)
    default:
      return []
  }
}

test.each(PRINTERS)(
  'every label of %s at %i dpi has its size, 1.7 mm of white around, and codes that read back exact',
  async (media, dpi) => {
    const { width, height } = mediaMillimetres(media)
    const scale = dotsPerMm(dpi)
    for (const label of [...OWN_SAMPLES, ...pages(media)]) {
      const { png } = await printOwn(label, profileOf({ media, dpi }))
      const ink = inkOf(png)
      expect({ width: ink.width, height: ink.height }).toEqual({ width: width * scale, height: height * scale })
      const white = Math.min(ink.left, ink.top, ink.width - ink.right, ink.height - ink.bottom)
      expect(white, JSON.stringify(label)).toBeGreaterThanOrEqual(1.7 * scale)
      const codes = codesOn(label, media)
      if (codes.length > 0) expect(await decodePng(png), JSON.stringify(label)).toEqual(codes)
    }
  }
)

test.each(MEDIA_SIZES)('the command sheet of %s has every command and reason once', media => {
  const answers = pages(media).flatMap((_, page) => labels.commandsOn(page, media))
  const meanings = answers.map(({ barcode }) => {
    const scan = decodeScan(barcode)
    if (scan.kind === 'command') return scan.command
    return scan.kind === 'shelfReason' || scan.kind === 'reprintReason' ? `${scan.kind} ${scan.reason}` : scan.kind
  })
  expect(meanings).toEqual([
    ...COMMANDS,
    ...SHELF_REASONS.map(reason => `shelfReason ${reason}`),
    ...REPRINT_REASONS.map(reason => `reprintReason ${reason}`)
  ])
})

test('a page beyond the last is the last', async () => {
  const last = labels.commandPages('58x40') - 1
  const [beyond, own] = await Promise.all(
    [99, last].map(page => labels.compose({ kind: 'own', label: { kind: 'commands', page } }, profileOf({})))
  )
  expect(beyond).toEqual(own)
})

test('a marking code goes out with FNC1 first and for each GS, whatever else is in it', async () => {
  const nasty = `0104600439931256215_^XZ~JR\\|#\u001d91EE10\u001d92${'aB3+'.repeat(11)}`
  for (const code of [MARKING_CODE, LONG_MARKING_CODE, nasty]) {
    const { png, zpl } = await printOwn({ kind: 'markingCode', code, article: 'x', colorCode: '' }, profileOf({}))
    expect(await decodePng(png)).toEqual([code])
    const [escape = ''] = /(?<=\^BXN,[0-9]+,200,,,,)./.exec(zpl) ?? []
    expect(code).not.toContain(escape)
  }
})

test('a code that is no ASCII is no label', async () => {
  const label = { kind: 'markingCode', code: '0104600439931256215Щ', article: '', colorCode: '' } as const
  expect(await labels.compose({ kind: 'own', label }, profileOf({}))).toEqual({ kind: 'impossible', why: 'badLabel' })
})

test('a marking code can be compared by eye, without its signature', async () => {
  const label = { kind: 'markingCode', code: MARKING_CODE, article: 'one-ring', colorCode: 'RAL 3017' } as const
  const text = textOf((await printOwn(label, profileOf({ media: '75x120' }))).bytes)
  expect(text).toContain('(01)04600439931256')
  expect(text).toContain(`(21)JgXJ5.T'_a`)
  expect(text).toContain('one-ring')
  expect(text).not.toMatch(/EE10|dGVzd/)
})

test('no text breaks out of its field, makes a second label or leaves the label', async () => {
  const printers = fc.record({
    media: fc.constantFrom(...MEDIA_SIZES),
    dpi: fc.constantFrom(...RESOLUTIONS),
    rotation: fc.constantFrom(0 as const, 180 as const),
    offsetX: fc.integer({ min: -100, max: 100 }),
    offsetY: fc.integer({ min: -100, max: 100 })
  })
  const id = fc.option(nastyText, { nil: null })
  await fc.assert(
    fc.asyncProperty(nastyText, nastyText, id, fc.nat(2000), printers, async (one, other, boxId, count, what) => {
      const article = { article: one, colorCode: other, count }
      const profile = profileOf(what)
      for (const label of [
        { kind: 'separator', ...article, name: one, place: other },
        { kind: 'pickSheet', title: one, page: 1, pages: 1, lines: [{ ...article, name: one, place: other }] },
        { kind: 'shelf', orderId: 1, article: one, reason: other },
        { kind: 'badge', packerId: '7', name: one },
        { kind: 'box', boxId, supplyName: one, number: count, boxes: count },
        { kind: 'markingCode', code: MARKING_CODE, article: one, colorCode: other },
        { kind: 'supplySheet', name: one, remoteId: boxId, orders: count, at: 0, articles: [article, article] }
      ] satisfies OwnLabel[]) {
        const composed = await labels.compose({ kind: 'own', label }, profile)
        if (composed.kind !== 'label') throw new Error(composed.why)
        checkCommands(composed.bytes, profile)
      }
    }),
    { numRuns: 60 }
  )
})

test('every letter of a text arrives on the label', async () => {
  const article = 'Ёж ^XZ_5E~JR «№1» \\& 100% ü 漢'
  const { bytes } = await printOwn({ kind: 'shelf', orderId: 1, article, reason: '' }, profileOf({}))
  expect(textOf(bytes)).toContain(article)
})

test('numbers are written for people', async () => {
  const shelf = await printOwn({ kind: 'shelf', orderId: 5_632_423, article: 'x', reason: 'y' }, profileOf({}))
  expect(textOf(shelf.bytes).replaceAll('\u00a0', ' ')).toContain('5 632 423')
  const sheet = { kind: 'supplySheet', name: 'x', remoteId: null, at: 0, articles: [] } as const
  for (const [orders, words] of [
    [1, '1 заказ '],
    [22, '22 заказа '],
    [11, '11 заказов ']
  ] as const) {
    expect(textOf((await printOwn({ ...sheet, orders }, profileOf({}))).bytes)).toContain(words)
  }
})

test('a supply sheet counts what it has no room for', async () => {
  const articles = Array.from({ length: 40 }, (_, index) => ({ article: `a${index}`, colorCode: '', count: 2 }))
  const sheet = { kind: 'supplySheet', name: 'x', remoteId: null, orders: 80, at: 0, articles } as const
  for (const media of MEDIA_SIZES) {
    const text = textOf((await printOwn(sheet, profileOf({ media }))).bytes)
    const shown = [...text.matchAll(/\ba[0-9]+ 2 шт\./g)].length
    const [, left = '0', sum = '0'] = /ещё ([0-9]+) арт\. ([0-9]+) шт\./.exec(text) ?? []
    expect([media, shown + Number(left), Number(sum)]).toEqual([media, 40, 2 * Number(left)])
  }
})
