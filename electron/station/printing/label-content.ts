import type { Bench } from '../../../shared/domain/bench.ts'
import type { PrintSource, Receipt } from '../../../shared/domain/printing/print-jobs.ts'
import { parcelLabel } from './parcel-content.ts'
import { routeSheet } from './route-sheet.ts'
import type { LabelContent, StorePort } from '../ports/ports.ts'

interface Sources {
  readonly store: StorePort
  readonly bench: Bench
  /** Unix ms. */
  readonly now: number
}

/** What is to be on a label; null while the marketplace has not drawn it, or for an order that is not here. */
export function contentOf(source: PrintSource, { store, bench, now }: Sources): LabelContent | null {
  switch (source.kind) {
    case 'own':
      return { kind: 'own', label: source.label }
    case 'pickList':
    case 'pickupReceipt':
      return { kind: 'receipt', receipt: source.receipt }
    case 'packingSlip': {
      const receipt = packingSlip(bench, source.orderId, now)
      return receipt && { kind: 'receipt', receipt }
    }
    case 'routeSheet':
      return { kind: 'receipt', receipt: routeSheet(bench, source.orderIds, store, now) }
    case 'spotSticker': {
      const png = store.spotSticker(source.supplyId)
      return png && { kind: 'picture', png }
    }
    case 'supplyQr': {
      const drawn = store.supplyQr(source.supplyId)
      return drawn && { kind: 'marketplace', ...drawn }
    }
    case 'sticker': {
      const order = bench.orders.get(source.orderId)
      const own = order === undefined ? null : parcelLabel(bench, order, store)
      if (own !== null) return { kind: 'parcel', label: own }
      const pdf = store.borderLabel(source.orderId)
      if (pdf !== null) return { kind: 'document', pdf }
      const drawn = store.sticker(source.orderId)
      return drawn && { kind: 'marketplace', ...drawn }
    }
  }
}

function packingSlip(bench: Bench, orderId: number, now: number): Receipt | null {
  const order = bench.orders.get(orderId)
  if (order === undefined) return null
  const { article, colorCode, skus, price, currencyCode, comment } = order.facts
  const packerId = order.packedBy ?? bench.packerId
  return {
    kind: 'packingSlip',
    orderId,
    article,
    colorCode,
    barcode: skus[0] ?? '',
    price,
    currencyCode,
    comment,
    stickerNumber: order.sticker && `${order.sticker.partA} ${order.sticker.partB}`,
    packer: packerId === null ? null : (bench.packers.get(packerId)?.name ?? null),
    at: order.packedAt ?? now
  }
}
