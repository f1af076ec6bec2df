import type { ProductCard } from '../../../shared/domain/orders/product-card.ts'
import type { Core } from '../core/core.ts'
import type { CardsPort, CardsStore, Clock, Log, Named, PicturesPort, PicturesStore } from '../ports/ports.ts'
import { CardKeeper } from './card-keeper.ts'
import { OwnList } from './own-list.ts'
import { PictureKeeper } from './picture-keeper.ts'
import { pictureType } from './picture.ts'

/** Where pictures of products lie, and where those of cards come from. */
export interface Pictures {
  readonly kept: PicturesStore
  /** Null: nothing is fetched. */
  readonly port: PicturesPort | null
}

interface Parts {
  /** Null: the token does not read them. */
  readonly cards: CardsPort | null
  readonly pictures: Pictures
  readonly store: CardsStore
  readonly core: Pick<Core, 'bench'>
  readonly clock: Clock
  readonly log: Log
  readonly newId: () => string
  readonly onChange: () => void
}

/** What products are known by, for whoever looks at a list or the stage; nothing on the way of a scan asks it. */
export class ProductCards {
  readonly own: OwnList
  readonly #parts: Parts
  readonly #cards: CardKeeper | null
  readonly #pictures: PictureKeeper | null

  constructor(parts: Parts) {
    this.#parts = parts
    const { cards, pictures, store, core, clock, log, newId, onChange } = parts
    const orders = () => core.bench.orders
    const { port, kept } = pictures
    this.own = new OwnList({ store, kept, clock, newId, onChange })
    this.#pictures =
      port === null ? null : new PictureKeeper({ port, kept, store, orders, clock, log, onArrived: onChange })
    const onRead = () => {
      onChange()
      this.#pictures?.start()
    }
    this.#cards = cards === null ? null : new CardKeeper({ cards, store, clock, log, onRead })
  }

  start(): void {
    this.#cards?.start()
    this.#pictures?.start()
  }

  async close(): Promise<void> {
    this.#cards?.close()
    await this.#pictures?.close()
  }

  /** Null: nothing is known of the product beyond what its order says. */
  of(named: Named): ProductCard | null {
    const { picture: url, ownPicture, ...words } = this.#parts.store.words(named)
    const picture = ownPicture === '' ? (url === '' ? null : (this.#pictures?.nameOf(url) ?? null)) : ownPicture
    return picture === null && Object.values(words).every(text => text === '') ? null : { ...words, picture }
  }

  /** A picture as the page shows it, `data:…`; null while it is not here: one of a card is fetched then. */
  async picture(name: string): Promise<string | null> {
    const bytes = await this.#parts.pictures.kept.read(name)
    if (bytes === null) this.#pictures?.want(name)
    const type = bytes === null ? null : pictureType(bytes)
    return bytes === null || type === null ? null : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  }

  get ownCount(): number {
    return this.#parts.store.ownCount()
  }
}
