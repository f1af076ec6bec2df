import type { Landed, Reply, SchemeMetaKey, SetMeta } from '../../station/ports/ports.ts'
import { bare } from '../packing/facts.ts'
import type { SchemeReads } from './reads.ts'

/** Which orders have come to one of `reached`: the status that a write gives, or one that lies behind it. */
export async function statusLanded(
  reads: SchemeReads,
  orderIds: readonly number[],
  reached: readonly string[]
): Promise<Reply<readonly Landed[]>> {
  const reply = await reads.statuses(orderIds)
  if (reply.kind !== 'ok') return reply
  const statuses = new Map(reply.value.map(({ orderId, supplierStatus }) => [orderId, supplierStatus]))
  return landed(orderIds, orderId => {
    const status = statuses.get(orderId)
    return status === undefined ? null : reached.includes(status)
  })
}

/** Which items stand in their order's metadata as they were sent. */
export async function setMetaLanded(reads: SchemeReads, items: readonly SetMeta[]): Promise<Reply<readonly Landed[]>> {
  const stored = await storedMeta(
    reads,
    items.map(({ orderId }) => orderId)
  )
  if (stored.kind !== 'ok') return stored
  return {
    kind: 'ok',
    value: items.map(item => {
      const { orderId } = item
      const happened = wantedOf(item).map(([key, values]) => {
        const found = stored.value(orderId, key)
        return found === null ? null : sameCodes(found, values)
      })
      return { orderId, happened: happened.includes(null) ? null : !happened.includes(false) }
    })
  }
}

/** What has to stand in the order's metadata: a declaration brings its country as a key of its own. */
function wantedOf(item: SetMeta): readonly (readonly [key: string, values: readonly string[]])[] {
  if (item.key !== 'customsDeclaration') return [[item.key, item.values]]
  return [
    [item.key, [item.declaration]],
    ['originCountryCode', [item.originCountryCode]]
  ]
}

/** Which orders have nothing under `key` any more. */
export async function deleteMetaLanded(
  reads: SchemeReads,
  orderIds: readonly number[],
  key: SchemeMetaKey
): Promise<Reply<readonly Landed[]>> {
  const stored = await storedMeta(reads, orderIds)
  if (stored.kind !== 'ok') return stored
  return landed(orderIds, orderId => {
    const found = stored.value(orderId, key)
    return found === null ? null : found.length === 0
  })
}

/** Looks up an order's values under a key: empty when not set, null when nothing is told of the order. */
type Lookup = (orderId: number, key: string) => readonly string[] | null

async function storedMeta(reads: SchemeReads, orderIds: readonly number[]): Promise<Reply<Lookup>> {
  const reply = await reads.metas([...new Set(orderIds)], 'urgent')
  if (reply.kind !== 'ok') return reply
  const orders = new Map(reply.value.map(({ orderId, details }) => [orderId, details]))
  return {
    kind: 'ok',
    value: (orderId, key) => {
      const details = orders.get(orderId)
      return details === undefined ? null : (details.find(detail => detail.key === key)?.values ?? [])
    }
  }
}

/** Whether these are the same codes in any order, their GS characters apart. */
export function sameCodes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.map(bare).toSorted().join(' ') === other.map(bare).toSorted().join(' ')
}

function landed(orderIds: readonly number[], happened: (orderId: number) => boolean | null): Reply<readonly Landed[]> {
  return { kind: 'ok', value: orderIds.map(orderId => ({ orderId, happened: happened(orderId) })) }
}
