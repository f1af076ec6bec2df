import type { MarketplacePort, WireIntent } from '../../station/ports/ports.ts'
import { createMetaWrites } from './meta-writes.ts'
import { createShippingWrites } from './shipping-writes.ts'
import { createSupplyWrites } from './supply-writes.ts'
import type { Write, WriteParts } from './write.ts'

/** Every write of the station's queue, in the edition of today or the pinned one. */
export function createWrites(parts: WriteParts): Pick<MarketplacePort, 'send' | 'readBack'> {
  const writes: { readonly [K in WireIntent['kind']]: Write<K> } = {
    ...createSupplyWrites(parts),
    ...createMetaWrites(parts),
    ...createShippingWrites(parts)
  }
  // The table holds each intent's own write under its kind; a union of all can't say so.
  const writeOf = ({ kind }: WireIntent) => writes[kind] as Write<WireIntent['kind']>
  return {
    send: intent => writeOf(intent).send(intent),
    readBack: intent => writeOf(intent).landed(intent)
  }
}
