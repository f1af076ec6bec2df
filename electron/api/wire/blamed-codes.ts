import { z } from 'zod'
import type { MetaSeen } from '../../../shared/domain/bench.ts'
import { metaDetails } from '../packing/facts.ts'
import { stored } from '../schemas/meta.ts'

const detail = z.object({ key: z.string(), value: stored.nullish(), decision: z.string().nullish() })
const order = z.object({ id: z.number(), metaDetails: z.array(detail).min(1) })
const orders = z.object({ orders: z.array(order.nullable().catch(null)) })

/** The codes that a refused delivery blames, order by order, in `orders` of an object; an order without them is left out. */
export function blamedCodes(data: unknown): readonly MetaSeen[] {
  const read = orders.safeParse(data)
  if (!read.success) return []
  return read.data.orders.flatMap(blamed =>
    blamed === null
      ? []
      : [
          {
            orderId: blamed.id,
            details: metaDetails(
              blamed.metaDetails.map(({ key, value, decision }) => ({
                key,
                values: told(value),
                decision: decision ?? null
              }))
            )
          }
        ]
  )
}

/** A code that is not there is told as the text `null`. */
function told(values: readonly string[] | null | undefined): readonly string[] {
  return (values ?? []).filter(value => value !== 'null')
}
