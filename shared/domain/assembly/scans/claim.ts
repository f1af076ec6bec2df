import type { ClaimInto } from '../../bench.ts'
import { marks } from '../../orders/order-marks.ts'
import type { Order } from '../../orders/orders.ts'
import { schemeOf } from '../../orders/rounds.ts'
import { roundScheme } from '../../orders/rounds.ts'
import type { Batch, Round } from '../../orders/rounds.ts'
import { kindClash, newSupply, SUPPLY_NAME_MAX, supplyKind } from '../../orders/supplies.ts'
import type { KindPart, Supply } from '../../orders/supplies.ts'
import type { DeliverySlot, RoundScheme } from '../../schemes/scheme.ts'
import { slotWords } from '../../schemes/slot-words.ts'
import { rulesFor, rulesOf } from '../../schemes/schemes.ts'
import type { Draft } from '../draft.ts'
import { batchesHere, isAllPacked, rest, workingLife } from '../codes/need.ts'
import { shelveUnknown } from '../shelf.ts'
import { askForPoint, shipAsUsual } from '../supply/shipping.ts'
import { back } from '../stage.ts'
import { firstNew } from '../urgent.ts'

/** Takes fresh orders into assembly: into a new supply, or one that is open. All must share one kind. */
export function claim(draft: Draft, orderIds: readonly number[], into: ClaimInto): void {
  const orders = [...new Set(orderIds)].flatMap(id => draft.order(id) ?? []).filter(order => order.life === 'fresh')
  if (orders.length === 0) return draft.say('refused', { code: 'nothingFresh' })
  const existing = into.kind === 'existing' ? draft.batchOf(into.supplyId) : undefined
  if (into.kind === 'existing' && existing?.state !== 'open')
    return draft.say('refused', { code: 'noSupply', isClosed: true, ...roundScheme(existing) })
  if (isOccupied(draft, existing)) return
  const by = clash(draft, orders, existing)
  if (by !== null) return draft.say('refused', { code: 'supplyKindDiffers', by })
  const name = into.kind === 'new' ? into.name : ''
  const scheme = orders[0]?.scheme.kind ?? 'fbs'
  const batch = existing ?? (scheme === 'fbs' ? createSupply(draft, name) : createRound(draft, scheme, orders, name))
  putInto(draft, batch, orders)
  open(draft, draft.batchOf(batch.id) ?? batch)
  if (existing === undefined) askForPoint(draft, batch.id)
}

/** In what these orders differ from each other or from a batch; null: they may share it. */
export function clash(draft: Draft, orders: readonly Order[], batch: Batch | undefined): KindPart | null {
  const scheme = batch === undefined ? orders[0]?.scheme.kind : schemeOf(batch)
  if (orders.some(order => order.scheme.kind !== scheme)) return 'scheme'
  if (scheme !== 'fbs' || batch?.kind === 'round') return null
  return kindClash(orders, batch === undefined ? undefined : draft.orders.ofSupply(batch.id).first, batch)
}

/**
 * Everything fresh of the most urgent order's kind into a new batch: what the command barcode does. With nothing fresh it
 * goes on to the next batch that has something to pack, so that the scanner alone reaches each of them.
 */
export function claimOldestKind(draft: Draft): void {
  const first = firstNew(draft)
  if (first === undefined) {
    const next = nextBatch(draft)
    return next === undefined ? draft.say('refused', { code: 'nothingFresh' }) : open(draft, next)
  }
  claimKindOf(draft, first)
}

/** Everything fresh that may share a batch with this order into a new one. */
export function claimKindOf(draft: Draft, order: Order): void {
  const same = [...draft.orders.marked(marks.newOfKind(rulesFor(order).kindOf(order)))].map(({ facts }) => facts.id)
  claim(draft, same, { kind: 'new', name: '' })
}

/** The one after the batch on the table, round and round: with something to pack, else with something to hand over. */
function nextBatch(draft: Draft): Batch | undefined {
  const { batch, orders } = draft
  const ours = batchesHere(draft).filter(other => other.id !== batch?.id)
  const toPack = ours.filter(({ id }) => orders.supplyTally(id).packable > 0)
  const others = toPack.length > 0 ? toPack : ours.filter(({ id }) => isAllPacked(draft, id))
  return others.find(other => batch !== undefined && other.createdAt > batch.createdAt) ?? others[0]
}

/** A round born here for these orders; without a name that somebody wants it has one that a person can say. */
export function createRound(draft: Draft, scheme: RoundScheme, orders: readonly Order[], wanted = ''): Round {
  const id = `round-${draft.context.newId()}`
  const name = wanted.trim() || saidName(draft, orders)
  const round: Round = { kind: 'round', id, scheme, name, createdAt: draft.context.now, state: 'open' }
  draft.putRound(round)
  return round
}

