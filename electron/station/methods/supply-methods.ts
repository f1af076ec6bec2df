import type { Output } from '../../../shared/contract/contract.ts'
import type { SupplyArticle } from '../../../shared/contract/supply-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { isPackable } from '../../../shared/domain/orders/orders.ts'
import { articleKey } from '../../../shared/domain/orders/product-card.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { kindClash } from '../../../shared/domain/orders/supplies.ts'

/** What is in a supply, product by product, the most to pack first. */
export function supplyContent({ orders }: Bench, supplyId: string): readonly SupplyArticle[] {
  const alive = [...orders.ofSupply(supplyId)].filter(({ life }) => life !== 'cancelled')
  const piles = Map.groupBy(alive, ({ facts }) => articleKey(facts))
  return [...piles.values()].map(pileOf).toSorted((a, b) => leftIn(b) - leftIn(a) || b.total - a.total)
}

/** How many parcels were put into each box of a supply. */
export function boxContents({ orders, supplies }: Bench, supplyId: string): Output<'supplies.boxes'> {
  const ids = supplies.get(supplyId)?.boxes.ids ?? []
  return ids.map(boxId => ({ boxId, orders: orders.count(marks.inBox(supplyId, boxId)) }))
}

/** Orders that left once, have to travel again, and may share an open supply. */
export function reshipmentFor({ orders, supplies }: Bench, supplyId: string): readonly number[] {
  const supply = supplies.get(supplyId)
  if (supply?.state !== 'open') return []
  const inside = orders.ofSupply(supplyId).first
  return [...orders.marked(marks.travelsAgain)]
    .filter(order => order.life === 'fresh' && kindClash([order], inside, supply) === null)
    .map(({ facts }) => facts.id)
}

function pileOf(pile: readonly Order[]): SupplyArticle {
  const { article = '', colorCode = '' } = pile[0]?.facts ?? {}
  const toPack = pile.filter(isPackable)
  const others = pile.filter(({ life }) => life === 'packed' || life === 'shelved')
  const packed = pile.filter(({ life }) => life === 'packed' || life === 'shipped').length
  const orderIds = [...toPack, ...others].map(({ facts }) => facts.id)
  return { article, colorCode, total: pile.length, packed, orderIds }
}

function leftIn({ total, packed }: SupplyArticle): number {
  return total - packed
}
