import type { BucketView, Buckets } from './buckets.ts'
import { endOrder } from '../orders/buyers.ts'
import type { BuyersCancel } from '../orders/buyers.ts'
import type { createFaults, Faults } from './faults.ts'
import type { Forms } from './forms.ts'
import { addOrders } from '../orders/generate.ts'
import type { OrderShape } from '../orders/generate.ts'
import type { OrderCore, PlannedVerdict } from '../orders/order-core.ts'
import { dbsOrderState, orderState, pickupOrderState } from '../orders/order-state.ts'
import type { DbsOrderState, OrderState, PickupOrderState } from '../orders/order-state.ts'
import type { RequestLog, RequestRecord } from './request-log.ts'
import type { Delivery } from '../rules/schemes.ts'
import type { Stranger, Strangers } from './strangers.ts'
import { makePracticeToken } from './token.ts'
import type { TokenShape } from './token.ts'
import { verdictOf } from '../rules/verdicts.ts'
import { closeSupply, ordersOf, thingsOf } from '../world.ts'
import type { BoughtThing, Pass, Supply, World, WorldMetaKey, WorldOrder } from '../world.ts'

export type { DbsOrderState, OrderState, PickupOrderState } from '../orders/order-state.ts'

export interface SupplyState extends Readonly<Omit<Supply, 'boxes'>> {
  readonly orderIds: readonly number[]
  readonly boxes: readonly string[]
}

export interface MarketplaceState {
  readonly now: number
  /** FBS orders; those of the other schemes stand apart. */
  readonly orders: readonly OrderState[]
  readonly dbsOrders: readonly DbsOrderState[]
  readonly pickupOrders: readonly PickupOrderState[]
  readonly supplies: readonly SupplyState[]
  readonly passes: readonly Pass[]
  readonly requests: readonly RequestRecord[]
  readonly faults: Faults
  readonly strangers: readonly Stranger[]
  readonly lateStickers: World['lateStickers']
  readonly buckets: readonly BucketView[]
}

/** The strings of the practice marketplace: what a real one does by itself, and the troubles it has. */
export interface MarketplaceControl {
  state(): MarketplaceState
  /** Oldest first, only those after the serial `after`. */
  requests(after?: number): readonly RequestRecord[]
  clearRequests(): void
  /** The units on the table, one an order of any scheme. */
  things(): readonly BoughtThing[]
  faults(): Faults
  setFaults(change: Partial<Faults>): Faults
  /** Who answers between the clients and the marketplace from now on, in place of those who did; none sends all away. */
  setStrangers(strangers: readonly Stranger[]): readonly Stranger[]
  /** One sticker in `oneIn` (0: none) is missing from the first `times` replies after `confirm`; for orders confirmed later. */
  setLateStickers(late: World['lateStickers']): void
  addOrders(count: number, shape?: OrderShape): readonly number[]
  /** An order ends, and not by the seller: see `endOrder` for when it can. */
  cancelOrder(orderId: number, wbStatus: BuyersCancel): boolean
  /** The buyer of a DBS order wants another day (Unix ms) and other hours (`hh:mm`). False for any other order. */
  moveDelivery(orderId: number, when: Pick<Delivery, 'day' | 'timeFrom' | 'timeTo'>): boolean
  /** Nobody came for a pickup order: it is cancelled, its days in the store being over. False for any other order. */
  expireOrder(orderId: number): boolean
  /** The verdict on what is attached now under `key`, once its check is over, or several, each in its time; the next code attached is judged afresh. */
  setDecision(orderId: number, key: WorldMetaKey, decision: string | readonly PlannedVerdict[]): boolean
  /** The verdict on a marking code, IMEI or UIN by its value, whichever order it is attached to. */
  planDecision(code: string, decision: string | readonly PlannedVerdict[]): void
  /** A pickup point scans the supply: it closes if it was open. */
  scanSupply(supplyId: string): boolean
  /** Orders of a closed supply that have to travel again. */
  requireReshipment(orderIds: readonly number[]): readonly number[]
  /** Whether the seller's supplies go through fulfilment: then only points that offer it are taken. */
  setFulfilment(isNeeded: boolean): void
  /** The next call of the route `path` (`/api/v3/supplies/{supplyId}/deliver`) is refused so, and nothing happens. */
  planRefusal(path: string, status: number, body: unknown): void
  /** Somebody deletes a supply elsewhere, its orders being new again. False for an unknown one. */
  forgetSupply(supplyId: string): boolean
  /** From now on these orders (by id) and supplies are somebody else's: 403 for whoever names them in a path. */
  denyAccess(ids: readonly (number | string)[]): void
  /** How the marketplace speaks where its documents differ from its schemas and real answers. */
  setForms(change: Partial<Forms>): Forms
  issueToken(shape: TokenShape): string
}

