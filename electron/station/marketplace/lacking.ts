import type { Bench } from '../../../shared/domain/bench.ts'
import type { Marked } from '../../../shared/domain/books/book.ts'
import { marks, stickerWanted } from '../../../shared/domain/orders/order-marks.ts'
import type { Order, StickerMake } from '../../../shared/domain/orders/orders.ts'
import { STICKER_SIZES } from '../../../shared/domain/printing/media.ts'
import { stickerMake } from '../../../shared/domain/printing/routes.ts'

/** A PDF fits every printer; else the marketplace draws for a size and a resolution. */
export function isDrawnForOne({ facts }: Order): boolean {
  return !facts.isCrossBorder
}

/** What a sticker may have been drawn for; null: there is none. */
const MAKES: readonly (StickerMake | null)[] = [
  null,
  ...STICKER_SIZES.flatMap(size => [
    { size, picture: false },
    { size, picture: true }
  ])
]

/**
 * At most so many orders in assembly at the marketplace without a sticker here, or with one that was drawn for another
 * printer; the open supply's first, oldest first.
 */
export function ordersToSticker({ orders, settings, supplyId }: Bench, most: number): readonly Order[] {
  const wanted = MAKES.filter(make => make === null || !isMadeFor(make, stickerMake(settings)))
  const here = supplyId === null ? [] : wanted.map(make => orders.marked(marks.stickerIn(supplyId, make)))
  const all = wanted.map(make => orders.marked(marks.sticker(make)))
  const first = (lists: readonly Marked<Order>[]) =>
    lists.flatMap(list => list.slice(0, most)).toSorted((a, b) => a.facts.createdAt - b.facts.createdAt)
  return [...new Set([...first(here), ...first(all)])].slice(0, most)
}

/** Whether the order is one of those. */
export function lacksSticker({ settings }: Bench, order: Order): boolean {
  const make = stickerWanted(order)
  return make === null || (make !== undefined && !isMadeFor(make, stickerMake(settings)))
}

/** A picture more than is needed does no harm. */
function isMadeFor(make: StickerMake, wanted: StickerMake): boolean {
  return make.size === wanted.size && (make.picture || !wanted.picture)
}

/** Orders to read metadata of: codes that wait for a verdict, in closing supplies and of orders that are to leave by themselves, and keys that no list told. */
export function ordersToRead({ orders, supplies }: Bench): readonly number[] {
  const closing = [...supplies.values()].filter(({ state }) => state === 'closing')
  const lists = [marks.metaUnknown, marks.changingDue, ...closing.map(({ id }) => marks.changingIn(id))]
  return [...new Set(lists.flatMap(list => [...orders.marked(list)].map(({ facts }) => facts.id)))]
}

/** Supplies delivered from here whose QR label has not been fetched. */
export function suppliesWithoutQr(bench: Bench): readonly { readonly id: string; readonly remoteId: string }[] {
  return [...bench.supplies.values()].flatMap(({ id, remoteId, qrWanted }) =>
    qrWanted && remoteId !== null ? [{ id, remoteId }] : []
  )
}

export interface PointsWish {
  readonly city: string
  readonly cargoType: number
}

/** The city whose points the stage waits for; null: none. */
export function pointsWanted({ table, orders }: Bench): PointsWish | null {
  const { question } = table
  if (question?.kind !== 'whichPoint' || question.step.kind !== 'point' || question.step.offer !== null) return null
  const { supplyId, step } = question
  const inside = orders.ofSupply(supplyId).first
  return inside === undefined ? null : { city: step.city, cargoType: inside.facts.cargoType }
}
