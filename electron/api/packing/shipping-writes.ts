import type { WriteReply } from '../../station/ports/ports.ts'
import { boxesFound } from '../fbs/boxes-found.ts'
import { createSpot, spotFound } from '../fbs/spot.ts'
import { operations } from '../operations.ts'
import { tame } from '../wire/error-bodies.ts'
import { failureOfError } from '../wire/failures.ts'
import { found, whole, WRITTEN, type WireOf, type Write, type WriteParts } from './write.ts'

/** How a supply travels: point and day, boxes, the carrier who brings it over a border. */
export function createShippingWrites({ call, lookUp, edition }: WriteParts): {
  readonly [K in 'setShipping' | 'addBoxes' | 'deleteBoxes' | 'setSpot']: Write<K>
} {
  const spot = createSpot(call, edition)

  /** One supply's shipping method; the refusal stands inside a 200. */
  async function ship({ remoteId, method }: WireOf<'setShipping'>): Promise<WriteReply> {
    const { pointId, type, day } = method
    const data = [{ supplyId: remoteId, shippingPointId: pointId, shippingDt: day, shippingType: type }]
    const reply = await call(operations.setShippingMethod, { body: { data } }, 'urgent')
    if (reply.kind !== 'ok') return reply
    const result = reply.value.results.find(({ supplyId }) => supplyId === remoteId)
    // Not a word of this supply: it is looked up before anything else.
    if (result === undefined) return { kind: 'unknown', why: 'server' }
    if (result.error === null) return WRITTEN
    const { code, detail } = result.error
    return failureOfError(code, { name: tame(detail), message: '', culprits: [] })
  }

  return {
    setShipping: {
      send: ship,
      landed: ({ remoteId, method }) =>
        found(
          lookUp(operations.supply, { path: { supplyId: remoteId } }, 'urgent'),
          ({ shippingPointId, shippingType, shippingDt }) =>
            shippingPointId === method.pointId &&
            shippingType === method.type &&
            shippingDt?.slice(0, 10) === method.day
        )
    },
    addBoxes: {
      async send({ remoteId: supplyId, amount }) {
        const reply = await call(operations.addBoxes, { path: { supplyId }, body: { amount } }, 'urgent')
        return reply.kind === 'ok' ? { kind: 'ok', value: { results: [], boxIds: reply.value.trbxIds } } : reply
      },
      landed: intent =>
        found(lookUp(operations.boxes, { path: { supplyId: intent.remoteId } }, 'urgent'), ({ trbxes }) =>
          boxesFound(
            trbxes.map(({ id }) => id),
            intent
          )
        )
    },
    deleteBoxes: {
      send: ({ remoteId: supplyId, boxIds }) =>
        whole(call(operations.deleteBoxes, { path: { supplyId }, body: { trbxIds: [...boxIds] } }, 'urgent')),
      landed: ({ remoteId: supplyId, boxIds }) =>
        found(
          lookUp(operations.boxes, { path: { supplyId } }, 'urgent'),
          ({ trbxes }) => !trbxes.some(({ id }) => boxIds.includes(id))
        )
    },
    setSpot: {
      send: ({ remoteId, carrier }) => whole(spot.setSpot(remoteId, carrier)),
      // Only ever sent in the newer edition.
      landed: intent => found(spotFound(createSpot(lookUp, 'successor'), intent), happened => happened)
    }
  }
}
