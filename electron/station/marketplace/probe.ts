import type { Network } from './network.ts'
import type { Clock, MarketplacePort } from '../ports/ports.ts'

const FIRST_MS = 1000
const LAST_MS = 15_000

export interface ProbeParts {
  readonly marketplace: Pick<MarketplacePort, 'reach'>
  readonly network: Network
  readonly clock: Clock
}

/** Looks ever more seldom whether a marketplace that went away answers again; however often it is wanted, once at a time. */
export class Probe {
  readonly #parts: ProbeParts
  #pauseMs = FIRST_MS
  #cancelTimer: (() => void) | null = null
  #isRunning = false
  /** A person wants to know, and the look under way may have seen the state before. */
  #again = false
  #closed = false

  constructor(parts: ProbeParts) {
    this.#parts = parts
    const { network } = parts
    network.onChange(state => {
      if (network.isAway) this.#schedule()
      if (state.kind === 'online') this.#pauseMs = FIRST_MS
    })
  }

  /** A person wants it tried now. */
  now(): void {
    this.#pauseMs = FIRST_MS
    this.#parts.network.unblock()
    this.#again = this.#isRunning
    void this.#look()
  }

  close(): void {
    this.#closed = true
    this.#cancelTimer?.()
  }

  #schedule(): void {
    if (this.#closed) return
    this.#cancelTimer?.()
    this.#cancelTimer = this.#parts.clock.after(this.#pauseMs, () => {
      this.#cancelTimer = null
      this.#pauseMs = Math.min(this.#pauseMs * 2, LAST_MS)
      if (this.#parts.network.isAway) void this.#look()
    })
  }

  async #look(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    const { network, marketplace } = this.#parts
    const reply = await marketplace.reach()
    this.#isRunning = false
    if (reply.kind === 'ok') {
      // Whoever was turned away meanwhile had asked before.
      network.unblock()
      network.answered()
    } else network.failed(reply)
    if (network.isAway) this.#schedule()
    if (!this.#again || network.state.kind === 'online') return
    this.#again = false
    network.unblock()
    await this.#look()
  }
}
