import type { OtherSupply } from '../../messages.ts'
import { isNew, isPackable } from '../../orders/orders.ts'
import { roundScheme } from '../../orders/rounds.ts'
import { namedScheme } from '../../schemes/scheme.ts'
import type { Draft } from '../draft.ts'
import { clash } from './claim.ts'

/** Where an order goes that is not in the open supply or round; undefined where nothing but a person's thought helps. */
export function otherSupply(draft: Draft, orderId: number, entry: OtherSupply['entry']): OtherSupply | undefined {
  const { batch } = draft
  const order = draft.order(orderId)
  if (batch === undefined || order === undefined || order.supplyId === batch.id) return undefined
  const by = clash(draft, [order], batch)
  const offer = { code: 'otherSupply', orderId, article: order.facts.article, entry, by } as const
  const there = draft.batchOf(order.supplyId ?? '')
  if (there?.state === 'open' && isPackable(order))
    return { ...offer, way: 'open', supplyName: there.name, ...roundScheme(there) }
  if (!isNew(order) || order.facts.unknownMeta.length > 0) return undefined
  return by === null
    ? { ...offer, way: 'join', supplyName: batch.name, ...roundScheme(batch) }
    : { ...offer, way: 'new', supplyName: '', ...namedScheme(order.scheme) }
}
