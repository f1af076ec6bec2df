import { unjudged } from '../../codes/judged.ts'
import { marks } from '../../orders/order-marks.ts'
import { isPackable } from '../../orders/orders.ts'
import { hitchOfShipping } from '../../orders/supplies.ts'
import type { Hitch, Supply } from '../../orders/supplies.ts'
import { ask, canLeave } from '../codes/ask.ts'
import { moveOut } from '../scans/claim.ts'
import type { Draft } from '../draft.ts'
import { cancelledParcels, isAllCancelled } from './cancelled.ts'
import { choicesOf, firstStep, isShippingNeeded, ship, today } from './shipping.ts'

/** What is looked at before a supply is closed, in this order; each may ask the packer. */
const CHECKS = ['unfinished', 'cancelled', 'point', 'box'] as const
type ClosingCheck = (typeof CHECKS)[number]

/**
 * The packer wants the supply closed: asks first about all that would keep it or go with it. `moving`: how many orders that are
 * not packed the packer has agreed to move already; of as many nothing is asked again.
 */
export function requestClose(draft: Draft, supply: Supply, moving?: number): void {
  const { question, orderId } = draft.table
  // Whoever closes it again has answered how to go on.
  const isAnswer = question?.kind === 'deliveryStuck' && question.supplyId === supply.id
  if (question !== null && !isAnswer) return draft.say('refused', { code: 'answerFirst' })
  if (orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId })
  if (supply.state !== 'open') return draft.say('refused', { code: 'notNow' })
  draft.setTable({ question: null })
  closeFrom(draft, supply.id, draft.orders.supplyTally(supply.id).packable === moving ? 'cancelled' : 'unfinished')
}

/** Goes on with closing at a check, those before it being answered; closes when none asks any more. */
export function closeFrom(draft: Draft, supplyId: string, first: ClosingCheck | 'end'): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.state !== 'open') return draft.say('refused', { code: 'notNow' })
  if (!canLeave(draft, supplyId)) {
    draft.putSupply({ ...supply, hitch: null })
    if (!isAllCancelled(draft, supplyId)) return draft.say('refused', { code: 'supplyEmpty' })
    // What lies in the pile comes out first; then nothing is left of it.
    if (!asks(draft, supplyId, 'cancelled')) ask(draft, { kind: 'emptySupply', supplyId })
    return
  }
  const left = first === 'end' ? [] : CHECKS.slice(CHECKS.indexOf(first))
  for (const check of left) if (asks(draft, supplyId, check)) return
  close(draft, supplyId)
}

/** Whether a check has to ask before the supply may be closed; it has asked then. */
function asks(draft: Draft, supplyId: string, check: ClosingCheck): boolean {
  switch (check) {
    case 'unfinished':
      if (draft.orders.supplyTally(supplyId).packable === 0) return false
      ask(draft, { kind: 'supplyUnfinished', supplyId })
      return true
    case 'cancelled': {
      const orderIds = cancelledParcels(draft, supplyId)
      if (orderIds.length === 0) return false
      ask(draft, { kind: 'cancelledInside', supplyId, orderIds })
      return true
    }
    case 'point':
      return asksForPoint(draft, supplyId)
    case 'box':
      if (!lacksBox(draft, supplyId)) return false
      ask(draft, { kind: 'addBox', supplyId })
      return true
  }
}

function asksForPoint(draft: Draft, supplyId: string): boolean {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return false
  const { shipping } = supply
  if (shipping === null) {
    if (!isShippingNeeded(draft, supply)) return false
    const [usual] = choicesOf(draft, supplyId)
    if (usual !== undefined) {
      ship(draft, supplyId, usual, today(draft))
      return false
    }
    ask(draft, { kind: 'whichPoint', supplyId, closes: true, step: firstStep(draft, supplyId) })
    return true
  }
  if (shipping.state.kind !== 'refused' || isOver(draft, supply)) return false
  const hitch = hitchOfShipping(shipping.state.code, '', shipping)
  if (hitch === null) return false
  getStuck(draft, supplyId, hitch)
  ask(draft, { kind: 'deliveryStuck', supplyId, hitch })
  return true
}

/** A supply made elsewhere may have boxes that nobody here knows of: the marketplace says so when it lacks them. */
function lacksBox(draft: Draft, supplyId: string): boolean {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.shipping?.point.fulfilment !== true || supply.id === supply.remoteId) return false
  return supply.boxes.ids.length + supply.boxes.queued === 0
}

/** Whether the day that the marketplace was told is over. */
function isOver(draft: Draft, { shipping, scannedAt }: Supply): boolean {
  return shipping !== null && scannedAt === null && shipping.day < today(draft)
}

/** Off the packing table: its codes are read back, then it is delivered. The packer may go on with another supply. */
export function close(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  draft.putSupply({ ...supply, state: 'closing', hitch: null })
  if (draft.bench.supplyId === supply.id) draft.set({ supplyId: null })
  const held = [...draft.orders.marked(marks.unjudgedIn(supply.id))]
  const codes = held.reduce((sum, order) => sum + unjudged(order), 0)
  draft.say('goOn', { code: 'supplyClosing', name: supply.name, ...(codes > 0 && { codes }) })
}

/** The supply could not leave: it is open again, and whoever stands at the table is asked how to go on. False: nothing is left in it that could. */
export function getStuck(draft: Draft, supplyId: string, hitch: Hitch): boolean {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return false
  draft.putSupply({ ...supply, state: 'open', hitch })
  if (canLeave(draft, supplyId)) return true
  draft.putSupply({ ...supply, state: 'open', hitch: null })
  return false
}

/** Looks at every closing supply; part of each event, since any may bring the last verdict. */
export function deliverWhatIsReady(draft: Draft): void {
  for (const supply of draft.bench.supplies.values()) if (supply.state === 'closing') deliverIfReady(draft, supply)
}

/**
 * Queues the delivery of a closing supply once the marketplace has judged every code in it and knows where it goes.
 * What is not packed, or is on the problem shelf, moves to a new supply first: the marketplace lets no order out of a
 * supply any other way, and would refuse or lose what travels without its codes.
 */
function deliverIfReady(draft: Draft, supply: Supply): void {
  const supplyId = supply.id
  if (draft.orders.supplyTally(supplyId).packed === 0) return draft.putSupply({ ...supply, state: 'open' })
  if (draft.orders.count(marks.unjudgedIn(supplyId)) > 0) return
  if (supply.boxes.queued > 0 || !isShippingSettled(draft, supply)) return
  const orders = [...draft.orders.ofSupply(supplyId)]
  const rest = orders.filter(order => isPackable(order) || order.life === 'shelved')
  moveOut(draft, rest)
  draft.putSupply({ ...supply, state: 'delivering' })
  draft.queue({ kind: 'deliverSupply', supplyId, orderIds: orders.map(order => order.facts.id) })
}

/** Whether the marketplace knows where the supply goes, if it has to; a day that is over is told anew. */
function isShippingSettled(draft: Draft, supply: Supply): boolean {
  const { shipping } = supply
  if (shipping === null) {
    if (!isShippingNeeded(draft, supply)) return true
    getStuck(draft, supply.id, { kind: 'noPoint' })
    return false
  }
  if (shipping.state.kind === 'queued') return false
  if (shipping.state.kind === 'wanted' || isOver(draft, supply)) {
    ship(draft, supply.id, shipping, today(draft))
    return false
  }
  if (shipping.state.kind === 'accepted') return true
  // It was refused while something else was asked.
  const hitch = hitchOfShipping(shipping.state.code, '', shipping)
  if (hitch !== null) getStuck(draft, supply.id, hitch)
  return false
}
