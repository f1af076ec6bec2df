import { isPackable } from '../../../../shared/domain/orders/orders.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { action } from './actions.ts'
import type { Action } from './actions.ts'
import { checkBench } from './bench-invariants.ts'
import { checkStep } from './step-invariants.ts'
import type { Tally } from './step-invariants.ts'
import { ANNA } from './support.ts'
import type { Desk } from './support.ts'
import { help, newWorld, perform, SELLERS } from './world.ts'

const anything = fc.oneof(
  fc.array(action, { maxLength: 80, size: 'max' }),
  fc.array(action, { minLength: 60, maxLength: 80, size: 'max' })
)

const seller = fc.constantFrom(...SELLERS)

function play(actions: readonly Action[], desk: Desk): void {
  for (const [index, one] of actions.entries()) perform(desk, one, index)
}

test('whatever happens in whatever order, the rules of the house hold after every event', () => {
  fc.assert(
    fc.property(anything, seller, (actions, whose) => {
      const tally: Tally = { printed: new Set(), sent: new Set(), packed: 0 }
      const desk = newWorld((before, event, step) => {
        checkStep(before, event, step, tally)
      }, whose)
      checkBench(desk)
      for (const [index, one] of actions.entries()) {
        perform(desk, one, index)
        checkBench(desk)
      }
    }),
    { numRuns: 600 }
  )
})

test('a badge changes the packer and nothing else, at any moment', () => {
  fc.assert(
    fc.property(anything, seller, (actions, whose) => {
      const desk = newWorld(undefined, whose)
      play(actions, desk)
      // A refusal keeps what was to be asked back until it is seen; any right scan is seeing it.
      desk.command('acknowledge')
      const { feedback: _then, packerId: _nobody, ...before } = desk.bench
      const step = desk.badge(ANNA.id)
      const { feedback, packerId, ...after } = desk.bench
      expect(packerId).toBe(ANNA.id)
      expect(after).toEqual(before)
      expect(step.changed).toEqual([])
      expect(step.effects.filter(effect => effect.kind !== 'fetchSticker')).toEqual([])
      if (after.table.question !== null) expect(feedback.face).toBe('ask')
    }),
    { numRuns: 200 }
  )
})

test('from anywhere a patient packer gets every order that is open to be packed packed', () => {
  let met = 0
  fc.assert(
    fc.property(anything, seller, (actions, whose) => {
      const desk = newWorld(undefined, whose)
      play(actions, desk)
      clearTable(desk)
      const { supplyId } = desk.bench
      const open = [...desk.bench.orders.all()].filter(order => isPackable(order) && order.supplyId === supplyId)
      met += open.length
      for (const { facts } of open) {
        clearTable(desk)
        desk.act({ kind: 'takeOrder', orderId: facts.id })
        for (let round = 0; round < 20 && desk.order(facts.id).life !== 'packed'; round++) {
          help(desk, facts.id * 1000 + round)
        }
        expect(desk.order(facts.id).life).toBe('packed')
      }
    }),
    { numRuns: 200 }
  )
  expect(met).toBeGreaterThan(0)
})

/** Finishes what lies on the table and answers what is asked, without closing anything. */
function clearTable(desk: Desk): void {
  for (let round = 0; round < 40; round++) {
    const { question, orderId } = desk.bench.table
    if (question === null && orderId === null) return
    if (question !== null) desk.command(question.kind === 'labelInHand' ? 'yes' : 'no')
    else help(desk, 100 + round)
  }
  throw new Error(`the table is never empty: ${desk.said}`)
}
