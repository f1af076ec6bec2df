import type { BlockReason, Failure } from '../ports/ports.ts'

export type NetworkState =
  | { readonly kind: 'online' }
  | { readonly kind: 'offline' }
  /** Somebody on the way answers in the marketplace's place, with this HTTP status. */
  | { readonly kind: 'stranger'; readonly status: number }
  | { readonly kind: 'blocked'; readonly why: BlockReason }

/** What the last answers said of the way to the marketplace; tells its listeners when that changes. */
export class Network {
  #state: NetworkState = { kind: 'online' }
  readonly #listeners = new Set<(state: NetworkState) => void>()

  get state(): NetworkState {
    return this.#state
  }

  onChange(listener: (state: NetworkState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether the marketplace can't be reached: somebody has to look from time to time whether it can. */
  get isAway(): boolean {
    return this.#state.kind === 'offline' || this.#state.kind === 'stranger'
  }

  /** The marketplace answered, whatever it said. */
  answered(): void {
    if (this.isAway) this.#set({ kind: 'online' })
  }

  failed(failure: Failure): void {
    switch (failure.kind) {
      case 'retry':
      case 'unknown':
        if (failure.why === 'stranger') return this.#away({ kind: 'stranger', status: failure.status })
        if (failure.why === 'offline' || failure.why === 'timeout' || failure.why === 'connectionLost') {
          return this.#away({ kind: 'offline' })
        }
        return this.answered()
      case 'blocked':
        return concernsOneMethod(failure.why) ? this.answered() : this.#set({ kind: 'blocked', why: failure.why })
      case 'refused':
      case 'broken':
        return this.answered()
    }
  }

  /** A person says: try again. */
  unblock(): void {
    if (this.#state.kind === 'blocked') this.#set({ kind: 'offline' })
  }

  /** What stops the account is a person's to mend, and nobody on the way can take that back. */
  #away(state: NetworkState): void {
    if (this.#state.kind !== 'blocked') this.#set(state)
  }

  #set(state: NetworkState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}

/** Whether the account goes on though this method is stopped. */
export function concernsOneMethod(why: BlockReason): boolean {
  return why === 'pathGone' || why === 'baseToken'
}
