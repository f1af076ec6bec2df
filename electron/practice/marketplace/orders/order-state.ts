import { detailsOf } from '../rules/meta-rules.ts'
import type { OrderCore } from './order-core.ts'
import type { DbsOrder, PickupOrder } from '../rules/schemes.ts'
import type { OrderFacts, WorldOrder, World } from '../world.ts'

/** What was attached, and what reading back would say now, by key. */
interface MetaState {
  readonly meta: Readonly<Record<string, readonly string[]>>
  readonly decisions: Readonly<Record<string, string>>
}

type FbsPart = Pick<WorldOrder, 'supplierStatus' | 'wbStatus' | 'supplyId' | 'needsReshipment' | 'sticker'>
type BuyerPart = Pick<DbsOrder, 'buyer' | 'organisation' | 'originCountryCode'>
type DbsPart = Pick<
  DbsOrder,
  'supplierStatus' | 'wbStatus' | 'deliveryType' | 'delivery' | 'groupId' | 'code' | 'sticker'
>
type PickupPart = Pick<
  PickupOrder,
  'supplierStatus' | 'wbStatus' | 'orderCode' | 'passcode' | 'payMode' | 'tireService' | 'identifiedAt'
>

export type OrderState = Readonly<OrderFacts & FbsPart & MetaState>
/** With the `code` that the buyer says at the door. */
export type DbsOrderState = Readonly<DbsOrder['facts'] & DbsPart & BuyerPart & MetaState>
/** With the `orderCode` and `passcode` that the buyer says at the counter. */
export type PickupOrderState = Readonly<PickupOrder['facts'] & PickupPart & BuyerPart & MetaState>

/** An order as the control shows it. */
export function orderState(world: World, order: WorldOrder, now: number): OrderState {
  const { facts, supplierStatus, wbStatus, supplyId, needsReshipment, sticker } = order
  return { ...facts, supplierStatus, wbStatus, supplyId, needsReshipment, sticker, ...metaState(world, order, now) }
}

/** A DBS order as the control shows it. */
export function dbsOrderState(world: World, order: DbsOrder, now: number): DbsOrderState {
  const { facts, supplierStatus, wbStatus, deliveryType, delivery, groupId, code, sticker } = order
  const parts = { supplierStatus, wbStatus, deliveryType, delivery, groupId, code, sticker }
  return { ...facts, ...parts, ...buyerState(order), ...metaState(world, order, now) }
}

/** An in-store pickup order as the control shows it. */
export function pickupOrderState(world: World, order: PickupOrder, now: number): PickupOrderState {
  const { facts, supplierStatus, wbStatus, orderCode, passcode, payMode, tireService, identifiedAt } = order
  const parts = { supplierStatus, wbStatus, orderCode, passcode, payMode, tireService, identifiedAt }
  return { ...facts, ...parts, ...buyerState(order), ...metaState(world, order, now) }
}

function buyerState({ buyer, organisation, originCountryCode }: DbsOrder | PickupOrder): BuyerPart {
  return { buyer, organisation, originCountryCode }
}

function metaState(world: World, order: OrderCore, now: number): MetaState {
  return {
    meta: Object.fromEntries([...order.meta].map(([key, value]) => [key, value.values])),
    decisions: Object.fromEntries(detailsOf(world, order, now).map(({ key, decision }) => [key, decision]))
  }
}
