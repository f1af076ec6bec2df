/** Wall time for ages and dates, monotonic time for limits and timeouts: a jump of the PC's clock opens no limit. */
export interface Clock {
  /** Unix ms. */
  now(): number
  /** Ms from an arbitrary start; never goes back. */
  monotonic(): number
  /** Runs `job` once after `ms` of monotonic time; the result cancels it. */
  after(ms: number, job: () => void): () => void
}

export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Where the token rests between runs; the page never sees it. */
export interface VaultPort {
  /** `safe`: encrypted by the system; `plain`: no keyring, would lie unprotected; `none`: this run only. */
  strength(): Promise<'safe' | 'plain' | 'none'>
  read(): Promise<string | null>
  write(token: string | null): Promise<void>
}
