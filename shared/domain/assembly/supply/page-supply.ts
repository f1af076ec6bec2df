import type { ClaimInto } from '../../bench.ts'
import type { Order } from '../../orders/orders.ts'
import { mostBoxes } from '../../orders/supplies.ts'
import { addTo, clash, createSupply } from '../scans/claim.ts'
import type { Draft } from '../draft.ts'
import { back } from '../stage.ts'
import { cancelledParcels } from './cancelled.ts'
import { dropSupply } from './dropping.ts'

/** Orders of open supplies go into another one, as far as they may share it; packed ones stay packed. */
export function moveOrders(draft: Draft, orderIds: readonly number[], into: ClaimInto): void {
  const target = into.kind === 'existing' ? draft.bench.supplies.get(into.supplyId) : undefined
  if (into.kind === 'existing' && target?.state !== 'open')
    return draft.say('refused', { code: 'noSupply', isClosed: true })
  const orders = orderIds.flatMap(id => draft.order(id) ?? []).filter(order => isMovable(draft, order, target?.id))
  const onTable = orders.find(({ facts }) => facts.id === draft.table.orderId)
  if (onTable !== undefined) return draft.say('refused', { code: 'finishCurrent', orderId: onTable.facts.id })
  if (orders.length === 0) return draft.say('refused', { code: 'notNow' })
  const by = clash(draft, orders, target)
  if (by !== null) return draft.say('refused', { code: 'supplyKindDiffers', by })
  const supply = target ?? createSupply(draft, into.kind === 'new' ? into.name : '')
  addTo(draft, supply, orders)
  if (draft.isQuiet) draft.say('done', { code: 'ordersMoved', orders: orders.length, name: supply.name })
  else back(draft)
}

function isMovable({ bench }: Draft, { life, scheme, supplyId }: Order, targetId: string | undefined): boolean {
  if (scheme.kind !== 'fbs' || supplyId === null || supplyId === targetId) return false
  const isHere = life !== 'fresh' && life !== 'shipped' && life !== 'cancelled' && life !== 'handed'
  return isHere && bench.supplies.get(supplyId)?.state === 'open'
}

/** So many boxes more, each with its label as soon as the marketplace has named it; at most half as many in all as orders. */
export function addBoxes(draft: Draft, supplyId: string, amount: number): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.state !== 'open') return draft.say('refused', { code: 'notNow' })
  const { all, cancelled } = draft.orders.supplyTally(supplyId)
  const { boxes } = supply
  const maximum = mostBoxes(all - cancelled)
  if (boxes.ids.length + boxes.queued + amount > maximum) return draft.say('refused', { code: 'tooManyBoxes', maximum })
  draft.putSupply({ ...supply, boxes: { ...boxes, queued: boxes.queued + amount } })
  draft.queue({ kind: 'addBoxes', supplyId, amount })
  back(draft)
}

/** Deletes a box of an open supply; it is gone here at once, and comes back if the marketplace keeps it. */
export function deleteBox(draft: Draft, supplyId: string, boxId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.state !== 'open' || !supply.boxes.ids.includes(boxId)) return draft.say('refused', { code: 'notNow' })
  const ids = supply.boxes.ids.filter(id => id !== boxId)
  draft.putSupply({ ...supply, boxes: { ...supply.boxes, ids } })
  draft.queue({ kind: 'deleteBoxes', supplyId, boxIds: [boxId] })
  back(draft)
}

/** Deletes an open supply in which nothing lives and whose cancelled parcels are out of the pile. */
export function dropEmpty(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  const { all, cancelled } = draft.orders.supplyTally(supplyId)
  const isEmpty = all === cancelled && cancelledParcels(draft, supplyId).length === 0
  if (supply?.state !== 'open' || !isEmpty) return draft.say('refused', { code: 'notNow' })
  if (draft.bench.supplyId === supplyId && draft.table.orderId !== null) return back(draft)
  dropSupply(draft, supply)
}
