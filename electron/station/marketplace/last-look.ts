import { cancelledParcels } from '../../../shared/domain/assembly/supply/cancelled.ts'
import type { Core } from '../core/core.ts'
import type { StatusCheck } from './status-check.ts'

/** Orders that are asked about before their supply leaves: more than any supply of a packing table holds. */
const MOST_ASKED = 5000

/**
 * Asks once more, before a supply is handed over for good, what its buyers want: those who took their orders back since
 * the last news, and whose parcels lie in the pile. Of rounds each order is taken or refused by itself.
 */
export async function cancelledAtLast(
  parts: { readonly core: Core; readonly statusCheck: Pick<StatusCheck, 'beforeLeaving'> },
  supplyId: string
): Promise<readonly number[]> {
  const { core, statusCheck } = parts
  const before = new Set(cancelledParcels(core.bench, supplyId))
  const inside = core.bench.orders.ofSupply(supplyId).slice(0, MOST_ASKED)
  await statusCheck.beforeLeaving(inside.map(({ facts }) => facts.id))
  return cancelledParcels(core.bench, supplyId).filter(id => !before.has(id))
}
