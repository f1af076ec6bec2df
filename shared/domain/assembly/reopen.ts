import { isDue, META_KEYS } from '../orders/orders.ts'
import type { UndoStep } from '../bench.ts'
import type { Message } from '../messages.ts'
import type { Order } from '../orders/orders.ts'
import type { Draft } from './draft.ts'
import { workingLife } from './codes/need.ts'
import { staying } from './round/departing.ts'

/** The packed order that the stage spoke of last, while nothing has come between and it has not left. */
export function reopenable(draft: Draft): Order | undefined {
  const order = lastPacked(draft)
  return order !== undefined && mayReopen(draft, order) ? order : undefined
}

/** Whether a packed order has not left yet; what the marketplace was told can't be taken back. */
export function mayReopen(draft: Draft, order: Order): boolean {
  if (order.life !== 'packed' || order.departure === 'told') return false
  return isDue(order) || draft.batchOf(order.supplyId ?? '')?.state === 'open'
}

/** Its sticker was read though it is packed: undo may put it back. */
export function offerReopening(draft: Draft, { facts }: Order): void {
  const said = draft.said?.message
  const order = draft.order(facts.id)
  if (said?.code !== 'alreadyPacked' || order === undefined || !mayReopen(draft, order)) return
  draft.say('refused', { ...said, canReopen: true })
}

/** The order that was packed by the last word of the stage, where the marketplace knows already that its buyer may come. */
export function toldReady(draft: Draft): Order | undefined {
  const order = lastPacked(draft)
  return order?.departure === 'told' ? order : undefined
}

function lastPacked(draft: Draft): Order | undefined {
  const { message } = draft.bench.feedback
  if (!draft.isQuiet || !isSaidPacked(message)) return undefined
  const order = draft.order(message.orderId)
  return order?.life === 'packed' || order?.departure === 'told' ? order : undefined
}

function isSaidPacked(message: Message): message is Extract<Message, { readonly code: 'packed' | 'alreadyPacked' }> {
  if (message.code === 'packed') return true
  return message.code === 'alreadyPacked' && (message.canReopen === true || message.justNow !== undefined)
}

/** Puts a packed order back on the table with its codes: its sticker is out, and scanned once more to finish. */
export function reopen(draft: Draft, order: Order): void {
  const { shift, settings } = draft.bench
  returnTo(draft, order.supplyId)
  const open = { ...staying(order), packedAt: null, packedBy: null }
  draft.put({ ...open, life: workingLife(open) })
  draft.set({ shift: { ...shift, packed: Math.max(0, shift.packed - 1) } })
  const codes = META_KEYS.flatMap((key): readonly UndoStep[] =>
    (order.codes[key]?.values ?? []).map(() => ({ kind: 'code', key }))
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

/** The round that ended with it is packed on; with it on the table its batch lies there too. */
function returnTo(draft: Draft, batchId: string | null): void {
  const round = batchId === null ? undefined : draft.bench.rounds.get(batchId)
  if (round?.state === 'left') draft.putRound({ ...round, state: 'open' })
  draft.set({ supplyId: batchId })
}
