import type { Reply } from './ports.ts'

/** A product card of the seller's, as far as barcodes go. */
export interface Card {
  readonly nmId: number
  /** The seller's own name of the product, as orders show it. */
  readonly article: string
  readonly sizes: readonly {
    readonly chrtId: number
    readonly skus: readonly string[]
    /** The additional GTIN, as it is written; null: none. */
    readonly gtin: string | null
  }[]
}

/** Where the next page of cards begins. */
export interface CardsCursor {
  /** As the marketplace writes it. */
  readonly updatedAt: string
  readonly nmId: number
}

/** The seller's product cards; only a token of the Content category reads them. */
export interface CardsPort {
  /** A page of at most 100 cards, those changed longest ago first; null begins. `next` null: it was the last page. */
  cards(
    cursor: CardsCursor | null
  ): Promise<Reply<{ readonly cards: readonly Card[]; readonly next: CardsCursor | null }>>
}
