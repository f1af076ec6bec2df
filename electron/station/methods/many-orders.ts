import type { Parsed } from '../../../shared/contract/contract.ts'
import { assertNever } from '../../../shared/domain/assert.ts'
import type { BenchEvent } from '../../../shared/domain/bench.ts'
import type { Station } from '../station.ts'
import { cancelAnswers } from './order-questions.ts'
import { Stretch } from '../stretches.ts'

type Asked = Parsed<'orders.actMany'>

/**
 * The same act on many orders, each a decision of its own, so that scans come between them; how many took it. Before orders
 * are called off the marketplace is asked about all of them: a refusal costs ten requests, and sets the order aside for nothing.
 */
export async function actOnMany(station: Station, { orderIds, act }: Asked): Promise<{ readonly done: number }> {
  const { core } = station
  const stretch = new Stretch()
  let done = 0
  const ids = [...new Set(orderIds)]
  const answers = act.kind === 'cancel' ? await cancelAnswers(station, ids) : null
  for (const orderId of ids) {
    if (answers?.get(orderId) === 'mayNot') continue
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
