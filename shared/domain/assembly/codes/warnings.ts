import { ask } from './ask.ts'
import type { Draft } from '../draft.ts'
import { rest } from './need.ts'
import { shelve } from '../shelf.ts'
import { warnedKeys } from '../../codes/judged.ts'
import { marks } from '../../orders/order-marks.ts'
import { warnedOrders } from './warned.ts'

/** On an empty table: may the oldest closing supply, or the orders of a round, that a warning holds back leave in spite of it? */
export function raiseWarning(draft: Draft): void {
  if (!draft.isQuiet) return
  const closing = [...draft.bench.supplies.values()].filter(({ state }) => state === 'closing')
  const held = [...closing, ...draft.bench.rounds.values()]
    .filter(({ id }) => draft.orders.count(marks.warnedIn(id)) > 0)
    .toSorted((a, b) => a.createdAt - b.createdAt)[0]
  if (held !== undefined) ask(draft, { kind: 'codesWarned', supplyId: held.id })
}

/** Somebody answers for it: the supply leaves as it is. */
export function vouch(draft: Draft, supplyId: string): void {
  for (const order of warnedOrders(draft, supplyId)) {
    let { codes } = order
    for (const key of warnedKeys(order)) {
      const entry = codes[key]
      if (entry !== undefined) codes = { ...codes, [key]: { ...entry, isVouched: true } }
    }
    draft.put({ ...order, codes })
  }
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return rest(draft)
  draft.say('goOn', { code: 'supplyClosing', name: supply.name })
}

/** Nobody does: these parcels go to the problem shelf like any with a code that is not taken, the rest leaves. */
export function shelveWarned(draft: Draft, supplyId: string): void {
  for (const order of warnedOrders(draft, supplyId)) {
    const [key] = warnedKeys(order)
    const entry = key === undefined ? undefined : order.codes[key]
    if (key === undefined || entry === undefined) continue
    const refused = { ...order, codes: { ...order.codes, [key]: { ...entry, state: 'refused' } } } as const
    shelve(draft, refused, { kind: 'codeRefused', key, decision: entry.decision ?? 'required' })
  }
}
