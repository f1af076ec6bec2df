import type { DbsClient, DeliveryDate, Organisation, Reply } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { pdfBytes } from '../packing/facts.ts'
import { inNewer } from '../newer.ts'
import { operations as table } from '../operations.ts'
import { inPieces, PAGE } from '../packing/paging.ts'
import { itemRefusal } from './carrier.ts'
import { createFinalPrices } from './prices.ts'
import type { SchemeParts } from './reads.ts'

/** Most stickers of one call (API documents). */
const STICKERS = 100

/** What only the newer edition tells of the seller's own deliveries. */
export function createDbsDelivery(
  parts: SchemeParts
): Pick<DbsClient, 'organisations' | 'finalPrices' | 'deliveryDates' | 'groups' | 'stickers'> {
  const { call, edition } = parts

  return {
    finalPrices: createFinalPrices(parts, table.dbsFinalPrices),
    organisations: orderIds =>
      inNewer(edition, () =>
        inPieces<number, Organisation>(orderIds, PAGE, async piece => {
          const reply = await call(table.dbsOrganisations, { body: { ordersIds: [...piece] } }, 'background')
          if (reply.kind !== 'ok') return reply
          return {
            kind: 'ok',
            value: reply.value.results.map(({ orderId, isError, errors, data }) => ({
              orderId,
              firm: data === null || data.inn === '' ? null : { inn: data.inn, kpp: data.kpp, name: data.orgName },
              failure: itemRefusal(isError, errors)
            }))
          }
        })
      ),
    deliveryDates: orderIds => inNewer(edition, () => readDeliveryDates(call, table.dbsDeliveryDates, orderIds)),
    groups: groupIds =>
      inNewer(edition, () =>
        inPieces(groupIds, PAGE, async piece => {
          const reply = await call(table.dbsGroups, { body: { groups: [...piece] } }, 'background')
          if (reply.kind !== 'ok') return reply
          return {
            kind: 'ok',
            value: reply.value.map(group => ({
              groupId: group.groupID,
              cost: group.convertedDeliveryCost ?? group.deliveryCost ?? 0,
              currencyCode:
                (group.convertedDeliveryCost === null ? group.currencyCode : group.convertedCurrencyCode) ?? 0
            }))
          }
        })
      ),
    stickers: orderIds =>
      inNewer(edition, async () => {
        const stickers = await inPieces(orderIds, STICKERS, async piece => {
          const request = { query: { type: 'pdf', width: 58, height: 40 } as const, body: { orders: [...piece] } }
          const reply = await call(table.dbsStickers, request, 'urgent')
          return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.stickers } : reply
        })
        if (stickers.kind !== 'ok') return stickers
        const files = stickers.value.map(({ file, ...facts }) => ({ ...facts, pdf: pdfBytes(file) }))
        return {
          kind: 'ok',
          value: {
            ready: files.flatMap(({ pdf, ...facts }) => (pdf === null ? [] : [{ ...facts, pdf }])),
            unreadable: files.flatMap(({ pdf, orderId }) => (pdf === null ? [orderId] : []))
          }
        }
      })
  }
}

/** When orders are awaited, and when they were before the last change. */
export function readDeliveryDates(
  call: Call,
  operation: typeof table.dbsDeliveryDates,
  orderIds: readonly number[]
): Promise<Reply<readonly DeliveryDate[]>> {
  return inPieces(orderIds, PAGE, async piece => {
    const reply = await call(operation, { body: { orders: [...piece] } }, 'background')
    if (reply.kind !== 'ok') return reply
    return {
      kind: 'ok',
      value: reply.value.orders.map(order => ({
        orderId: order.id,
        date: order.dDate,
        from: order.dTimeFrom,
        to: order.dTimeTo,
        before: order.dDateOld === '' ? null : { date: order.dDateOld, from: order.dTimeFromOld, to: order.dTimeToOld }
      }))
    }
  })
}
