import type { CourierParcel, HandedOut } from '../../../shared/contract/courier-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { isPackable } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { RouteStop } from '../../../shared/domain/printing/print-jobs.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import type { Core } from '../core/core.ts'
import { routeSheet } from '../printing/route-sheet.ts'
import type { Station } from '../station.ts'

/** Orders that the seller delivers, in assembly and on their way: express first, then by the time that they are awaited at. */
export function courierDesk(bench: Bench): readonly CourierParcel[] {
  return [...bench.orders.marked(marks.open('dbs'))]
    .filter(({ life }) => life !== 'fresh')
    .toSorted((a, b) => rank(a) - rank(b) || deadlineOf(a) - deadlineOf(b) || a.facts.id - b.facts.id)
    .flatMap(order => courierParcel(bench, order))
}

/** These leave with the courier; which of them do not is told, since somebody carries them all. */
export function handOut(station: Station, orderIds: readonly number[]): HandedOut {
  const { core } = station
  const before = core.bench.orders
  station.act({ kind: 'handToCourier', orderIds })
  const staying = orderIds.filter(id => core.bench.orders.get(id) === before.get(id))
  return { staying, why: staying.length === orderIds.length ? core.bench.feedback.message : null }
}

/** A line of the log for each of these orders whose buyer a route sheet shows; all of them in one write. */
export function noteShown(core: Core, orderIds: readonly number[]): void {
  core.noteEach(
    'buyerShown',
    orderIds.filter(id => core.bench.orders.get(id)?.scheme.kind === 'dbs')
  )
}

/** What the courier needs of these parcels; each buyer was shown to somebody. */
export function routeOf({ core, store, clock }: Station, orderIds: readonly number[]): readonly RouteStop[] {
  noteShown(core, orderIds)
  return routeSheet(core.bench, orderIds, store, clock.now()).stops
}

function rank(order: Order): number {
  return rulesFor(order).isExpress(order) ? 0 : 1
}

function deadlineOf(order: Order): number {
  return rulesFor(order).deadlineOf(order) ?? Number.MAX_SAFE_INTEGER
}

function courierParcel({ rounds }: Bench, order: Order): CourierParcel[] {
  const { facts, scheme, sticker, supplyId, handover, hasOldLabel } = order
  if (scheme.kind !== 'dbs') return []
  const { id, article, colorCode, comment } = facts
  return [
    {
      id,
      told: sticker?.partB ?? null,
      article,
      colorCode,
      scheme,
      deadlineAt: rulesFor(order).deadlineOf(order),
      roundName: (supplyId === null ? undefined : rounds.get(supplyId))?.name ?? null,
      comment,
      state: stateOf(order),
      handover: handover ?? null,
      hasOldLabel: hasOldLabel === true
    }
  ]
}

function stateOf(order: Order): CourierParcel['state'] {
  const { life, departure, handover } = order
  if (isPackable(order)) return 'packing'
  if (life === 'packed') return departure === undefined ? 'packed' : 'leaving'
  if (life === 'shipped') return handover?.state.kind === 'queued' ? 'telling' : 'out'
  return 'shelved'
}
