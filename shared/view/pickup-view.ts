import type { Bench } from '../domain/bench.ts'
import type { Order } from '../domain/orders/orders.ts'
import type { HandoverOutcome, OrderScheme } from '../domain/schemes/scheme.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** One order of a buyer who collects it, as the counter and the shelf in the store see it. */
export interface PickupParcel {
  readonly id: number
  readonly article: string
  readonly colorCode: string
  readonly orderCode: string
  /** Where it lies in the store; null: nobody said. */
  readonly place: string | null
  /** Hundredths of `currencyCode`. */
  readonly price: number
  readonly currencyCode: number
  /** `prepaid`, `postpaid`, `unknown`; others as they come. */
  readonly payMode: string
  readonly tireService: boolean
  /**
   * `packing`: the marketplace does not know yet that it is ready; `telling`: its end is on its way to the marketplace;
   * `cancelled`: nobody comes for it.
   */
  readonly state: 'packing' | 'ready' | 'telling' | 'handed' | 'returned' | 'cancelled'
  /** What its buyer did with it, told or on its way to the marketplace; null: nothing yet. */
  readonly outcome: HandoverOutcome | null
  /** Packed here (Unix ms); null: not here, or not yet. */
  readonly readyAt: number | null
  /** Until when the store keeps it, by the settings (Unix ms). */
  readonly keptUntil: number | null
}

export type PickupOrder = Order & { readonly scheme: Extract<OrderScheme, { readonly kind: 'pickup' }> }

/** Whether its buyer collects the order. */
export function isPickup(order: Order): order is PickupOrder {
  return order.scheme.kind === 'pickup'
}

/** What the counter and the shelf show of an order. */
export function pickupParcel({ settings }: Bench, order: PickupOrder): PickupParcel {
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
    outcome: outcomeOf(order),
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

function outcomeOf({ life, handover }: Order): HandoverOutcome | null {
  if (life === 'handed') return 'receive'
  if (life === 'returned') return 'reject'
  return handover?.state.kind === 'queued' ? handover.outcome : null
}

/** Whether the store keeps the parcel for less than a day more, or no longer; `now`: Unix ms. */
export function isNearEnd({ keptUntil, state }: PickupParcel, now: number): boolean {
  return state === 'ready' && keptUntil !== null && keptUntil - now < DAY_MS
}
