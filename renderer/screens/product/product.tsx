import { useEffect, useSyncExternalStore } from 'react'
import type { ProductCard } from '../../../shared/domain/orders/product-card.ts'
import { usePage, usePart, useTexts } from '../../page.ts'
import './product.css'

/** What an order's product is known by; null while nothing is, or there is no order. */
export function useCard(orderId: number | null): ProductCard | null {
  const { cards } = usePage()
  const revision = usePart(state => state.listsChanged.cards)
  useEffect(() => {
    if (orderId !== null) cards.wantCard(orderId, revision)
  }, [cards, orderId, revision])
  return useSyncExternalStore(cards.subscribe, () => (orderId === null ? null : cards.card(orderId))) ?? null
}

/** A picture's address for an `img`, `data:…`; null while it is not on this PC. */
function usePicture(name: string | null): string | null {
  const { cards } = usePage()
  const revision = usePart(state => state.listsChanged.cards)
  useEffect(() => {
    if (name !== null) cards.wantPicture(name, revision)
  }, [cards, name, revision])
  return useSyncExternalStore(cards.subscribe, () => (name === null ? null : cards.picture(name))) ?? null
}

/** The picture of an order's product, its room while it has still to come; nothing where there is none. */
export function ProductPicture({ orderId }: { readonly orderId: number }) {
  const card = useCard(orderId)
  const picture = usePicture(card?.picture ?? null)
  if (card === null || card.picture === null) return null
  if (picture === null) return <span className="product-picture" aria-hidden />
  // The words beside it say all: whoever can't see it misses nothing.
  return <img className="product-picture" src={picture} alt="" />
}

/** Name, colour, size and place of a product in one line; nothing where nothing is known. */
export function ProductWords({ orderId }: { readonly orderId: number }) {
  const card = useCard(orderId)
  const { product: words } = useTexts()
  if (card === null) return null
  const { place } = card
  const said = cardWords(card)
  return (
    <>
      {said !== '' && <span className="quiet"> · {said}</span>}
      {place !== '' && (
        <>
          {' · '}
          <b>{words.place(place)}</b>
        </>
      )}
    </>
  )
}

/** Picture, words and place of a product on an order's page; nothing where nothing is known. */
export function ProductSide({ orderId }: { readonly orderId: number }) {
  const card = useCard(orderId)
  const { product: words } = useTexts()
  if (card === null) return null
  return (
    <div className="product-side">
      <ProductPicture orderId={orderId} />
      <div>
        <p>{cardWords(card)}</p>
        {card.place !== '' && <b>{words.place(card.place)}</b>}
      </div>
    </div>
  )
}

/** Name, colour and size; what the name says already is not said twice. */
export function cardWords({ name, color, size }: Pick<ProductCard, 'name' | 'color' | 'size'>): string {
  const said = name.toLowerCase()
  const isNew = (text: string) => text !== '' && !said.split(/[\s,;()]+/).includes(text.toLowerCase())
  return [name, ...[color, size].filter(isNew)].filter(text => text !== '').join(' · ')
}
