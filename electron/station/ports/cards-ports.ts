import type { GtinOwner } from '../../../shared/domain/step.ts'
import type { Reply } from './reply.ts'

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

/** What the cards say of GTINs, on this PC's disk. */
export interface CardsStore {
  /** Of one size of a product; 14 digits each. */
  gtins(chrtId: number): readonly string[]
  /** The sizes of products whose cards name this GTIN (14 digits). */
  owners(gtin: string): readonly GtinOwner[]
  /** Where the next reading begins, and when (Unix ms) all cards were read last; null: from the first one, never. */
  progress(): { readonly cursor: CardsCursor | null; readonly readAt: number | null }
  /** A page of cards takes the place of what was known of their sizes; all of it or nothing. */
  keep(page: {
    readonly cards: readonly Card[]
    readonly cursor: CardsCursor | null
    readonly readAt: number | null
  }): void
}
