/** Troubles that can be called up; every number counts down as it is used. */
export interface Faults {
  /** Added before every API reply (ms). */
  readonly latencyMs: number
  /** Every connection is destroyed before anything is read. */
  readonly away: boolean
  /** The next writes are committed, then the connection is destroyed instead of a reply. */
  readonly dropReplyAfterCommit: number
  /** The next writes are read and lost, and the connection is destroyed. */
  readonly dropBeforeCommit: number
  /** The next requests get 500, 502, 503, 504 in turn, and nothing happens. */
  readonly refuse5xx: number
  /** The next writes alone get 503, and nothing happens. */
  readonly refuseWrites: number
  /** Every request gets 402: the account must be paid up. */
  readonly unpaid: boolean
}

const NO_FAULTS: Faults = {
  latencyMs: 0,
  away: false,
  dropReplyAfterCommit: 0,
  dropBeforeCommit: 0,
  refuse5xx: 0,
  refuseWrites: 0,
  unpaid: false
}

export type Countdown = 'dropReplyAfterCommit' | 'dropBeforeCommit' | 'refuse5xx' | 'refuseWrites'

/** The faults in force, and the counting down. */
export function createFaults(): {
  readonly get: () => Faults
  readonly set: (change: Partial<Faults>) => Faults
  /** True if one was left, which is then used up. */
  readonly use: (name: Countdown) => boolean
} {
  let faults = NO_FAULTS
  return {
    get: () => faults,
    set: change => (faults = { ...faults, ...change }),
    use(name) {
      if (faults[name] <= 0) return false
      faults = { ...faults, [name]: faults[name] - 1 }
      return true
    }
  }
}
