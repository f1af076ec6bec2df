import { encode } from 'fast-png'
import { afterAll, expect, test } from 'vitest'
import { drawBitmap, isBlack, turn, type Bitmap } from '../../../electron/labels/bitmap.ts'
import { createLabels } from '../../../electron/labels/labels.ts'
import { bitmapOfPng } from '../../../electron/labels/png.ts'
import { drawLabel } from '../../../electron/practice/marketplace/stickers/sticker-file.ts'
import type { LabelContent } from '../../../electron/station/ports/ports.ts'
import {
  MEDIA_SIZES,
  mediaMillimetres,
  PAPER_WIDTHS,
  RESOLUTIONS,
  type PaperWidth
} from '../../../shared/domain/printing/media.ts'
import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { decodePng } from '../../support/decode.ts'
import { readEscpos } from '../../support/escpos-reader.ts'
import { inkOf } from '../../support/ink.ts'
import { OWN_SAMPLES, profileOf, startLabels } from '../../support/label-samples.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { SLIP } from '../../support/receipt-samples.ts'

const { labels, print } = startLabels()
afterAll(() => labels.close())

const TEST: LabelContent = { kind: 'own', label: { kind: 'test' } }
const CALIBRATION: LabelContent = { kind: 'own', label: { kind: 'calibration' } }

async function sticker(size: '58x40' | '40x30'): Promise<LabelContent> {
  const label = { code: '*CN0E1', small: '1', large: '22', note: 'x' }
  return { kind: 'marketplace', zpl: Buffer.from(await drawLabel(label, size, 'zplh'), 'base64'), png: null }
}

async function headOf(what: Parameters<typeof profileOf>[0], content = TEST): Promise<string> {
  return (await print(content, profileOf(what))).zpl.replace(/\^CI28.*/s, '')
}

const RESET = '^LH0,0^LS0^LT0^PMN^JMA^MUD^LRN^FWN^BY2,3,10^CFA,9,5'

test('a label says what its printer is, and puts back what an earlier one may have left', async () => {
  expect(await headOf({})).toBe(`^XA^PW464^LL320^MMT^PON${RESET}`)
  expect(await headOf({ handling: 'peel' })).toContain('^MMP')
  expect(await headOf({ handling: 'cut', darkness: 5, speed: 4, rotation: 180 })).toBe(
    `^XA^PW464^LL320~SD05^MD0^PR4^MMC^POI${RESET}`
  )
  for (const rotation of [0, 90, 180, 270] as const) {
    for (const content of [TEST, await sticker('58x40')]) {
      expect(await headOf({ darkness: 30, speed: 14, rotation }, content)).toContain('~SD30^MD0^PR14^MMT^PO')
    }
  }
})

test.each(MEDIA_SIZES)('at every resolution a label of %s is as large as the media', async media => {
  const { width, height } = mediaMillimetres(media)
  for (const [dpi, scale] of [
    [203, 8],
    [300, 12],
    [600, 24]
  ] as const) {
    expect(await headOf({ media, dpi })).toContain(`^PW${width * scale}^LL${height * scale}^`)
    expect(await headOf({ media, dpi, rotation: 270 })).toContain(`^PW${height * scale}^LL${width * scale}^`)
  }
})

test('a label turned is the label turned, dot by dot', async () => {
  for (const [media, dpi] of [
    ['58x40', 203],
    ['75x120', 300]
  ] as const) {
    for (const content of [
      TEST,
      { kind: 'own', label: { kind: 'commands', page: 0 } } as const,
      await sticker('58x40')
    ]) {
      const straight = bitmapOfPng((await print(content, profileOf({ media, dpi }))).png)
      for (const rotation of [90, 180, 270] as const) {
        const turned = bitmapOfPng((await print(content, profileOf({ media, dpi, rotation }))).png)
        expect(same(turned, turn(straight, rotation)), `${media} ${rotation}`).toBe(true)
      }
    }
  }
})

