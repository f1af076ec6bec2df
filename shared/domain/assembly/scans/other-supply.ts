import type { OtherSupply } from '../../messages.ts'
import { isNew, isPackable } from '../../orders/orders.ts'
import { kindClash } from '../../orders/supplies.ts'
import type { Draft } from '../draft.ts'

/** Where an order goes that is not in the open supply; undefined where nothing but a person's thought helps. */
export function otherSupply(draft: Draft, orderId: number, entry: OtherSupply['entry']): OtherSupply | undefined {
  const { supply } = draft
  const order = draft.order(orderId)
  if (supply === undefined || order === undefined || order.supplyId === supply.id) return undefined
  const by = kindClash([order], draft.orders.ofSupply(supply.id).first, supply)
  const offer = { code: 'otherSupply', orderId, article: order.facts.article, entry, by } as const
  const there = draft.bench.supplies.get(order.supplyId ?? '')
  if (there?.state === 'open' && isPackable(order)) return { ...offer, way: 'open', supplyName: there.name }
  if (!isNew(order) || order.facts.unknownMeta.length > 0) return undefined
  return by === null ? { ...offer, way: 'join', supplyName: supply.name } : { ...offer, way: 'new', supplyName: '' }
}
