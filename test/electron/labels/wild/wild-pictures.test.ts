import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { ready } from 'zpl-renderer-js'
import type { LabelContent } from '../../../../electron/station/ports/ports.ts'
import { drawLabel } from '../../../../electron/practice/marketplace/stickers/sticker-file.ts'
import { decodePng } from '../../../support/decode.ts'
import { inkOf } from '../../../support/ink.ts'
import { profileOf, startLabels } from '../../../support/label-samples.ts'
import { DRAWN_ALIKE } from './drawn-alike.ts'
import { fileOf, STORED_FORMATS, type Pair } from './memory-labels.ts'
import { HOME, STRAY_LETTERS } from './placing-labels.ts'
import { REFUSED, UNDRAWABLE } from './refused-labels.ts'
import { SERIAL_FIELDS } from './writing-labels.ts'

const { labels, print } = startLabels()
afterAll(() => labels.close())

const DPI = [203, 300] as const
const PNG = Buffer.from(
  await drawLabel({ code: '!uKEtQZVx', small: '231648', large: '9753', note: 'Practice' }, '58x40', 'png'),
  'base64'
)

function label(zpl: string, png: Uint8Array | null = null): LabelContent {
  return { kind: 'marketplace', zpl: fileOf(zpl), png }
}

const PAIRS: readonly Pair[] = DRAWN_ALIKE.flatMap(pairs => pairs.slice(0, 3))

test.each(PAIRS.flatMap(([wild, plain]) => DPI.map(dpi => [dpi, wild, plain] as const)))(
  'at %i dpi %j looks as it was meant',
  async (dpi, wild, plain) => {
    const shown = await print(label(wild), profileOf({ dpi }))
    const wanted = await print({ kind: 'marketplace', zpl: Buffer.from(plain, 'utf8'), png: null }, profileOf({ dpi }))
    expect(shown.png).toEqual(wanted.png)
  }
)

describe('what the labels show', () => {
  test.each(DPI)('at %i dpi: the stored picture, the number, the code of the template, both codes, 5 mm', async dpi => {
    const shown = (zpl: string) => print(label(zpl), profileOf({ dpi })).then(({ png }) => png)
    const isAsDrawn = dpi === 203
    const stored = inkOf(await shown(`~DGR:L.GRF,8,1,FF818181818181FF\n^XA^FO8,8^IMR:L.GRF^FS^XZ`))
    expect([stored.right - stored.left, stored.bottom - stored.top]).toEqual([8, 8])
    if (isAsDrawn) expect([stored.left, stored.top]).toEqual([8, 8])
    expect(await decodePng(await shown(STORED_FORMATS[0]?.[0] ?? ''))).toEqual(['*CScbPfQ'])
    expect((await decodePng(await shown(STRAY_LETTERS[0]?.[0] ?? ''))).toSorted()).toEqual(['*CScbPfQ', 'SECOND'])
    const home = inkOf(await shown(HOME[0]?.[0] ?? ''))
    if (isAsDrawn) expect([home.left, home.top]).toEqual([81, 110])
    expect(await decodePng(await shown(SERIAL_FIELDS[8]?.[0] ?? ''))).toEqual(['0042'])
    const fiveMm = inkOf(await shown('^XA^MUM^FO5,5^GB5,5,1^FS^XZ'))
    expect([fiveMm.right - fiveMm.left, fiveMm.bottom - fiveMm.top]).toEqual([40, 40])
  })
})

test.each(REFUSED)('%j is refused for %s on any printer', async (zpl, command) => {
  for (const dpi of DPI) {
    expect(await labels.compose(label(zpl), profileOf({ dpi }))).toEqual({
      kind: 'impossible',
      why: `labelCommand:${command}`
    })
  }
})

test.each(UNDRAWABLE)(
  '%j goes as it is, and is refused for %s where it would have to be drawn',
  async (zpl, command) => {
    const content = label(zpl)
    const asItIs = await labels.compose(content, profileOf({}))
    expect(asItIs.kind).toBe('label')
    for (const profile of [{ dpi: 300 }, { media: '58x60' }, { language: 'escpos' }, { rotation: 90 }] as const) {
      expect(await labels.compose(content, profileOf(profile))).toEqual({
        kind: 'impossible',
        why: `labelCommand:${command}`
      })
    }
  }
)

