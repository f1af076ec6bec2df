import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { ParcelLabel } from '../../../../electron/station/ports/ports.ts'
import {
  dotsPerMm,
  MEDIA_SIZES,
  mediaMillimetres,
  RESOLUTIONS,
  type PrinterProfile
} from '../../../../shared/domain/printing/media.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { decodePng } from '../../../support/decode.ts'
import { inkOf } from '../../../support/ink.ts'
import { checkCommands, nastyText, textOf } from '../../../support/label-checks.ts'
import { profileOf, startLabels, type Printed } from '../../../support/label-samples.ts'

const { labels, print } = startLabels()
afterAll(() => labels.close())

const LONG_TEXT = 'Кружка керамическая с ручкой «Ёлка» 350 мл / белая-матовая, подарочная'
const ADDRESS = 'Свердловская обл., г. Екатеринбург, ул. 8 Марта, д. 269 корп. 4, подъезд 3, кв. 117, домофон 117К'

const DBS = {
  kind: 'dbsParcel',
  orderId: 5_632_423,
  told: '2423',
  barcode: '*V5632423d',
  article: 'one-ring-7548',
  delivery: 'usual',
  date: '01.12.2026',
  from: '14:00',
  to: '18:00',
  place: { number: 3, of: 12 },
  address: null
} as const satisfies ParcelLabel

const PICKUP = {
  kind: 'pickupParcel',
  orderId: 13_833_711,
  told: '170046918-0011',
  barcode: '*V13833711p',
  article: 'one-ring-7548',
  orderCode: '170046918-0011',
  shelfPlace: 'Б-12',
  isToBePaid: true,
  hasTireService: true
} as const satisfies ParcelLabel

const SAMPLES: readonly ParcelLabel[] = [
  DBS,
  { ...DBS, address: ADDRESS },
  { ...DBS, orderId: 999_999_999_999, barcode: '*V999999999999999999', article: LONG_TEXT, address: ADDRESS.repeat(4) },
  { ...DBS, delivery: 'express', date: '', from: '', to: '', place: null },
  { ...DBS, delivery: 'toPoint', place: { number: 998, of: 1000 } },
  PICKUP,
  { ...PICKUP, shelfPlace: null, isToBePaid: false, hasTireService: false },
  { ...PICKUP, orderCode: '', article: LONG_TEXT, shelfPlace: 'Стеллаж у окна, третья полка' }
]

function printParcel(label: ParcelLabel, what: Partial<PrinterProfile>): Promise<Printed> {
  return print({ kind: 'parcel', label }, profileOf(what))
}

test.each(MEDIA_SIZES.flatMap(media => RESOLUTIONS.map(dpi => [media, dpi] as const)))(
  'every parcel label of %s at %i dpi has its size, white around, and a code that reads back as a sticker',
  { timeout: 120_000 },
  async (media, dpi) => {
    const { width, height } = mediaMillimetres(media)
    const scale = dotsPerMm(dpi)
    for (const label of SAMPLES) {
      const { png } = await printParcel(label, { media, dpi })
      const ink = inkOf(png)
      expect({ width: ink.width, height: ink.height }).toEqual({ width: width * scale, height: height * scale })
      const white = Math.min(ink.left, ink.top, ink.width - ink.right, ink.height - ink.bottom)
      expect(white, JSON.stringify(label)).toBeGreaterThanOrEqual(1.7 * scale)
      const codes = await decodePng(png)
      expect(codes, JSON.stringify(label)).toEqual([label.barcode])
      expect(codes.map(code => decodeScan(code))).toEqual([
        { raw: label.barcode, symbol: label.barcode, kind: 'sticker', barcode: label.barcode }
      ])
    }
  }
)

test.each(MEDIA_SIZES)('a courier reads when, which one and whose on %s', async media => {
  const text = plain(await printParcel(DBS, { media }))
  expect(text).toContain('Доставка: № 3, всего 12')
  expect(text).toContain('01.12 14:00–18:00')
  expect(text).toContain('5 632 423')
  expect(text).toContain('one-ring-7548')
})

test.each(MEDIA_SIZES.flatMap(media => RESOLUTIONS.map(dpi => [media, dpi] as const)))(
  'the largest number is the one that the stage names, on %s at %i dpi',
  async (media, dpi) => {
    for (const label of [DBS, { ...DBS, address: ADDRESS }, PICKUP, { ...PICKUP, orderCode: '', told: '3711' }]) {
      const { bytes } = await printParcel(label, { media, dpi })
      const sizes = sizedTexts(bytes).filter(({ text }) => /\d/.test(text))
      const told = sizes.find(({ text }) => text === label.told)?.size ?? 0
      const others = sizes.filter(({ text }) => text !== label.told)
      expect(Math.max(...others.map(({ size }) => size)), JSON.stringify(sizes)).toBeLessThan(told)
    }
  }
)

test('where to stands there only if it was asked for', async () => {
  expect(plain(await printParcel(DBS, {}))).not.toContain('Екатеринбург')
  expect(plain(await printParcel({ ...DBS, address: ADDRESS }, { media: '75x120' }))).toContain(ADDRESS)
})

test.each(MEDIA_SIZES)('the counter reads the code in one piece, the place and what to do on %s', async media => {
  const text = plain(await printParcel(PICKUP, { media }))
  for (const words of ['170046918-0011', 'Место Б-12', 'К оплате + Шиномонтаж', '13 833 711']) {
    expect(text).toContain(words)
  }
})

test('no text of an order or a buyer becomes a command', async () => {
  const printers = fc.record({
    media: fc.constantFrom(...MEDIA_SIZES),
    dpi: fc.constantFrom(...RESOLUTIONS),
    rotation: fc.constantFrom(0 as const, 180 as const),
    offsetX: fc.integer({ min: -100, max: 100 }),
    offsetY: fc.integer({ min: -100, max: 100 })
  })
  await fc.assert(
    fc.asyncProperty(nastyText, nastyText, nastyText, printers, async (one, other, third, what) => {
      const profile = profileOf(what)
      for (const label of [
        { ...DBS, article: one, date: other, from: third, to: one, address: other },
        { ...PICKUP, article: one, orderCode: other, shelfPlace: third }
      ]) {
        const composed = await labels.compose({ kind: 'parcel', label }, profile)
        if (composed.kind !== 'label') throw new Error(composed.why)
        checkCommands(composed.bytes, profile)
      }
    }),
    { numRuns: 60 }
  )
})

test('a parcel whose code no scanner could read back is no label', async () => {
  const content = { kind: 'parcel', label: { ...PICKUP, barcode: '*Щ' } } as const
  expect(await labels.compose(content, profileOf({}))).toEqual({ kind: 'impossible', why: 'badLabel' })
})

/** Lines as one, spaces that keep numbers together as usual ones. */
function plain({ bytes }: Printed): string {
  return textOf(bytes).replaceAll('\u00a0', ' ')
}

/** Lines of text with the height of their letters (dots). */
function sizedTexts(bytes: Printed['bytes']): readonly { readonly size: number; readonly text: string }[] {
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .matchAll(/\^A@N,(\d+),[^^]*\^FH_\^FD([^^]*)\^FS/g)
  return [...lines].map(([, size, text = '']) => ({ size: Number(size), text: text.replaceAll('\u00a0', ' ') }))
}
