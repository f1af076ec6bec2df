import { z } from 'zod'

/** An assembly order's id; int64 in the documents, far below 2^53 in life. */
export const orderIdSchema = z.number().int().positive()
/** `WB-GI-1234567`. */
export const supplyIdSchema = z.string().regex(/^[\w-]{1,64}$/)

export const orderPath = z.object({ orderId: orderIdSchema })
export const supplyPath = z.object({ supplyId: supplyIdSchema })
export const pageQuery = z.object({ limit: z.number().int().min(1).max(1000), next: z.number().int().min(0) })
export const pictureTypeSchema = z.enum(['svg', 'zplv', 'zplh', 'png'])

/** Seconds: the longest period that one request for a list of orders covers (API documents: 30 calendar days). */
const PERIOD_MAX_S = 30 * 24 * 60 * 60

/** Whether a page of orders asks for a period that one request may cover; `dateFrom` and `dateTo` are Unix seconds. */
export function fitsPeriod(query: { readonly dateFrom?: number | undefined; readonly dateTo?: number | undefined }) {
  const { dateFrom, dateTo } = query
  return dateFrom === undefined || dateTo === undefined || dateTo - dateFrom <= PERIOD_MAX_S
}

/** What a longer period is told. */
export const periodTooLong = { message: 'at most 30 days', path: ['dateTo'] }

/** A request without any part. */
export const bareRequest = z.object({})
/** Writes answer 204 with no body; who sends one instead is not the marketplace, so what became of the write is unknown. */
export const noReply = z.null()

/** No moment of an order lies outside of these years: a wrong one would stand first or last in every list. */
const MOMENTS = { from: Date.UTC(2015, 0), until: Date.UTC(2100, 0) }

/** Whether a moment (Unix ms) may be one of the marketplace's. */
export function isLikelyMoment(at: number): boolean {
  return at >= MOMENTS.from && at < MOMENTS.until
}

/** An ISO date with time, of the years 2015 to 2099, as Unix ms. */
export const momentSchema = z.string().transform((text, context) => {
  const at = Date.parse(text)
  if (isLikelyMoment(at)) return at
  context.addIssue({ code: 'custom', message: 'not a date' })
  return z.NEVER
})

/** A field that the marketplace leaves out, sends as null, or fills. */
export function missing<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform(value => value ?? null)
}

/** A field that packing can do without: `empty` stands in for one that is absent, null or odd. */
export function spare<T extends z.ZodType, Empty>(schema: T, empty: Empty) {
  return schema
    .nullish()
    .catch(null)
    .transform(value => value ?? empty)
}

/** A list of 1 to `most` assembly order ids. */
export function orderIds(most: number) {
  return z.array(orderIdSchema).min(1).max(most)
}

export { list, nested } from './list-schemas.ts'
