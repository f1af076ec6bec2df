import type { Clock } from '../ports/ports.ts'

interface IdleLockOptions {
  readonly clock: Clock
  /** Minutes without a person until it locks; 0: never. */
  readonly minutes: () => number
  /** Whether anybody could open it again. */
  readonly mayLock: () => boolean
  /** It is locked or open now. */
  readonly onChange: (isLocked: boolean) => void
}

/** Locks the station after some minutes in which nobody did anything; what lies on the table stays there. */
export class IdleLock {
  readonly #options: IdleLockOptions
  /** Of the last sign of a person (monotonic ms). */
  #lastAt: number
  #isLocked = false
  #stop: () => void = () => undefined

  constructor(options: IdleLockOptions) {
    this.#options = options
    this.#lastAt = options.clock.monotonic()
  }

  get isLocked(): boolean {
    return this.#isLocked
  }

  /** A person is here; on a locked station that alone opens nothing. */
  alive(): void {
    this.#lastAt = this.#options.clock.monotonic()
  }

  /** At a start: whoever made it may be another than who was there last, signed in or not. */
  begin(): void {
    if (this.#options.minutes() > 0) this.lock()
    this.watch()
  }

  /** Counts from here on with the minutes that are set now. */
  watch(): void {
    this.#stop()
    const minutes = this.#options.minutes()
    if (minutes === 0 || this.#isLocked) return
    const leftMs = this.#lastAt + minutes * 60_000 - this.#options.clock.monotonic()
    if (leftMs <= 0 && this.#options.mayLock()) return this.lock()
    // Nobody who could open it yet: asked again in a minute.
    this.#stop = this.#options.clock.after(leftMs > 0 ? leftMs : 60_000, () => this.watch())
  }

  lock(): void {
    if (this.#isLocked || !this.#options.mayLock()) return
    this.#stop()
    this.#isLocked = true
    this.#options.onChange(true)
  }

  open(): void {
    if (!this.#isLocked) return
    this.#isLocked = false
    this.alive()
    this.watch()
    this.#options.onChange(false)
  }

  close(): void {
    this.#stop()
  }
}
