import type { BenchEvent } from '../../bench.ts'
import { choicesFor, withChoice, withoutChoice } from '../../orders/shipping.ts'
import { closeFrom } from './closing.ts'
import type { Draft } from '../draft.ts'
import { remember, ship } from './shipping.ts'

/** Point, way and day chosen on a supply's panel: until its point has taken it in. */
export function chooseShipping(draft: Draft, event: Extract<BenchEvent, { readonly kind: 'chooseShipping' }>): void {
  const { supplyId, point, type, day } = event
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined || supply.state === 'abandoned' || supply.scannedAt !== null) {
    return draft.say('refused', { code: 'notNow' })
  }
  ship(draft, supplyId, { point, type }, day)
  remember(draft, supplyId, { point, type })
  const { question } = draft.table
  if (question?.kind !== 'whichPoint' || question.supplyId !== supplyId) return
  draft.setTable({ question: null })
  if (question.closes) closeFrom(draft, supplyId, 'box')
  else draft.say('goOn', { code: 'pointChosen', name: supply.name, point: point.name })
}

/** What supplies of a route get by themselves; null: they are asked for again. */
export function usualShipping(draft: Draft, event: Extract<BenchEvent, { readonly kind: 'usualShipping' }>): void {
  const { warehouseId, cargoType, choice } = event
  const { shipping } = draft.bench
  const book =
    choice === null
      ? choicesFor(shipping, warehouseId, cargoType).reduce(
          (left, { point }) => withoutChoice(left, warehouseId, cargoType, point.id),
          shipping
        )
      : withChoice(shipping, warehouseId, cargoType, choice, true)
  draft.set({ shipping: book })
}
