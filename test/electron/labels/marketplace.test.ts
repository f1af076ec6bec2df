import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { bytesPerRow, cut, enlarge, inkBox, turn, type Bitmap } from '../../../electron/labels/bitmap.ts'
import { bitmapOfPng } from '../../../electron/labels/png.ts'
import { drawLabel, type LabelType } from '../../../electron/practice/marketplace/stickers/sticker-file.ts'
import type { LabelContent } from '../../../electron/station/ports/ports.ts'
import {
  dotsPerMm,
  MEDIA_SIZES,
  mediaMillimetres,
  RESOLUTIONS,
  stickerSizeFor,
  type MediaSize,
  type StickerSize
} from '../../../shared/domain/printing/media.ts'
import { decodePng } from '../../support/decode.ts'
import { inkOf } from '../../support/ink.ts'
import { profileOf, startLabels } from '../../support/label-samples.ts'
import { makePng } from '../../support/make-png.ts'

const { labels, print } = startLabels()
afterAll(() => labels.close())

const LABEL = { code: '!uKEtQZVx', small: '231648', large: '9753', note: 'Practice' }

async function file(size: StickerSize, type: LabelType): Promise<Buffer> {
  return Buffer.from(await drawLabel(LABEL, size, type), 'base64')
}

async function drawn(media: MediaSize, type: 'zplh' | 'zplv' = 'zplh', withPicture = true): Promise<LabelContent> {
  const size = stickerSizeFor(media)
  const png = withPicture ? await file(size, 'png') : null
  return { kind: 'marketplace', zpl: await file(size, type), png }
}

function zplOnly(zpl: string): LabelContent {
  return { kind: 'marketplace', zpl: Buffer.from(zpl, 'latin1'), png: null }
}

/** The one picture on a label that is nothing but a picture, and where it stands. */
function pictureIn(zpl: string): Bitmap & { readonly x: number; readonly y: number } {
  const found = /\^CI28\^FO([0-9]+),([0-9]+)\^GFA,([0-9]+),\3,([0-9]+),:Z64:([^:]+):[0-9A-F]{4}\^FS\^PQ1\^XZ\n$/.exec(
    zpl
  )
  if (found === null) throw new Error(`not one picture: ${zpl.slice(0, 300)}`)
  const [x = 0, y = 0, total = 0, perRow = 1] = found.slice(1).map(Number)
  const rows = Uint8Array.from(inflateSync(Buffer.from(found[5] ?? '', 'base64')))
  return { x, y, width: perRow * 8, height: total / perRow, rows }
}

/** The picture of whole bytes a row that holds the ink of a drawing. */
function inkOnly(bitmap: Bitmap): Pick<Bitmap, 'height' | 'rows'> {
  const box = inkBox(bitmap)
  if (box === null) throw new Error('white')
  const { height, rows } = cut(bitmap, box)
  return { height, rows }
}

test.each(MEDIA_SIZES.flatMap(media => RESOLUTIONS.map(dpi => [media, dpi] as const)))(
  'a sticker on %s at %i dpi has the label’s size, nothing outside, and its code reads back, upright and turned too',
  async (media, dpi) => {
    const { width, height } = mediaMillimetres(media)
    const scale = dotsPerMm(dpi)
    for (const type of ['zplh', 'zplv'] as const) {
      for (const rotation of dpi === 600 ? ([0] as const) : ([0, 90, 180, 270] as const)) {
        for (const withPicture of [true, false]) {
          const { png, zpl } = await print(await drawn(media, type, withPicture), profileOf({ media, dpi, rotation }))
          const isTurned = (media === stickerSizeFor(media) && type === 'zplv') !== (rotation % 180 !== 0)
          const size = isTurned ? { width: height, height: width } : { width, height }
          const ink = inkOf(png)
          expect(zpl).toContain(`^XA^PW${size.width * scale}^LL${size.height * scale}^`)
          expect([ink.width, ink.height]).toEqual([size.width * scale, size.height * scale])
          expect(Math.min(ink.left, ink.top, ink.width - ink.right, ink.height - ink.bottom)).toBeGreaterThan(0)
          expect(await decodePng(png), `${type} ${rotation} ${withPicture}`).toEqual([LABEL.code])
        }
      }
    }
  }
)

