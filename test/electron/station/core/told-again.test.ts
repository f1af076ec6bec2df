import { expect, onTestFinished, test } from 'vitest'
import { Core } from '../../../../electron/station/core/core.ts'
import { createStore } from '../../../../electron/store/store.ts'
import type { BenchEvent } from '../../../../shared/domain/bench.ts'
import { factsOf } from '../../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

/** A core over a real store, and how each of its commits went to the disk. */
function start() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  onTestFinished(() => store.close())
  const commits: string[] = []
  const watched: typeof store = {
    ...store,
    commit: (change, when) => {
      commits.push(when ?? 'now')
      store.commit(change, when)
    }
  }
  let ids = 0
  const newId = () => `id-${++ids}`
  const dayOf = () => ({ year: 2026, month: 11, day: 22 })
  const loaded = store.load(clock.now())
  const core = new Core({ clock, log: quietLog, store: watched, newId, dayOf, loaded, lastSeq: 0 })
  return { core, store, commits, clock }
}

const seen = (id: number): BenchEvent => ({
  kind: 'ordersSeen',
  orders: [{ facts: factsOf(id), supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null }]
})

test('orders that the marketplace tells again need not be on the disk at once; they are stored all the same', () => {
  const { core, store, commits, clock } = start()
  core.dispatch(seen(1), { isToldAgain: true })
  core.dispatch(seen(2))
  expect(commits).toEqual(['soon', 'now'])
  expect([...store.load(clock.now()).bench.orders.all()].map(({ facts }) => facts.id)).toEqual([1, 2])
})

test('news from which a write, a line of the log or anything else follows is on the disk at once', () => {
  const { core, commits } = start()
  core.dispatch(seen(1), { isToldAgain: true })
  commits.length = 0
  core.dispatch({ kind: 'command', command: 'newSupply' }, { isToldAgain: true })
  expect(commits).toEqual(['now'])
})

test('a page hears of which lists changed: of news in several parts once, though the last part was known already', () => {
  const { core } = start()
  const told: (readonly string[])[] = []
  core.onDecision((_, _event, topics) => void told.push(topics))
  core.dispatch(seen(1), { isMoreToCome: true })
  core.dispatch(seen(1))
  core.dispatch(seen(1))
  expect(told).toEqual([[], ['orders']])
  core.dispatch({ kind: 'command', command: 'newSupply' })
  expect(told.at(-1)).toEqual(['orders', 'supplies', 'queue', 'history'])
  core.dispatch({ kind: 'command', command: 'acknowledge' })
  expect(told.at(-1)).toEqual(['history'])
})

test('what the marketplace tells at each round has a line in the log when it changes something, and costs no write else', () => {
  const { core, store, commits } = start()
  core.dispatch(seen(1))
  core.dispatch({
    kind: 'statusesSeen',
    statuses: [{ orderId: 1, supplierStatus: 'complete', wbStatus: 'waiting' }]
  })
  commits.length = 0
  core.dispatch({ kind: 'reshipmentSeen', orderIds: [] })
  core.dispatch({ kind: 'spotsSeen', spots: [] })
  expect(commits).toEqual([])
  core.dispatch({ kind: 'reshipmentSeen', orderIds: [1] })
  core.dispatch({ kind: 'reshipmentSeen', orderIds: [1] })
  expect(commits).toEqual(['now'])
  expect(store.history({ orderId: null, offset: 0, limit: 10 }).map(({ kind }) => kind)).toEqual(['reshipmentSeen'])
})
