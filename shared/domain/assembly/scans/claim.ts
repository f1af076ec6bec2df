import type { ClaimInto } from '../../bench.ts'
import { marks } from '../../orders/order-marks.ts'
import type { Order } from '../../orders/orders.ts'
import { kindClash, newSupply, SUPPLY_ADD_MAX, SUPPLY_NAME_MAX, supplyKind } from '../../orders/supplies.ts'
import type { Supply } from '../../orders/supplies.ts'
import type { Draft } from '../draft.ts'
import { workingLife } from '../codes/need.ts'
import { shelveUnknown } from '../shelf.ts'
import { askForPoint, shipAsUsual } from '../supply/shipping.ts'
import { back } from '../stage.ts'

/** Takes fresh orders into assembly: into a new supply, or one that is open. All must share one kind. */
export function claim(draft: Draft, orderIds: readonly number[], into: ClaimInto): void {
  const orders = [...new Set(orderIds)].flatMap(id => draft.order(id) ?? []).filter(order => order.life === 'fresh')
  if (orders.length === 0) return draft.say('refused', { code: 'nothingFresh' })
  const existing = into.kind === 'existing' ? draft.bench.supplies.get(into.supplyId) : undefined
  if (into.kind === 'existing' && existing?.state !== 'open')
    return draft.say('refused', { code: 'noSupply', isClosed: true })
  if (isOccupied(draft, existing)) return
  const inside = existing === undefined ? undefined : draft.orders.ofSupply(existing.id).first
  const by = kindClash(orders, inside, existing)
  if (by !== null) return draft.say('refused', { code: 'supplyKindDiffers', by })
  const supply = existing ?? createSupply(draft, into.kind === 'new' ? into.name : '')
  addTo(draft, supply, orders)
  open(draft, draft.bench.supplies.get(supply.id) ?? supply)
  if (existing === undefined) askForPoint(draft, supply.id)
}

/**
 * Everything fresh of the oldest order's kind into a new supply: what the command barcode does. With nothing fresh it
 * goes on to the next supply that has something to pack, so that the scanner alone reaches each of them.
 */
export function claimOldestKind(draft: Draft): void {
  const oldest = draft.orders.marked(marks.isNew).first
  if (oldest === undefined) {
    const next = nextSupply(draft)
    return next === undefined ? draft.say('refused', { code: 'nothingFresh' }) : open(draft, next)
  }
  claimKindOf(draft, oldest)
}

/** Everything fresh that may share a supply with this order into a new one. */
export function claimKindOf(draft: Draft, order: Order): void {
  const same = [...draft.orders.marked(marks.newOfKind(supplyKind(order)))].map(({ facts }) => facts.id)
  claim(draft, same, { kind: 'new', name: '' })
}

/** Open supplies with something to pack, oldest first. */
function suppliesToPack(draft: Draft): readonly Supply[] {
  return [...draft.bench.supplies.values()]
    .filter(supply => supply.state === 'open' && draft.orders.supplyTally(supply.id).packable > 0)
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

/** The one after the supply on the table, round and round. */
function nextSupply(draft: Draft): Supply | undefined {
  const { supply } = draft
  const others = suppliesToPack(draft).filter(other => other.id !== supply?.id)
  return others.find(other => supply !== undefined && other.createdAt > supply.createdAt) ?? others[0]
}

/** A supply born here; its name is unique, so that it can be found again if the answer to its creation is lost. */
export function createSupply(draft: Draft, wanted: string): Supply {
  const id = `local-${draft.context.newId()}`
  const { year, month, day } = draft.context.today
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const tail = ` · ${id.slice(-6)}`
  const name = `${(wanted.trim() || `Verstak ${date}`).slice(0, SUPPLY_NAME_MAX - tail.length)}${tail}`
  const supply = newSupply({ id, remoteId: null, name, createdAt: draft.context.now, cargoType: null })
  draft.putSupply(supply)
  draft.queue({ kind: 'createSupply', supplyId: id, name })
  return supply
}

/** Puts orders into a supply here and queues it for the marketplace, at most 100 a call. */
export function addTo(draft: Draft, supply: Supply, orders: readonly Order[]): void {
  for (const order of orders) {
    const placed = { ...order, supplyId: supply.id }
    shelveUnknown(draft, draft.put({ ...placed, life: order.life === 'fresh' ? workingLife(placed) : order.life }))
  }
  for (let from = 0; from < orders.length; from += SUPPLY_ADD_MAX) {
    const orderIds = orders.slice(from, from + SUPPLY_ADD_MAX).map(order => order.facts.id)
    draft.queue({ kind: 'addToSupply', supplyId: supply.id, orderIds })
  }
  draft.putSupply({ ...supply, cargoType: supply.cargoType || (orders[0]?.facts.cargoType ?? null) })
  shipAsUsual(draft, supply.id)
}

/** Moves orders out of a supply, the only way in which the marketplace lets them go: to new ones, one for each kind. */
export function moveOut(draft: Draft, orders: readonly Order[]): void {
  for (const [, alike] of Map.groupBy(orders, supplyKind)) addTo(draft, createSupply(draft, ''), alike)
}

/** Makes a supply the one that is being packed. */
export function open(draft: Draft, supply: Supply): void {
  if (supply.state !== 'open') return draft.say('refused', { code: 'noSupply', isClosed: true })
  if (isOccupied(draft, supply)) return
  if (draft.table.orderId !== null) return back(draft)
  draft.set({ supplyId: supply.id })
  draft.say('waiting', {
    code: 'supplyOpened',
    name: supply.name,
    orders: draft.orders.supplyTally(supply.id).packable
  })
}

/** Says so if the table is not free for this supply (undefined: a new one): a question is open, or another's order lies there. */
function isOccupied(draft: Draft, supply: Supply | undefined): boolean {
  const { orderId, question } = draft.table
  if (question !== null) draft.say('refused', { code: 'answerFirst' })
  else if (orderId !== null && draft.bench.supplyId !== supply?.id)
    draft.say('refused', { code: 'finishCurrent', orderId })
  else return false
  return true
}
