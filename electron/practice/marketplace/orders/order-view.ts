import { OFFICES } from './catalogue.ts'
import type { Regime } from '../http/editions.ts'
import { rfc3339 } from '../http/errors.ts'
import { dayOf } from './generate-item.ts'
import type { WorldOrder } from '../world.ts'

const DAY = 24 * 60 * 60 * 1000

/** The fields that every listing of orders has (API documents, `supplies/{supplyId}/orders`). */
export function bareOrder({ facts }: WorldOrder): Record<string, unknown> {
  return {
    scanPrice: null,
    orderUid: facts.orderUid,
    article: facts.article,
    colorCode: facts.colorCode,
    rid: facts.rid,
    createdAt: rfc3339(facts.createdAt),
    offices: OFFICES.filter(office => office.id === facts.officeId).map(office => office.name),
    skus: facts.skus,
    id: facts.id,
    warehouseId: facts.warehouseId,
    nmId: facts.nmId,
    chrtId: facts.chrtId,
    price: facts.price,
    convertedPrice: facts.convertedPrice,
    currencyCode: facts.currencyCode,
    convertedCurrencyCode: facts.convertedCurrencyCode,
    cargoType: facts.cargoType,
    isZeroOrder: false
  }
}

/** An order in `GET orders`: no status, and none of the metadata lists. */
export function listedOrder(order: WorldOrder, regime: Regime): Record<string, unknown> {
  const { facts } = order
  return {
    ...bareOrder(order),
    address: addressOf(order),
    deliveryType: 'fbs',
    ...(order.supplyId !== null && { supplyId: order.supplyId }),
    officeId: facts.officeId,
    comment: facts.comment,
    // The first edition's documents spell it so, the newer files otherwise.
    options: regime === 'seed' ? { isB2b: facts.isB2b } : { isB2B: facts.isB2b },
    ...(regime === 'successor' && { crossBorderType: facts.isCrossBorder ? 1 : 0 }),
    ...facts.oddFields
  }
}

/** An order in `GET orders/new`, with what it asks for. */
export function newOrder(order: WorldOrder, regime: Regime): Record<string, unknown> {
  const { facts } = order
  const { supplyId: _, ...listed } = listedOrder(order, regime)
  return {
    ...listed,
    ddate: facts.cargoType === 2 ? dayOf(facts.createdAt + 5 * DAY) : null,
    salePrice: facts.price,
    finalPrice: facts.finalPrice,
    convertedFinalPrice: facts.convertedFinalPrice,
    requiredMeta: facts.requiredMeta,
    ...(regime === 'successor' && {
      optionalMeta: facts.optionalMeta,
      isPickupPointShipmentAllowed: isPickupPoint(facts.officeId),
      sellerDate: facts.cargoType === 2 ? dayOf(facts.createdAt + 3 * DAY) : null
    }),
    ...facts.oddFields
  }
}

function isPickupPoint(officeId: number): boolean {
  return OFFICES.some(office => office.id === officeId && office.isPickupPoint)
}

/** Bulky goods go to the buyer's door; nothing else shows an address. The same one for all: it is nobody's. */
function addressOf({ facts }: WorldOrder): unknown {
  if (facts.cargoType !== 2) return null
  return {
    fullAddress: 'Челябинская область, г. Челябинск, 51-я улица Арабкира, д. 10А, кв. 42',
    longitude: 44.519068,
    latitude: 40.20192
  }
}