function same(one: Bitmap, other: Bitmap): boolean {
  return one.width === other.width && Buffer.compare(one.rows, other.rows) === 0
}

/** How far the ink of a label moves to the right and down by an offset, in dots. */
async function moved(content: LabelContent, what: Parameters<typeof profileOf>[0]): Promise<readonly number[]> {
  const straight = inkOf((await print(content, profileOf({ ...what, offsetX: 0, offsetY: 0 }))).png)
  const shifted = inkOf((await print(content, profileOf(what))).png)
  expect([shifted.right - shifted.left, shifted.bottom - shifted.top]).toEqual([
    straight.right - straight.left,
    straight.bottom - straight.top
  ])
  return [shifted.left - straight.left, shifted.top - straight.top]
}

test.each([0, 90, 180, 270] as const)(
  'turned by %i, a print that begins too far to the right goes to the left',
  async rotation => {
    for (const content of [
      TEST,
      { kind: 'own', label: { kind: 'shelf', orderId: 1, article: 'x', reason: 'y' } } as const
    ]) {
      expect(await moved(content, { offsetX: 10, offsetY: -5, rotation })).toEqual([-8, 4])
      expect(await moved(content, { offsetX: -15, offsetY: 12, dpi: 300, rotation })).toEqual([18, -14])
    }
    expect(await moved(await sticker('58x40'), { offsetX: 10, offsetY: 10, rotation })).toEqual([-8, -8])
  }
)

test('an offset larger than the white around moves as far as that, and cuts nothing off', async () => {
  for (const offsets of [
    { offsetX: 100, offsetY: 100 },
    { offsetX: -100, offsetY: -100 }
  ]) {
    for (const rotation of [0, 90, 180, 270] as const) {
      const [right = 0, down = 0] = await moved(TEST, { ...offsets, rotation })
      expect([right, down]).toEqual(offsets.offsetX > 0 ? [-16, -16] : [16, 16])
      await moved(await sticker('58x40'), { ...offsets, rotation })
    }
  }
})

test.each(MEDIA_SIZES)('the calibration of %s reaches every edge, whatever is set', async media => {
  const { width, height } = mediaMillimetres(media)
  for (const [index, dpi] of RESOLUTIONS.entries()) {
    const scale = [8, 12, 24][index] ?? 0
    const plain = await print(CALIBRATION, profileOf({ media, dpi }))
    const [right, bottom] = [width * scale, height * scale]
    expect(inkOf(plain.png)).toEqual({ width: right, height: bottom, left: 0, top: 0, right, bottom })
    const moved = await print(CALIBRATION, profileOf({ media, dpi, offsetX: 30, offsetY: -30, rotation: 90 }))
    expect(moved.zpl).toBe(plain.zpl)
    // A tick at every mm of the ruler across, two dots off its line.
    const bitmap = bitmapOfPng(plain.png)
    const y = Math.round(bottom / 2) + Math.round(0.75 * scale)
    for (let mm = 1; mm < width; mm += 1) expect(isBlack(bitmap, mm * scale, y), `${mm} mm`).toBe(true)
    for (let mm = 1; mm < height; mm += 1) {
      expect(isBlack(bitmap, Math.round(right / 2) + Math.round(0.75 * scale), mm * scale), `${mm} mm`).toBe(true)
    }
  }
})

const DOTS = { 58: 384, 80: 576 } as const

/** What a receipt printer puts on paper, as a PNG. */
function paperPng(bytes: Uint8Array, paper: PaperWidth): Buffer {
  const rows = readEscpos(bytes, DOTS[paper]).flatMap(item => (item.kind === 'rows' ? item.rows : []))
  const width = rows[0]?.length ?? 0
  const bitmap = drawBitmap(width, rows.length, (x, y) => rows[y]?.[x] === 1)
  const data = Uint8Array.from({ length: width * rows.length }, (_, at) =>
    isBlack(bitmap, at % width, Math.floor(at / width)) ? 0 : 255
  )
  return Buffer.from(encode({ width, height: rows.length, data, depth: 8, channels: 1 }))
}

