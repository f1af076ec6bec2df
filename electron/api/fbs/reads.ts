import type {
  Buyer,
  CrossBorderSticker,
  CrossBorderStickers,
  Failure,
  FbsClient,
  Reply,
  StatusHistory
} from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { dialsOf } from '../schemes/dial.ts'
import { momentOrNull, pdfBytes, pictureBytes, seenSupply } from '../packing/facts.ts'
import { operations as table } from '../operations.ts'
import { inPieces, PAGE } from '../packing/paging.ts'

export type FbsReads = Pick<
  FbsClient,
  | 'reshipment'
  | 'crossBorderStickers'
  | 'statusHistory'
  | 'clients'
  | 'supply'
  | 'boxes'
  | 'boxStickers'
  | 'passes'
  | 'passOffices'
>

/** Most orders of one request for stickers or histories (API documents). */
const HUNDRED = 100

/** Everything that is asked of FBS beside the packing, without changing anything. */
export function createFbsReads(call: Call): FbsReads {
  return {
    reshipment: async () => {
      const reply = await call(table.reshipment, {}, 'background')
      if (reply.kind !== 'ok') return reply
      return ok(reply.value.orders.map(({ orderID, supplyID }) => ({ orderId: orderID, supplyRemoteId: supplyID })))
    },
    crossBorderStickers: async orderIds => {
      const reply = await inPieces(orderIds, HUNDRED, async piece => {
        const reply = await call(table.crossBorderStickers, { body: { orders: [...piece] } }, 'urgent')
        return reply.kind === 'ok' ? ok(reply.value.stickers) : reply
      })
      return reply.kind === 'ok' ? ok(sorted(reply.value)) : reply
    },
    statusHistory: orderIds =>
      inPieces<number, StatusHistory>(orderIds, HUNDRED, async piece => {
        const reply = await call(table.statusHistory, { body: { orders: [...piece] } }, 'background')
        if (reply.kind !== 'ok') return noneIfUnknown(reply)
        return ok(
          reply.value.orders.map(({ orderID, deliveryDate, statuses }) => ({
            orderId: orderID,
            deliveryDate,
            statuses
          }))
        )
      }),
    clients: orderIds =>
      inPieces<number, Buyer>(orderIds, PAGE, async piece => {
        const reply = await call(table.orderClient, { body: { orders: [...piece] } }, 'urgent')
        if (reply.kind !== 'ok') return noneIfUnknown(reply)
        return ok(
          reply.value.orders.map(({ orderID, fullName, lastName, firstName, middleName, ...phones }) => ({
            orderId: orderID,
            name: fullName === '' ? `${lastName} ${firstName} ${middleName}`.trim() : fullName,
            dials: dialsOf(phones)
          }))
        )
      }),
    supply: async remoteId => {
      const reply = await call(table.supply, { path: { supplyId: remoteId } }, 'urgent')
      if (reply.kind !== 'ok') return reply
      const { closedAt, scanDt, destinationOfficeId, recommendedWhId } = reply.value
      const { isPickupPointShipmentAllowed, shippingPointId, shippingType, shippingDt } = reply.value
      return ok({
        ...seenSupply(reply.value),
        closedAt: momentOrNull(closedAt),
        scannedAt: momentOrNull(scanDt),
        destinationOfficeId,
        recommendedWarehouseId: recommendedWhId === 0 ? null : recommendedWhId,
        goesToPickupPoint: isPickupPointShipmentAllowed,
        shippingPointId,
        shippingType,
        shippingDay: shippingDt,
        waybillUuid: reply.value.waybillUuid,
        spotAvailable: reply.value.spotAvailable
      })
    },
    boxes: async remoteId => {
      const reply = await call(table.boxes, { path: { supplyId: remoteId } }, 'urgent')
      return reply.kind === 'ok' ? ok(reply.value.trbxes.map(({ id }) => id)) : reply
    },
    boxStickers: async (remoteId, boxIds, type) => {
      if (boxIds.length === 0) return ok([])
      const request = { path: { supplyId: remoteId }, query: { type }, body: { trbxIds: [...boxIds] } }
      const reply = await call(table.boxStickers, request, 'urgent')
      if (reply.kind !== 'ok') return reply
      return decoded(reply.value.stickers, ({ barcode, file }) => {
        const picture = pictureBytes(file, type)
        const boxId = boxIds.find(id => numberOf(id, '-') === numberOf(barcode, ':')) ?? null
        return picture === null ? null : { barcode, boxId, picture }
      })
    },
    passes: async () => {
      const reply = await call(table.passes, {}, 'urgent')
      if (reply.kind !== 'ok') return reply
      return ok(reply.value.map(({ id, dateEnd, ...pass }) => ({ ...pass, passId: id, endsAt: momentOrNull(dateEnd) })))
    },
    passOffices: async () => {
      const reply = await call(table.passOffices, {}, 'urgent')
      if (reply.kind !== 'ok') return reply
      return ok(reply.value.map(({ id, name, address }) => ({ officeId: id, name, address })))
    }
  }
}

/** The strings of a parcel without a number are empty; one odd file keeps back no other. */
function sorted(
  stickers: readonly {
    readonly orderId: number
    readonly parcelId: string
    readonly status: string
    readonly file: string
  }[]
): CrossBorderStickers {
  const ready: CrossBorderSticker[] = []
  const awaited: number[] = []
  const unreadable: number[] = []
  for (const { orderId, parcelId, status, file } of stickers) {
    const pdf = pdfBytes(file)
    if (status === 'awaitingTrackNumber' || file === '') awaited.push(orderId)
    else if (pdf === null) unreadable.push(orderId)
    else ready.push({ orderId, parcelId, pdf })
  }
  return { ready, awaited, unreadable }
}

/** None of the orders is one of those that the method knows. */
function noneIfUnknown(failure: Failure): Reply<readonly never[]> {
  return failure.kind === 'refused' && failure.status === 404 ? ok([]) : failure
}

/** Stickers with their files made bytes; one file that is not what was asked for spoils the answer. */
function decoded<Sticker, Read>(
  stickers: readonly Sticker[],
  read: (sticker: Sticker) => Read | null
): Reply<readonly Read[]> {
  const files: Read[] = []
  for (const [place, sticker] of stickers.entries()) {
    const file = read(sticker)
    if (file === null) return { kind: 'broken', field: `stickers.${place}.file` }
    files.push(file)
  }
  return ok(files)
}

function numberOf(id: string, mark: string): string {
  return id.slice(id.lastIndexOf(mark) + 1)
}

function ok<T>(value: T): { readonly kind: 'ok'; readonly value: T } {
  return { kind: 'ok', value }
}
