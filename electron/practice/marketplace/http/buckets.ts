/** One bucket for one group of methods: a token comes back every `intervalMs`, at most `burst` are held. */
export interface LimitGroup {
  readonly name: string
  readonly intervalMs: number
  readonly burst: number
  /** False where the documents name no penalty for refused requests. */
  readonly penalties?: false
}

/** FBS groups; both editions share these numbers (API documents, the table above each method). */
export const FBS_ORDERS: LimitGroup = { name: 'fbs-orders', intervalMs: 200, burst: 20 }
export const FBS_META_READ: LimitGroup = { name: 'fbs-meta-read', intervalMs: 200, burst: 20 }
export const FBS_META_SET: LimitGroup = { name: 'fbs-meta-set', intervalMs: 60, burst: 20 }
export const FBS_CANCEL: LimitGroup = { name: 'fbs-cancel', intervalMs: 600, burst: 20 }
/** The first edition only: the successor counts it among the FBS orders. */
export const FBS_ADD: LimitGroup = { name: 'fbs-add', intervalMs: 60, burst: 20 }
/** Seen in one place only, without a word on penalties. */
export const PASS_CREATE: LimitGroup = { name: 'pass-create', intervalMs: 600_000, burst: 1, penalties: false }
/** DBS groups: those of status and metadata changes differ between the editions, reading is one and the same. */
export const DBS_READ: LimitGroup = { name: 'dbs', intervalMs: 200, burst: 20 }
export const DBS_STATUS_SEED: LimitGroup = { name: 'dbs-status-seed', intervalMs: 600, burst: 20 }
export const DBS_META_SET_SEED: LimitGroup = { name: 'dbs-meta-set-seed', intervalMs: 60, burst: 20 }
export const DBS_META_SET: LimitGroup = { name: 'dbs-meta-set', intervalMs: 120, burst: 20 }
export const DBS_META_DELETE_SEED: LimitGroup = { name: 'dbs-meta-delete-seed', intervalMs: 200, burst: 20 }
export const DBS_META_DELETE: LimitGroup = { name: 'dbs-meta-delete', intervalMs: 400, burst: 20 }
/** In-store pickup groups: metadata is deleted at the cost of reading it. */
export const PICKUP_READ: LimitGroup = { name: 'pickup', intervalMs: 200, burst: 20 }
export const PICKUP_IDENTITY: LimitGroup = { name: 'pickup-identity', intervalMs: 2000, burst: 20 }
export const PICKUP_STATUS_SEED: LimitGroup = { name: 'pickup-status-seed', intervalMs: 600, burst: 20 }
export const PICKUP_META_SET_SEED: LimitGroup = { name: 'pickup-meta-set-seed', intervalMs: 60, burst: 20 }
export const PICKUP_META_SET: LimitGroup = { name: 'pickup-meta-set', intervalMs: 3000, burst: 500 }
export const PICKUP_META_READ: LimitGroup = { name: 'pickup-meta-read', intervalMs: 400, burst: 20 }

/** The successor counts every bulk change of status apart: `dbs-confirm`, `pickup-prepare`… */
export function bulkStatusGroup(scheme: 'dbs' | 'pickup', step: string): LimitGroup {
  return { name: `${scheme}-${step}`, intervalMs: 1000, burst: 10 }
}

/** The sandbox has one for everything: a request a second. */
export const SANDBOX: LimitGroup = { name: 'sandbox', intervalMs: 1000, burst: 1 }

/** DBS marks with a Base token that no service's secret goes with (API documents of 2026). */
export const BASE_DBS_MARKS: LimitGroup = { name: 'base-dbs-marks', intervalMs: 360_000, burst: 1 }

/** The Content category's list of product cards. */
export const CARDS: LimitGroup = { name: 'cards', intervalMs: 600, burst: 5 }

/** Checks a token, not health: three in half a minute. */
export const PING: LimitGroup = { name: 'ping', intervalMs: 10_000, burst: 3 }
/** Paths that nothing answers. */
export const UNROUTED: LimitGroup = { name: 'unrouted', intervalMs: 200, burst: 20 }

export type Taken =
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'empty'
      /** Whole seconds until one request may pass. */
      readonly retrySeconds: number
      /** Whole seconds until the burst is whole again. */
      readonly resetSeconds: number
    }

export interface BucketView {
  readonly group: string
  readonly remaining: number
  readonly burst: number
  readonly intervalMs: number
}

export interface Buckets {
  take(group: LimitGroup): Taken
  /** Charges `extra` requests more, below zero if need be. */
  charge(group: LimitGroup, extra: number): void
  remaining(group: LimitGroup): number
  view(): readonly BucketView[]
}

interface Bucket {
  readonly group: LimitGroup
  tokens: number
  at: number
}

/** Token buckets on a monotonic clock in ms; `off` lets everything pass. */
export function createBuckets(monotonic: () => number, mode: 'real' | 'off'): Buckets {
  const buckets = new Map<string, Bucket>()

  function filled(group: LimitGroup): Bucket {
    const at = monotonic()
    const bucket = buckets.get(group.name) ?? { group, tokens: group.burst, at }
    buckets.set(group.name, bucket)
    bucket.tokens = Math.min(group.burst, bucket.tokens + (at - bucket.at) / group.intervalMs)
    bucket.at = at
    return bucket
  }

  function remaining(group: LimitGroup): number {
    return Math.max(0, Math.floor(filled(group).tokens + ROUNDING))
  }

  return {
    remaining,
    take(group) {
      const bucket = filled(group)
      if (mode === 'off') return { kind: 'taken' }
      if (bucket.tokens + ROUNDING >= 1) {
        bucket.tokens -= 1
        return { kind: 'taken' }
      }
      const seconds = (tokens: number) => Math.max(1, Math.ceil(((tokens - bucket.tokens) * group.intervalMs) / 1000))
      return { kind: 'empty', retrySeconds: seconds(1), resetSeconds: seconds(group.burst) }
    },
    charge(group, extra) {
      if (mode === 'real' && group.penalties !== false) filled(group).tokens -= extra
    },
    view() {
      return [...buckets.values()].map(({ group }) => ({
        group: group.name,
        remaining: remaining(group),
        burst: group.burst,
        intervalMs: group.intervalMs
      }))
    }
  }
}

/** Tokens come in fractions: a thousand of 0.2 must still make 200. */
const ROUNDING = 1e-9
