import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MEDIA_SIZES, RESOLUTIONS } from '../../../../shared/domain/printing/media.ts'
import { LABEL_KINDS, labelKind } from '../../../../shared/domain/printing/print-jobs.ts'
import { usualPrinter, type PrinterSetting } from '../../../../shared/domain/printing/printers.ts'
import { canPrint, isReceipt, routeFor, routeOfKind, stickerMake } from '../../../../shared/domain/printing/routes.ts'

function printer(id: string, rest: Partial<PrinterSetting> = {}): PrinterSetting {
  return { ...usualPrinter({ id, name: id, link: { kind: 'practice' } }), ...rest }
}

const IDS = ['1', '2', '3', '4'] as const
const id = fc.constantFrom(...IDS)
const anyPrinter = fc.record({
  id,
  language: fc.constantFrom('zpl', 'escpos'),
  dpi: fc.constantFrom(...RESOLUTIONS),
  media: fc.constantFrom(...MEDIA_SIZES)
})
const settings = fc.record({
  printers: fc
    .uniqueArray(anyPrinter, { selector: ({ id: own }) => own, maxLength: 4 })
    .map(all => all.map(({ id: own, ...rest }) => printer(own, rest))),
  routes: fc.dictionary(
    fc.constantFrom(...LABEL_KINDS),
    fc.record({ printerId: id, fallbackId: fc.option(id, { nil: null }) })
  )
})
const kind = fc.constantFrom(...LABEL_KINDS)

test('a label goes to a printer that can print it if there is one, by its route where that can be', () => {
  fc.assert(
    fc.property(settings, kind, (known, wanted) => {
      const route = routeOfKind(known, wanted)
      const able = known.printers.filter(one => canPrint(one, wanted))
      expect(route.printer === null).toBe(able.length === 0)
      for (const one of [route.printer, route.fallback]) expect(one === null || able.includes(one)).toBe(true)
      expect(route.fallback === null || route.fallback.id !== route.printer?.id).toBe(true)
      const named = able.find(one => one.id === known.routes[wanted]?.printerId)
      if (named !== undefined) expect(route.printer).toBe(named)
      else if (!isReceipt(wanted) && able.some(one => one.language === 'zpl'))
        expect(route.printer?.language).toBe('zpl')
    })
  )
})

test('a label that is meant for one printer goes there or nowhere', () => {
  fc.assert(
    fc.property(settings, id, (known, wanted) => {
      const route = routeFor(known, labelKind({ kind: 'own', label: { kind: 'test' } }), wanted)
      expect(route).toEqual({ printer: known.printers.find(one => one.id === wanted) ?? null, fallback: null })
    })
  )
})

test('stickers are drawn for the size of their printer, with a picture if one that may print them is finer', () => {
  const coarse = printer('1', { media: '40x30' })
  const fine = printer('2', { dpi: 300 })
  const receipts = printer('3', { language: 'escpos', dpi: 300 })
  const routes = { sticker: { printerId: '1', fallbackId: '2' } }
  expect(stickerMake({ printers: [], routes: {} })).toEqual({ size: '58x40', picture: false })
  expect(stickerMake({ printers: [coarse, fine], routes: {} })).toEqual({ size: '40x30', picture: false })
  expect(stickerMake({ printers: [coarse, fine], routes })).toEqual({ size: '40x30', picture: true })
  expect(stickerMake({ printers: [printer('1', { media: '75x120', dpi: 600 })], routes: {} })).toEqual({
    size: '58x40',
    picture: true
  })
  expect(stickerMake({ printers: [receipts], routes: {} })).toEqual({ size: '58x40', picture: false })
})
