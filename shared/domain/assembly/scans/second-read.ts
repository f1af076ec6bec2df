import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'

/** For how long a second read of the same code is taken for a slip of the hand (ms). */
const MOMENT = 5000

/** Whether the last thing said is that this order is packed: its sticker was then read twice. */
export function isJustPacked({ bench }: Draft, { facts, life }: Order): boolean {
  const { face, message } = bench.feedback
  const isPacked = message.code === 'packed' || message.code === 'alreadyPacked'
  return face === 'done' && isPacked && message.orderId === facts.id && (life === 'packed' || life === 'shipped')
}

/** It lies in the pile as it should. */
export function sayReady(draft: Draft, { facts, packedAt, sticker }: Order): void {
  const justNow = sticker?.partB ?? ''
  draft.say('done', { code: 'alreadyPacked', orderId: facts.id, at: packedAt, justNow })
}

/** A point that was taken a moment ago, read again with nothing gone wrong since: says again what came of it. False: it is something else. */
export function repeatPoint(draft: Draft, pointId: number): boolean {
  const { feedback, supplies } = draft.bench
  const isLate = draft.context.now - feedback.at > MOMENT
  if (isLate || feedback.face === 'refused' || feedback.face === 'waiting') return false
  const { message } = feedback
  const named = 'name' in message ? message.name : null
  const isTaken = [...supplies.values()].some(({ name, shipping }) => name === named && shipping?.point.id === pointId)
  if (isTaken) draft.say(feedback.face, message)
  return isTaken
}
