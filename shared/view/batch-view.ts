import type { Bench } from '../domain/bench.ts'
import { marks } from '../domain/orders/order-marks.ts'
import { isProblem } from '../domain/orders/orders.ts'
import type { Round } from '../domain/orders/rounds.ts'
import { needsShipping } from '../domain/orders/shipping.ts'
import type { Supply } from '../domain/orders/supplies.ts'
import type { BatchView, RoundView, SupplyView } from './view.ts'

/** What is being packed; null: nothing is open. */
export function openBatch(bench: Bench): BatchView | null {
  const { supplyId, supplies, rounds } = bench
  if (supplyId === null) return null
  const supply = supplies.get(supplyId)
  if (supply !== undefined) return supplyView(bench, supply)
  const round = rounds.get(supplyId)
  return round === undefined ? null : roundView(bench, round)
}

/** A round with its counts. */
export function roundView({ orders }: Bench, round: Round): RoundView {
  const { all, cancelled, packable, shelved } = orders.supplyTally(round.id)
  const total = all - cancelled
  return { ...round, total, packed: total - packable - shelved, shelved }
}

/** A supply with its counts. */
export function supplyView(bench: Bench, supply: Supply): SupplyView {
  const { id, remoteId, name, state, createdAt } = supply
  const { orders } = bench
  const { all, packed, shipped, shelved, cancelled } = orders.supplyTally(id)
  const facts = all === cancelled ? undefined : orders.anyOf(id)?.facts
  return {
    kind: 'supply',
    id,
    remoteId,
    name,
    state,
    createdAt,
    total: all - cancelled,
    packed: packed + shipped,
    shelved,
    dead: [...orders.marked(marks.lifeIn(id, 'cancelled'))].filter(isProblem).length,
    unjudged: orders.count(marks.unjudgedIn(id)),
    offices: orders.officesOf(id),
    warehouseId: facts?.warehouseId ?? null,
    cargoType: facts?.cargoType ?? supply.cargoType,
    needsShipping: needsShipping(bench.settings, bench.shipping, supply.demand, orders.count(marks.abroadIn(id)) > 0),
    shipping: supply.shipping,
    isShippingOpen: state !== 'abandoned' && supply.scannedAt === null,
    boxes: supply.boxes,
    spot: supply.spot ?? null,
    hitch: supply.hitch
  }
}
