import type { Regime } from '../http/editions.ts'
import { rfc3339 } from '../http/errors.ts'
import { dayOf } from './generate-item.ts'
import type { OrderCore, StickerNumber } from './order-core.ts'
import type { DbsOrder, PickupOrder } from '../rules/schemes.ts'

const DAY = 24 * 60 * 60 * 1000
/** The store that pickup orders wait in: nobody's. */
const STORE_ADDRESS = 'г. Образцово, ул. Учебная, д. 1, магазин «Верстак»'

function bareOrder({ facts }: OrderCore, regime: Regime): Record<string, unknown> {
  return {
    article: facts.article,
    rid: facts.rid,
    createdAt: rfc3339(facts.createdAt),
    skus: facts.skus,
    id: facts.id,
    warehouseId: facts.warehouseId,
    nmId: facts.nmId,
    chrtId: facts.chrtId,
    price: facts.price,
    currencyCode: facts.currencyCode,
    cargoType: facts.cargoType,
    isZeroOrder: false,
    ...(regime === 'successor' && {
      options: { isB2b: facts.isB2b },
      finalPrice: facts.finalPrice,
      convertedFinalPrice: facts.convertedFinalPrice
    }),
    ...facts.oddFields
  }
}

/** What only a new order tells of itself; which keys it may carry besides, neither edition says. */
function wishes({ facts }: OrderCore): Record<string, unknown> {
  return { salePrice: facts.price, requiredMeta: facts.requiredMeta }
}

function stickerIdOf({ partA, partB }: StickerNumber): number {
  return Number(`${partA}${partB}`)
}

/** A DBS order that is over (API documents, `GET dbs/orders`). */
export function completedDbsOrder(order: DbsOrder, regime: Regime): Record<string, unknown> {
  const { facts, delivery } = order
  return {
    ...bareOrder(order, regime),
    address: { fullAddress: delivery.fullAddress, longitude: delivery.longitude, latitude: delivery.latitude },
    deliveryType: regime === 'seed' ? 'dbs' : order.deliveryType,
    orderUid: facts.orderUid,
    colorCode: facts.colorCode,
    comment: facts.comment,
    convertedPrice: facts.convertedPrice,
    convertedCurrencyCode: 643,
    ...(regime === 'successor' && { groupId: order.groupId }),
    ...(regime === 'successor' && order.sticker !== null && { wbStickerId: stickerIdOf(order.sticker) })
  }
}

/** A new DBS order, which says where and when it is awaited. */
export function newDbsOrder(order: DbsOrder, regime: Regime): Record<string, unknown> {
  const { day, timeFrom, timeTo } = order.delivery
  return {
    ...completedDbsOrder(order, regime),
    ...wishes(order),
    ddate: dayOf(day),
    dTimeFrom: timeFrom,
    dTimeTo: timeTo,
    ...order.facts.oddFields
  }
}

/** An in-store pickup order that is over (API documents, `GET click-collect/orders`). */
export function completedPickupOrder(order: PickupOrder, regime: Regime): Record<string, unknown> {
  return {
    ...bareOrder(order, regime),
    warehouseAddress: STORE_ADDRESS,
    orderCode: order.orderCode,
    orderUid: order.facts.orderUid,
    payMode: order.payMode,
    ...(regime === 'successor' && {
      convertedPrice: order.facts.convertedPrice,
      convertedCurrencyCode: 643,
      tireService: order.tireService
    })
  }
}

/** A new in-store pickup order; how it is paid for is said in the successor, or when it is over. */
export function newPickupOrder(order: PickupOrder, regime: Regime): Record<string, unknown> {
  const { orderUid: _, payMode, ...listed } = completedPickupOrder(order, regime)
  return {
    ...listed,
    ...wishes(order),
    ddate: dayOf(order.facts.createdAt + DAY),
    ...(regime === 'successor' && { payMode }),
    ...order.facts.oddFields
  }
}
