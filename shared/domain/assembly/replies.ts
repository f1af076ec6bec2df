import { isPackable } from '../orders/orders.ts'
import type { Intent, IntentBody } from '../intents.ts'
import { isSame } from '../same.ts'
import { shelveBlamed } from './blame.ts'
import type { RefusedDelivery } from './blame.ts'
import type { Draft } from './draft.ts'
import { clearTable } from './codes/need.ts'
import { CANCELLED_AT_LAST, hitchOfDelivery } from '../orders/supplies.ts'
import { getStuck } from './supply/closing.ts'
import { recallLabels } from './prints/recall.ts'
import { cancelledHere, cancelRefused, handedOver, handoverRefused } from './handover.ts'
import { statusRefused, statusSet } from './round/replies.ts'
import { shelve } from './shelf.ts'
import { choicesOf, shipAsUsual, today } from './supply/shipping.ts'
import { settleProcessing } from './supply/processing.ts'
import { carrierRefused, carrierTaken } from './supply/spot.ts'
import {
  boxesAdded,
  boxesGone,
  boxesKept,
  boxesRefused,
  learnDemand,
  shippingRefused,
  shippingTaken
} from './supply/shipping-replies.ts'

/** The marketplace carried an intent out. */
export function intentDone(
  draft: Draft,
  intent: Intent,
  { remoteId, boxIds = [] }: { readonly remoteId: string | null; readonly boxIds?: readonly string[] }
): void {
  const { body } = intent
  settleProcessing(draft, body)
  switch (body.kind) {
    case 'createSupply': {
      const supply = draft.bench.supplies.get(body.supplyId)
      if (supply !== undefined && remoteId !== null) draft.putSupply({ ...supply, remoteId })
      return
    }
    case 'addToSupply':
      for (const id of body.orderIds) {
        const order = draft.order(id)
        if (order === undefined) continue
        const { travelsAgain, ...rest } = order
        const isIn = order.supplierStatus === 'new' || travelsAgain === true
        if (isIn) draft.put({ ...rest, supplierStatus: 'confirm' })
      }
      return
    case 'setMeta':
      return setEntry(draft, body, 'accepted')
    case 'deleteMeta':
      return
    case 'setShipping':
      return shippingTaken(draft, body)
    case 'addBoxes':
      return boxesAdded(draft, body, boxIds)
    case 'deleteBoxes':
      return boxesGone(draft, body)
    case 'setSpot':
      return carrierTaken(draft, body)
    case 'deleteSupply':
      return
    case 'deliverSupply':
      return delivered(draft, body.supplyId, true)
    case 'confirm':
    case 'deliver':
    case 'prepare':
      return statusSet(draft, body)
    case 'cancel':
      return cancelledHere(draft, body)
    case 'handOver':
      return handedOver(draft, body)
  }
}

function setEntry(
  draft: Draft,
  { orderId, key, values }: Extract<IntentBody, { readonly kind: 'setMeta' }>,
  state: 'accepted' | 'refused'
): void {
  const order = draft.order(orderId)
  const entry = order?.codes[key]
  // Replaced in the meantime, or undone and scanned again: the news is of an older wish.
  if (order === undefined || entry?.state !== 'queued' || !isSame(entry.values, values)) return
  draft.put({ ...order, codes: { ...order.codes, [key]: { ...entry, state, decision: null } } })
}

function delivered(draft: Draft, supplyId: string, qrWanted: boolean): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  draft.putSupply({ ...supply, state: 'delivered', qrWanted, hitch: null })
  for (const order of draft.orders.ofSupply(supplyId)) {
    if (order.life === 'cancelled') continue
    draft.put({ ...order, life: 'shipped', supplierStatus: 'complete' })
  }
  // A parcel that must come out of the pile is told until somebody has seen it.
  const { face } = draft.said ?? draft.bench.feedback
  if (draft.isQuiet && face !== 'refused') draft.say('done', { code: 'supplyDelivered', name: supply.name })
}

