import type { BenchEvent } from '../../bench.ts'
import type { IntentBody } from '../../intents.ts'
import { isProcessing } from '../../orders/supplies.ts'
import type { Supply } from '../../orders/supplies.ts'
import { rest } from '../codes/need.ts'
import type { Draft } from '../draft.ts'

/**
 * Whoever stands at the table is asked whether to try again now if the supply is leaving, else told; meanwhile the station
 * goes on trying by itself.
 */
export function supplyProcessing(
  draft: Draft,
  { supplyId, since }: Extract<BenchEvent, { readonly kind: 'supplyProcessing' }>
): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.state === 'open' && draft.isQuiet)
    return draft.say('refused', { code: 'supplyBusy', name: supply.name, since })
  if (supply?.state !== 'closing' && supply?.state !== 'delivering') return
  draft.putSupply({ ...supply, hitch: { kind: 'processing', since } })
}

/** "Yes": at once. */
export function tryNow(draft: Draft, supply: Supply): void {
  waitOn(draft, supply)
  draft.effects.push({ kind: 'sendNow', supplyId: supply.id })
  draft.say('goOn', { code: 'supplyClosing', name: supply.name })
}

/** "No": nobody is asked before the station has tried for some time more. */
export function waitOn(draft: Draft, supply: Supply): void {
  draft.putSupply({ ...supply, hitch: null })
}

/** The marketplace has answered what it was at work on. */
export function settleProcessing(draft: Draft, body: IntentBody): void {
  const supply = 'supplyId' in body ? draft.bench.supplies.get(body.supplyId) : undefined
  if (supply === undefined || !isProcessing(supply)) return
  waitOn(draft, supply)
  const { question } = draft.table
  if (question?.kind !== 'deliveryStuck' || question.supplyId !== supply.id) return
  draft.setTable({ question: null })
  rest(draft)
}
