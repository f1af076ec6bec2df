import { z } from 'zod'
import { withBody, withOrderOf } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { DBS_API } from '../rules/scheme-api.ts'
import { DBS_STEPS, takeStep } from '../orders/steps.ts'
import { forEachOrder } from './bulk.ts'
import { bulkStep, plainStep, singleReply, singleStep, statusReads } from './scheme-status.ts'

/** Guessing the buyer's code is dear in the first edition: more than a whole burst. */
const GUESS_COST = 33

const codeSchema = z.object({ code: z.string().min(1) })
const codesSchema = z.object({
  orders: z
    .array(z.object({ orderId: z.int(), code: z.string().min(1) }))
    .min(1)
    .max(1000)
})

/** A step at the buyer's door: it takes the code that only the buyer knows. */
function provenStep(name: 'receive' | 'reject'): readonly Route[] {
  const step = DBS_STEPS[name]
  return [
    singleStep(
      DBS_API,
      name,
      withBody(
        codeSchema,
        withOrderOf(DBS_API.ordersOf, (call, order, { code }) =>
          singleReply(order, takeStep(call, order, step, code === order.code))
        )
      ),
      GUESS_COST
    ),
    bulkStep(
      DBS_API,
      name,
      withBody(codesSchema, (call, { orders }) =>
        forEachOrder(
          DBS_API,
          call.world,
          orders,
          ({ orderId }) => orderId,
          (order, { code }) => takeStep(call, order, step, code === order.code)
        )
      )
    )
  ]
}

/** DBS: statuses and their changes, one by one and in bulk. */
export const DBS_STATUS_ROUTES: readonly Route[] = [
  ...statusReads(DBS_API, z.array(z.int()).min(1).max(1000), orders => ({ orders })),
  ...plainStep(DBS_API, 'confirm', DBS_STEPS.confirm),
  ...plainStep(DBS_API, 'deliver', DBS_STEPS.deliver),
  ...plainStep(DBS_API, 'cancel', DBS_STEPS.cancel),
  ...provenStep('receive'),
  ...provenStep('reject')
]
