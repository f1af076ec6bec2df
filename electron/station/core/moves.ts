import type { SeenOrder } from '../../../shared/domain/bench.ts'
import type { Core } from './core.ts'

/**
 * Call it before a list of orders is asked for. The result takes the supply off those listed orders that were moved
 * from here in the meantime, or are about to be: what the list says of their place is older than that.
 */
export function watchMoves(core: Pick<Core, 'bench' | 'outbox'>): (order: SeenOrder) => SeenOrder {
  const { orders } = core.bench
  const wasBusy = core.outbox.busyNow
  return order => {
    const { id } = order.facts
    const lane = `order:${id}`
    const isSame = orders.get(id)?.supplyId === core.bench.orders.get(id)?.supplyId
    const isCertain = isSame && !wasBusy(lane) && !core.outbox.isBusy(lane)
    return isCertain ? order : { ...order, supplyRemoteId: null }
  }
}
