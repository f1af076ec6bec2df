import type { DbsClient, FbsClient, MarketplacePort, PickupClient, WireIntent } from '../../station/ports/ports.ts'
import { createSchemeWrites } from '../schemes/queue-writes.ts'
import { createMetaWrites } from './meta-writes.ts'
import { createShippingWrites } from './shipping-writes.ts'
import { createSupplyWrites } from './supply-writes.ts'
import { found, foundByOrder, type Write, type WriteParts } from './write.ts'

export interface QueueParts extends WriteParts {
  readonly fbs: Pick<FbsClient, 'cancel' | 'readBack'>
  readonly dbs: Pick<DbsClient, 'send' | 'readBack'>
  readonly pickup: Pick<PickupClient, 'send' | 'readBack'>
}

/** Every write of the station's queue, in the edition of today or the pinned one. */
export function createWrites(parts: QueueParts): Pick<MarketplacePort, 'send' | 'readBack'> {
  const { fbs, dbs, pickup } = parts
  const writes: { readonly [K in WireIntent['kind']]: Write<K> } = {
    ...createSupplyWrites(parts),
    ...createMetaWrites(parts),
    ...createShippingWrites(parts),
    cancel: {
      send: ({ orderIds }) => fbs.cancel(orderIds),
      landed: intent => found(fbs.readBack(intent), ({ orders }) => foundByOrder(orders))
    },
    dbs: createSchemeWrites(dbs),
    pickup: createSchemeWrites(pickup)
  }
  // The table holds each intent's own write under its kind; a union of all can't say so.
  const writeOf = ({ kind }: WireIntent) => writes[kind] as Write<WireIntent['kind']>
  return {
    send: intent => writeOf(intent).send(intent),
    readBack: intent => writeOf(intent).landed(intent)
  }
}
