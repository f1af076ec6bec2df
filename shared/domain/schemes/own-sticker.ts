import { parcelBarcode } from '../scanning/commands.ts'
import type { StickerFacts } from '../orders/orders.ts'
import type { OrderScheme } from './scheme.ts'

/** Digits of an order's number that a packer compares. */
const TOLD = 4

/** What stands on the label that proves an order's parcel where the marketplace draws none; null: it draws one. */
export function ownSticker(orderId: number, scheme: OrderScheme): StickerFacts | null {
  if (scheme.kind === 'fbs') return null
  const digits = String(orderId)
  const number = { partA: digits.slice(0, -TOLD), partB: digits.slice(-TOLD), barcode: parcelBarcode(orderId) }
  return scheme.kind === 'pickup' && scheme.orderCode !== ''
    ? { ...number, partA: '', partB: scheme.orderCode }
    : number
}
