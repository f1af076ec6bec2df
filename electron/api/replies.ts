import { z } from 'zod'
import type { HttpHeaders } from '../station/ports.ts'
import type { LimitNews } from './bucket.ts'
import type { Penalty } from './limits.ts'

/** An error by the marketplace's own rules, told from one by its gateway or by somebody between. */
export type ErrorBody =
  | { readonly kind: 'business'; readonly code: string; readonly message: string; readonly culprits: readonly number[] }
  | { readonly kind: 'gateway'; readonly detail: string }
  | { readonly kind: 'foreign' }

const culprit = z.union([
  z.number(),
  z.object({ id: z.number() }).transform(order => order.id),
  z.object({ orderId: z.number() }).transform(order => order.orderId)
])
const business = z.object({
  code: z.string(),
  message: z.string(),
  data: z
    .object({ orders: z.array(culprit).catch([]) })
    .nullish()
    .catch(null)
})
const gateway = z.object({ title: z.string(), detail: z.string().catch('') })

/** Longest text of a stranger that goes on to a screen or a log. */
const TEXT_MAX = 300

/** What the body of a 4XX or 5XX says; anything unreadable is `foreign`. */
export function readError(text: string): ErrorBody {
  const json = parseJson(text)
  const body: unknown = Array.isArray(json) ? json[0] : json
  const front = gateway.safeParse(body)
  if (front.success) return { kind: 'gateway', detail: tame(front.data.detail) }
  const own = business.safeParse(body)
  if (!own.success) return { kind: 'foreign' }
  const { code, message, data } = own.data
  return { kind: 'business', code: tame(code), message: tame(message), culprits: data?.orders ?? [] }
}

/** A stranger's text, bounded and without anything that looks like a token echoed back. */
export function tame(text: string): string {
  return text.replaceAll(/eyJ[\w-]*\.[\w-]*(\.[\w-]*)?/g, '…').slice(0, TEXT_MAX)
}

/** The JSON in `text`, undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Ms until a retry may work when a 429 does not say it. */
const LIMITED_MS = 5000
const LIMITED_LEAST_MS = 200
/** Bounds of what a header may make us believe. */
const BURST_MAX = 1000
const RETRY_MAX_S = 3600

/** What a reply tells the limiter: its penalty, and the `X-Ratelimit-…` headers. */
export function limitNews(status: number, headers: HttpHeaders, penalty: Penalty): LimitNews {
  const remaining = headerNumber(headers, 'x-ratelimit-remaining', BURST_MAX)
  if (status === 429) {
    const seconds =
      headerNumber(headers, 'x-ratelimit-retry', RETRY_MAX_S) ??
      headerNumber(headers, 'retry-after', RETRY_MAX_S) ??
      headerNumber(headers, 'x-ratelimit-reset', RETRY_MAX_S)
    const burst = headerNumber(headers, 'x-ratelimit-limit', BURST_MAX)
    const retryMs = seconds === null ? LIMITED_MS : Math.max(LIMITED_LEAST_MS, seconds * 1000)
    return { penalty: 0, remaining: null, limited: { retryMs, burst: burst === null || burst < 1 ? null : burst } }
  }
  const cost = status === 409 ? penalty.conflict : status >= 400 && status < 500 ? penalty.other : 1
  return { penalty: cost - 1, remaining, limited: null }
}

function headerNumber(headers: HttpHeaders, name: string, most: number): number | null {
  const value = headers[name]
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) && number >= 0 ? Math.min(number, most) : null
}
