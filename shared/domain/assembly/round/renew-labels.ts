import type { Draft } from '../draft.ts'
import { reprint } from '../prints/reprint.ts'
import { oldLabelled } from './old-labels.ts'

/** Prints anew the labels of a round that show a former time; the round stays until they are on their parcels. */
export function renewLabels(draft: Draft, roundId: string): void {
  const old = oldLabelled(draft, roundId)
  // One that waits for its printer comes by itself.
  for (const order of old) if (order.label !== 'queued') reprint(draft, order, 'other')
  draft.say('goOn', { code: 'labelsRenewed', partBs: old.flatMap(({ sticker }) => sticker?.partB ?? []) })
}
