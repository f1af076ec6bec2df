import type { Bench } from '../../../shared/domain/bench.ts'
import type { IntentBody } from '../../../shared/domain/intents.ts'
import type { WireIntent } from '../ports/ports.ts'

/** An intent as the marketplace is to hear it, local ids of supplies become its own; null while one is not known yet. */
export function wireOf(body: IntentBody, { supplies }: Pick<Bench, 'supplies'>): WireIntent | null {
  if (body.kind === 'setMeta' || body.kind === 'deleteMeta') return body
  // Those of other schemes wait until their clients are joined to the queue.
  if (!('supplyId' in body)) return null
  if (body.kind === 'createSupply') return { kind: body.kind, name: body.name }
  const supply = supplies.get(body.supplyId)
  if (supply === undefined || supply.remoteId === null) return null
  const { remoteId } = supply
  switch (body.kind) {
    case 'addToSupply':
      return { kind: body.kind, remoteId, orderIds: body.orderIds }
    case 'setShipping':
      return { kind: body.kind, remoteId, method: body.method }
    case 'addBoxes':
      return { kind: body.kind, remoteId, amount: body.amount, before: supply.boxes.ids }
    case 'deliverSupply':
    case 'deleteSupply':
      return { kind: body.kind, remoteId }
    case 'setSpot':
      return { kind: body.kind, remoteId, carrier: body.carrier }
  }
}
