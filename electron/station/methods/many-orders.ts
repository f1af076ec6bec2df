import type { Parsed } from '../../../shared/contract/contract.ts'
import { assertNever } from '../../../shared/domain/assert.ts'
import type { BenchEvent } from '../../../shared/domain/bench.ts'
import type { Station } from '../station.ts'
import { Stretch } from '../stretches.ts'

type Asked = Parsed<'orders.actMany'>

/** The same act on many orders, each a decision of its own, so that scans come between them; how many took it. */
export async function actOnMany(station: Station, { orderIds, act }: Asked): Promise<{ readonly done: number }> {
  const { core } = station
  const stretch = new Stretch()
  let done = 0
  for (const orderId of new Set(orderIds)) {
    const before = core.bench.orders.get(orderId)
    station.act(eventOf(orderId, act))
    if (core.bench.orders.get(orderId) !== before) done += 1
    await stretch.rest()
  }
  return { done }
}

function eventOf(orderId: number, act: Asked['act']): BenchEvent {
  switch (act.kind) {
    case 'pin':
      return { kind: 'pinOrder', orderId, isPinned: act.isPinned }
    case 'shelve':
      return { kind: 'shelveOrder', orderId, reason: act.reason }
    case 'unshelve':
      return { kind: 'unshelve', orderId }
    case 'cancel':
      return { kind: 'cancelOrder', orderId }
    default:
      return assertNever(act)
  }
}