test('at 203 dpi a sticker keeps its own commands', async () => {
  const { zpl } = await print(await drawn('58x40'), profileOf({}))
  expect(zpl).toMatch(/^\^XA\^PW464\^LL320\^.*\^CI28.*\^BQN,2,[0-9]+\^FDMA,!uKEtQZVx\^FS.*\^PQ1\^XZ\n$/s)
  expect(zpl).not.toContain('^GF')
})

test.each([
  [300, 1],
  [600, 2]
] as const)(
  'at %i dpi a dot of the picture is a square of %i dots, none is blurred, in the middle',
  async (dpi, factor) => {
    for (const media of MEDIA_SIZES) {
      const source = bitmapOfPng(await file(stickerSizeFor(media), 'png'))
      const { zpl } = await print(await drawn(media), profileOf({ media, dpi }))
      const picture = pictureIn(zpl)
      const large = enlarge(source, factor)
      expect({ height: picture.height, rows: picture.rows }).toEqual(inkOnly(large))
      const { width, height } = mediaMillimetres(media)
      const box = inkBox(large)
      expect([picture.x, picture.y]).toEqual([
        Math.floor((width * dotsPerMm(dpi) - large.width) / 2) + (box?.left ?? 0),
        Math.floor((height * dotsPerMm(dpi) - large.height) / 2) + (box?.top ?? 0)
      ])
    }
  }
)

test.each([
  [203, 1],
  [300, 1],
  [600, 3]
] as const)('without a picture, at %i dpi a dot of the ZPL is a square of %i dots', async (dpi, factor) => {
  const dot = '^XA^FO100,100^GFA,2,2,1,8001^FS^XZ'
  const picture = pictureIn((await print(zplOnly(dot), profileOf({ dpi, media: '58x60' }))).zpl)
  const rows = [[0x80], [0x01]]
  const source = { width: 8, height: 2, rows: Uint8Array.from(rows.flat()) }
  const large = enlarge(source, factor)
  expect(picture.rows).toEqual(large.rows)
  expect(bytesPerRow(large.width)).toBe(picture.width / 8)
})

test('a picture that lies is turned for a sticker that was made upright', async () => {
  const source = bitmapOfPng(await file('58x40', 'png'))
  const picture = pictureIn((await print(await drawn('58x40', 'zplv'), profileOf({ dpi: 300 }))).zpl)
  expect({ height: picture.height, rows: picture.rows }).toEqual(inkOnly(turn(source, 90)))
})

test('a picture that cannot be read, is white, or is larger than the label gives way to the ZPL', async () => {
  const zpl = await file('58x40', 'zplh')
  const white = makePng({ width: 3, rows: [[255, 255, 255]], depth: 8, colorType: 0 })
  const wide = makePng({ width: 700, rows: [Array.from({ length: 700 }, () => 0)], depth: 8, colorType: 0 })
  const files = [Buffer.from('no picture'), Buffer.alloc(0), white, wide, Buffer.alloc(300_000, white)]
  const wanted = await print({ kind: 'marketplace', zpl, png: null }, profileOf({ dpi: 300 }))
  for (const png of files) {
    expect((await print({ kind: 'marketplace', zpl, png }, profileOf({ dpi: 300 }))).zpl).toBe(wanted.zpl)
  }
})

