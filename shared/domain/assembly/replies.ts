import type { Intent } from '../intents.ts'
import type { MetaKey } from '../orders.ts'
import type { Draft } from './draft.ts'
import { clearTable, isPackable } from './need.ts'
import { shelve } from './shelf.ts'

/** The marketplace carried an intent out. */
export function intentDone(draft: Draft, intent: Intent, remoteId: string | null): void {
  const { body } = intent
  switch (body.kind) {
    case 'createSupply': {
      const supply = draft.bench.supplies.get(body.supplyId)
      if (supply !== undefined && remoteId !== null) draft.putSupply({ ...supply, remoteId })
      return
    }
    case 'addToSupply':
      for (const id of body.orderIds) {
        const order = draft.order(id)
        if (order?.supplierStatus === 'new') draft.put({ ...order, supplierStatus: 'confirm' })
      }
      return
    case 'setMeta':
      return setEntry(draft, body.orderId, body.key, body.value, 'accepted')
    case 'deleteMeta':
      return
    case 'deliverSupply':
      return delivered(draft, body.supplyId)
  }
}

function setEntry(draft: Draft, orderId: number, key: MetaKey, value: string, state: 'accepted' | 'refused'): void {
  const order = draft.order(orderId)
  const entry = order?.codes[key]
  // Replaced in the meantime: the news is of an older value.
  if (order === undefined || entry?.value !== value) return
  draft.put({ ...order, codes: { ...order.codes, [key]: { ...entry, state, decision: null } } })
}

function delivered(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  draft.putSupply({ ...supply, state: 'delivered', qrWanted: true })
  for (const order of draft.ordersOf(supplyId)) {
    if (order.life === 'cancelled') continue
    draft.put({ ...order, life: 'shipped', supplierStatus: 'complete' })
  }
  if (isQuiet(draft)) draft.say('done', { code: 'supplyDelivered', name: supply.name })
}

/** The marketplace turned an intent down: the order goes to the shelf with the reason, nothing is tried again. */
export function intentRefused(
  draft: Draft,
  intent: Intent,
  refusal: { readonly code: string; readonly message: string; readonly culprits: readonly number[] }
): void {
  const { body } = intent
  const { code, message } = refusal
  switch (body.kind) {
    case 'createSupply':
      return supplyUndone(draft, body.supplyId, code, message)
    case 'addToSupply':
      for (const id of body.orderIds) {
        const order = draft.order(id)
        if (order === undefined || order.life === 'cancelled') continue
        const why = { kind: 'writeRefused', what: body.kind, code, message } as const
        // It never was in that supply, so it must not hold its delivery back.
        shelve(draft, draft.put({ ...order, supplyId: null }), why)
      }
      return
    case 'setMeta': {
      setEntry(draft, body.orderId, body.key, body.value, 'refused')
      const order = draft.order(body.orderId)
      if (order?.codes[body.key]?.state !== 'refused' || order.life === 'cancelled') return
      const wasHere = draft.table.orderId === body.orderId
      shelve(draft, order, { kind: 'writeRefused', what: body.key, code, message })
      if (wasHere || isQuiet(draft)) {
        draft.say('refused', {
          code: 'codeRefusedAtMarketplace',
          orderId: body.orderId,
          key: body.key,
          decision: code
        })
      }
      return
    }
    case 'deleteMeta':
      return
    case 'deliverSupply':
      return deliveryRefused(draft, body.supplyId, refusal)
  }
}

function supplyUndone(draft: Draft, supplyId: string, vendorCode: string, vendorMessage: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  for (const order of draft.ordersOf(supplyId)) {
    draft.put({ ...order, supplyId: null, life: isPackable(order) ? 'fresh' : order.life })
  }
  draft.putSupply({ ...supply, state: 'abandoned' })
  if (draft.bench.supplyId === supplyId) {
    draft.set({ supplyId: null })
    clearTable(draft)
  }
  draft.say('refused', { code: 'supplyRefused', name: supply.name, vendorCode, vendorMessage })
}

function deliveryRefused(
  draft: Draft,
  supplyId: string,
  refusal: { readonly code: string; readonly message: string; readonly culprits: readonly number[] }
): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  draft.putSupply({ ...supply, state: 'open' })
  for (const id of refusal.culprits) {
    const order = draft.order(id)
    if (order === undefined || order.supplyId !== supplyId || order.life === 'cancelled') continue
    shelve(draft, order, { kind: 'writeRefused', what: 'deliverSupply', code: refusal.code, message: refusal.message })
  }
  if (!isQuiet(draft)) return
  const { code: vendorCode, message: vendorMessage } = refusal
  draft.say('refused', { code: 'supplyRefused', name: supply.name, vendorCode, vendorMessage })
}

/** Whether news may take the stage: nothing on the table, no question. */
function isQuiet(draft: Draft): boolean {
  return draft.table.orderId === null && draft.table.question === null
}
