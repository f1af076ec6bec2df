import { expect } from 'vitest'
import type { DbsOrderState, PickupOrderState } from '../../electron/practice/marketplace/marketplace.ts'
import { labelText } from './packer.ts'
import { startRig } from './station-rig.ts'
import type { RigOptions, StationRig } from './station-rig.ts'
import { until } from './until.ts'
import { overruns, repeatedWrites, writesOf } from './write-log.ts'
import type { Write } from './write-log.ts'

export const SCHEME_EDITIONS = ['seed', 'successor'] as const
export type SchemeEdition = (typeof SCHEME_EDITIONS)[number]

export interface ClaimedRound {
  readonly rig: StationRig
  /** In the order of their articles. */
  readonly ids: readonly number[]
}

/** A station with an order of each article, of one scheme, taken into assembly together. */
export async function claimRound(
  edition: SchemeEdition,
  scheme: 'dbs' | 'pickup',
  ...articles: readonly string[]
): Promise<ClaimedRound> {
  const rig = await schemeRig(edition)
  const ids = await newOrders(rig, scheme, ...articles)
  await claimAll(rig, ids)
  await until('the assembly', () => statusesOf(rig, ids).every(status => status === 'confirm'))
  await rig.drained()
  return { rig, ids }
}

/** A station without orders, at a marketplace of this edition alone. */
export function schemeRig(edition: SchemeEdition, options: RigOptions = {}): Promise<StationRig> {
  return startRig({ orders: 0, marketplace: { edition }, edition, ...options })
}

/** An order of each article, once the station has seen them. */
export async function newOrders(
  rig: StationRig,
  scheme: 'dbs' | 'pickup',
  ...articles: readonly string[]
): Promise<readonly number[]> {
  const before = rig.view().counts.fresh
  const ids = articles.flatMap(article => rig.marketplace.control.addOrders(1, { scheme, article }))
  await rig.refresh('the orders', ({ counts }) => counts.fresh === before + ids.length)
  return ids
}

/** Takes orders into a round of their own. */
export function claimAll(rig: StationRig, ids: readonly number[]): Promise<void> {
  return rig.call('orders.claim', { orderIds: [...ids], supply: { kind: 'new', name: '' } })
}

/** The order as the marketplace has it; throws when it has none. */
export function stateOf(rig: StationRig, orderId: number): DbsOrderState | PickupOrderState {
  const { dbsOrders, pickupOrders } = rig.marketplace.control.state()
  const found = [...dbsOrders, ...pickupOrders].find(({ id }) => id === orderId)
  if (found === undefined) throw new Error(`no order ${orderId}`)
  return found
}

/** The seller's statuses at the marketplace. */
export function statusesOf(rig: StationRig, ids: readonly number[]): readonly string[] {
  return ids.map(id => stateOf(rig, id).supplierStatus)
}

/** The order's life at the station. */
export async function lifeOf(rig: StationRig, orderId: number): Promise<string> {
  return (await rig.call('orders.get', { orderId }))?.order.life ?? 'unknown'
}

/** The round leaves; a question whether it may is answered with yes. */
export async function leaveRound(rig: StationRig): Promise<void> {
  await rig.scan('VRSTK-SUPPLY-DONE')
  if (rig.view().feedback.face === 'ask') await rig.scan('VRSTK-YES')
}

/** The courier is at the door of a DBS buyer, who says the code. */
export async function meetBuyer(rig: StationRig, orderId: number, outcome: 'receive' | 'reject'): Promise<void> {
  const state = stateOf(rig, orderId)
  await rig.call('orders.handOver', { orderId, outcome, code: 'code' in state ? state.code : '' })
}

/** Writes whose path ends so in either edition, oldest first. */
export function writesNamed(rig: StationRig, step: string): readonly Write[] {
  return writesOf(rig.marketplace.control).filter(({ name }) => name.endsWith(`/${step}`))
}

/** Nothing was sent twice, no limit was overrun, nothing went wrong in silence; the labels are those of the orders, each once. */
export function expectClean(rig: StationRig, ids: readonly number[]): void {
  expect(rig.printer.labels.map(labelText).toSorted()).toEqual(ids.map(id => `VRSTK-L-${id}`).toSorted())
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  expect(overruns(rig.marketplace.control)).toEqual([])
  expect(rig.errors()).toEqual([])
}
