import { z } from 'zod'
import { words } from './common.ts'

/** The codes of business refusals that the documents name, each with its statuses. */
const CODES = {
  400: words(
    'IncorrectRequest IncorrectRequestBody IncorrectParameter BadRequest LowExpirationDate WarehouseNameInvalid StatusMismatch FulfillmentRequired InvalidOriginCountryCode UploadDataLimit'
  ),
  403: ['AccessDenied'],
  404: ['NotFound'],
  409: words(
    'StatusMismatch StatusChangeNotAllowed FailedToAddSupplyOrder SupplyIsProcessing SupplyHasOrders SupplyHasZeroOrders MetaValidationFail FulfillmentSupplyBoxesRequired SupplyShippingRequired SupplyNotClosed CustomsDeclarationIsRequired FailedToUpdateMeta MetaKeyNotRequired InvalidPasscode InvalidWBCode ImeiIsNotFilled SGTINIsNotFilled SupplyAlreadyScanned InvalidShippingDt UnsuitableShippingType WaybillUUIDIsProcessing SpotActionNotAllowed NotFound'
  ),
  422: ['OrderNotB2B', 'PriceNotCalculated']
} as const

/** What the documents of `deliver` list: whose codes hold a supply back. */
const culprits = z.strictObject({
  orders: z
    .array(
      z.strictObject({
        id: z.int(),
        metaDetails: z.array(z.strictObject({ key: z.string(), value: z.string(), decision: z.string() })).min(1)
      })
    )
    .min(1)
})

function statusOf(status: number): readonly string[] {
  return Object.entries(CODES).find(([known]) => Number(known) === status)?.[1] ?? []
}

/** A refusal by the rules of a method. */
export function businessError(status: number): z.ZodType {
  return z.strictObject({
    code: z.enum(statusOf(status)),
    message: z.string().min(1),
    data: z.union([culprits, z.array(z.strictObject({ sku: z.string() }))]).optional()
  })
}

/** Whom the counter turns away is told no message; an order that isn't ready has one. */
export const identityError = z.union([
  z.strictObject({ code: z.enum(['InvalidPasscode', 'NotFound']) }),
  businessError(409)
])

/** One item's trouble in a bulk reply of 200: the status as a number, the code as text. */
export const itemError = z.strictObject({
  code: z.int().min(400).max(499),
  detail: z.enum([...new Set(Object.values(CODES).flat())]),
  metaDetails: z.array(z.strictObject({ key: z.string(), value: z.unknown(), decision: z.string() })).optional()
})

/** What the gateway writes, before any method runs. */
export const gatewayError = z.strictObject({
  title: z.string().min(1),
  detail: z.string(),
  code: z.string().min(1),
  requestId: z.string().min(1),
  origin: z.string().regex(/^(ag|s2s)-/),
  status: z.int(),
  statusText: z.string().min(1),
  timestamp: z.iso.datetime()
})

/** Methods by road write a title alone. */
export const titledError = z.strictObject({ title: z.string().min(1), detail: z.string() })

export const archiveError = z.strictObject({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.strictObject({ location: z.string(), message: z.string(), value: z.unknown() })),
  origin: z.string(),
  requestId: z.string(),
  status: z.int()
})
