import { META_KEYS } from '../orders/orders.ts'
import type { UndoStep } from '../bench.ts'
import type { Order } from '../orders/orders.ts'
import { rulesFor } from '../schemes/schemes.ts'
import type { Draft } from './draft.ts'
import { workingLife } from './codes/need.ts'
import { staying } from './round/departing.ts'

/** The order that was packed by the last word of the stage, while nothing has come between and its supply is open. */
export function reopenable(draft: Draft): Order | undefined {
  const { message } = draft.bench.feedback
  if (!draft.isQuiet || message.code !== 'packed' || draft.batch?.state !== 'open') return undefined
  const order = draft.order(message.orderId)
  const isHere = order?.life === 'packed' && order.supplyId === draft.bench.supplyId
  // What the marketplace was told at once can't be taken back.
  return isHere && rulesFor(order).packed(order.facts.id).length === 0 ? order : undefined
}

/** Puts the order that was just packed back on the table with its codes: its sticker is out, and scanned once more to finish. */
export function reopen(draft: Draft, order: Order): void {
  const { shift, settings } = draft.bench
  const open = { ...staying(order), packedAt: null, packedBy: null }
  draft.put({ ...open, life: workingLife(open) })
  draft.set({ shift: { ...shift, packed: Math.max(0, shift.packed - 1) } })
  const codes = META_KEYS.flatMap((key): readonly UndoStep[] =>
    order.codes[key] === undefined ? [] : [{ kind: 'code', key }]
  )
  const isWithout = (key: (typeof META_KEYS)[number]) =>
    order.codes[key] === undefined && settings.optionalCodes === 'ask'
  const without = order.facts.optionalMeta.filter(isWithout).map((key): UndoStep => ({ kind: 'without', key }))
  draft.setTable({
    orderId: order.facts.id,
    entry: 'reopened',
    undo: [{ kind: 'item' }, ...without, ...codes],
    question: null
  })
  draft.say('goOn', { code: 'reopened', orderId: order.facts.id, partB: order.sticker?.partB ?? '' })
}
