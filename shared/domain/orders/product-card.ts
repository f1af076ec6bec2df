import type { OrderFacts } from './orders.ts'

/** What a person knows a product by; '' = not told. */
export interface CardWords {
  readonly name: string
  readonly color: string
  readonly size: string
  /** Where it lies in the seller's warehouse; the marketplace does not know. */
  readonly place: string
}

/** A product's card as the page shows it. */
export interface ProductCard extends CardWords {
  /** Name of its picture on this PC, or of one that is still to come; null: none is known. */
  readonly picture: string | null
}

/** Letters of one of a card's texts; what is longer is cut. */
export const CARD_TEXT_MAX = 200
/** Places as people number them: A-2 before A-10; what has none comes last. */
export function byPlace(a: Pick<CardWords, 'place'>, b: Pick<CardWords, 'place'>): number {
  if (a.place === '' || b.place === '') return Number(a.place === '') - Number(b.place === '')
  return PLACES.compare(a.place, b.place)
}

const PLACES = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' })

/** What is one pile to a packer: orders of the same article and colour share it, whatever their size. */
export function articleKey({ article, colorCode }: Pick<OrderFacts, 'article' | 'colorCode'>): string {
  return `${article}\n${colorCode}`
}

/** What one fetches together: orders of the same size of the same article and colour share it. */
export function productKey(facts: Pick<OrderFacts, 'article' | 'colorCode' | 'chrtId'>): string {
  return `${articleKey(facts)}\n${facts.chrtId}`
}
