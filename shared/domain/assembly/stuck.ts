import { isPackable } from '../orders/orders.ts'
import { dayAfter } from '../orders/moscow-day.ts'
import { withoutChoice } from '../orders/shipping.ts'
import { isProcessing, mostBoxes } from '../orders/supplies.ts'
import type { Hitch, Supply } from '../orders/supplies.ts'
import { ask } from './codes/ask.ts'
import { addTo, createSupply } from './scans/claim.ts'
import { close, closeFrom } from './supply/closing.ts'
import type { Draft } from './draft.ts'
import { tryNow } from './supply/processing.ts'
import { firstStep, routeOf, ship } from './supply/shipping.ts'

/** "Yes" to how a supply that could not leave goes on: each cause has its own way, and all of them end in its delivery. */
export function goOnWith(draft: Draft, supplyId: string, hitch: Hitch): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply !== undefined && isProcessing(supply)) return tryNow(draft, supply)
  if (supply?.state !== 'open') return draft.say('refused', { code: 'notNow' })
  switch (hitch.kind) {
    case 'noPoint':
      return supply.shipping === null ? askAnotherPoint(draft, supply) : again(draft, supply)
    case 'badPoint':
      forgetPoint(draft, supply)
      return askAnotherPoint(draft, supply)
    case 'badDay': {
      if (supply.shipping !== null) ship(draft, supplyId, supply.shipping, dayAfter(hitch.day))
      return closeFrom(draft, supplyId, 'box')
    }
    case 'noBoxes':
      return addBox(draft, supplyId)
    case 'empty':
    case 'gone':
      return rehouse(draft, supply)
    case 'codes':
    case 'cancelled':
    case 'processing':
      // Where it goes was no matter of the refusal.
      return closeFrom(draft, supplyId, 'unfinished')
    case 'other':
      return again(draft, supply)
  }
}

/** One box to the supply, and on to its delivery. */
export function addBox(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  const { boxes } = supply
  const known = boxes.ids.length + boxes.queued
  if (known >= mostBoxes(draft.orders.supplyTally(supplyId).all)) return again(draft, supply)
  draft.putSupply({ ...supply, hitch: null, boxes: { ...boxes, queued: boxes.queued + 1 } })
  draft.queue({ kind: 'addBoxes', supplyId, amount: 1 })
  closeFrom(draft, supplyId, 'end')
}

/** Once more from the start; a shipping method that was turned down is told once more too. */
function again(draft: Draft, supply: Supply): void {
  const { shipping } = supply
  if (shipping !== null && shipping.state.kind !== 'queued') ship(draft, supply.id, shipping, shipping.day)
  closeFrom(draft, supply.id, 'unfinished')
}

function askAnotherPoint(draft: Draft, supply: Supply): void {
  const step = firstStep(draft, supply.id)
  ask(draft, { kind: 'whichPoint', supplyId: supply.id, closes: true, step })
}

/** What the marketplace does not take is not proposed again. */
function forgetPoint(draft: Draft, { id, shipping }: Supply): void {
  const route = routeOf(draft, id)
  if (shipping === null || route === null) return
  const { warehouseId, cargoType } = route
  draft.set({ shipping: withoutChoice(draft.bench.shipping, warehouseId, cargoType, shipping.point.id) })
}

/** The marketplace has not the supply, or not its orders: they go into a new one, which is closed in its place. */
function rehouse(draft: Draft, supply: Supply): void {
  const orders = [...draft.orders.ofSupply(supply.id)].filter(
    order => order.life === 'packed' || order.life === 'shelved' || isPackable(order)
  )
  draft.putSupply({ ...supply, state: 'abandoned', hitch: null })
  if (draft.bench.supplyId === supply.id) draft.set({ supplyId: null })
  const fresh = createSupply(draft, '')
  // Where it was to go, which may not be where such supplies go as usual.
  const shipping = supply.shipping && { ...supply.shipping, state: { kind: 'wanted' } as const }
  addTo(draft, { ...fresh, shipping }, orders)
  close(draft, fresh.id)
}
