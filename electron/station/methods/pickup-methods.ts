import type { Parsed } from '../../../shared/contract/contract.ts'
import type { IdentityAnswer, PickupParcel } from '../../../shared/contract/pickup-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { OrderScheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Station } from '../station.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type PickupOrder = Order & { readonly scheme: Extract<OrderScheme, { readonly kind: 'pickup' }> }

/** Whether a passcode belongs to an order's code; parcels of that code that lie here are known to be their buyer's then. */
export async function identityOf(station: Station, asked: Parsed<'pickup.identity'>): Promise<IdentityAnswer> {
  const reply = await station.identify(asked.orderCode, asked.passcode)
  if (reply.kind === 'refused') return { kind: 'refused', code: reply.code }
  if (reply.kind !== 'ok') return { kind: 'noAnswer' }
  if (reply.value.kind === 'same') {
    const waiting = [...ofCode(station.core.bench, asked.orderCode)].filter(({ life }) => life === 'shipped')
    for (const { facts } of waiting) station.act({ kind: 'buyerIdentified', orderId: facts.id })
  }
  return reply.value
}

/** All parcels of one order code, oldest first. */
export function parcelsOf({ bench }: Station['core'], { orderCode }: Parsed<'pickup.parcels'>): PickupParcel[] {
  return [...ofCode(bench, orderCode)].map(order => pickupParcel(bench, order))
}

function* ofCode({ orders }: Bench, orderCode: string): IterableIterator<PickupOrder> {
  for (const order of orders.marked(marks.scheme('pickup'))) {
    if (isPickup(order) && order.scheme.orderCode === orderCode) yield order
  }
}

function isPickup(order: Order): order is PickupOrder {
  return order.scheme.kind === 'pickup'
}

function pickupParcel({ settings }: Bench, order: PickupOrder): PickupParcel {
  const { scheme, facts, packedAt } = order
  const { id, article, colorCode, price, currencyCode } = facts
  const { orderCode, place, payMode, tireService } = scheme
  const keptUntil = packedAt === null ? null : packedAt + settings.storeDays * DAY_MS
  return {
    id,
    article,
    colorCode,
    orderCode,
    place,
    price,
    currencyCode,
    payMode,
    tireService,
    state: stateOf(order),
    readyAt: packedAt,
    keptUntil
  }
}

function stateOf({ life, handover }: Order): PickupParcel['state'] {
  switch (life) {
    case 'shipped':
      return handover?.state.kind === 'queued' ? 'telling' : 'ready'
    case 'handed':
    case 'returned':
    case 'cancelled':
      return life
    default:
      return 'packing'
  }
}
