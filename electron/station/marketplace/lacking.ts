import type { Bench } from '../../../shared/domain/bench.ts'
import { mayChange } from '../../../shared/domain/codes/decisions.ts'
import { awaitsDeclaration, isMetaUnknown, isOver, META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { Order, StickerFacts, StickerMake } from '../../../shared/domain/orders/orders.ts'
import { stickerMake } from '../../../shared/domain/printing/routes.ts'

/** Orders in assembly at the marketplace without a sticker here, or with one that was drawn for another printer; the open supply's first, oldest first. */
export function ordersToSticker(bench: Bench): readonly Order[] {
  const make = stickerMake(bench.settings)
  const wanted = [...bench.orders.inSupplies()].filter(
    order =>
      order.supplierStatus === 'confirm' &&
      !awaitsDeclaration(order) &&
      (order.sticker === null ||
        (order.label !== 'printed' && isDrawnForOne(order) && !isMadeFor(order.sticker, make))) &&
      !isOver(order.life)
  )
  const here = (order: Order) => (order.supplyId === bench.supplyId ? 0 : 1)
  return wanted.toSorted((a, b) => here(a) - here(b) || a.facts.createdAt - b.facts.createdAt)
}

/** A PDF fits every printer; else the marketplace draws for a size and a resolution. */
export function isDrawnForOne({ facts }: Order): boolean {
  return !facts.isCrossBorder
}

/** A picture more than is needed does no harm. */
function isMadeFor({ make = OLDER_MAKE }: StickerFacts, wanted: StickerMake): boolean {
  return make.size === wanted.size && (make.picture || !wanted.picture)
}

const OLDER_MAKE: StickerMake = { size: '58x40', picture: false }

/** Orders to read metadata of: codes of closing supplies that wait for a verdict, and keys that no list told. */
export function ordersToRead(bench: Bench): readonly number[] {
  const closing = [...bench.supplies.values()].filter(({ state }) => state === 'closing')
  const unjudged = closing.flatMap(({ id }) => bench.orders.ofSupply(id)).filter(awaitsVerdict)
  // Mostly there is none, and then nothing walks through all orders.
  const untold = bench.orders.tally.metaUnknown === 0 ? [] : [...bench.orders.all()].filter(isMetaUnknown)
  return [...new Set([...untold, ...unjudged])].map(order => order.facts.id)
}

function awaitsVerdict({ life, codes }: Order): boolean {
  if (life !== 'packed') return false
  return META_KEYS.some(key => {
    const entry = codes[key]
    return entry?.state === 'accepted' && mayChange(key, entry.decision)
  })
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
  const [inside] = orders.ofSupply(supplyId)
  return inside === undefined ? null : { city: step.city, cargoType: inside.facts.cargoType }
}
