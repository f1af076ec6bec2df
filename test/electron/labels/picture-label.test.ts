import { afterAll, expect, test } from 'vitest'
import { tinyPdf } from '../../../electron/practice/marketplace/stickers/tiny-pdf.ts'
import { drawLabel } from '../../../electron/practice/marketplace/stickers/sticker-file.ts'
import { MEDIA_SIZES, RESOLUTIONS } from '../../../shared/domain/printing/media.ts'
import { decodePng } from '../../support/decode.ts'
import { inkOf } from '../../support/ink.ts'
import { profileOf, startLabels } from '../../support/label-samples.ts'

const { labels, print } = startLabels()
afterAll(() => labels.close())

const LABEL = { code: 'WB-GI-1234567', small: 'SPOT', large: '1234567', note: 'QR SPOT' }

async function picture() {
  return { kind: 'picture', png: Buffer.from(await drawLabel(LABEL, '58x40', 'png'), 'base64') } as const
}

test.each(MEDIA_SIZES.flatMap(media => RESOLUTIONS.map(dpi => [media, dpi] as const)))(
  'a label that comes as a picture alone is whole on %s at %i dpi, and its code reads back',
  async (media, dpi) => {
    const { png } = await print(await picture(), profileOf({ media, dpi }))
    const ink = inkOf(png)
    expect(Math.min(ink.left, ink.top, ink.width - ink.right, ink.height - ink.bottom)).toBeGreaterThanOrEqual(0)
    expect(await decodePng(png)).toEqual([LABEL.code])
  }
)

test('what is no picture is no label', async () => {
  const content = { kind: 'picture', png: Buffer.from('not a picture') } as const
  expect(await labels.compose(content, profileOf({}))).toEqual({ kind: 'impossible', why: 'badLabel' })
})

const PARCEL = 'WB0000013833'
const parcel = { kind: 'document', pdf: tinyPdf(PARCEL, [PARCEL, '231648 9753', 'one-ring-7548']) } as const

test.each(MEDIA_SIZES.flatMap(media => RESOLUTIONS.map(dpi => [media, dpi] as const)))(
  'a label that comes as a PDF is whole on %s at %i dpi, and its code reads back',
  { timeout: 60_000 },
  async (media, dpi) => {
    const { png } = await print(parcel, profileOf({ media, dpi }))
    const ink = inkOf(png)
    expect(Math.min(ink.left, ink.top, ink.width - ink.right, ink.height - ink.bottom)).toBeGreaterThanOrEqual(0)
    expect(await decodePng(png)).toEqual([PARCEL])
  }
)

test.each([
  ['no PDF', Buffer.from('not a PDF')],
  [
    'a white page',
    Buffer.from(
      parcel.pdf
        .toString('latin1')
        .replaceAll(/[0-9.]+ re$/gm, ' 0 re')
        .replaceAll('Tj', '  '),
      'latin1'
    )
  ],
  ['more than 2 MiB', Buffer.concat([parcel.pdf, Buffer.alloc(2_097_153)])]
])('what is %s is no label', async (_, pdf) => {
  expect(await labels.compose({ kind: 'document', pdf }, profileOf({}))).toEqual({
    kind: 'impossible',
    why: 'badLabel'
  })
})

test('on a sheet that is larger than the label its ink alone is printed, turned where it lies the other way', async () => {
  const sheet = (mediaBox: string) =>
    Buffer.from(parcel.pdf.toString('latin1').replace(/MediaBox \[[^\]]+\]/, `MediaBox [${mediaBox}]`))
  for (const mediaBox of ['0 0 595 842', '-100 -500 320 360']) {
    const { png } = await print({ kind: 'document', pdf: sheet(mediaBox) }, profileOf({}))
    expect(await decodePng(png)).toEqual([PARCEL])
  }
})
