import type { Draft } from './draft.ts'
import { leaveFrom } from './round/leaving.ts'
import { closeFrom } from './supply/closing.ts'

/** On with what the batch was about to do when it was asked about those that are not packed, or that were cancelled. */
export function goOnFrom(draft: Draft, batchId: string, asked: 'unfinished' | 'cancelled'): void {
  const isAsked = asked === 'unfinished'
  if (draft.bench.rounds.has(batchId)) leaveFrom(draft, batchId, isAsked ? 'cancelled' : 'end')
  else closeFrom(draft, batchId, isAsked ? 'cancelled' : 'point')
}
