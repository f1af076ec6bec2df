import type { BuyerView, IdentityView, RefusedHandover, Taken } from '../../../shared/contract/scheme-methods.ts'
import type { Parsed } from '../../../shared/contract/contract.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import type { Identity, Reply } from '../ports/ports.ts'
import type { Station } from '../station.ts'

/** Who ordered it, for a person who asked to see it. */
export async function showBuyer(station: Station, orderId: number): Promise<BuyerView | null> {
  const kept = await station.buyerOf(orderId)
  if (kept === null) return null
  const { address, contact } = kept
  return { name: contact?.name ?? null, dials: contact?.dials ?? [], address }
}

/** Asks the marketplace about the code that a buyer named at the counter, and lets the rules know of the right one. */
export async function identify(
  station: Station,
  { orderId, passcode }: Parsed<'orders.identify'>
): Promise<IdentityView> {
  const scheme = station.core.bench.orders.get(orderId)?.scheme
  if (scheme?.kind !== 'pickup') return { kind: 'notNow', nextTryMs: 0 }
  const reply = await askIdentity(station, scheme.orderCode, passcode)
  if (reply.kind !== 'ok') return { kind: 'unanswered', nextTryMs: 0 }
  if (reply.value.kind === 'same') station.act({ kind: 'buyerIdentified', orderId })
  return reply.value
}

/** Whether a code named at the counter is that of a pickup order. */
export async function askIdentity(
  { marketplace, network }: Station,
  orderCode: string,
  passcode: string
): Promise<Reply<Identity>> {
  const reply = await marketplace.pickup.identity(orderCode, passcode)
  if (reply.kind !== 'ok') network.failed(reply)
  // What is no passcode asks nobody.
  else if (reply.value.kind !== 'malformed') network.answered()
  return reply
}

/** The parcel's way ends; whether the rules took that. */
export function handOver(station: Station, handed: Parsed<'orders.handOver'>): Taken {
  const { core } = station
  const before = core.bench.orders.get(handed.orderId)?.handover
  station.act({ kind: 'handOver', ...handed })
  const isTaken = core.bench.orders.get(handed.orderId)?.handover !== before
  return isTaken ? { kind: 'taken' } : { kind: 'refused', why: core.bench.feedback.message }
}

/** Parcels whose end the marketplace did not take, oldest first. */
export function refusedHandovers({ orders }: Bench): readonly RefusedHandover[] {
  return [...orders.marked(marks.handoverRefused)].flatMap(({ scheme, handover, facts: { id: orderId, article } }) => {
    if (scheme.kind === 'fbs' || handover?.state.kind !== 'refused') return []
    const { code, message } = handover.state
    return [{ orderId, scheme: scheme.kind, article, outcome: handover.outcome, code, message }]
  })
}
