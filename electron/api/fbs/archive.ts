import type { ArchivedOrder, FbsClient } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import type { EditionChoice } from '../editions.ts'
import { momentOrNull } from '../packing/facts.ts'
import { inNewer } from '../newer.ts'
import { operations as table } from '../operations.ts'
import { allPages, PAGE, pages } from '../packing/paging.ts'
import type { RemoteArchived } from '../schemas/archive.ts'

/** Orders of a month of more than three months ago. */
export function createArchive(call: Call, edition: EditionChoice): Pick<FbsClient, 'archive'> {
  return {
    archive: (year, month) =>
      inNewer(edition, () =>
        allPages(
          pages(async next => {
            const reply = await call(table.orderArchive, { query: { year, month, next, limit: PAGE } }, 'background')
            if (reply.kind !== 'ok') return reply
            return { ...reply, value: { next: reply.value.next, items: reply.value.orders.map(archived) } }
          })
        )
      )
  }
}

function archived(order: RemoteArchived): ArchivedOrder {
  const { product, priceInfo, options } = order
  const converted = priceInfo?.convertedPrice ?? null
  return {
    orderId: order.id,
    orderUid: order.orderUid,
    createdAt: momentOrNull(order.createdAt),
    article: product.article,
    nmId: product.nmId,
    chrtId: product.chrtId,
    skus: product.skus,
    price: converted ?? priceInfo?.price ?? 0,
    currencyCode: (converted === null ? priceInfo?.currencyCode : priceInfo?.convertedCurrencyCode) ?? 0,
    cargoType: order.cargoType,
    isCrossBorder: order.crossBorderType === 'crossBorder',
    isB2b: options?.isB2B ?? options?.isB2b ?? order.isB2B ?? order.isB2b ?? false,
    supplierStatus: order.status?.supplierStatus ?? '',
    wbStatus: order.status?.wbStatus ?? '',
    supplyRemoteId: order.supplyId,
    stickerId: order.stickerId,
    meta: order.metaDetails
  }
}