export interface ControlParts {
  readonly world: World
  readonly seed: number
  readonly now: () => number
  readonly faults: ReturnType<typeof createFaults>
  readonly strangers: Strangers
  readonly log: RequestLog
  readonly buckets: Buckets
}

/** The control over a running world. */
export function createControl(parts: ControlParts): MarketplaceControl {
  const { world, seed, now, faults, strangers, log, buckets } = parts
  return {
    state: () => ({
      now: now(),
      orders: [...world.orders.values()].map(order => orderState(world, order, now())),
      dbsOrders: [...world.dbsOrders.values()].map(order => dbsOrderState(world, order, now())),
      pickupOrders: [...world.pickupOrders.values()].map(order => pickupOrderState(world, order, now())),
      supplies: [...world.supplies.values()].map(supply => ({
        ...supply,
        orderIds: ordersOf(world, supply).map(order => order.facts.id)
      })),
      passes: [...world.passes.values()],
      requests: log.list(),
      faults: faults.get(),
      strangers: strangers.list(),
      lateStickers: world.lateStickers,
      buckets: buckets.view()
    }),
    requests: after => log.list(after),
    clearRequests: () => log.clear(),
    things: () => thingsOf(world),
    faults: () => faults.get(),
    setFaults: change => faults.set(change),
    setStrangers: present => strangers.set(present),
    setLateStickers(late) {
      world.lateStickers = late
    },
    addOrders: (count, shape = {}) => addOrders(world, seed, count, now(), shape),
    cancelOrder: (orderId, wbStatus) => endOrder(world, orderId, wbStatus, now()),
    moveDelivery(orderId, when) {
      const order = world.dbsOrders.get(orderId)
      if (order === undefined) return false
      order.movedFrom = { delivery: order.delivery, at: now() }
      order.delivery = { ...order.delivery, ...when }
      return true
    },
    expireOrder(orderId) {
      const order = world.pickupOrders.get(orderId)
      if (order === undefined) return false
      order.supplierStatus = 'cancel_shelf_life'
      order.wbStatus = 'canceled'
      order.history.push({ at: now(), code: 'CANCEL_SHELF_LIFE' })
      return true
    },
    setDecision(orderId, key, decision) {
      const order = anyOrder(world, orderId)
      order?.plannedDecisions.set(key, typeof decision === 'string' ? verdictOf(key, decision) : decision)
      return order !== undefined
    },
    planDecision(code, decision) {
      world.plannedCodes.set(code, typeof decision === 'string' ? verdictOf('sgtin', decision) : decision)
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
    setFulfilment(isNeeded) {
      world.needsFulfilment = isNeeded
    },
    planRefusal: (path, status, body) => void world.plannedRefusals.push({ path, status, body }),
    forgetSupply(supplyId) {
      const supply = world.supplies.get(supplyId)
      if (supply === undefined) return false
      for (const order of ordersOf(world, supply)) {
        order.supplyId = null
        order.supplierStatus = 'new'
      }
      return world.supplies.delete(supplyId)
    },
    denyAccess(ids) {
      for (const id of ids) world.denied.add(String(id))
    },
    setForms: change => (world.forms = { ...world.forms, ...change }),
    issueToken: shape => makePracticeToken(seed, now(), shape)
  }
}

function isShipped(order: WorldOrder): boolean {
  return order.supplierStatus === 'complete' && order.wbStatus === 'waiting'
}

function anyOrder({ orders, dbsOrders, pickupOrders }: World, id: number): OrderCore | undefined {
  return orders.get(id) ?? dbsOrders.get(id) ?? pickupOrders.get(id)
}