/** By the first time that its buyers await it, else by today's day, as `03.08, 15:00–16:00`; a later one of the same is № 2, № 3 … */
function saidName(draft: Draft, orders: readonly Order[]): string {
  const slots = orders.flatMap(({ scheme }) => (scheme.kind === 'dbs' && scheme.slot.date !== '' ? [scheme.slot] : []))
  const [first] = slots.toSorted((a, b) => (sortable(a) < sortable(b) ? -1 : 1))
  const [, month = '', day = ''] = dayOf(draft).split('-')
  const base = first === undefined ? `${day}.${month}` : slotWords(first)
  const taken = new Set([...draft.bench.rounds.values()].map(({ name }) => name))
  let name = base
  for (let number = 2; taken.has(name); number += 1) name = `${base} · № ${number}`
  return name
}

/** Of `dd.mm.yyyy` and `hh:mm` a text that grows with time. */
function sortable({ date, from }: DeliverySlot): string {
  return `${date.split('.').toReversed().join('')} ${from}`
}

/** The PC's own day, `yyyy-mm-dd`. */
function dayOf(draft: Draft): string {
  const { year, month, day } = draft.context.today
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** A supply born here; its name is unique, so that it can be found again if the answer to its creation is lost. */
export function createSupply(draft: Draft, wanted: string): Supply {
  const id = `local-${draft.context.newId()}`
  const tail = ` · ${id.slice(-6)}`
  const name = `${(wanted.trim() || `Verstak ${dayOf(draft)}`).slice(0, SUPPLY_NAME_MAX - tail.length)}${tail}`
  const supply = newSupply({ id, remoteId: null, name, createdAt: draft.context.now, cargoType: null })
  draft.putSupply(supply)
  draft.queue({ kind: 'createSupply', supplyId: id, name })
  return supply
}

/** Puts orders into a supply or round here and queues what the marketplace has to know of it. */
export function putInto(draft: Draft, batch: Batch, orders: readonly Order[]): void {
  if (batch.kind === 'round') addToRound(draft, batch, orders)
  else addTo(draft, batch, orders)
}

/** The marketplace hears of those that it does not have in assembly yet. */
function addToRound(draft: Draft, round: Round, orders: readonly Order[]): void {
  place(draft, round, orders)
  const fresh = orders.filter(order => order.supplierStatus === 'new').map(order => order.facts.id)
  for (const body of rulesOf(round.scheme).claimed(round.id, fresh)) draft.queue(body)
}

/** Puts orders into a supply here and queues it for the marketplace, at most 100 a call. */
export function addTo(draft: Draft, supply: Supply, orders: readonly Order[]): void {
  place(draft, supply, orders)
  const orderIds = orders.map(order => order.facts.id)
  for (const body of rulesOf('fbs').claimed(supply.id, orderIds)) draft.queue(body)
  draft.putSupply({ ...supply, cargoType: supply.cargoType || (orders[0]?.facts.cargoType ?? null) })
  shipAsUsual(draft, supply.id)
}

function place(draft: Draft, batch: Batch, orders: readonly Order[]): void {
  for (const order of orders) {
    // A box belongs to its supply.
    const { boxId: _, ...rest } = order
    const placed: Order = { ...rest, supplyId: batch.id }
    shelveUnknown(draft, draft.put({ ...placed, life: order.life === 'fresh' ? workingLife(placed) : order.life }))
  }
}

/** Moves orders out of a supply, the only way in which the marketplace lets them go: to new ones, one for each kind. */
export function moveOut(draft: Draft, orders: readonly Order[]): void {
  for (const [, alike] of Map.groupBy(orders, supplyKind)) addTo(draft, createSupply(draft, ''), alike)
}

/** Makes a batch the one that is being packed. */
export function open(draft: Draft, batch: Batch): void {
  if (batch.state !== 'open') return draft.say('refused', { code: 'noSupply', isClosed: true, ...roundScheme(batch) })
  if (isOccupied(draft, batch)) return
  if (draft.table.orderId !== null) return back(draft)
  draft.set({ supplyId: batch.id })
  draft.setTable({ isPassing: false })
  const { name } = batch
  const orders = draft.orders.supplyTally(batch.id).packable
  if (isAllPacked(draft, batch.id)) return rest(draft)
  draft.say(
    'waiting',
    batch.kind === 'round'
      ? { code: 'roundOpened', scheme: batch.scheme, name, orders }
      : { code: 'supplyOpened', name, orders }
  )
}

/** Says so if the table is not free for this batch (undefined: a new one): a question is open, or another's order lies there. */
function isOccupied(draft: Draft, batch: Batch | undefined): boolean {
  const { orderId, question } = draft.table
  if (question !== null) draft.say('refused', { code: 'answerFirst' })
  else if (orderId !== null && draft.bench.supplyId !== batch?.id)
    draft.say('refused', { code: 'finishCurrent', orderId })
  else return false
  return true
}
