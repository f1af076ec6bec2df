import { unjudged } from '../../codes/judged.ts'
import { isPackable } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import type { Round } from '../../orders/rounds.ts'
import { rulesOf } from '../../schemes/schemes.ts'
import { ask, canLeave } from '../codes/ask.ts'
import type { Draft } from '../draft.ts'
import { depart } from './departing.ts'
import { oldLabelled } from './old-labels.ts'
import { createRound, putInto } from '../scans/claim.ts'
import { cancelledParcels, isAllCancelled } from '../supply/cancelled.ts'

/** What is looked at before a round leaves, in this order; each may ask the packer. */
const CHECKS = ['unfinished', 'cancelled', 'oldLabels'] as const
type LeavingCheck = (typeof CHECKS)[number]

/** The packer wants the round gone: asks first about all that would stay behind or go with it. `moving`: as for a supply. */
export function requestLeave(draft: Draft, round: Round, moving?: number): void {
  const { question, orderId } = draft.table
  if (question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId })
  leaveFrom(draft, round.id, draft.orders.supplyTally(round.id).packable === moving ? 'cancelled' : 'unfinished')
}

/** Goes on with leaving at a check, those before it being answered; leaves when none asks any more. */
export function leaveFrom(draft: Draft, roundId: string, first: LeavingCheck | 'end'): void {
  const round = draft.bench.rounds.get(roundId)
  if (round?.state !== 'open') return draft.say('refused', { code: 'notNow' })
  if (!canLeave(draft, roundId) && !isAllCancelled(draft, roundId))
    return draft.say('refused', { code: 'supplyEmpty', scheme: round.scheme })
  const left = first === 'end' ? [] : CHECKS.slice(CHECKS.indexOf(first))
  for (const check of left) if (asks(draft, roundId, check)) return
  leave(draft, round)
}

function asks(draft: Draft, roundId: string, check: LeavingCheck): boolean {
  switch (check) {
    case 'unfinished':
      if (draft.orders.supplyTally(roundId).packable === 0) return false
      ask(draft, { kind: 'supplyUnfinished', supplyId: roundId })
      return true
    case 'cancelled': {
      const orderIds = cancelledParcels(draft, roundId)
      if (orderIds.length === 0) return false
      ask(draft, { kind: 'cancelledInside', supplyId: roundId, orderIds })
      return true
    }
    case 'oldLabels':
      if (oldLabelled(draft, roundId).length === 0) return false
      ask(draft, { kind: 'oldLabels', supplyId: roundId })
      return true
  }
}

/** What is packed goes; what is not, or is on the problem shelf, waits in a new round. */
function leave(draft: Draft, round: Round): void {
  const orders = [...draft.orders.ofSupply(round.id)]
  const gone = orders.filter(({ life }) => life === 'packed' || life === 'shipped')
  // Those of a pickup are told of as soon as they are packed.
  const packed = gone.filter(({ life, departure }) => life === 'packed' && departure === undefined)
  const rest = orders.filter(order => isPackable(order) || order.life === 'shelved')
  draft.putRound({ ...round, state: 'left' })
  if (draft.bench.supplyId === round.id) draft.set({ supplyId: null })
  if (rest.length > 0) putInto(draft, createRound(draft, round.scheme, rest), rest)
  for (const order of packed) depart(draft, order)
  const codes = gone.reduce((sum, order) => sum + (order.life === 'packed' ? unjudged(order) : 0), 0)
  const { scheme, name } = round
  if (gone.length === 0) return draft.say('waiting', { code: 'roundEnded', name })
  draft.say('done', { code: 'roundLeft', scheme, name, orders: gone.length, ...(codes > 0 && { codes }) })
}

/** An order of a round that left without it goes into another that is open, so that somebody packs it. */
export function rehome(draft: Draft, order: Order): void {
  const { scheme, supplyId } = order
  if (scheme.kind === 'fbs') return
  const here = supplyId === null ? undefined : draft.bench.rounds.get(supplyId)
  if (here?.state === 'open') return
  // One that nobody took into assembly is new again.
  if (supplyId === null && order.supplierStatus === 'new') return
  const open = [...draft.bench.rounds.values()].find(round => round.state === 'open' && round.scheme === scheme.kind)
  putInto(draft, open ?? createRound(draft, scheme.kind, [order]), [order])
}

/** Whether a packed order of a round is gone: with its round, or because the marketplace was told that it is ready. */
export function hasLeft(draft: Draft, { scheme, supplyId, facts, departure }: Order): boolean {
  if (departure !== undefined) return departure === 'told'
  const round = supplyId === null ? undefined : draft.bench.rounds.get(supplyId)
  return round?.state !== 'open' || rulesOf(scheme.kind).packed(facts.id).length > 0
}
