import type { BucketView, Buckets } from './buckets.ts'
import type { createFaults, Faults } from './faults.ts'
import { addOrders } from './generate.ts'
import type { OrderShape } from './generate.ts'
import { detailsOf } from './meta-rules.ts'
import type { RequestLog, RequestRecord } from './request-log.ts'
import { makePracticeToken } from './token.ts'
import type { TokenShape } from './token.ts'
import { closeSupply, ordersOf } from './world.ts'
import type {
  OrderFacts,
  Pass,
  StickerNumber,
  SupplierStatus,
  Supply,
  Thing,
  World,
  WorldMetaKey,
  WorldOrder
} from './world.ts'

export interface OrderState extends OrderFacts {
  readonly supplierStatus: SupplierStatus
  readonly wbStatus: string
  readonly supplyId: string | null
  readonly needsReshipment: boolean
  readonly sticker: StickerNumber
  /** What was attached, by key. */
  readonly meta: Readonly<Record<string, readonly string[]>>
  /** What reading back would say now, by key. */
  readonly decisions: Readonly<Record<string, string>>
}

export interface SupplyState extends Readonly<Omit<Supply, 'boxes'>> {
  readonly orderIds: readonly number[]
  readonly boxes: readonly string[]
}

export interface MarketplaceState {
  readonly now: number
  readonly orders: readonly OrderState[]
  readonly supplies: readonly SupplyState[]
  readonly passes: readonly Pass[]
  readonly requests: readonly RequestRecord[]
  readonly faults: Faults
  readonly lateStickers: World['lateStickers']
  readonly buckets: readonly BucketView[]
}

/** The strings of the practice marketplace: what a real one does by itself, and the troubles it has. */
export interface MarketplaceControl {
  state(): MarketplaceState
  /** Oldest first, only those after the serial `after`. */
  requests(after?: number): readonly RequestRecord[]
  clearRequests(): void
  /** The units on the table, one an order. */
  things(): readonly Thing[]
  faults(): Faults
  setFaults(change: Partial<Faults>): Faults
  /** One sticker in `oneIn` (0: none) is missing from the first `times` replies after `confirm`; for orders confirmed later. */
  setLateStickers(late: World['lateStickers']): void
  addOrders(count: number, shape?: OrderShape): readonly number[]
  /** A cancellation that isn't the seller's; the seller's own status stays. False for an unknown order. */
  cancelOrder(orderId: number, wbStatus: 'canceled' | 'declined_by_client' | 'canceled_by_client' | 'defect'): boolean
  /** The verdict on what is attached now under `key`, once its check is over; the next code attached is judged afresh. */
  setDecision(orderId: number, key: WorldMetaKey, decision: string): boolean
  /** The verdict on a code by its value, whichever order it is attached to. */
  planDecision(code: string, decision: string): void
  /** A pickup point scans the supply: it closes if it was open. */
  scanSupply(supplyId: string): boolean
  /** Orders of a closed supply that have to travel again. */
  requireReshipment(orderIds: readonly number[]): readonly number[]
  issueToken(shape: TokenShape): string
}

export interface ControlParts {
  readonly world: World
  readonly seed: number
  readonly now: () => number
  readonly faults: ReturnType<typeof createFaults>
  readonly log: RequestLog
  readonly buckets: Buckets
}

/** The control over a running world. */
export function createControl({ world, seed, now, faults, log, buckets }: ControlParts): MarketplaceControl {
  return {
    state: () => ({
      now: now(),
      orders: [...world.orders.values()].map(order => orderState(world, order, now())),
      supplies: [...world.supplies.values()].map(supply => ({
        ...supply,
        orderIds: ordersOf(world, supply).map(order => order.facts.id)
      })),
      passes: [...world.passes.values()],
      requests: log.list(),
      faults: faults.get(),
      lateStickers: world.lateStickers,
      buckets: buckets.view()
    }),
    requests: after => log.list(after),
    clearRequests: () => log.clear(),
    things: () => [...world.orders.values()].map(order => order.thing),
    faults: () => faults.get(),
    setFaults: change => faults.set(change),
    setLateStickers(late) {
      world.lateStickers = late
    },
    addOrders: (count, shape = {}) => addOrders(world, seed, count, now(), shape),
    cancelOrder(orderId, wbStatus) {
      const order = world.orders.get(orderId)
      if (order === undefined) return false
      order.wbStatus = wbStatus
      order.history.push({ at: now(), code: wbStatus.toUpperCase() })
      if (order.supplierStatus !== 'complete') order.supplyId = null
      return true
    },
    setDecision(orderId, key, decision) {
      const order = world.orders.get(orderId)
      order?.plannedDecisions.set(key, decision)
      return order !== undefined
    },
    planDecision(code, decision) {
      world.plannedCodes.set(code, decision)
    },
    scanSupply(supplyId) {
      const supply = world.supplies.get(supplyId)
      if (supply === undefined) return false
      if (!supply.done) closeSupply(world, supply, now())
      supply.scannedAt = now()
      return true
    },
    requireReshipment(orderIds) {
      const orders = orderIds.flatMap(id => world.orders.get(id) ?? []).filter(isShipped)
      for (const order of orders) order.needsReshipment = true
      return orders.map(order => order.facts.id)
    },
    issueToken: shape => makePracticeToken(seed, now(), shape)
  }
}

function isShipped(order: WorldOrder): boolean {
  return order.supplierStatus === 'complete' && order.wbStatus === 'waiting'
}

function orderState(world: World, order: WorldOrder, now: number): OrderState {
  const { facts, supplierStatus, wbStatus, supplyId, needsReshipment, sticker } = order
  return {
    ...facts,
    supplierStatus,
    wbStatus,
    supplyId,
    needsReshipment,
    sticker,
    meta: Object.fromEntries([...order.meta].map(([key, value]) => [key, value.values])),
    decisions: Object.fromEntries(detailsOf(world, order, now).map(({ key, decision }) => [key, decision]))
  }
}
