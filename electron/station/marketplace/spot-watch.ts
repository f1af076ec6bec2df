import type { Bench, BenchEvent } from '../../../shared/domain/bench.ts'
import type { Spot } from '../../../shared/domain/orders/spot.ts'
import type { Supply } from '../../../shared/domain/orders/supplies.ts'
import type { Core, Riders } from '../core/core.ts'
import type { MarketplacePort, Reply } from '../ports/ports.ts'

/** Between two looks at a check under way: longer each time (ms). */
const FIRST_MS = 2000
const LAST_MS = 60_000

export interface SpotParts {
  readonly core: Core
  readonly marketplace: MarketplacePort
  /** The value that was asked for; null when none came. */
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
  readonly tell: (event: BenchEvent, riders?: Riders) => void
}

interface OnTheWay {
  readonly id: string
  readonly remoteId: string
  readonly spot: Spot
}

/** Follows delivered supplies that go by road from the EAEU into Russia: carriers, their checks, stickers. */
export class SpotWatch {
  readonly #parts: SpotParts
  /** Supplies whose way was asked for: some answers never tell it. */
  readonly #asked = new Set<string>()
  #seen = ''
  #pauseMs = FIRST_MS

  constructor(parts: SpotParts) {
    this.#parts = parts
  }

  /** Whether a look now may find what the one before could not. */
  get isNews(): boolean {
    return this.#state() !== this.#seen
  }

  /** Asks what is not known yet; the pause until the next look (ms), null when there is nothing to look at. */
  async look(): Promise<number | null> {
    if (this.isNews) this.#pauseMs = FIRST_MS
    await this.#ways()
    await this.#countries()
    await this.#checks()
    await this.#stickers()
    this.#seen = this.#state()
    const open = this.#onTheWay().filter(({ spot }) => spot.state.kind !== 'completed' || spot.sticker === 'wanted')
    const unknown = this.#unknown().length
    if (open.length === 0 && unknown === 0) return null
    const isSoon = unknown > 0 || open.some(({ spot }) => spot.state.kind === 'pending' || spot.sticker === 'wanted')
    const pause = isSoon ? this.#pauseMs : LAST_MS
    this.#pauseMs = Math.min(this.#pauseMs * 2, LAST_MS)
    return pause
  }

  async #ways(): Promise<void> {
    const { marketplace, ask, tell } = this.#parts
    for (const { id, remoteId } of this.#unknown()) {
      const seen = await ask(marketplace.supply(remoteId))
      if (seen === null) return
      this.#asked.add(id)
      tell({ kind: 'suppliesSeen', supplies: [seen] })
    }
  }

  async #countries(): Promise<void> {
    const { core, marketplace, ask, tell } = this.#parts
    if (core.bench.spot.countries.length > 0 || this.#onTheWay().length === 0) return
    const countries = await ask(marketplace.countries())
    if (countries !== null && countries.length > 0) tell({ kind: 'countriesSeen', countries })
  }

  async #checks(): Promise<void> {
    const { marketplace, ask, tell } = this.#parts
    const open = this.#onTheWay().filter(({ spot: { state } }) => state.kind !== 'queued' && state.kind !== 'completed')
    if (open.length === 0) return
    const spots = await ask(marketplace.spots(open.map(({ remoteId }) => remoteId)))
    if (spots !== null) tell({ kind: 'spotsSeen', spots })
  }

  async #stickers(): Promise<void> {
    const { marketplace, ask, tell } = this.#parts
    for (const { id: supplyId, remoteId } of this.#onTheWay().filter(({ spot }) => spot.sticker === 'wanted')) {
      const png = await ask(marketplace.spotSticker(remoteId))
      if (png === null) continue
      tell({ kind: 'printOwn', sources: [{ kind: 'spotSticker', supplyId }] }, { spotStickers: [{ supplyId, png }] })
    }
  }

  #onTheWay(): readonly OnTheWay[] {
    return delivered(this.#parts.core.bench).flatMap(({ id, remoteId, spot }) =>
      spot && remoteId !== null ? [{ id, remoteId, spot }] : []
    )
  }

  /** Delivered with no word of their way; a shipping method is for supplies that cross no border. */
  #unknown(): readonly { readonly id: string; readonly remoteId: string }[] {
    return delivered(this.#parts.core.bench).flatMap(({ id, remoteId, spot, shipping }) =>
      spot === undefined && shipping === null && remoteId !== null && !this.#asked.has(id) ? [{ id, remoteId }] : []
    )
  }

  #state(): string {
    return JSON.stringify([
      this.#onTheWay().map(({ id, spot }) => [id, spot.state.kind, spot.sticker]),
      this.#unknown()
    ])
  }
}

function delivered({ supplies }: Bench): readonly Supply[] {
  return [...supplies.values()].filter(({ state }) => state === 'delivered')
}
