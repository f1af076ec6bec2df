import type { ProductSet } from '../../bench.ts'
import { lacks, SET_KEY, SET_MAX } from '../../orders/orders.ts'
import type { CodeEntry, Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'
import { setSize } from './asked.ts'
import { advance } from './need.ts'

/** The entry as one of so many codes. */
export function ofSet(entry: CodeEntry, codes: number): CodeEntry {
  const { of: _, ...rest } = entry
  return codes > 1 ? { ...rest, of: codes } : rest
}

/**
 * Somebody says that the unit on the table carries one marking code more than it has: it is asked for, and of every later
 * unit of this product too. False, with the reason on the stage: it can't be so.
 */
export function growSet(draft: Draft): boolean {
  const order = draft.current
  const entry = order?.codes[SET_KEY]
  if (order === undefined || entry === undefined || lacks(order, SET_KEY) || entry.values.length >= SET_MAX) {
    draft.say('refused', order === undefined ? { code: 'noOrderHere' } : { code: 'notNow' })
    return false
  }
  resize(draft, order, entry.values.length + 1)
  draft.setTable({ undo: [...draft.table.undo, { kind: 'set' }], question: null })
  return true
}

/** Takes the newest `growSet` of the order on the table back. */
export function shrinkSet(draft: Draft): void {
  const order = draft.current
  if (order === undefined) return
  resize(draft, order, order.codes[SET_KEY]?.values.length ?? setSize(draft.bench, order, SET_KEY) - 1)
  draft.setTable({ undo: draft.table.undo.slice(0, -1) })
  advance(draft)
}

/** The unit on the table carries no more codes than it has: told once for the product, too. False: no set was begun on it. */
export function endSet(draft: Draft): boolean {
  const order = draft.current
  const entry = order?.codes[SET_KEY]
  if (order === undefined || entry === undefined || !lacks(order, SET_KEY)) return false
  resize(draft, order, entry.values.length)
  advance(draft)
  return true
}

/** A unit of this product carries one code like any other; the one on the table is not asked for more. */
export function forgetSet(draft: Draft, chrtId: number): void {
  setCodes(draft, chrtId, null)
  const order = draft.current
  const entry = order?.codes[SET_KEY]
  if (order?.facts.chrtId !== chrtId || entry?.of === undefined) return
  draft.put({ ...order, codes: { ...order.codes, [SET_KEY]: ofSet(entry, entry.values.length) } })
  if (draft.table.question === null) advance(draft)
}

function resize(draft: Draft, order: Order, codes: number): void {
  const entry = order.codes[SET_KEY]
  if (entry !== undefined) draft.put({ ...order, codes: { ...order.codes, [SET_KEY]: ofSet(entry, codes) } })
  const { chrtId, article, id: orderId } = order.facts
  const { now: at } = draft.context
  setCodes(draft, chrtId, codes > 1 ? { chrtId, article, codes, orderId, at, packerId: draft.bench.packerId } : null)
}

function setCodes(draft: Draft, chrtId: number, set: ProductSet | null): void {
  const sets = new Map(draft.bench.sets)
  if (set === null) sets.delete(chrtId)
  else sets.set(chrtId, set)
  draft.set({ sets })
}
