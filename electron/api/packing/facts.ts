import type { MetaSeen, SeenOrder, SeenSupply } from '../../../shared/domain/bench.ts'
import { META_KEYS, type MetaKey, type OrderFacts, type SupplierStatus } from '../../../shared/domain/orders/orders.ts'
import type { PictureType } from '../../station/ports/ports.ts'
import { isLikelyMoment } from '../schemas/common.ts'
import type { RemoteOrder } from '../schemas/orders.ts'

/**
 * A listed order as the core knows it; `list`: the one of new orders tells what metadata they ask for (nothing there
 * means none), the one of all orders leaves it out.
 */
export function orderFacts(order: RemoteOrder, list: 'new' | 'all'): OrderFacts {
  const required = order.requiredMeta ?? []
  const optional = order.optionalMeta ?? []
  return {
    id: order.id,
    orderUid: order.orderUid,
    article: order.article,
    colorCode: order.colorCode,
    skus: order.skus,
    nmId: order.nmId,
    chrtId: order.chrtId,
    ...priceOf(order),
    cargoType: order.cargoType,
    warehouseId: order.warehouseId,
    toPickupPoint: order.isPickupPointShipmentAllowed,
    sellerDate: order.sellerDate,
    isB2b: order.options?.isB2b ?? false,
    isCrossBorder: isCrossBorder(order),
    offices: order.offices,
    officeId: order.officeId,
    comment: order.comment,
    createdAt: order.createdAt,
    requiredMeta: META_KEYS.filter(key => required.includes(key)),
    optionalMeta: META_KEYS.filter(key => optional.includes(key)),
    metaKnown: list === 'new' || order.requiredMeta !== null,
    unknownMeta: required.filter(key => !isMetaKey(key))
  }
}

/**
 * The price and the currency that belongs to it, in hundredths: what the buyer pays in the seller's currency, else what
 * he pays in his own, else the full price in either. 0 of currency 0 when nothing is told.
 */
function priceOf(order: RemoteOrder): { readonly price: number; readonly currencyCode: number } {
  const offers = [
    [order.convertedFinalPrice, order.convertedCurrencyCode],
    [order.finalPrice, order.currencyCode],
    [order.convertedPrice, order.convertedCurrencyCode],
    [order.price, order.currencyCode]
  ] as const
  for (const [price, currencyCode] of offers) {
    if (price !== null && currencyCode !== null) return { price, currencyCode }
  }
  return { price: 0, currencyCode: 0 }
}

/** The documents' own samples tell it in neither field; live replies may, in either. */
function isCrossBorder({ crossBorderType, deliveryType }: RemoteOrder): boolean {
  const typed = crossBorderType !== null && crossBorderType !== 0 && crossBorderType !== '' && crossBorderType !== '0'
  return typed || (deliveryType !== null && /cross/i.test(deliveryType))
}

/** An order from the list of new ones: nothing has happened to it yet. */
export function seenNew(order: RemoteOrder): SeenOrder {
  return {
    facts: orderFacts(order, 'new'),
    supplierStatus: 'new',
    wbStatus: 'waiting',
    supplyRemoteId: null,
    sellerCurrency: order.convertedCurrencyCode
  }
}

/** A supply as the core knows it. */
export function seenSupply(supply: {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly done: boolean
  readonly cargoType: number | null
  readonly crossBorderType: number | null
  readonly isB2b: boolean | null
  readonly isB2B: boolean | null
  readonly spotAvailable: boolean | null
  readonly scanDt: string | null
}): SeenSupply {
  const { id, name, createdAt, done, cargoType, crossBorderType, spotAvailable, scanDt } = supply
  const isB2b = supply.isB2b ?? supply.isB2B
  return {
    remoteId: id,
    name,
    createdAt,
    done,
    cargoType,
    isExempt: crossBorderType === 1 || spotAvailable === true,
    scannedAt: momentOrNull(scanDt),
    ...(spotAvailable !== null && { goesBySpot: spotAvailable }),
    ...(crossBorderType !== null && { isCrossBorder: crossBorderType !== 0 }),
    ...(isB2b !== null && { isB2b })
  }
}

/** One detail of stored metadata; keys that this version does not know are left out. */
export function metaDetails(
  details: readonly { readonly key: string; readonly values: readonly string[]; readonly decision: string | null }[]
): MetaSeen['details'] {
  return details.flatMap(({ key, values, decision }) => (isMetaKey(key) ? [{ key, values, decision }] : []))
}

function isMetaKey(key: string): key is MetaKey {
  return META_KEYS.some(known => known === key)
}

const SUPPLIER_STATUSES: readonly SupplierStatus[] = ['new', 'confirm', 'complete', 'cancel']

/** The seller's status when this scheme knows it, whoever cancelled (`cancel_carrier`); other schemes have others. */
export function supplierStatus(status: string): SupplierStatus | null {
  return (
    SUPPLIER_STATUSES.find(known => known === status || (known === 'cancel' && status === 'cancel_carrier')) ?? null
  )
}

/** ZPL of a picture file: base64 by the documents, raw as public clients met it; null when it is neither. */
export function zplBytes(file: string): Uint8Array | null {
  const text = file.trim()
  if (text.startsWith('^XA') || text.startsWith('~')) return new TextEncoder().encode(text)
  if (!/^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.includes('^XA') ? new Uint8Array(bytes) : null
}

/** A PDF from base64; null when it is something else. */
export function pdfBytes(file: string): Uint8Array | null {
  const bytes = Buffer.from(file, 'base64')
  return bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) ? new Uint8Array(bytes) : null
}

/** A picture of the asked type from base64; null when it is something else. */
export function pictureBytes(file: string, type: PictureType): Uint8Array | null {
  if (type === 'zplv' || type === 'zplh') return zplBytes(file)
  const bytes = Buffer.from(file, 'base64')
  return bytes.includes(type === 'svg' ? '<svg' : '\u0089PNG', 0, 'latin1') ? new Uint8Array(bytes) : null
}

/** Unix ms of a date as the marketplace prints it, `T` or a space before the time; null when there is none, or none of 2015 to 2099. */
export function momentOrNull(text: string | null): number | null {
  const at = Date.parse((text ?? '').replace(' ', 'T'))
  return isLikelyMoment(at) ? at : null
}

/** A marking code without its GS: readers of it may have lost them, and the rest tells codes apart. */
export function bare(code: string): string {
  return code.replaceAll('\u001D', '')
}
