import { z } from 'zod'
import { isNested } from '../http/forms.ts'
import type { Route } from '../http/route.ts'
import { PICKUP_API } from '../rules/scheme-api.ts'
import { PICKUP_STEPS } from '../orders/steps.ts'
import { plainStep, statusReads } from './scheme-status.ts'

/** In-store pickup: statuses and their changes, one by one and in bulk; the first edition's reply is wrapped twice, as its sample shows. */
export const PICKUP_STATUS_ROUTES: readonly Route[] = [
  ...statusReads(PICKUP_API, z.array(z.int()).min(1), (orders, forms) => ({
    orders: isNested(forms, true) ? [{ orders }] : orders
  })),
  ...plainStep(PICKUP_API, 'confirm', PICKUP_STEPS.confirm),
  ...plainStep(PICKUP_API, 'prepare', PICKUP_STEPS.prepare),
  ...plainStep(PICKUP_API, 'receive', PICKUP_STEPS.receive),
  ...plainStep(PICKUP_API, 'reject', PICKUP_STEPS.reject),
  ...plainStep(PICKUP_API, 'cancel', PICKUP_STEPS.cancel)
]
