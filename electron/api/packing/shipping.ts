import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { Reply, Sent, WireIntent } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { tame } from '../wire/error-bodies.ts'
import { failureOfError } from '../wire/failures.ts'
import { operations } from '../operations.ts'

type SetShipping = Extract<WireIntent, { readonly kind: 'setShipping' }>

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

/** One supply's shipping method; the refusal stands inside a 200. */
export async function sendShipping(call: Call, { remoteId, method }: SetShipping): Promise<Reply<Sent>> {
  const { pointId, type, day } = method
  const data = [{ supplyId: remoteId, shippingPointId: pointId, shippingDt: day, shippingType: type }]
  const reply = await call(operations.setShippingMethod, { body: { data } }, 'urgent')
  if (reply.kind !== 'ok') return reply
  const result = reply.value.results.find(({ supplyId }) => supplyId === remoteId)
  // Not a word of this supply: it is looked up before anything else.
  if (result === undefined) return { kind: 'unknown', why: 'server' }
  if (result.error === null) return { kind: 'ok', value: { remoteId: null, refused: [] } }
  const { code, detail } = result.error
  return failureOfError(code, { name: tame(detail), message: '', culprits: [] })
}

/** Whether the marketplace shows the supply with this shipping method. */
export async function shippingFound(call: Call, { remoteId, method }: SetShipping): Promise<Reply<boolean>> {
  const reply = await call(operations.supply, { path: { supplyId: remoteId } }, 'urgent')
  if (reply.kind !== 'ok') return reply
  const { shippingPointId, shippingType, shippingDt } = reply.value
  const isSame =
    shippingPointId === method.pointId && shippingType === method.type && shippingDt?.slice(0, 10) === method.day
  return { kind: 'ok', value: isSame }
}
