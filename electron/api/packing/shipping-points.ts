import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { Reply } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { operations } from '../operations.ts'

/** Every point of a city that takes a cargo type (1..3): thousands in a large one. */
export async function readShippingPoints(
  call: Call,
  city: string,
  cargoType: number
): Promise<Reply<readonly ShippingPoint[]>> {
  const reply = await call(operations.shippingPoints, { query: { city, cargoType } }, 'background')
  if (reply.kind !== 'ok') return reply
  const points = reply.value.shippingPoints.map(({ id, name, address, city, officeType, fulfillment }) => ({
    id,
    name,
    address,
    city,
    officeType,
    fulfilment: fulfillment ?? false
  }))
  return { kind: 'ok', value: points }
}
