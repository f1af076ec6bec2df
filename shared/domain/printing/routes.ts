import { stickerSizeFor } from './media.ts'
import type { StickerMake } from '../orders/orders.ts'
import type { LabelKind } from './print-jobs.ts'
import type { PrinterSetting } from './printers.ts'
import type { Settings } from '../settings.ts'

type Known = Pick<Settings, 'printers' | 'routes'>

/** A label's way: its printer, and the one that steps in; null where there is none. */
export interface Route {
  readonly printer: PrinterSetting | null
  readonly fallback: PrinterSetting | null
}

/** The way of a label: to the one printer that it is meant for, else by the routes, else to the first printer that speaks its language. */
export function routeFor(settings: Known, kind: LabelKind, printerId: string | null): Route {
  const find = (id: string | null | undefined) => settings.printers.find(printer => printer.id === id) ?? null
  if (printerId !== null) return { printer: find(printerId), fallback: null }
  return routeOfKind(settings, kind)
}

/** The way of a kind of label; what a route names and can't print such a label is passed over. */
export function routeOfKind({ printers, routes }: Known, kind: LabelKind): Route {
  const able = printers.filter(printer => canPrint(printer, kind))
  const find = (id: string | null | undefined) => able.find(printer => printer.id === id) ?? null
  const route = routes[kind]
  const printer = find(route?.printerId) ?? usual(able)
  const fallback = find(route?.fallbackId)
  return { printer, fallback: fallback?.id === printer?.id ? null : fallback }
}

/** Receipts are made of a receipt printer's own letters; a label is dots, which both languages draw. */
export function canPrint({ language }: Pick<PrinterSetting, 'language'>, kind: LabelKind): boolean {
  return language === 'escpos' || !isReceipt(kind)
}

export function isReceipt(kind: LabelKind): boolean {
  return kind === 'packingSlip' || kind === 'pickupReceipt'
}

/** A label printer rather than a receipt printer that could draw it too. */
function usual(able: readonly PrinterSetting[]): PrinterSetting | null {
  return able.find(({ language }) => language === 'zpl') ?? able[0] ?? null
}

/** How the marketplace is to draw stickers, so that every printer they may go to can print them sharply. */
export function stickerMake(settings: Known): StickerMake {
  const { printer, fallback } = routeOfKind(settings, 'sticker')
  const isFine = (one: PrinterSetting | null) => one?.language === 'zpl' && one.dpi !== 203
  return { size: stickerSizeFor(printer?.media ?? '58x40'), picture: isFine(printer) || isFine(fallback) }
}
