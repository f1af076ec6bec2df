import { marks } from '../../orders/order-marks.ts'
import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'

/** The box that packed parcels go into, if it is one of the open supply's; undefined: none was scanned. */
export function boxInUse({ batch, table }: Draft): string | undefined {
  const { boxId } = table
  return batch?.kind === 'supply' && boxId !== undefined && batch.boxes.ids.includes(boxId) ? boxId : undefined
}

/** A box's code: parcels that are packed, or whose labels are scanned, lie in it from now on; once more, and it is closed. */
export function scanBox(draft: Draft, scanned: string): void {
  const { question, orderId } = draft.table
  if (question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId })
  const { batch } = draft
  const boxId = batch?.kind === 'supply' ? batch.boxes.ids.find(id => isCodeOf(scanned, id)) : undefined
  if (boxId === undefined) return draft.say('refused', { code: 'wrongKind', kind: 'box' })
  const isClosed = boxInUse(draft) === boxId
  const { boxId: _, ...table } = draft.table
  draft.set({ table: isClosed ? table : { ...table, boxId } })
  const orders = ordersIn(draft, boxId)
  draft.say(isClosed ? 'done' : 'goOn', { code: isClosed ? 'boxClosed' : 'boxOpen', name: boxId, orders })
}

/** The sticker ends in the number of the box: `$WBMP:1:123:1234567` is `WB-TRBX-1234567`. */
function isCodeOf(scanned: string, boxId: string): boolean {
  const number = boxId.split('-').at(-1) ?? ''
  return scanned === boxId || (number !== '' && scanned.endsWith(`:${number}`))
}

/** A packed parcel's label while a box is open; false: it does not go into it. */
export function putInBox(draft: Draft, order: Order): boolean {
  const boxId = boxInUse(draft)
  if (boxId === undefined || order.life !== 'packed' || order.supplyId !== draft.batch?.id) return false
  draft.put({ ...order, boxId })
  draft.say('done', { code: 'boxed', name: boxId, orders: ordersIn(draft, boxId), partB: order.sticker?.partB ?? '' })
  return true
}

function ordersIn({ batch, orders }: Draft, boxId: string): number {
  return batch === undefined ? 0 : orders.count(marks.inBox(batch.id, boxId))
}
