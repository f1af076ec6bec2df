import { expect, onTestFinished, test } from 'vitest'
import { Core } from '../../../../electron/station/core/core.ts'
import type { Log } from '../../../../electron/station/ports/ports.ts'
import { createStore } from '../../../../electron/store/store.ts'
import type { BenchEvent } from '../../../../shared/domain/bench.ts'
import { factsOf } from '../../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

/** A core over a real store, and the errors that it logged. */
function start() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  onTestFinished(() => store.close())
  const errors: string[] = []
  const log: Log = { ...quietLog, error: (_facts, message) => void errors.push(message) }
  let ids = 0
  const newId = () => `id-${++ids}`
  const dayOf = () => ({ year: 2026, month: 11, day: 22 })
  const core = new Core({ clock, log, store, newId, dayOf, loaded: store.load(clock.now()), lastSeq: 0 })
  return { core, store, clock, errors }
}

const seen = (id: number): BenchEvent => ({
  kind: 'ordersSeen',
  orders: [{ facts: factsOf(id), supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null }]
})

/** The order that a decision was about. */
function orderOf(event: BenchEvent): number {
  return event.kind === 'ordersSeen' ? (event.orders[0]?.facts.id ?? 0) : 0
}

test('what a listener decides is on disk at once, and told to all once they have heard of what came before', () => {
  const { core, store, clock } = start()
  const heard: string[] = []
  let depth = 0
  core.onDecision((_effects, event) => {
    depth++
    heard.push(`first ${orderOf(event)} at depth ${depth}`)
    if (orderOf(event) === 1) {
      core.dispatch(seen(2))
      core.dispatch(seen(3))
      expect([...store.load(clock.now()).bench.orders.all()].map(({ facts }) => facts.id)).toEqual([1, 2, 3])
    }
    depth--
  })
  core.onDecision((_effects, event) => heard.push(`second ${orderOf(event)} at depth ${depth + 1}`))
  core.dispatch(seen(1))
  expect(heard).toEqual([1, 2, 3].flatMap(id => [`first ${id} at depth 1`, `second ${id} at depth 1`]))
})

test('a listener that fails makes no decision look unwritten, and the others hear of it', () => {
  const { core, errors } = start()
  const heard: number[] = []
  core.onDecision((_effects, event) => {
    if (orderOf(event) === 1) throw new Error('no room')
  })
  core.onDecision((_effects, event) => heard.push(orderOf(event)))
  core.dispatch(seen(1))
  core.dispatch(seen(2))
  expect(heard).toEqual([1, 2])
  expect(errors).toEqual(['what follows from a decision failed'])
})
