import type { Round } from '../../orders/rounds.ts'
import { rulesOf } from '../../schemes/schemes.ts'
import type { Draft } from '../draft.ts'
import { cancelledParcels } from '../supply/cancelled.ts'

/** Ends rounds in which nothing is left to do; part of each event, since any may take the last order out of one. */
export function endWhatIsOver(draft: Draft): void {
  for (const round of draft.bench.rounds.values()) {
    const wasHere = draft.bench.supplyId === round.id
    if (!endIfOver(draft, round) || !wasHere) continue
    const { face } = draft.said ?? draft.bench.feedback
    const mayTell = draft.isQuiet && face !== 'refused' && (draft.said === null || face === 'waiting')
    if (mayTell) draft.say('waiting', { code: 'roundEnded', name: round.name })
  }
}

/** Whether it ends: with its last order if it needs no closing, else once nothing is left to pack, to hand over, or to take out of the pile. */
export function endIfOver(draft: Draft, round: Round): boolean {
  if (round.state !== 'open') return false
  const { all, packable, packed } = draft.orders.supplyTally(round.id)
  if (all === 0 || packable > 0) return false
  const isWanted = packed > 0 || cancelledParcels(draft, round.id).length > 0
  if (isWanted && !rulesOf(round.scheme).endsByItself) return false
  draft.putRound({ ...round, state: 'left' })
  if (draft.bench.supplyId === round.id) draft.set({ supplyId: null })
  return true
}
