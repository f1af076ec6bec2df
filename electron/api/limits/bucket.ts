import type { Limit } from './limits.ts'

/** What a reply says of the bucket. */
export interface LimitNews {
  /** Requests that the call counted as beyond itself. */
  readonly penalty: number
  /** `X-Ratelimit-Remaining`, null when absent. */
  readonly remaining: number | null
  /** A 429: ms until a retry may work, and the bucket's real burst when it was told. */
  readonly limited: { readonly retryMs: number; readonly burst: number | null } | null
}

export const NO_NEWS: LimitNews = { penalty: 0, remaining: null, limited: null }
/** Not a byte of it left this PC (no network): nobody can have counted it. */
export const NEVER_LEFT: LimitNews = { ...NO_NEWS, penalty: -1 }

export interface Flight {
  readonly startedAt: number
  /** Requests of the group that were on their way at some time of this one's. */
  overlap: number
}

export interface Bucket {
  /** Takes a token for a request that leaves now; null when there is none. */
  take(now: number): Flight | null
  settle(flight: Flight, news: LimitNews, now: number): void
  /** The request of the flight never left. */
  cancel(flight: Flight): void
  /** Nothing leaves before `until`; then at least one request may. */
  sleep(until: number): void
  /** Ms until a token comes by itself; null when only a settled request can bring one. */
  wait(now: number): number | null
  /** Ms that the marketplace told us to stay silent for. */
  sleeps(now: number): number
  /** Tokens in hand, with those of requests on their way gone. */
  level(now: number): number
}

/** Our seconds are longer than the server's: clocks differ, and a server may count in whole ticks. */
const SLOWER = 1.01
/** Rounding of ms must not hold a token back. */
const EPSILON = 1e-6

/**
 * A lower bound of the marketplace's own bucket, on monotonic ms.
 * Nobody knows when a request arrives between leaving and being answered, so requests that left evenly may arrive
 * bunched. Therefore a token is gone from the moment of leaving, but its place begins to refill only when the answer is
 * here. The server, which counted it no later than that, always holds at least as much as we believe; and while there
 * is work nothing is lost, because a bucket that is not full refills at the same rate whenever it was tapped.
 * A refusal costs more than its own token, and nobody knows of it before it is answered. Therefore a request leaves
 * beside others only when one refusal among those would still leave a token for it; alone, its own token is enough.
 */
export function createBucket(limit: Limit, level: number, now: number): Bucket {
  const flights = new Set<Flight>()
  const interval = limit.intervalMs * SLOWER
  const reserve = (limit.dearest ?? 1) - 1
  /** A request passes with a token at least, so that a refused one leaves no more than this debt, however many are refused. */
  const deepest = -reserve
  let burst = limit.burst
  let tokens = Math.max(deepest, Math.min(level, burst))
  let at = now
  let sleepUntil: number | null = null

  function refill(time: number): void {
    if (sleepUntil !== null) {
      if (time < sleepUntil) return
      tokens = Math.max(tokens, 1)
      at = sleepUntil
      sleepUntil = null
    }
    tokens = Math.min(burst, tokens + Math.max(0, time - at) / interval)
    at = Math.max(at, time)
  }

  /** Tokens that the next request has to find. */
  function needed(): number {
    return flights.size === 0 ? 1 : 1 + flights.size + reserve
  }

  return {
    take: time => {
      refill(time)
      if (sleepUntil !== null || tokens < needed() - EPSILON) return null
      const flight: Flight = { startedAt: time, overlap: flights.size }
      for (const other of flights) other.overlap += 1
      flights.add(flight)
      return flight
    },
    settle: (flight, news, time) => {
      if (!flights.delete(flight)) return
      refill(time)
      tokens = Math.max(tokens - 1 - news.penalty, deepest)
      if (news.limited !== null) {
        burst = news.limited.burst ?? burst
        tokens = Math.min(tokens, 0)
        sleepUntil = Math.max(sleepUntil ?? 0, time + news.limited.retryMs)
      } else if (news.remaining !== null) {
        // The count is of the moment of arrival, whole tokens, with some of the overlapping requests in it or not.
        const most = news.remaining + 1 + flight.overlap + (time - flight.startedAt) / interval
        tokens = Math.min(tokens, most)
        // 0 may stand for a debt, which never raises; a penalty may not be in the count yet.
        const least = news.remaining - news.penalty
        if (flight.overlap === 0 && least >= 1) tokens = Math.max(tokens, Math.min(burst, least))
      }
    },
    cancel: flight => void flights.delete(flight),
    sleep: until => {
      sleepUntil = Math.max(sleepUntil ?? 0, until)
    },
    wait: time => {
      refill(time)
      if (sleepUntil !== null) return sleepUntil - time
      return needed() > burst ? null : Math.max(0, needed() - tokens) * interval
    },
    sleeps: time => (sleepUntil === null ? 0 : Math.max(0, sleepUntil - time)),
    level: time => {
      refill(time)
      return tokens - flights.size
    }
  }
}
