import type { AskedLabel, OwnTest } from '../../../shared/contract/device-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { usualProfile, type PrinterProfile } from '../../../shared/domain/printing/media.ts'
import type { LabelKind, OwnLabel, PrintSource } from '../../../shared/domain/printing/print-jobs.ts'
import { TEST_CODES } from '../../../shared/domain/scanning/scanner-test/codes.ts'
import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { contentOf } from '../printing/label-content.ts'
import { shelfLabel, supplySheet } from '../printing/own-content.ts'
import type { LabelContent } from '../ports/ports.ts'
import type { Station } from '../station.ts'

/** The printer that a kind of label goes to, as a drawing has to know it. */
export function profileFor(bench: Bench, kind: LabelKind): PrinterProfile {
  return routeOfKind(bench.settings, kind).printer ?? usualProfile()
}

/** A label as its printer will print it (PNG, base64); null where it can't. */
async function pictureOf(
  { labels }: Station,
  content: LabelContent | null,
  printer: PrinterProfile
): Promise<string | null> {
  // What a receipt printer prints is no ZPL, and nobody draws it.
  if (content === null || printer.language !== 'zpl') return null
  const composed = await labels.compose(content, printer)
  return composed.kind === 'label' ? labels.picture(composed.bytes, printer) : null
}

/** How a label is drawn on the screen: as its printer prints it; nobody draws ESC/POS, so that such a printer's stand as labels do. */
export function drawnAs(printer: PrinterProfile): PrinterProfile {
  return printer.language === 'zpl' ? printer : { ...usualProfile(), media: printer.media }
}

/** An order's sticker as it will print, or as it would: the screen shows it without a printer too. */
export function stickerPicture(station: Station, orderId: number): Promise<string | null> {
  const { core, store } = station
  const content = contentOf({ kind: 'sticker', orderId }, { store, bench: core.bench, now: 0 })
  return pictureOf(station, content, drawnAs(profileFor(core.bench, 'sticker')))
}

/** A printer's own test label as it will print. */
export function testPicture(station: Station, printerId: string, kind: OwnTest): Promise<string | null> {
  const printer = station.core.bench.settings.printers.find(({ id }) => id === printerId)
  return printer === undefined ? Promise.resolve(null) : pictureOf(station, { kind: 'own', label: { kind } }, printer)
}

/** What a printer prints of itself to be looked at; `now`: Unix ms. */
export function testSource(kind: OwnTest | 'receipt', now: number): PrintSource {
  if (kind !== 'receipt') return { kind: 'own', label: { kind } }
  const lines = [
    { title: 'Кружка эмалированная, 350 мл', quantity: 2, price: 49_900 },
    { title: 'Блокнот А5 в точку', quantity: 1, price: 25_000 }
  ]
  return {
    kind: 'pickupReceipt',
    receipt: { kind: 'pickupReceipt', orderId: 13_833_711, lines, currencyCode: 643, at: now }
  }
}

/** The labels that a person asked for, filled in from the bench; none for what is not here. */
export function labelsAsked(bench: Bench, asked: AskedLabel, now: number): readonly PrintSource[] {
  switch (asked.kind) {
    case 'packingSlip':
      return bench.orders.get(asked.orderId) === undefined ? [] : [asked]
    case 'routeSheet':
      return [asked]
    case 'shelf':
      return own(shelfLabel(bench, asked.orderId))
    case 'markingCode': {
      const order = bench.orders.get(asked.orderId)
      if (order === undefined) return []
      const { article, colorCode } = order.facts
      const codes = order.codes[asked.key]?.values ?? []
      return codes.flatMap(code => own({ kind: 'markingCode', code, article, colorCode }))
    }
    case 'supplySheet':
      return own(supplySheet(bench, asked.supplyId, now))
    case 'boxes': {
      const supply = bench.supplies.get(asked.supplyId)
      if (supply === undefined) return []
      return Array.from({ length: asked.boxes }, (_, index) =>
        own({ kind: 'box', boxId: null, supplyName: supply.name, number: index + 1, boxes: asked.boxes })
      ).flat()
    }
    case 'box': {
      const supply = bench.supplies.get(asked.supplyId)
      const place = supply?.boxes.ids.indexOf(asked.boxId) ?? -1
      if (supply === undefined || place < 0) return []
      const { name: supplyName, boxes } = supply
      return own({ kind: 'box', boxId: asked.boxId, supplyName, number: place + 1, boxes: boxes.ids.length })
    }
    case 'storePlace':
      return own(asked)
    case 'scannerTest':
      return TEST_CODES.flatMap((_, page) => own({ kind: 'scannerTest', page }))
  }
}

function own(label: OwnLabel | null): readonly PrintSource[] {
  return label === null ? [] : [{ kind: 'own', label }]
}
