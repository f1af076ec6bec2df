import type { IntentBody } from '../intents.ts'
import { isOver, isPackable, META_KEYS } from '../orders/orders.ts'
import type { Order } from '../orders/orders.ts'
import { SUPPLY_ADD_MAX } from '../orders/supplies.ts'
import type { Supply } from '../orders/supplies.ts'
import { isSettledJob } from '../printing/print-jobs.ts'
import { namedScheme } from '../schemes/scheme.ts'
import { advance } from './codes/need.ts'
import type { Draft } from './draft.ts'

/** Whether the queue holds a wish of this kind about an order, a key of one, or a supply. */
type IsQueued = (kind: IntentBody['kind'], about: string | number) => boolean

/**
 * Rows of the database could not be read: orders were made up from what is left of them, and wishes for the marketplace and
 * labels may be gone. What an order or a supply says is on its way, and `queued` does not hold, is wished for again; since it
 * may have arrived, it is looked up first.
 */
export function mendLost(draft: Draft, queued: readonly IntentBody[]): void {
  const held = new Set(queued.flatMap(body => subjectsOf(body).map(subject => `${body.kind} ${subject}`)))
  const isQueued: IsQueued = (kind, about) => held.has(`${kind} ${about}`)
  for (const supply of draft.bench.supplies.values()) mendSupply(draft, supply, isQueued)
  const orders = [...draft.orders.all()]
  const onTable = draft.current
  for (const order of orders) {
    mendCodes(draft, order, isQueued)
    mendLabel(draft, order)
    mendLeaving(draft, order, isQueued)
    mendHandover(draft, order, isQueued)
  }
  takeAgain(
    draft,
    orders.filter(({ facts: { id } }) => !isQueued('addToSupply', id) && !isQueued('confirm', id))
  )
  if (draft.current !== onTable) advance(draft)
}

function subjectsOf(body: IntentBody): readonly (string | number)[] {
  if (body.kind === 'setMeta' || body.kind === 'deleteMeta') return [`${body.orderId} ${body.key}`]
  const orders = 'orderIds' in body ? body.orderIds : 'orderId' in body ? [body.orderId] : []
  return 'supplyId' in body ? [body.supplyId, ...orders] : orders
}

function mendSupply(draft: Draft, supply: Supply, isQueued: IsQueued): void {
  const { id: supplyId, state, shipping, boxes } = supply
  if (state === 'delivered' || state === 'abandoned') return
  if (supply.remoteId === null && !isQueued('createSupply', supplyId)) {
    draft.queueAnew({ kind: 'createSupply', supplyId, name: supply.name })
  }
  if (shipping?.state.kind === 'queued' && !isQueued('setShipping', supplyId)) {
    const method = { pointId: shipping.point.id, type: shipping.type, day: shipping.day }
    draft.queueAnew({ kind: 'setShipping', supplyId, method })
  }
  // The marketplace says so when it lacks them.
  if (boxes.queued > 0 && !isQueued('addBoxes', supplyId))
    draft.putSupply({ ...supply, boxes: { ...boxes, queued: 0 } })
  if (state === 'delivering' && !isQueued('deliverSupply', supplyId)) {
    const orderIds = [...draft.orders.ofSupply(supplyId)].map(({ facts }) => facts.id)
    draft.queueAnew({ kind: 'deliverSupply', supplyId, orderIds })
  }
}

function mendCodes(draft: Draft, order: Order, isQueued: IsQueued): void {
  const { id: orderId } = order.facts
  if (order.life === 'shipped' || isOver(order.life)) return
  for (const key of META_KEYS) {
    const entry = order.codes[key]
    if (entry?.state !== 'queued' || isQueued('setMeta', `${orderId} ${key}`)) continue
    draft.queueAnew({ kind: 'setMeta', ...namedScheme(order.scheme), orderId, key, values: entry.values })
  }
}

/** A label that should be on its way, and is nowhere in the journal: its packer prints it again. */
function mendLabel(draft: Draft, order: Order): void {
  if (!isPackable(order) || (order.label !== 'queued' && order.label !== 'doubt')) return
  const isThere = [...draft.bench.jobs.ofOrder(order.facts.id)].some(job => !isSettledJob(job))
  if (!isThere) draft.put({ ...order, label: 'failed' })
}

function mendLeaving(draft: Draft, { facts, scheme, life, departure, shelf }: Order, isQueued: IsQueued): void {
  const orderIds = [facts.id]
  if (shelf?.why.kind === 'cancelling' && !isQueued('cancel', facts.id)) {
    draft.queueAnew({ kind: 'cancel', scheme: scheme.kind, orderIds })
  }
  if (departure !== 'told' || life !== 'packed') return
  if (scheme.kind === 'dbs' && !isQueued('deliver', facts.id)) {
    draft.queueAnew({ kind: 'deliver', scheme: 'dbs', orderIds })
  }
  if (scheme.kind === 'pickup' && !isQueued('prepare', facts.id)) {
    draft.queueAnew({ kind: 'prepare', scheme: 'pickup', orderIds })
  }
}

function mendHandover(draft: Draft, order: Order, isQueued: IsQueued): void {
  const { handover, scheme } = order
  const orderId = order.facts.id
  if (handover?.state.kind !== 'queued' || isQueued('handOver', orderId)) return
  if (scheme.kind === 'pickup') {
    return draft.queueAnew({ kind: 'handOver', scheme: 'pickup', orderId, outcome: handover.outcome, code: null })
  }
  // What the buyer said is gone with the wish: it has to be said again.
  draft.put({ ...order, handover: { ...handover, state: { kind: 'refused', code: 'CodeLost', message: '' } } })
}

/** Orders that lie in a batch here, and that nobody tells the marketplace of. */
function takeAgain(draft: Draft, untold: readonly Order[]): void {
  const homeless = untold.filter(({ supplierStatus, life }) => supplierStatus === 'new' && !isOver(life))
  for (const [batchId, orders] of Map.groupBy(homeless, ({ supplyId }) => supplyId ?? '')) {
    const ids = orders.map(({ facts }) => facts.id)
    const batch = draft.batchOf(batchId)
    if (batch?.kind === 'round') draft.queueAnew({ kind: 'confirm', scheme: batch.scheme, orderIds: ids })
    if (batch?.kind !== 'supply') continue
    for (let from = 0; from < ids.length; from += SUPPLY_ADD_MAX) {
      draft.queueAnew({ kind: 'addToSupply', supplyId: batchId, orderIds: ids.slice(from, from + SUPPLY_ADD_MAX) })
    }
  }
}