test('where the marketplace’s own picture is there and fits, it stands in for a label that can’t be followed', async () => {
  for (const [zpl] of [...REFUSED.slice(0, 3), ...UNDRAWABLE.slice(0, 3)]) {
    expect(await decodePng((await print(label(zpl, PNG), profileOf({ dpi: 300 }))).png)).toEqual(['!uKEtQZVx'])
  }
})

test('a frame a little too large is no reason to draw the label anew', async () => {
  const { zpl } = await print(label('^XA^FO4,4^GB464,320,2^FS^FO20,20^A0N,30,30^FDx^FS^XZ'), profileOf({}))
  expect(zpl).toContain('^FO4,4^GB464,320,2^FS^FO20,20^A0N,30,30^FDx^FS')
})

test('an ellipse is drawn where the renderer has none', async () => {
  const shown = '^XA^FO10,10^GE101,51,5^FS^FO10,100^A0N,30,30^FDhi^FS^XZ'
  const { png } = await print(label(shown), profileOf({ dpi: 300 }))
  const alone = await print(label('^XA^FO10,10^GE101,51,5^FS^XZ'), profileOf({ dpi: 300 }))
  const ellipse = inkOf(alone.png)
  expect([ellipse.right - ellipse.left, ellipse.bottom - ellipse.top]).toEqual([101, 51])
  expect(inkOf(png).top).toBe(ellipse.top)
})

/** It knows no `^IM` and so on, takes an unknown font for the default one, a stored format's places by the home of then, and one recall. */
function doesRendererFollow(zpl: string): boolean {
  const has = (...commands: readonly string[]) => commands.every(command => zpl.includes(command))
  if (['^IM', '^GE', '^SN', '^MUM'].some(command => has(command))) return false
  return !has('^CF0', '^CW') && !has('^XF', '^LH') && zpl.split('^XF').length <= 2
}

test('whatever is put together, the ink is the renderer’s own for the whole label, or the label is refused by a command’s name', async () => {
  const { api } = await ready
  const before = fc.constantFrom(
    '',
    '~DGR:L.GRF,8,1,FF818181818181FF',
    '^XA^LH8,16^XZ',
    '^XA^CF0,40^XZ',
    '^XA^DFR:F.ZPL^FS^FO100,100^A0N,20,20^FN1^FS^XZ',
    '^XA^CI27^XZ'
  )
  const piece = fc.constantFrom(
    '^FO8,8^XGR:L.GRF,1,1^FS',
    '^XFR:F.ZPL^FS^FN1^FDfilled^FS',
    '^LH20,10',
    '^CF0,30',
    '^CW1,E:TT0003M_.TTF^FO30,30^A1N,20,20^FDown^FS',
    '^FO10,60^GB50,20,3^FS',
    '^FO10,150^BQN,2,3^FDMA,x1^FS',
    '^FO200,20^FH^FDcaf_82^FS',
    '^BY3',
    '^FO200,200^BCN,40,N^FD42^FS',
    '^IMR:L.GRF^FS',
    '^FO9,9^GE20,20,2^FS',
    '^PMY',
    '^SN001,1,Y^FS',
    '^MUM^FO1,1^GB9,9,1^FS^MUD',
    '^ZQ1'
  )
  await fc.assert(
    fc.asyncProperty(fc.array(before, { maxLength: 3 }), fc.array(piece, { maxLength: 6 }), async (setup, pieces) => {
      const zpl = `${setup.join('')}^XA${pieces.join('')}^FO300,280^GB9,9,9^FS^XZ`
      const composed = await labels.compose(label(zpl), profileOf({}))
      if (composed.kind === 'impossible') {
        expect(composed.why).toMatch(/^labelCommand:[\^~][A-Z]{2}$/)
        return
      }
      const ours = await labels.picture(composed.bytes, profileOf({}))
      if (!doesRendererFollow(zpl)) return
      const theirs = (await api.zplToBase64MultipleAsync(zpl, 58, 40, 8)).at(-1) ?? ''
      expect(ours).toBe(theirs)
    }),
    { numRuns: 400 }
  )
})
