import type { HttpHeaders } from '../../station/ports/ports.ts'
import { NO_NEWS, type LimitNews } from '../limits/bucket.ts'
import { readError, REMAINING, type WholeAnswer } from './error-bodies.ts'
import type { Penalty } from '../limits/limits.ts'

/** Ms until a retry may work when a 429 does not say it. */
const LIMITED_MS = 5000
const LIMITED_LEAST_MS = 200
/** Bounds of what a header may make us believe. */
const BURST_MAX = 1000
const RETRY_MAX_S = 3600

/** The headers of the marketplace's limits that stand in the head of a 429. */
const LIMITED = ['x-ratelimit-retry', 'x-ratelimit-reset', 'x-ratelimit-limit'] as const

/** What a 429 of the marketplace itself says; null: no 429, or somebody else's. */
export function readLimited(answer: WholeAnswer): LimitNews['limited'] {
  const { status, headers } = answer
  if (status !== 429) return null
  if (LIMITED.every(name => headers[name] === undefined) && readError(answer) === null) return null
  const seconds =
    headerNumber(headers, 'x-ratelimit-retry', RETRY_MAX_S) ??
    headerNumber(headers, 'retry-after', RETRY_MAX_S) ??
    headerNumber(headers, 'x-ratelimit-reset', RETRY_MAX_S)
  const burst = headerNumber(headers, 'x-ratelimit-limit', BURST_MAX)
  const retryMs = seconds === null ? LIMITED_MS : Math.max(LIMITED_LEAST_MS, seconds * 1000)
  return { retryMs, burst: burst === null || burst < 1 ? null : burst }
}

/**
 * What an answer tells the limiter: its penalty, and the `X-Ratelimit-…` headers. A stranger's tells nothing but that a
 * request left, which may have reached the marketplace or not; a penalty would be one that nobody has charged.
 */
export function limitNews(answer: WholeAnswer, penalty: Penalty): LimitNews {
  const { status, headers, text } = answer
  const limited = readLimited(answer)
  if (limited !== null) return { penalty: 0, remaining: null, limited }
  const isSuccess = status >= 200 && status < 300
  if (isSuccess ? isPage(text) : readError(answer) === null) return NO_NEWS
  const cost = status === 409 ? penalty.conflict : status >= 400 && status < 500 ? penalty.other : 1
  return { penalty: cost - 1, remaining: headerNumber(headers, REMAINING, BURST_MAX), limited: null }
}

function isPage(text: string): boolean {
  return text !== '' && !/^\s*[[{]/.test(text)
}

function headerNumber(headers: HttpHeaders, name: string, most: number): number | null {
  const value = headers[name]
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) && number >= 0 ? Math.min(number, most) : null
}
