import { isPackable } from '../orders/orders.ts'
import type { BenchEvent } from '../bench.ts'
import type { ReprintReason } from '../scanning/commands.ts'
import { isOver } from '../orders/orders.ts'
import type { MetaKey, Order } from '../orders/orders.ts'
import type { PrintSource } from '../printing/print-jobs.ts'
import type { Settings } from '../settings.ts'
import { dropCode } from './codes/codes.ts'
import type { Draft } from './draft.ts'
import { advance, unchecked, workingLife } from './codes/need.ts'
import { buyerIdentified, buyerLeft, cancelOrder, handOver } from './handover.ts'
import { mayReopen, reopen } from './reopen.ts'
import { pickOrder } from './scans/pick.ts'
import { putAt } from './scans/store-place.ts'
import { reprint } from './prints/reprint.ts'
import { staying } from './round/departing.ts'
import { hasLeft, rehome } from './round/leaving.ts'
import { shelve, unshelve } from './shelf.ts'
import { back } from './stage.ts'

/** The order on the table goes on at once if it waited for what a setting now lets happen by itself. */
export function setSettings(draft: Draft, settings: Settings): void {
  const { printWhen, scanBack, optionalCodes } = draft.bench.settings
  draft.set({ settings })
  const isSame =
    settings.printWhen === printWhen && settings.scanBack === scanBack && settings.optionalCodes === optionalCodes
  if (!isSame && draft.current !== undefined) advance(draft)
}

/** A label that belongs to no order: an own one, or one of a supply's, which is wanted once. */
export function printOwn(draft: Draft, source: PrintSource, printerId: string | null): void {
  // A sticker has rules of its own.
  if (source.kind === 'sticker') return draft.say('refused', { code: 'notNow' })
  draft.print(source, null, printerId)
  const supply = 'supplyId' in source ? draft.bench.supplies.get(source.supplyId) : undefined
  if (source.kind === 'supplyQr' && supply?.qrWanted === true) draft.putSupply({ ...supply, qrWanted: false })
  if (source.kind === 'spotSticker' && supply?.spot) {
    draft.putSupply({ ...supply, spot: { ...supply.spot, sticker: 'here' } })
  }
}

type OrderEvent = Extract<
  BenchEvent,
  {
    readonly kind:
      | 'takeOrder'
      | 'reprintOrder'
      | 'unshelve'
      | 'shelveOrder'
      | 'reopenOrder'
      | 'deleteCode'
      | 'cancelOrder'
      | 'pinOrder'
      | 'placeOrder'
      | 'buyerIdentified'
      | 'buyerLeft'
      | 'handOver'
  }
>

/** Acts from an order's page. */
export function onOrder(draft: Draft, event: OrderEvent): void {
  const order = draft.order(event.orderId)
  if (order === undefined) return draft.say('refused', { code: 'notFound', text: String(event.orderId) })
  switch (event.kind) {
    case 'takeOrder':
      if (isOccupied(draft)) return
      if (draft.batch === undefined) return draft.say('refused', { code: 'noSupply' })
      return pickOrder(draft, order, 'chosen')
    case 'reprintOrder':
      return reprintFromPage(draft, order, event.reason)
    case 'unshelve':
      if (order.life !== 'shelved' || isLeaving(draft, order) || order.shelf?.why.kind === 'cancelling') {
        return draft.say('refused', { code: 'notNow' })
      }
      if (order.facts.unknownMeta.length > 0) {
        return draft.say('refused', { code: 'unknownMeta', keys: order.facts.unknownMeta })
      }
      unshelve(draft, order)
      rehome(draft, draft.order(order.facts.id) ?? order)
      return back(draft)
    case 'shelveOrder':
      if (!isPackable(order) && !mayReopen(draft, order)) return draft.say('refused', { code: 'notNow' })
      shelve(draft, order, { kind: 'packer', reason: event.reason })
      return back(draft)
    case 'reopenOrder':
      if (isOccupied(draft)) return
      return mayReopen(draft, order) ? reopen(draft, order) : draft.say('refused', { code: 'notNow' })
    case 'deleteCode':
      return deleteCode(draft, order, event.key)
    case 'cancelOrder':
      return cancelOrder(draft, order)
    case 'pinOrder':
      return pinOrder(draft, order, event.isPinned)
    case 'placeOrder':
      return putAt(draft, order, event.place) ? undefined : draft.say('refused', { code: 'notNow' })
    case 'buyerIdentified':
      return buyerIdentified(draft, order)
    case 'buyerLeft':
      return buyerLeft(draft, order)
    case 'handOver':
      return handOver(draft, order, event)
  }
}

/** Whether a question or an order on the table comes first; the stage says so. */
function isOccupied(draft: Draft): boolean {
  const { orderId, question } = draft.table
  if (question !== null) draft.say('refused', { code: 'answerFirst' })
  else if (orderId !== null) draft.say('refused', { code: 'finishCurrent', orderId })
  return question !== null || orderId !== null
}

/** Puts the order before all others, or back in its turn; one that is over has none. */
function pinOrder(draft: Draft, order: Order, isPinned: boolean): void {
  if (isOver(order.life)) return draft.say('refused', { code: 'notNow' })
  const { isPinned: _, ...rest } = order
  draft.put(isPinned ? { ...rest, isPinned } : rest)
}

/** The stage stays with the order on the table; another one's label comes out by itself. */
function reprintFromPage(draft: Draft, order: Order, reason: ReprintReason): void {
  reprint(draft, order, reason)
  const isOther = draft.current !== undefined && draft.table.orderId !== order.facts.id
  if (isOther && draft.said?.face === 'goOn') back(draft)
}

/** A packed order whose code is taken off has to be packed again, unless its delivery is on the way. */
function deleteCode(draft: Draft, order: Order, key: MetaKey): void {
  if (isOver(order.life) || isLeaving(draft, order) || order.codes[key] === undefined) {
    return draft.say('refused', { code: 'notNow' })
  }
  if (!dropCode(draft, order, key)) return
  const after = draft.order(order.facts.id) ?? order
  if (order.life === 'packed') {
    const unpacked = { ...unchecked(staying(after)), packedAt: null, packedBy: null }
    // Its round may have left without it.
    rehome(draft, draft.put({ ...unpacked, life: workingLife(unpacked) }))
  } else if (isPackable(order)) draft.put({ ...after, life: workingLife(after) })
  back(draft)
}

/** Whether its parcel is out of our hands: the delivery of its supply is on the way or done, its round has left, or it is ready in the store. */
function isLeaving(draft: Draft, order: Order): boolean {
  if (order.scheme.kind !== 'fbs') return order.life === 'packed' && hasLeft(draft, order)
  const supply = order.supplyId === null ? undefined : draft.bench.supplies.get(order.supplyId)
  return supply?.state === 'delivering' || supply?.state === 'delivered'
}