async function onPaper(
  content: LabelContent,
  paper: PaperWidth,
  rest: Parameters<typeof profileOf>[0] = {}
): Promise<Buffer> {
  const composed = await labels.compose(content, profileOf({ language: 'escpos', paper, ...rest }))
  if (composed.kind !== 'label') throw new Error(composed.why)
  return paperPng(composed.bytes, paper)
}

test('a sticker goes to a receipt printer as a picture, if the paper is wide enough', async () => {
  expect(await decodePng(await onPaper(await sticker('58x40'), 80))).toEqual(['*CN0E1'])
  expect(await decodePng(await onPaper(await sticker('40x30'), 58, { media: '40x30' }))).toEqual(['*CN0E1'])
  expect(await decodePng(await onPaper(await sticker('58x40'), 58, { rotation: 90 }))).toEqual(['*CN0E1'])
  // One that comes as a picture alone is made smaller instead.
  const png = Buffer.from(
    await drawLabel({ code: 'WB-GI-1', small: '1', large: '2', note: 'SPOT' }, '58x40', 'png'),
    'base64'
  )
  expect(await decodePng(await onPaper({ kind: 'picture', png }, 58))).toEqual(['WB-GI-1'])
  const wide = { kind: 'marketplace', zpl: Buffer.from('^XA^FO10,10^GB440,20,20^FS^XZ'), png: null } as const
  expect(await labels.compose(wide, profileOf({ language: 'escpos', paper: 58 }))).toEqual({
    kind: 'impossible',
    why: 'tooWide'
  })
})

test.each(PAPER_WIDTHS)('every label of ours fits on %i mm of paper, and its codes read back', async paper => {
  for (const label of OWN_SAMPLES) {
    const png = await onPaper({ kind: 'own', label }, paper)
    const ink = inkOf(png)
    expect(ink.width).toBe(DOTS[paper])
    expect(Math.min(ink.left, ink.width - ink.right), JSON.stringify(label)).toBeGreaterThanOrEqual(12)
    const codes = codesOf(label)
    if (codes !== null) expect(await decodePng(png)).toEqual(codes)
  }
})

function codesOf(label: OwnLabel): readonly string[] | null {
  if (label.kind === 'markingCode') return [label.code]
  return label.kind === 'badge' ? [`VRSTK-P-${label.packerId}`] : null
}

test('a receipt is for receipt printers', async () => {
  const receipt = { kind: 'receipt', receipt: SLIP } as const
  expect(await labels.compose(receipt, profileOf({}))).toEqual({ kind: 'impossible', why: 'wrongPrinter' })
  const composed = await labels.compose(receipt, profileOf({ language: 'escpos', paper: 58 }))
  if (composed.kind !== 'label') throw new Error(composed.why)
  expect(readEscpos(composed.bytes, 384).length).toBeGreaterThan(5)
})

test('a label is never lost because the program ends: it is not called impossible', async () => {
  const { labels: closing } = startLabels()
  const drawn = closing.compose(TEST, profileOf({ rotation: 90 }))
  const failed = expect(drawn).rejects.toThrow('closed')
  await closing.close()
  await failed
  await expect(closing.picture(new Uint8Array(), profileOf({}))).rejects.toThrow('no label of ours')
})

test('a label that takes the thread with it is impossible, and the next one prints', async () => {
  const dying = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', () => process.exit(3))`)}`
  )
  const broken = createLabels({ workerUrl: dying, log: quietLog })
  expect(await broken.compose(TEST, profileOf({ rotation: 90 }))).toEqual({ kind: 'impossible', why: 'badLabel' })
  expect(await broken.compose(TEST, profileOf({}))).toMatchObject({ kind: 'label' })
  await broken.close()
})
