import type { Regime } from '../http/editions.ts'
import type { Problem } from '../http/errors.ts'
import { hindrancesOf } from '../rules/meta-rules.ts'
import { isOpenOrder } from './order-core.ts'
import type { OrderCore } from './order-core.ts'
import type { DbsOrder, PickupOrder } from '../rules/schemes.ts'
import type { World } from '../world.ts'

/** One change of status that the seller makes: where from, where to, and what the marketplace makes of it. */
export interface Step<Order extends OrderCore> {
  readonly from: readonly Order['supplierStatus'][]
  readonly to: Order['supplierStatus']
  readonly wbStatus: string
  /** The codes that the order requires have to be there and not refused. */
  readonly checksMeta: boolean
  /** A missing IMEI has a word of its own. */
  readonly asksImei?: true
}

export const DBS_STEPS = {
  confirm: { from: ['new'], to: 'confirm', wbStatus: 'waiting', checksMeta: false },
  deliver: { from: ['confirm'], to: 'deliver', wbStatus: 'waiting', checksMeta: true, asksImei: true },
  receive: { from: ['deliver'], to: 'receive', wbStatus: 'sold', checksMeta: false },
  reject: { from: ['deliver'], to: 'reject', wbStatus: 'canceled_by_client', checksMeta: false },
  cancel: { from: ['new', 'confirm'], to: 'cancel', wbStatus: 'canceled', checksMeta: false }
} as const satisfies Readonly<Record<string, Step<DbsOrder>>>

export const PICKUP_STEPS = {
  confirm: { from: ['new'], to: 'confirm', wbStatus: 'waiting', checksMeta: false },
  prepare: { from: ['confirm'], to: 'prepare', wbStatus: 'ready_for_pickup', checksMeta: true },
  receive: { from: ['prepare'], to: 'receive', wbStatus: 'sold', checksMeta: false },
  reject: { from: ['prepare'], to: 'reject', wbStatus: 'canceled_by_client', checksMeta: false },
  cancel: { from: ['new', 'confirm', 'prepare'], to: 'cancel', wbStatus: 'canceled', checksMeta: false }
} as const satisfies Readonly<Record<string, Step<PickupOrder>>>

/** Moves an order a step, or says why not (null: done); `isProven` is false for a wrong code of the buyer's. */
export function takeStep<Order extends OrderCore>(
  { world, now, regime }: { readonly world: World; readonly now: number; readonly regime: Regime },
  order: Order,
  step: Step<Order>,
  isProven = true
): Problem | null {
  if (!isOpenOrder(order) || !step.from.includes(order.supplierStatus)) return { status: 409, code: 'StatusMismatch' }
  if (!isProven) return { status: 409, code: 'InvalidWBCode' }
  // The first edition's documents know of no such check.
  const metaDetails = step.checksMeta && regime === 'successor' ? hindrancesOf(world, order, now) : []
  if (step.asksImei && metaDetails.some(({ key, decision }) => key === 'imei' && decision === 'required')) {
    return { status: 409, code: 'ImeiIsNotFilled' }
  }
  if (metaDetails.length > 0) return { status: 409, code: 'MetaValidationFail', metaDetails }
  order.supplierStatus = step.to
  order.wbStatus = step.wbStatus
  order.history.push({ at: now, code: step.to.toUpperCase() })
  return null
}
