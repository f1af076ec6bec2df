import type { Draft } from './draft.ts'
import { leaveFrom } from './round/leaving.ts'
import { closeFrom } from './supply/closing.ts'

const NEXT = { unfinished: 'cancelled', cancelled: 'oldLabels', oldLabels: 'end' } as const

/** On with what the batch was about to do when it was asked about those that are not packed, that were cancelled, or whose labels are old. */
export function goOnFrom(draft: Draft, batchId: string, asked: 'unfinished' | 'cancelled' | 'oldLabels'): void {
  const isAsked = asked === 'unfinished'
  if (draft.bench.rounds.has(batchId)) leaveFrom(draft, batchId, NEXT[asked])
  else closeFrom(draft, batchId, isAsked ? 'cancelled' : 'point')
}
