import { afterAll, expect, test } from 'vitest'
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
