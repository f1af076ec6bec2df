import type { Question } from '../questions.ts'
import type { Message } from '../messages.ts'
import { isProcessing } from '../orders/supplies.ts'
import { isSame } from '../same.ts'
import { ask, canLeave, stands, wording } from './codes/ask.ts'
import { raiseDoubt } from './codes/doubts.ts'
import { Draft } from './draft.ts'
import { advance, leftSupply, rest, restMessage } from './codes/need.ts'
import { raiseWarning } from './codes/warnings.ts'

/** Back to what the stage asks for: the open question, the next step of the order on the table, or the next item. */
export function back(draft: Draft): void {
  const { question, orderId } = draft.table
  if (question !== null) ask(draft, question)
  else if (orderId !== null) advance(draft)
  else rest(draft)
}

/**
 * The last word of every event. A question whose matter settled itself leaves the stage; one that stands is not talked
 * over; a label of unknown fate is asked about as soon as nothing else is. A refusal stays until it is seen.
 */
export function settleStage(draft: Draft): void {
  const { question } = draft.table
  if (question !== null && !stands(draft, question)) {
    draft.setTable({ question: null })
    if (draft.said === null || draft.said.face === 'ask') back(draft)
  }
  const { face } = draft.said ?? draft.bench.feedback
  if (face === 'refused') return
  const open = draft.table.question
  if (open === null) {
    raiseDoubt(draft)
    raiseWarning(draft)
    raiseHitch(draft)
  } else if (face !== 'ask' || isStale(draft, open)) ask(draft, open)
}

/** What an empty table says of itself, and the greeting that is read by then. */
const RESTING: readonly Message['code'][] = [
  ...(['openSupply', 'resumeSupply', 'scanBadge', 'scanItem', 'allPacked', 'allCancelled', 'signedIn'] as const)
]

/** What sends the packer for the next item: it is read by the time there is none to be had any more. */
const SENDS_FOR_ITEM: readonly Message['code'][] = [
  ...(['supplyOpened', 'roundOpened', 'pointChosen', 'roundPacked', 'packed', 'alreadyPacked', 'skipped'] as const),
  ...(['shelved', 'settled', 'takenOut', 'undone', 'wavePrinting', 'printingStopped'] as const)
]

/** Where that was said, and what an empty table asks for has changed since into something else than the next item, it asks for that. */
export function recallErrand(draft: Draft): void {
  const { face, message } = draft.bench.feedback
  if (draft.said !== null || !draft.isQuiet || face === 'refused' || !SENDS_FOR_ITEM.includes(message.code)) return
  const resting = restMessage(draft)
  if (resting.code === 'scanItem') return
  const before = restMessage(new Draft(draft.before, draft.context))
  if (resting.code !== before.code) draft.say('waiting', resting)
}

/** An empty, quiet table shows what it asks for now. */
export function refreshRest(draft: Draft): void {
  if (draft.said !== null || !draft.isQuiet) return
  const { message, note = null } = draft.bench.feedback
  if (!RESTING.includes(message.code)) return
  const resting = restMessage(draft)
  const isOfferSame = isSame(leftSupply(draft), note?.code === 'leftSupply' ? note : null)
  if (!isSame(resting, message) || !isOfferSame) draft.say('waiting', resting)
}

/** With no supply open, whatever is said: the way to the one that is begun and most urgent. One that is being handed over comes first. */
export function offerLeft(draft: Draft): void {
  if (draft.said === null || draft.noted !== null || !draft.isQuiet || draft.said.message.code === 'supplyClosing')
    return
  const left = leftSupply(draft)
  if (left !== null) draft.note(left)
}

/** On an empty table: how does the oldest of the supplies that could not leave go on? */
function raiseHitch(draft: Draft): void {
  if (!draft.isQuiet) return
  const stuck = [...draft.bench.supplies.values()]
    .filter(supply => isProcessing(supply) || (supply.hitch !== null && canLeave(draft, supply.id)))
    .toSorted((a, b) => a.createdAt - b.createdAt)[0]
  if (stuck?.hitch) ask(draft, { kind: 'deliveryStuck', supplyId: stuck.id, hitch: stuck.hitch })
}

/** News may change what a question lists while it stands. */
function isStale(draft: Draft, question: Question): boolean {
  const { message } = draft.said ?? draft.bench.feedback
  return !isSame(message, wording(draft, question))
}
