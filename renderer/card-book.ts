import type { ProductCard } from '../shared/domain/orders/product-card.ts'
import type { Calls } from './calls.ts'

/** So many are remembered; then those go that were asked for longest ago. */
const MOST = 3000
/** Letters of all pictures that are remembered: a thousand of usual ones. */
const MOST_LETTERS = 32_000_000
/** Ids of one call. */
const AT_ONCE = 200

/** What is known of the products of orders in sight: asked for together, and remembered. */
export interface CardBook {
  /** Undefined: not told yet; null: nothing is known. */
  card(orderId: number): ProductCard | null | undefined
  /** `data:…`; undefined: not told yet; null: it is not here. */
  picture(name: string): string | null | undefined
  /** Asks for what changed at `revision` or was never told; once for each. */
  wantCard(orderId: number, revision: number): void
  wantPicture(name: string, revision: number): void
  /** Hears of every answer. */
  subscribe(listener: () => void): () => void
}

interface Told<T> {
  readonly revision: number
  readonly value: T | undefined
}

export function createCardBook(calls: Pick<Calls, 'ask'>): CardBook {
  const cards = new Map<number, Told<ProductCard | null>>()
  const pictures = new Map<string, Told<string | null>>()
  const listeners = new Set<() => void>()
  let wanted: number[] = []
  let letters = 0

  function tell(): void {
    for (const listener of listeners) listener()
  }

  /** Whether it has to be asked for; what was told before stands until the answer comes. */
  function isDue<K, T>(told: Map<K, Told<T>>, key: K, revision: number): boolean {
    const known = told.get(key)
    if (known !== undefined && known.revision >= revision) return false
    told.delete(key)
    told.set(key, { revision, value: known?.value })
    return true
  }

  function dropPictures(): void {
    for (const [name, { value }] of pictures) {
      if (pictures.size <= MOST && letters <= MOST_LETTERS) return
      letters -= value?.length ?? 0
      pictures.delete(name)
    }
  }

  function keepPicture(name: string, revision: number, value: string | null): void {
    letters += (value?.length ?? 0) - (pictures.get(name)?.value?.length ?? 0)
    pictures.set(name, { revision, value })
    dropPictures()
  }

  async function askCards(): Promise<void> {
    const ids = wanted
    wanted = []
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const orderIds = ids.slice(from, from + AT_ONCE)
      const answer = await calls.ask('cards.of', { orderIds })
      for (const [place, id] of orderIds.entries()) {
        cards.set(id, { revision: cards.get(id)?.revision ?? 0, value: answer?.[place] ?? null })
      }
      tell()
    }
  }

  return {
    card: orderId => cards.get(orderId)?.value,
    picture: name => pictures.get(name)?.value,
    wantCard(orderId, revision) {
      if (!isDue(cards, orderId, revision)) return
      const [oldest] = cards.keys()
      if (oldest !== undefined && cards.size > MOST) cards.delete(oldest)
      if (wanted.push(orderId) === 1) queueMicrotask(() => void askCards())
    },
    wantPicture(name, revision) {
      // A picture never changes under its name.
      const known = pictures.get(name)
      if (known?.value) {
        // It is looked at now: others go before it.
        pictures.delete(name)
        pictures.set(name, known)
        return
      }
      if (!isDue(pictures, name, revision)) return
      dropPictures()
      void calls.ask('cards.picture', { name }).then(value => {
        keepPicture(name, revision, value)
        tell()
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
