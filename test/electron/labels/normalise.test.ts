import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadLabelError } from '../../../electron/labels/bad-label.ts'
import { readSticker, writeZpl, type Sticker } from '../../../electron/labels/normalise.ts'
import type { StickerSize } from '../../../shared/domain/printing/media.ts'

function read(zpl: string, media: StickerSize = '58x40'): Sticker {
  return readSticker(Buffer.from(zpl, 'latin1'), media)
}

/** What is left of the label's own commands. */
function body(zpl: string): string {
  return writeZpl(read(zpl).commands)
}

function whyBad(zpl: string): string {
  try {
    read(zpl)
    return 'fine'
  } catch (error) {
    if (error instanceof BadLabelError) return error.why
    throw error
  }
}

test.each([
  ['58x40', { width: 58, height: 40 }],
  ['40x30', { width: 40, height: 30 }]
] as const)('a label is as large as the media %s, whatever it said', (media, millimetres) => {
  const sticker = read('^XA^PW812^LL600^LH30,30^FO10,10^FDx^FS^XZ', media)
  expect(sticker).toMatchObject({ millimetres, isUpright: false })
  expect(writeZpl(sticker.commands)).toBe('^FO40,40^FDx^FS')
})

test('a label made upright stays upright', () => {
  expect(read('^XA^PW320^LL464^FDx^FS^XZ').millimetres).toEqual({ width: 40, height: 58 })
  expect(read('^XA^PW240^LL320^FDx^FS^XZ', '40x30')).toMatchObject({
    millimetres: { width: 30, height: 40 },
    isUpright: true
  })
})

test('a label that wants to be turned by half says so', () => {
  expect(read('^XA^POI^FDx^FS^XZ').isUpsideDown).toBe(true)
  expect(body('^XA^POI^FDx^FS^XZ')).toBe('^FDx^FS')
  expect(read('^XA^POI^PON^FDx^FS^XZ').isUpsideDown).toBe(false)
})

test.each([
  '^FO464,320^FDx^FS',
  '^FO0,0^GB464,320,2^FS',
  '^FO0,0^GFA,18560,18560,58,FF^FS',
  '^FT10,320^GB10,320,1^FS',
  '^FO0,0^GC320,3^FS',
  '^FD at the origin^FS',
  // A millimetre of the gap between labels is nobody’s.
  '^FO4,4^GB464,320,2^FS',
  '^FO465,321^FDx^FS'
])('%s stays inside', drawing => {
  expect(read(`^XA${drawing}^FDx^FS^XZ`).reachesOut).toBe(false)
})

test.each([
  '^FO473,0^FDx^FS',
  '^FO0,329^FDx^FS',
  '^FO99999,99999^FDx^FS',
  '^FO-1,0^FDx^FS',
  '^FT10,319^GB10,320,1^FS',
  '^FO9,0^GB464,320,2^FS',
  '^FO0,0^GB9,32000,2^FS',
  '^FO0,0^GB1,1,32000^FS',
  '^FO0,9^GFA,18560,18560,58,FF^FS',
  '^FO0,0^GFA,18560,18560,0,FF^FS',
  '^FO200,200^GC200,3^FS',
  '^FO0,0^GE473,10,3^FS',
  '^FO0,0^GD10,329,3^FS'
])('%s reaches out', drawing => {
  expect(read(`^XA${drawing}^FDx^FS^XZ`).reachesOut).toBe(true)
})

test('drawing stays as it is', () => {
  const drawing =
    '^FO10,20^A@N,30,30,E:TT0003M_.TTF^FH_^FD_5Ea^FS^FT5,5^BY3^BCN,60,N^FD>;12^FS^BXN,4,200,,,,_,1^FD_101^FS^GFA,2,2,1,FF00\n^FS^GB10,10,2^FS'
  expect(body(`^XA${drawing}^XZ`)).toBe(drawing)
})

test('lower-case commands are known', () => {
  expect(body('^xa^fo1,2^fdHello^fs^xz')).toBe('^FO1,2^FDHello^FS')
})

