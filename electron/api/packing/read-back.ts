import { assertNever } from '../../../shared/domain/assert.ts'
import type { MarketplacePort, Reply, WireIntent, WriteFound } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { boxesFound } from '../fbs/boxes-found.ts'
import { createSpot, spotFound } from '../fbs/spot.ts'
import { operations } from '../operations.ts'
import type { Reads } from './reads.ts'
import { shippingFound } from './shipping.ts'

/** Finds out whether a write of unknown fate took place, by reading what it would have changed. */
export function createReadBack(call: Call, reads: Reads): MarketplacePort['readBack'] {
  return async intent => {
    switch (intent.kind) {
      case 'createSupply': {
        // The station makes names unique: the one with our name is ours.
        const reply = await reads.supplies()
        if (reply.kind !== 'ok') return reply
        const supply = reply.value.find(({ name }) => name === intent.name)
        return found(supply !== undefined, supply?.remoteId ?? null)
      }
      case 'addToSupply': {
        const reply = await reads.supplyOrderIds(intent.remoteId)
        if (reply.kind !== 'ok') return reply
        const inside = new Set(reply.value)
        return found(intent.orderIds.every(id => inside.has(id)))
      }
      case 'setMeta':
      case 'deleteMeta':
        return metaFound(reads, intent)
      case 'setShipping': {
        const reply = await shippingFound(call, intent)
        return reply.kind === 'ok' ? found(reply.value) : reply
      }
      case 'addBoxes': {
        const reply = await call(operations.boxes, { path: { supplyId: intent.remoteId } }, 'urgent')
        if (reply.kind !== 'ok') return reply
        const ids = reply.value.trbxes.map(({ id }) => id)
        return { kind: 'ok', value: { remoteId: null, ...boxesFound(ids, intent) } }
      }
      case 'deliverSupply': {
        const reply = await call(operations.supply, { path: { supplyId: intent.remoteId } }, 'urgent')
        return reply.kind === 'ok' ? found(reply.value.done) : reply
      }
      case 'setSpot': {
        // Only ever sent in the newer edition.
        const reply = await spotFound(createSpot(call, 'successor'), intent)
        return reply.kind === 'ok' ? found(reply.value) : reply
      }
      default:
        return assertNever(intent)
    }
  }
}

async function metaFound(
  reads: Reads,
  intent: Extract<WireIntent, { readonly kind: 'setMeta' | 'deleteMeta' }>
): Promise<Reply<WriteFound>> {
  const reply = await reads.metas([intent.orderId], 'urgent')
  if (reply.kind !== 'ok') return reply
  const details = reply.value.find(({ orderId }) => orderId === intent.orderId)?.details
  const values = details?.find(({ key }) => key === intent.key)?.values ?? []
  if (intent.kind === 'deleteMeta') return found(values.length === 0)
  // An order may hold more codes than the one from here: a set, or what was added on the portal.
  return found(values.some(value => bare(value) === bare(intent.value)))
}

/** A marking code without its GS: readers of it may have lost them, and the rest tells codes apart. */
export function bare(code: string): string {
  return code.replaceAll('\u001D', '')
}

function found(happened: boolean, remoteId: string | null = null): Reply<WriteFound> {
  return { kind: 'ok', value: { happened, remoteId } }
}
