import type { BlockReason, Failure } from './ports.ts'

export type NetworkState =
  | { readonly kind: 'online' }
  | { readonly kind: 'offline' }
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

  /** An answer came, whatever it said. */
  answered(): void {
    if (this.#state.kind === 'offline') this.#set({ kind: 'online' })
  }

  failed(failure: Failure): void {
    switch (failure.kind) {
      case 'retry':
        if (failure.why === 'offline' || failure.why === 'timeout') return this.#offline()
        return this.answered()
      case 'unknown':
        return failure.why === 'server' ? this.answered() : this.#offline()
      case 'blocked':
        // A path that is gone concerns that one operation; the account goes on.
        return failure.why === 'pathGone' ? this.answered() : this.#set({ kind: 'blocked', why: failure.why })
      case 'refused':
      case 'broken':
        return this.answered()
    }
  }

  /** A person says: try again. */
  unblock(): void {
    if (this.#state.kind === 'blocked') this.#set({ kind: 'offline' })
  }

  #offline(): void {
    if (this.#state.kind === 'online') this.#set({ kind: 'offline' })
  }

  #set(state: NetworkState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}
