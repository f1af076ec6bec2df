import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createLabels } from '../../../electron/labels/labels.ts'
import { tokenizeZpl } from '../../../electron/labels/zpl-tokens.ts'
import { COMMANDS, REPRINT_REASONS, SHELF_REASONS } from '../../../shared/domain/commands.ts'
import type { StickerSize } from '../../../shared/domain/media.ts'
import type { OwnLabel } from '../../../shared/domain/print-jobs.ts'
import { decodeScan } from '../../../shared/domain/scan.ts'
import { decodePng } from '../../support/decode.ts'
import { inkOf } from '../../support/ink.ts'
import { quietLog } from '../../support/quiet-log.ts'

const labels = createLabels({
  workerUrl: new URL('../../../electron/labels/preview-worker.ts', import.meta.url),
  log: quietLog
})
afterAll(() => labels.close())

const MEDIA = ['58x40', '40x30'] as const satisfies readonly StickerSize[]
const SIZES = { '58x40': { width: 464, height: 320 }, '40x30': { width: 320, height: 240 } } as const

const LONG = 'Кружка керамическая с ручкой «Ёлка» 350 мл / белая-матовая, подарочная'
const SAMPLES: readonly OwnLabel[] = [
  { kind: 'separator', article: 'one-ring-7548', colorCode: 'RAL 3017', count: 12 },
  { kind: 'separator', article: LONG, colorCode: 'тёмно-зелёный хаки меланж', count: 99_999 },
  { kind: 'separator', article: 'Щ'.repeat(300), colorCode: '', count: 1 },
  { kind: 'badge', packerId: '7', name: 'Сборщик 7' },
  { kind: 'badge', packerId: '123456789ABC', name: 'Константин Константинопольский-Задунайский' },
  { kind: 'shelf', orderId: 13_833_711, article: 'one-ring-7548', reason: 'Код маркировки не принят' },
  { kind: 'shelf', orderId: 999_999_999_999, article: LONG, reason: LONG.repeat(5) }
]

async function draw(label: OwnLabel, media: StickerSize): Promise<Uint8Array> {
  return Buffer.from(await labels.preview(labels.compose(label, media), media), 'base64')
}

test.each(MEDIA)('every label of %s is drawn at its size, with at least 1.5 mm of white around', async media => {
  const pages = Array.from({ length: labels.commandPages(media) }, (_, page): OwnLabel => ({ kind: 'commands', page }))
  for (const label of [...SAMPLES, ...pages]) {
    const ink = inkOf(await draw(label, media))
    expect({ width: ink.width, height: ink.height }).toEqual(SIZES[media])
    const edges = [ink.left, ink.top, ink.width - ink.right, ink.height - ink.bottom]
    expect(Math.min(...edges), JSON.stringify(label)).toBeGreaterThanOrEqual(12)
  }
})

test.each(MEDIA)('the test label of %s has ink up to every edge', async media => {
  const { width, height } = SIZES[media]
  expect(inkOf(await draw({ kind: 'test' }, media))).toEqual({
    width,
    height,
    left: 0,
    top: 0,
    right: width,
    bottom: height
  })
})

test.each(MEDIA)('the command sheet of %s reads back as every command and reason, as each page says', async media => {
  const meanings: string[] = []
  for (let page = 0; page < labels.commandPages(media); page += 1) {
    const read = await decodePng(await draw({ kind: 'commands', page }, media))
    expect(read).toEqual(labels.commandsOn(page, media).map(entry => entry.barcode))
    for (const text of read) {
      const scan = decodeScan(text)
      if (scan.kind === 'command') meanings.push(scan.command)
      else if (scan.kind === 'shelfReason' || scan.kind === 'reprintReason')
        meanings.push(`${scan.kind} ${scan.reason}`)
      else meanings.push(scan.kind)
    }
  }
  expect(meanings).toEqual([
    ...COMMANDS,
    ...SHELF_REASONS.map(reason => `shelfReason ${reason}`),
    ...REPRINT_REASONS.map(reason => `reprintReason ${reason}`)
  ])
})

test.each(MEDIA)('a badge of %s reads back as its packer', async media => {
  for (const packerId of ['7', '123456789ABC']) {
    const read = await decodePng(await draw({ kind: 'badge', packerId, name: 'Сборщик 7' }, media))
    expect(read.map(text => decodeScan(text))).toMatchObject([{ kind: 'operator', badge: packerId }])
  }
})

test('a page beyond the last is the last', () => {
  const last = labels.commandPages('58x40') - 1
  expect(labels.compose({ kind: 'commands', page: 99 }, '58x40')).toEqual(
    labels.compose({ kind: 'commands', page: last }, '58x40')
  )
})

test('no text breaks out of its field or makes a second label', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '^XZ~JR^XA',
      '_5EXZ',
      '^FS^FO0,0^GB999,999,99^FS',
      '\u0002\u0003\u0010\u001e',
      '\\&',
      '~DGR:A,1,1,F'
    )
  )
  fc.assert(
    fc.property(nasty, nasty, fc.constantFrom(...MEDIA), (one, other, media) => {
      for (const label of [
        { kind: 'separator', article: one, colorCode: other, count: 1 },
        { kind: 'shelf', orderId: 1, article: one, reason: other },
        { kind: 'badge', packerId: '7', name: one }
      ] satisfies OwnLabel[]) {
        const zpl = labels.compose(label, media)
        const names = tokenizeZpl(zpl).map(token => token.prefix + token.name)
        expect(names.filter(name => name === '^XA' || name === '^XZ' || name === '^PQ')).toEqual(['^XA', '^PQ', '^XZ'])
        const allowed = /^\^(XA|PW|LL|LH|LS|LT|PO|LR|FW|CI|FO|GB|A@|FH|FD|FS|BQ|PQ|XZ)$/
        expect(names.filter(name => !allowed.test(name))).toEqual([])
        expect(Buffer.from(zpl).every(byte => byte >= 0x20 || byte === 0x0a)).toBe(true)
      }
    })
  )
})

test('every letter of a text arrives on the label', () => {
  const article = 'Ёж ^XZ_5E~JR «№1» \\& 100% ü 漢'
  const zpl = Buffer.from(labels.compose({ kind: 'shelf', orderId: 1, article, reason: '' }, '58x40')).toString()
  const fields = [...zpl.matchAll(/\^FD([^^]*)\^FS/g)].map(([, field = '']) =>
    decodeURIComponent(field.replaceAll('%', '%25').replace(/_([0-9A-F]{2})/g, '%$1'))
  )
  expect(fields.join(' ')).toContain(article)
})

test('the order number is grouped by three', () => {
  const zpl = Buffer.from(labels.compose({ kind: 'shelf', orderId: 5_632_423, article: 'x', reason: 'y' }, '58x40'))
  expect(zpl.toString()).toContain('^FD5 632 423^FS')
})
