import { META_KEYS } from '../orders.ts'
import type { Order } from '../orders.ts'
import type { Supply } from '../supplies.ts'
import { judge } from '../decisions.ts'
import { ask } from './ask.ts'
import { moveOut } from './claim.ts'
import type { Draft } from './draft.ts'
import { isPackable } from './need.ts'

/** The packer wants the supply closed: asks first if something in it is not packed. */
export function requestClose(draft: Draft, supply: Supply): void {
  if (draft.table.question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (draft.table.orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId: draft.table.orderId })
  if (supply.state !== 'open') return draft.say('refused', { code: 'notNow' })
  const orders = draft.ordersOf(supply.id)
  if (!orders.some(order => order.life === 'packed')) return draft.say('refused', { code: 'supplyEmpty' })
  if (!orders.some(isPackable)) return close(draft, supply)
  ask(draft, { kind: 'supplyUnfinished', supplyId: supply.id })
}

/** Off the packing table: its codes are read back, then it is delivered. The packer may go on with another supply. */
export function close(draft: Draft, supply: Supply): void {
  draft.putSupply({ ...supply, state: 'closing' })
  if (draft.bench.supplyId === supply.id) draft.set({ supplyId: null })
  draft.say('goOn', { code: 'supplyClosing', name: supply.name })
}

/** Looks at every closing supply; part of each event, since any may bring the last verdict. */
export function deliverWhatIsReady(draft: Draft): void {
  for (const supply of draft.bench.supplies.values()) if (supply.state === 'closing') deliverIfReady(draft, supply)
}

/**
 * Queues the delivery of a closing supply once the marketplace has judged every code in it. What is not packed, or is
 * on the problem shelf, moves to a new supply first: the marketplace lets no order out of a supply any other way, and
 * would refuse or lose what travels without its codes.
 */
function deliverIfReady(draft: Draft, supply: Supply): void {
  const supplyId = supply.id
  const orders = draft.ordersOf(supplyId)
  const packed = orders.filter(order => order.life === 'packed')
  if (packed.length === 0) return draft.putSupply({ ...supply, state: 'open' })
  if (packed.some(order => !isJudged(order))) return
  const rest = orders.filter(order => isPackable(order) || order.life === 'shelved')
  moveOut(draft, rest)
  draft.putSupply({ ...supply, state: 'delivering' })
  draft.queue({ kind: 'deliverSupply', supplyId, orderIds: orders.map(order => order.facts.id) })
}

/** The marketplace took every code of the order and has a verdict on each with which it may travel. */
function isJudged(order: Order): boolean {
  return META_KEYS.every(key => {
    const entry = order.codes[key]
    if (entry === undefined) return true
    if (entry.state !== 'accepted' || entry.decision === null) return false
    const verdict = judge(key, entry.decision)
    return verdict.kind === 'pass' || (verdict.kind === 'warning' && entry.isVouched === true)
  })
}
