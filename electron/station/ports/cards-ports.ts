import type { OrderFacts } from '../../../shared/domain/orders/orders.ts'
import type { CardWords } from '../../../shared/domain/orders/product-card.ts'
import type { GtinOwner } from '../../../shared/domain/step.ts'
import type { Reply } from './reply.ts'

/** A product card of the seller's, as far as a packing table needs it; empty texts are not told. */
export interface Card {
  readonly nmId: number
  /** The seller's own name of the product, as orders show it. */
  readonly article: string
  readonly name: string
  readonly color: string
  /** Address of its first picture, and behind `#` when the card changed: a changed picture may keep its address. */
  readonly picture: string
  readonly sizes: readonly {
    readonly chrtId: number
    readonly skus: readonly string[]
    /** The additional GTIN, as it is written; null: none. */
    readonly gtin: string | null
    readonly size: string
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

/** One line of the seller's own list of products; `code`: a barcode or an article. Empty texts are not told. */
export interface OwnCard extends CardWords {
  readonly code: string
  /** Its picture's name on this PC. */
  readonly picture: string
}

/** What names a product in an order. */
export type Named = Pick<OrderFacts, 'chrtId' | 'article' | 'skus'>

/** What the cards say, on this PC's disk. */
export interface CardsStore {
  /** Of one size of a product; 14 digits each. */
  gtins(chrtId: number): readonly string[]
  /** The sizes of products whose cards name this GTIN (14 digits). */
  owners(gtin: string): readonly GtinOwner[]
  /** What a product is known by: of each text the seller's own list first, there a barcode before an article, then the card. */
  words(named: Named): CardWords & { readonly picture: string; readonly ownPicture: string }
  /** Some lines of the seller's own list take the place of those of the same code; all of them or none. */
  keepOwn(batch: string, cards: readonly OwnCard[]): void
  /**
   * Looks at some lines of all lists, by code, behind `after` ('' begins): those of former ones go. `last`: where to go on,
   * null: it was the end; `pictures`: of the lines that stay.
   */
  dropOwnBut(batch: string, after: string): { readonly last: string | null; readonly pictures: readonly string[] }
  /** How many lines the seller's own list has. */
  ownCount(): number
  /** Where the next reading begins, and when (Unix ms) all cards were read last; null: from the first one, never. */
  progress(): { readonly cursor: CardsCursor | null; readonly readAt: number | null }
  /** A page of cards takes the place of what was known of their sizes; all of it or nothing. */
  keep(page: {
    readonly cards: readonly Card[]
    readonly cursor: CardsCursor | null
    readonly readAt: number | null
  }): void
}

/** Pictures of products at the marketplace's own hosts. */
export interface PicturesPort {
  /** The bytes of one picture; `none`: there is no picture at that address, or none may be asked for; `later`: not now, whoever says so. */
  fetch(url: string): Promise<Uint8Array | 'none' | 'later'>
  close(): Promise<void>
}

/** Pictures of products on this PC's disk, apart from the database; names are letters, digits and `-`. Never throws for what the disk does. */
export interface PicturesStore {
  has(name: string): Promise<boolean>
  /** Null: it is not there, or can't be read. */
  read(name: string): Promise<Uint8Array | null>
  /** Pictures that were fetched make room for one another, those kept longest ago first; false: it could not be kept. */
  keep(name: string, bytes: Uint8Array): Promise<boolean>
  /** The seller's own go, but for these. */
  dropOwnBut(names: ReadonlySet<string>): Promise<void>
}
