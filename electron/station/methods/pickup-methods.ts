import type { Parsed } from '../../../shared/contract/contract.ts'
import type { IdentityAnswer } from '../../../shared/contract/pickup-methods.ts'
import type { Station } from '../station.ts'

/** Whether a passcode belongs to an order's code; orders of that code that are here are known to be their buyer's then. */
export async function identityOf(station: Station, asked: Parsed<'pickup.identity'>): Promise<IdentityAnswer> {
  const reply = await station.identify(asked.orderCode, asked.passcode)
  if (reply.kind === 'refused') return { kind: 'refused', code: reply.code }
  if (reply.kind !== 'ok') return { kind: 'noAnswer' }
  if (reply.value.kind === 'same') {
    for (const { scheme, facts } of station.core.bench.orders.all()) {
      if (scheme?.kind !== 'pickup' || scheme.orderCode !== asked.orderCode) continue
      station.act({ kind: 'buyerIdentified', orderId: facts.id })
    }
  }
  return reply.value
}
