/** A token bucket: `burst` requests at once, then one every `intervalMs`. */
export interface Limit {
  readonly burst: number
  readonly intervalMs: number
  /**
   * The most requests that a refused one counts as in this group; absent: one, since no document speaks of more. The
   * marketplace's bucket is never emptier than a refusal of its last token leaves it, nor do we believe it is.
   */
  readonly dearest?: number
}

/**
 * The marketplace's buckets, each for one seller account and one group of methods (API documents, the table under every
 * method). Where the two editions differ, each has names of its own: their methods are different ones.
 */
export const limits = {
  /** Reachability check; the vendor's general page: 3 requests in 30 s. */
  ping: { burst: 3, intervalMs: 10_000 },
  fbs: { burst: 20, intervalMs: 200, dearest: 10 },
  fbsMeta: { burst: 20, intervalMs: 200, dearest: 10 },
  fbsSetMeta: { burst: 20, intervalMs: 60, dearest: 10 },
  fbsCancel: { burst: 20, intervalMs: 600, dearest: 10 },
  fbsAddToSupply: { burst: 20, intervalMs: 60, dearest: 5 },
  passCreate: { burst: 1, intervalMs: 600_000 },
  dbs: { burst: 20, intervalMs: 200, dearest: 10 },
  dbsStatusSeed: { burst: 20, intervalMs: 600, dearest: 33 },
  dbsSetMetaSeed: { burst: 20, intervalMs: 60, dearest: 10 },
  dbsDeleteMetaSeed: { burst: 20, intervalMs: 200, dearest: 10 },
  dbsConfirm: { burst: 10, intervalMs: 1000, dearest: 10 },
  dbsDeliver: { burst: 10, intervalMs: 1000, dearest: 10 },
  dbsReceive: { burst: 10, intervalMs: 1000, dearest: 10 },
  dbsReject: { burst: 10, intervalMs: 1000, dearest: 10 },
  dbsCancel: { burst: 10, intervalMs: 1000, dearest: 10 },
  dbsSetMeta: { burst: 20, intervalMs: 120, dearest: 10 },
  dbsDeleteMeta: { burst: 20, intervalMs: 400, dearest: 10 },
  pickup: { burst: 20, intervalMs: 200, dearest: 10 },
  /** Newer edition: reading and deleting metadata, final prices; the older one counts metadata with the other reads. */
  pickupMeta: { burst: 20, intervalMs: 400, dearest: 10 },
  /** Newer edition; the older one counts statuses with the other reads. */
  pickupStatuses: { burst: 10, intervalMs: 1000, dearest: 10 },
  pickupIdentity: { burst: 20, intervalMs: 2000, dearest: 10 },
  pickupStatusSeed: { burst: 20, intervalMs: 600, dearest: 10 },
  pickupSetMetaSeed: { burst: 20, intervalMs: 60, dearest: 10 },
  pickupConfirm: { burst: 10, intervalMs: 1000, dearest: 10 },
  pickupPrepare: { burst: 10, intervalMs: 1000, dearest: 10 },
  pickupReceive: { burst: 10, intervalMs: 1000, dearest: 10 },
  pickupReject: { burst: 10, intervalMs: 1000, dearest: 10 },
  pickupCancel: { burst: 10, intervalMs: 1000, dearest: 10 },
  pickupSetMeta: { burst: 500, intervalMs: 3000, dearest: 10 },
  dbw: { burst: 20, intervalMs: 200, dearest: 10 },
  dbwSetMeta: { burst: 20, intervalMs: 60, dearest: 10 },
  /** Product cards, on the host of the Content category. */
  cards: { burst: 5, intervalMs: 600, dearest: 10 },
  /** The sandbox has one bucket for everything. */
  sandbox: { burst: 1, intervalMs: 1000 }
} as const satisfies Record<string, Limit>

export type LimitGroup = keyof typeof limits

/** How many requests a refused one counts as, by status: 409, and every other 4XX. */
export interface Penalty {
  readonly conflict: number
  readonly other: number
}

/** Where no document speaks of refused requests: each counts as itself. */
export const PENALTY_NONE: Penalty = { conflict: 1, other: 1 }
/** The dearer of the two editions: since 2026 every 4XX counts as ten. */
export const PENALTY: Penalty = { conflict: 10, other: 10 }
/** Methods that only the older edition has: a 409 counts as ten, other refusals as themselves. */
export const PENALTY_SEED: Penalty = { conflict: 10, other: 1 }
/** Adding one order to a supply, older edition. */
export const PENALTY_SEED_ADD: Penalty = { conflict: 5, other: 1 }
/** Handing over with the buyer's code, older edition: a wrong code counts as thirty-three. */
export const PENALTY_CODE: Penalty = { conflict: 33, other: 10 }
