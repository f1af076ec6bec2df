import type { BorderHistory, CancelAnswer } from '../../../shared/contract/order-methods.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import type { MarketplacePort, Reply } from '../ports/ports.ts'
import type { Station } from '../station.ts'

/** Whether the marketplace lets the seller call the order off, asked now; where it does not say so itself, its status tells. */
export async function mayCancel({ core, marketplace, network }: Station, orderId: number): Promise<CancelAnswer> {
  const order = core.bench.orders.get(orderId)
  if (order === undefined) return { kind: 'mayNot' }
  const reply = await statusOf(marketplace, order)
  if (reply.kind !== 'ok') {
    network.failed(reply)
    return { kind: 'unasked' }
  }
  const [status] = reply.value
  if (status === undefined) return { kind: 'unasked' }
  const isSo = status.isCancellable ?? cancellableFrom(order).includes(status.supplierStatus)
  return { kind: isSo ? 'may' : 'mayNot' }
}

interface Told {
  readonly supplierStatus: string
  readonly isCancellable?: boolean
}

function cancellableFrom(order: Order): readonly string[] {
  return rulesFor(order).cancellable
}

function statusOf(marketplace: MarketplacePort, { scheme, facts }: Order): Promise<Reply<readonly Told[]>> {
  switch (scheme.kind) {
    case 'fbs':
      return marketplace.statuses([facts.id], 'urgent')
    case 'dbs':
    case 'pickup':
      return marketplace[scheme.kind].statuses([facts.id])
  }
}

/** The way of an order that crosses a border, as the marketplace tells it; null: it does not. */
export async function borderHistory({ core, marketplace }: Station, orderId: number): Promise<BorderHistory | null> {
  if (core.bench.orders.get(orderId)?.facts.isCrossBorder !== true) return null
  const reply = await marketplace.statusHistory([orderId])
  return reply.kind === 'ok' ? (reply.value.find(one => one.orderId === orderId) ?? null) : null
}
