import type { BorderHistory, CancelAnswer } from '../../../shared/contract/order-methods.ts'
import { isCancelled } from '../../../shared/domain/orders/orders.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { rulesOf } from '../../../shared/domain/schemes/schemes.ts'
import type { MarketplacePort, Reply } from '../ports/ports.ts'
import type { Station } from '../station.ts'

/** Whether the marketplace lets the seller call the order off, asked now; where it does not say so itself, its statuses tell. */
export async function mayCancel(station: Station, orderId: number): Promise<CancelAnswer> {
  const [kind = 'mayNot'] = (await cancelAnswers(station, [orderId])).values()
  return { kind }
}

/** The same of many, asked in as few requests as can be; an order that is not here has no answer. */
export async function cancelAnswers(
  { core, marketplace, network }: Station,
  orderIds: readonly number[]
): Promise<ReadonlyMap<number, CancelAnswer['kind']>> {
  const orders = orderIds.flatMap(id => core.bench.orders.get(id) ?? [])
  const answers = new Map<number, CancelAnswer['kind']>(orders.map(({ facts }) => [facts.id, 'unasked']))
  for (const scheme of SCHEMES) {
    const ids = orders.filter(order => order.scheme.kind === scheme).map(({ facts }) => facts.id)
    if (ids.length === 0) continue
    const reply = await statusesOf(marketplace, scheme, ids)
    if (reply.kind !== 'ok') {
      network.failed(reply)
      continue
    }
    const { cancellable } = rulesOf(scheme)
    for (const { orderId, supplierStatus, wbStatus, isCancellable } of reply.value) {
      const isAlive = cancellable.some(from => from === supplierStatus && !isCancelled(from, wbStatus))
      answers.set(orderId, (isCancellable ?? isAlive) ? 'may' : 'mayNot')
    }
  }
  return answers
}

interface Told {
  readonly orderId: number
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly isCancellable?: boolean
}

function statusesOf(
  marketplace: MarketplacePort,
  scheme: Scheme,
  orderIds: readonly number[]
): Promise<Reply<readonly Told[]>> {
  return scheme === 'fbs' ? marketplace.statuses(orderIds, 'urgent') : marketplace[scheme].statuses(orderIds)
}

/** The way of an order that crosses a border, as the marketplace tells it; null: it does not. */
export async function borderHistory({ core, marketplace }: Station, orderId: number): Promise<BorderHistory | null> {
  if (core.bench.orders.get(orderId)?.facts.isCrossBorder !== true) return null
  const reply = await marketplace.statusHistory([orderId])
  return reply.kind === 'ok' ? (reply.value.find(one => one.orderId === orderId) ?? null) : null
}
