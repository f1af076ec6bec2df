import type { DbsClient, PdfSticker } from '../../station/ports.ts'
import { pdfBytes } from '../facts.ts'
import { inNewer } from '../newer.ts'
import { operations as table } from '../operations.ts'
import { inPieces, PAGE } from '../paging.ts'
import type { SchemeParts } from './reads.ts'

/** Most stickers of one call (API documents). */
const STICKERS = 100

/** What only the newer edition tells of the seller's own deliveries. */
export function createDbsDelivery(parts: SchemeParts): Pick<DbsClient, 'deliveryDates' | 'groups' | 'stickers'> {
  const { call, edition } = parts

  return {
    deliveryDates: orderIds =>
      inNewer(edition, () =>
        inPieces(orderIds, PAGE, async piece => {
          const reply = await call(table.dbsDeliveryDates, { body: { orders: [...piece] } }, 'background')
          if (reply.kind !== 'ok') return reply
          return {
            kind: 'ok',
            value: reply.value.orders.map(({ id, dDate, dTimeFrom, dTimeTo }) => ({
              orderId: id,
              date: dDate,
              from: dTimeFrom,
              to: dTimeTo
            }))
          }
        })
      ),
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
      inNewer(edition, () =>
        inPieces(orderIds, STICKERS, async piece => {
          const request = { query: { type: 'pdf', width: 58, height: 40 } as const, body: { orders: [...piece] } }
          const reply = await call(table.dbsStickers, request, 'urgent')
          if (reply.kind !== 'ok') return reply
          const files: PdfSticker[] = []
          for (const [place, { file, ...facts }] of reply.value.stickers.entries()) {
            const pdf = pdfBytes(file)
            if (pdf === null) return { kind: 'broken', field: `stickers.${place}.file` }
            files.push({ ...facts, pdf })
          }
          return { kind: 'ok', value: files }
        })
      )
  }
}
