import type { HistoryRow, OrderPage, OrderRow } from '../../shared/contract/contract.ts'
import type { OrderLife } from '../../shared/domain/orders/orders.ts'
import { makeEan13, makeMarkingCode } from '../../shared/domain/printing/samples.ts'
import type { OrderScheme } from '../../shared/domain/schemes/scheme.ts'

export const HOUR = 3_600_000
const LIVES: readonly OrderLife[] = ['fresh', 'fresh', 'claimed', 'coded', 'stickered', 'packed', 'shipped', 'shelved']
const ROW_SCHEMES: { readonly [place: number]: OrderScheme } = {
  4: {
    kind: 'dbs',
    slot: { date: '05.08.2026', from: '15:00', to: '16:00' },
    deliveryType: 'edbs',
    groupId: null
  },
  5: {
    kind: 'pickup',
    date: '05.08.2026',
    orderCode: '170046918-0011',
    payMode: 'postpaid',
    tireService: false,
    place: null
  }
}
export const NAMES = ['one-ring-7548', 'elven-cloak-02', 'Кружка «Мория» 350 мл', 'palantir-mini', 'lembas-12 шт.']
export const ORDER_COUNT = 500
/** The shelved order whose code the marketplace turned down. */
export const REFUSED = 15
/** Its number as the screen groups it. */
export const REFUSED_ORDER = '13\u202f833\u202f015'
/** The marketplace's words for that. */
export const REFUSED_WORDS =
  'Не удалось обновить метаданные сборочного задания: код маркировки закреплён за другим участником оборота, обратитесь к владельцу товара'

export function orderRow(index: number, now: number): OrderRow {
  return {
    id: 13_833_000 + index,
    scheme: ROW_SCHEMES[index % 9] ?? { kind: 'fbs' },
    deadlineAt: now + (120 - (index % 118)) * HOUR,
    article: NAMES[index % NAMES.length] ?? '',
    colorCode: index % 3 === 0 ? 'RAL 3017' : '',
    barcode: makeEan13(index),
    price: 101_400 + index * 100,
    currencyCode: 643,
    createdAt: now - (index % 118) * HOUR,
    life: LIVES[index % LIVES.length] ?? 'fresh',
    cargoType: index % 16 === 0 ? 2 : 1,
    requiredMeta: index % 2 === 0 ? ['sgtin'] : [],
    supplierStatus: index % 8 < 2 ? 'new' : 'confirm',
    wbStatus: 'waiting',
    supplyId: index % 8 < 2 ? null : 's1',
    supplyName: index % 8 < 2 ? null : 'Verstak 2026-08-04 · 3f9a1c',
    partB: index % 8 < 4 ? null : String(1000 + index),
    comment: index % 7 === 0 ? 'Упакуйте в плёнку' : '',
    isB2b: index % 11 === 0,
    offices: ['Москва'],
    officeId: 15,
    travelsAgain: index % 40 === 0,
    isPinned: index % 50 === 0,
    shelf: shelfOf(index, LIVES[index % LIVES.length] === 'shelved', now)
  }
}

function shelfOf(orderId: number, isShelved: boolean, now: number): OrderRow['shelf'] {
  return isShelved
    ? {
        why:
          orderId === REFUSED
            ? { kind: 'writeRefused', what: 'sgtin', code: 'FailedToUpdateMeta', message: REFUSED_WORDS }
            : orderId % 3 === 0
              ? { kind: 'codeRefused', key: 'sgtin', decision: 'sgtinRetired' }
              : { kind: 'packer', reason: 'damaged' },
        at: now - 2 * HOUR,
        packerId: '7'
      }
    : null
}

export function history(now: number, orderId: number | null): readonly HistoryRow[] {
  const kinds = ['scan', 'intentDone', 'jobConfirmed', 'claim', 'scan', 'command']
  return Array.from({ length: orderId === null ? 200 : 6 }, (_, index) => ({
    id: `h${index}`,
    at: now - index * 93_000,
    packer: index % 4 === 0 ? null : 'Сборщик 7',
    kind: kinds[index % kinds.length] ?? 'scan',
    orderId: orderId ?? 13_833_000 + index,
    facts: JSON.stringify({ text: '4601234567893', verdict: 'scanCode' })
  }))
}

export function orderPage(orderId: number, now: number): OrderPage {
  const order = orderRow(orderId - 13_833_000, now)
  const isShelved = order.life === 'shelved'
  const code = makeMarkingCode({ gtin: order.barcode, seed: orderId, tail: 'crypto' })
  return {
    order: { ...order, comment: order.comment || 'Проверьте, чтобы коробка была целая: в прошлый раз пришла мятая' },
    facts: {
      id: orderId,
      orderUid: '165918930_629fbc924b984618a44354475ca58675',
      article: order.article,
      colorCode: order.colorCode,
      skus: [order.barcode],
      nmId: 123_456_789,
      chrtId: 987_654_321,
      price: order.price,
      currencyCode: order.currencyCode,
      cargoType: order.cargoType,
      warehouseId: 658_434,
      toPickupPoint: true,
      sellerDate: '',
      isB2b: order.isB2b,
      isCrossBorder: false,
      offices: order.offices,
      officeId: order.officeId,
      comment: order.comment,
      createdAt: order.createdAt,
      requiredMeta: order.requiredMeta,
      optionalMeta: ['gtin'],
      metaKnown: true,
      unknownMeta: []
    },
    isAtHand: true,
    statuses: [{ at: now - 2 * HOUR, supplierStatus: 'confirm', wbStatus: 'waiting' }],
    codes: [
      {
        key: 'sgtin',
        values: [code],
        at: now - HOUR,
        packerId: '7',
        state: isShelved ? 'refused' : 'accepted',
        decision: isShelved ? 'sgtinRetired' : 'sgtinIntroduced'
      }
    ],
    handover: null,
    packedAt: order.life === 'packed' ? now - HOUR : null,
    packedBy: order.life === 'packed' ? '7' : null,
    sticker: order.partB === null ? null : { partA: '231648', partB: order.partB, barcode: '!uKEtQZVx' },
    history: history(now, orderId),
    prints: [],
    requests: []
  }
}
