import type { FinalPrice, Reply } from '../../station/ports/ports.ts'
import { inNewer } from '../newer.ts'
import type { operations } from '../operations.ts'
import { inPieces, PAGE } from '../packing/paging.ts'
import { itemRefusal } from './carrier.ts'
import type { SchemeParts } from './reads.ts'

type Answer = NonNullable<(typeof operations.dbsFinalPrices.reply)['_output']>['results'][number]

/** What buyers pay in the end; a method of the newer edition. */
export function createFinalPrices(
  { call, edition }: SchemeParts,
  operation: typeof operations.dbsFinalPrices
): (orderIds: readonly number[]) => Promise<Reply<readonly FinalPrice[]>> {
  return orderIds =>
    inNewer(edition, () =>
      inPieces(orderIds, PAGE, async piece => {
        const reply = await call(operation, { body: { orders: [...piece] } }, 'background')
        return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.results.map(priceOf) } : reply
      })
    )
}

function priceOf({ orderId, isError, errors, data }: Answer): FinalPrice {
  const refusal = itemRefusal(isError, errors)
  if (refusal !== null) return { kind: 'refused', orderId, failure: refusal }
  if (data === null) return { kind: 'asOrdered', orderId }
  const { convertedOriginalFinalPrice: converted, originalFinalPrice: original } = data
  if (converted !== null && data.convertedCurrencyCode !== null) {
    return {
      kind: 'known',
      orderId,
      full: data.convertedOriginalPrice ?? converted,
      paid: converted,
      currencyCode: data.convertedCurrencyCode
    }
  }
  if (original === null || data.currencyCode === null) return { kind: 'computing', orderId }
  return {
    kind: 'known',
    orderId,
    full: data.originalPrice ?? original,
    paid: original,
    currencyCode: data.currencyCode
  }
}
