import { maySettle, ordersOf } from '../../../shared/domain/intents.ts'
import type { Core } from '../core/core.ts'
import { withoutBuyer } from '../core/journal.ts'
import type { Sender } from './sender.ts'

/**
 * A person ends what needs one, and says why: the log keeps it, and the row itself stays. False: it can't be ended so.
 * `now`: Unix ms.
 */
export function settleByHand(
  { core, sender, now }: { readonly core: Core; readonly sender: Sender; readonly now: number },
  { id, as, reason }: { readonly id: string; readonly as: 'done' | 'dropped'; readonly reason: string }
): boolean {
  const intent = core.outbox.get(id)
  if (intent === undefined || !maySettle(intent, as)) return false
  const [orderId = null, ...others] = ordersOf(intent.body)
  const facts = { intent: withoutBuyer(intent.body), settled: as, reason }
  core.note('queueSettled', others.length === 0 ? orderId : null, facts)
  if (intent.state.kind === 'refused' && as === 'dropped')
    core.saveIntents([{ ...intent, state: { kind: 'withdrawn', at: now } }])
  else sender.settle(intent, as)
  return true
}