test('copies, settings, memory, questions and comments are taken out', () => {
  const wild =
    '^XA^MMC^MNW^JUS^ID*:*.*^PQ500,0,1,Y^FO1,1^FDx^FS^JMA~JR~JC~JA^HH^HW^FX note^NS^RFW~SD30^MD30^PR2^ZZ^CV^KPx^XZ~JR^XA^JUF^XZ'
  expect(body(wild)).toBe('^FO1,1^FDx^FS')
})

test('of several formats the first that draws is taken', () => {
  const designer = 'CT~~CD,~CC^~CT~\r\n^XA~TA000~JSN^LT0^MNW^PR6,6~SD15^JUS^LRN^CI0^XZ\r\n'
  expect(body(`${designer}^XA^MMT^FDone^FS^PQ2^XZ^XA^FDtwo^FS^XZ`)).toBe('^LRN^CI0^FDone^FS')
})

test('a picture that is put into memory first is drawn in place', () => {
  const label = '~DGR:LOGO.GRF,2,1,FF00\r\n^XA^FO8,8^XGR:LOGO.GRF,1,1^FS^XZ^XA^IDR:LOGO.GRF^XZ'
  expect(body(label)).toBe('^FO8,8^GFA,2,2,1,FF00^FS')
  expect(whyBad('~DGR:LOGO.GRF,2,1,FF00^XA^XGLOGO,2,2^FS^XZ')).toBe('unreadableGraphic')
})

test('a binary picture is written in hex, commands among its bytes are none', () => {
  expect(body('^XA^GFB,6,6,1,^XZ~JR^FS^FDx^FS^XZ')).toBe('^GFA,6,6,1,5E585A7E4A52^FS^FDx^FS')
  expect(body('~DYR:X,P,P,7,0,^XA^FDn^XA^FDy^FS^XZ')).toBe('^FDy^FS')
})

test('what cannot be printed is refused with the reason', () => {
  expect(whyBad('')).toBe('noLabel')
  expect(whyBad('Swagger rocks')).toBe('noLabel')
  expect(whyBad('^XA^FDnever ends')).toBe('noLabel')
  expect(whyBad('^XA^FO1,1^FS^XZ')).toBe('noLabel')
  expect(whyBad('^CC+^XA^FDx^FS^XZ')).toBe('noLabel')
  expect(whyBad('^XA^GFB,99,99,1,ab^FS^XZ')).toBe('unreadableGraphic')
  expect(whyBad('^XA^GFA,999999,999999,1,ab^FS^XZ')).toBe('unreadableGraphic')
  expect(whyBad('^XA^GFB,2,2,^XA,ab^FS^XZ')).toBe('unreadableGraphic')
  expect(whyBad('^XA^GFC,2,2,1,ab^FS^XZ')).toBe('unreadableGraphic')
  expect(whyBad(`^XA^FD${'x'.repeat(1_048_576)}^FS^XZ`)).toBe('tooLarge')
})

test('UTF-8 bytes pass untouched', () => {
  const { commands } = readSticker(new TextEncoder().encode('^XA^FDПривет Ёж^FS^XZ'), '58x40')
  expect(Buffer.from(writeZpl(commands), 'latin1').toString('utf8')).toBe('^FDПривет Ёж^FS')
})

test('whatever comes in, drawing comes out, with no second label and no command to the printer itself', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '^XA',
      '^XZ',
      '^FDx^FS',
      '^PQ9',
      '~JR',
      '~DGR:A,2,1,FF',
      '^XGA,1,1',
      '^GFB,3,3,1,^XA',
      '^GFA,2,2,1,FF'
    ),
    fc.constantFrom(
      '^',
      '~',
      '~CD,',
      '^CI28',
      '^A@N,1,1',
      '^FO1,1',
      '\u0002',
      '\u0003',
      '\u001eXA',
      '\u0010JR',
      ',',
      '^DY'
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 6 })
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      let drawing: string
      try {
        drawing = body(`^XA^FDx^FS${pieces.join('')}^XZ`)
      } catch (error) {
        expect(error).toBeInstanceOf(BadLabelError)
        return
      }
      expect(drawing).not.toMatch(/\^(XA|XZ|PQ|PW|LL|LH|PO)/i)
      for (const code of ['~', '\u0002', '\u0003', '\u0010', '\u001e']) expect(drawing).not.toContain(code)
    }),
    { numRuns: 1000 }
  )
})