/** The marketplace turned an intent down: the order goes to the shelf with the reason, nothing is tried again. */
export function intentRefused(
  draft: Draft,
  intent: Intent,
  refusal: RefusedDelivery & { readonly culprits: readonly number[] }
): void {
  const { body } = intent
  const { code, message } = refusal
  settleProcessing(draft, body)
  switch (body.kind) {
    case 'createSupply':
      return supplyUndone(draft, body.supplyId, code, message)
    case 'addToSupply':
      for (const id of body.orderIds) {
        const order = draft.order(id)
        if (order?.supplyId !== body.supplyId || order.life === 'cancelled' || order.life === 'shipped') continue
        const why = { kind: 'writeRefused', what: body.kind, code, message } as const
        const wasHere = draft.table.orderId === id
        // It never was in that supply, so it must not hold its delivery back.
        shelve(draft, draft.put({ ...order, supplyId: null }), why)
        if (wasHere) draft.say('refused', { code: 'onShelf', orderId: id, why })
      }
      return
    case 'setMeta': {
      setEntry(draft, body, 'refused')
      const order = draft.order(body.orderId)
      if (order?.codes[body.key]?.state !== 'refused' || order.life === 'cancelled' || order.life === 'shipped') return
      const wasHere = draft.table.orderId === body.orderId
      shelve(draft, order, { kind: 'writeRefused', what: body.key, code, message })
      if (wasHere || draft.isQuiet) {
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
    case 'setShipping':
      return shippingRefused(draft, body, refusal)
    case 'addBoxes':
      return boxesRefused(draft, body, refusal)
    case 'deleteBoxes':
      return boxesKept(draft, body)
    case 'setSpot':
      return carrierRefused(draft, body, code)
    case 'deleteSupply':
      // It stays at the marketplace, and is of no interest here until an order lies in it.
      return
    case 'confirm':
    case 'deliver':
    case 'prepare':
      return statusRefused(draft, body, refusal)
    case 'cancel':
      return cancelRefused(draft, body, refusal)
    case 'handOver':
      return handoverRefused(draft, body, refusal)
    case 'deliverSupply':
      return deliveryRefused(draft, body.supplyId, refusal)
  }
}

function supplyUndone(draft: Draft, supplyId: string, vendorCode: string, vendorMessage: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  if (draft.current?.supplyId === supplyId) clearTable(draft)
  if (draft.bench.supplyId === supplyId) draft.set({ supplyId: null })
  const why = { kind: 'writeRefused', what: 'createSupply', code: vendorCode, message: vendorMessage } as const
  for (const order of draft.orders.ofSupply(supplyId)) {
    if (isPackable(order)) recallLabels(draft, order)
    const now = draft.order(order.facts.id) ?? order
    const homeless = draft.put({ ...now, supplyId: null, life: isPackable(order) ? 'fresh' : order.life })
    // A parcel that is ready waits on the shelf for another supply: nobody would look for it among the new orders.
    if (order.life === 'packed') shelve(draft, homeless, why)
  }
  draft.putSupply({ ...supply, state: 'abandoned' })
  draft.say('refused', { code: 'supplyRefused', name: supply.name, vendorCode, vendorMessage })
}

function deliveryRefused(
  draft: Draft,
  supplyId: string,
  refusal: RefusedDelivery & { readonly culprits: readonly number[] }
): void {
  const supply = draft.bench.supplies.get(supplyId)
  // It may have left in the meantime: from the portal, or by a call whose answer was lost.
  if (supply?.state !== 'delivering') return
  const mine = refusal.culprits
    .flatMap(id => draft.order(id) ?? [])
    .filter(order => order.supplyId === supplyId && order.life !== 'cancelled')
  for (const order of mine) {
    shelveBlamed(draft, order, 'deliverSupply', refusal)
  }
  const shelved = mine.map(order => order.facts.id).filter(id => draft.order(id)?.life === 'shelved')
  // Their codes are only being checked: the verdict is waited for.
  if (mine.length > shelved.length) return draft.putSupply({ ...supply, state: 'closing' })
  const { shipping } = supply
  const blamed = refusal.code === CANCELLED_AT_LAST ? refusal.culprits : shelved
  const hitch = hitchOfDelivery(refusal.code, refusal.message, blamed, shipping?.day ?? today(draft))
  if (hitch === null) return delivered(draft, supplyId, false)
  if (hitch.kind === 'noPoint') learnDemand(draft, supplyId)
  // Boxes that were known are gone: somebody has deleted them elsewhere.
  if (hitch.kind === 'noBoxes') draft.putSupply({ ...supply, boxes: { ...supply.boxes, ids: [] } })
  const after = draft.bench.supplies.get(supplyId) ?? supply
  // What is known to help needs no person: the usual point, and a new day for one that is over.
  const isOver = shipping !== null && shipping.day < today(draft)
  const hasUsual = shipping === null && choicesOf(draft, supplyId).length > 0
  const mendsItself = (hitch.kind === 'noPoint' && (isOver || hasUsual)) || (hitch.kind === 'badDay' && isOver)
  if (!mendsItself) {
    if (getStuck(draft, supplyId, hitch) || !draft.isQuiet) return
    const { code: vendorCode, message: vendorMessage } = refusal
    return draft.say('refused', { code: 'supplyRefused', name: supply.name, vendorCode, vendorMessage })
  }
  draft.putSupply({ ...after, state: 'closing' })
  if (hasUsual) shipAsUsual(draft, supplyId)
}