test('what reaches out of the label is cut off at its edges', async () => {
  const hostile =
    '^XA^FO0,0^GB32000,32000,20^FS^FO99999,5^FDfar^FS^FO300,31000^GFA,2,2,1,FFFF^FS^FO30,30^GB50,50,50^FS^XZ'
  const { zpl, png } = await print(zplOnly(hostile), profileOf({}))
  const picture = pictureIn(zpl)
  expect(zpl).toMatch(/^\^XA\^PW464\^LL320\^/)
  expect([picture.x, picture.y]).toEqual([0, 0])
  expect(picture.height).toBeLessThanOrEqual(320)
  expect(picture.width).toBeLessThanOrEqual(464)
  expect(inkOf(png)).toMatchObject({ width: 464, height: 320 })
})

test('a label that asks to be turned by half is, and twice by half is not', async () => {
  const asIs = '^FO10,20^GB30,30,30^FS^XZ'
  const pictures = await Promise.all(
    (
      [
        ['', 0, '58x40'],
        ['^POI', 180, '58x40'],
        ['', 180, '58x40'],
        ['^POI', 0, '58x40'],
        ['', 180, '58x60'],
        ['^POI', 0, '58x60']
      ] as const
    ).map(async ([turned, rotation, media]) => {
      const { left, top } = inkOf((await print(zplOnly(`^XA${turned}${asIs}`), profileOf({ rotation, media }))).png)
      return [left, top]
    })
  )
  const [zero, full, half, asked, ...larger] = pictures
  expect(full).toEqual(zero)
  expect(zero).toEqual([10, 20])
  expect(asked).toEqual(half)
  expect(larger[0]).toEqual(larger[1])
})

test('what is no label, or white, is none in any language', async () => {
  for (const profile of [{}, { dpi: 300 }, { language: 'escpos' }] as const) {
    for (const zpl of ['', 'Swagger rocks', '^XA^FO1,1^FS^XZ', '^XA^FO9999,9999^GB5,5,5^FS^XZ']) {
      expect([zpl, await labels.compose(zplOnly(zpl), profileOf(profile))]).toEqual([
        zpl,
        { kind: 'impossible', why: 'badLabel' }
      ])
    }
  }
})

test('whatever comes in, one label of the media goes out, once', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '^XA',
      '^XZ',
      '^FDx^FS',
      '^PQ9',
      '^LL9999',
      '^PW9999',
      '^LH900,900',
      '~JR',
      '^POI',
      '^GFA,2,2,1,FF'
    ),
    fc.constantFrom(
      '^FO9999,9999',
      '^GB9999,9999,9^FS',
      '^FO0,31000',
      '^FT0,0',
      '^MMC',
      '^BY9,9,9999',
      '\u0002',
      '^LRY'
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 6 })
  )
  const profiles = fc.record({
    media: fc.constantFrom(...MEDIA_SIZES),
    dpi: fc.constantFrom(203 as const, 300 as const),
    rotation: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
    offsetX: fc.constantFrom(0, -100, 55)
  })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), profiles, async (pieces, what) => {
      const profile = profileOf(what)
      const content = zplOnly(`^XA^FO9,9^GB9,9,9^FS${pieces.join('')}^XZ`)
      const composed = await labels.compose(content, profile)
      if (composed.kind === 'impossible') return
      const zpl = Buffer.from(composed.bytes).toString('latin1')
      const { width, height } = mediaMillimetres(profile.media)
      const sides = [width, height].map(side => side * dotsPerMm(profile.dpi)).toSorted()
      const [, across, down] = /^\^XA\^PW([0-9]+)\^LL([0-9]+)\^/.exec(zpl) ?? []
      expect([Number(across), Number(down)].toSorted()).toEqual(sides)
      for (const command of ['^XA', '^XZ', '^PQ', '^PW', '^LL', '^LH', '^PO', '^MM']) {
        expect(zpl.split(command), command).toHaveLength(2)
      }
      expect(zpl).toMatch(/\^PQ1\^XZ\n$/)
      for (const command of ['~', '\u0002', '\u0003', '\u0010', '\u001e']) expect(zpl).not.toContain(command)
    }),
    { numRuns: 150 }
  )
})
