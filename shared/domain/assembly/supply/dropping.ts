import type { Question } from '../../questions.ts'
import type { Message } from '../../messages.ts'
import type { Order } from '../../orders/orders.ts'
import type { Supply } from '../../orders/supplies.ts'
import { ask } from '../codes/ask.ts'
import type { Draft } from '../draft.ts'
import { goOnFrom } from '../go-on.ts'
import { cancelledParcels, isAllCancelled } from './cancelled.ts'

/** The parcel of a cancelled order was found and taken out of the pile. */
export function putAway(draft: Draft, orderId: number): void {
  const order = draft.order(orderId)
  if (order?.life === 'cancelled') draft.put({ ...order, takenOut: true })
}

/** Its sticker was scanned: the parcel is out. With the last one of a supply in which nothing lives the supply may go too. */
export function takeOut(draft: Draft, order: Order): void {
  const { supplyId } = order
  const out = outOfPile(draft, order)
  const isOpen = draft.bench.supplies.get(supplyId ?? '')?.state === 'open'
  if (supplyId !== null && isOpen && out.left === 0 && isAllCancelled(draft, supplyId)) {
    return ask(draft, { kind: 'emptySupply', supplyId })
  }
  draft.say('done', out)
}

/** The same beside an order on the table, which stays there. */
export function takeOutBeside(draft: Draft, current: Order, order: Order): void {
  draft.say('goOn', { ...outOfPile(draft, order), onTable: current.facts.article })
}

function outOfPile(draft: Draft, { facts, sticker, supplyId }: Order): Extract<Message, { readonly code: 'takenOut' }> {
  putAway(draft, facts.id)
  const left = supplyId === null ? 0 : cancelledParcels(draft, supplyId).length
  return { code: 'takenOut', orderId: facts.id, partB: sticker?.partB ?? '', left }
}

/** The same while it is asked whether the cancelled parcels of a supply are out: its sticker is the answer for one of them. */
export function takeOutOf(
  draft: Draft,
  question: Extract<Question, { readonly kind: 'cancelledInside' }>,
  orderId: number
): void {
  putAway(draft, orderId)
  const orderIds = question.orderIds.filter(id => id !== orderId)
  if (orderIds.length > 0) return ask(draft, { ...question, orderIds })
  draft.setTable({ question: null })
  goOnFrom(draft, question.supplyId, 'cancelled')
}

/** Nothing of it is left: it is deleted at the marketplace, if that lets it go, and forgotten here. */
export function dropSupply(draft: Draft, supply: Supply): void {
  draft.putSupply({ ...supply, state: 'abandoned', hitch: null })
  if (draft.bench.supplyId === supply.id) draft.set({ supplyId: null })
  draft.queue({ kind: 'deleteSupply', supplyId: supply.id })
  draft.say('done', { code: 'supplyDropped', name: supply.name })
}
