import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Outbox } from '../../../../electron/station/core/outbox.ts'
import { isPending, lanesOf } from '../../../../shared/domain/intents.ts'
import type { Intent, IntentBody, IntentState } from '../../../../shared/domain/intents.ts'
import { NOW } from '../../../shared/domain/assembly/builders.ts'

const NOBODY: ReadonlySet<string> = new Set()
const WAITING: IntentState = { kind: 'waiting', attempts: 0, why: null }

const create = (supplyId: string): IntentBody => ({ kind: 'createSupply', supplyId, name: supplyId })
const add = (supplyId: string, ...orderIds: number[]): IntentBody => ({ kind: 'addToSupply', supplyId, orderIds })
const set = (orderId: number, value = 'A'): IntentBody => ({ kind: 'setMeta', orderId, key: 'sgtin', values: [value] })
const both = (orderId: number): IntentBody => ({ kind: 'setMeta', orderId, key: 'sgtin', values: ['A', 'B'] })
const unset = (orderId: number): IntentBody => ({ kind: 'deleteMeta', orderId, key: 'sgtin' })

/** Rows by their place in the queue, which is their id too. */
function rows(...bodies: readonly (IntentBody | readonly [IntentBody, IntentState])[]): readonly Intent[] {
  return bodies.map((one, index) => {
    const [body, state] = 'kind' in one ? [one, WAITING] : one
    return { id: String(index + 1), seq: (index + 1) * 1000, body, bornAt: NOW + index, packerId: null, state }
  })
}

function readyOf(outbox: Outbox, most = 8, underWay = NOBODY, now = 0): readonly string[] {
  return outbox.ready(now, most, underWay).intents.map(({ id }) => id)
}

describe('what may go now', () => {
  test.each<readonly [string, ReturnType<typeof rows>, readonly string[]]>([
    ['nothing of nothing', [], []],
    ['one alone', rows(set(1)), ['1']],
    ['the first of a lane alone', rows(create('s'), add('s', 1), set(1)), ['1']],
    ['what shares no lane overtakes', rows(create('s'), add('s', 1), set(2), create('t')), ['1', '3', '4']],
    ['what has two lanes is first in both or waits', rows(set(1), add('s', 1), add('s', 2)), ['1']],
    ['unknown may go: it is looked up', rows([set(1), { kind: 'unknown', attempts: 1 }], set(1, 'B')), ['1']],
    ['sending holds its lane', rows([set(1), { kind: 'sending', attempts: 0 }], set(1, 'B'), set(2)), ['3']],
    ['parked holds its lane', rows([set(1), { kind: 'parked', why: 'x', attempts: 50 }], unset(1), set(2)), ['3']],
    ['refused holds none', rows([set(1), { kind: 'refused', code: '', message: '', at: NOW }], unset(1)), ['2']],
    ['done holds none', rows([create('s'), { kind: 'done', at: NOW }], add('s', 1)), ['2']],
    ['withdrawn holds none', rows([set(1), { kind: 'withdrawn', at: NOW }], set(1, 'B')), ['2']]
  ])('%s', (_, pending, ready) => {
    expect(readyOf(new Outbox(pending, 0))).toEqual(ready)
  })

  test('no more than wanted, those under way counted, and none of those again', () => {
    const outbox = new Outbox(rows(set(1), set(2), set(3), set(4)), 0)
    expect(readyOf(outbox, 2)).toEqual(['1', '2'])
    expect(readyOf(outbox, 3, new Set(['1']))).toEqual(['2', '3'])
    expect(readyOf(outbox, 1, new Set(['1']))).toEqual([])
  })

  test('what has a time waits for it, and the earliest of these is told; the network’s return and a person hurry it', () => {
    const outbox = new Outbox(rows(set(1), [set(2), { kind: 'unknown', attempts: 1 }], add('s', 3)), 0)
    outbox.delay('1', 500)
    outbox.delay('2', 300)
    outbox.delay('3', 900)
    expect(outbox.ready(200, 8, NOBODY)).toEqual({ intents: [], nextDue: 300 })
    expect(readyOf(outbox, 8, NOBODY, 600)).toEqual(['1', '2'])
    outbox.hurrySupply('s')
    expect(readyOf(outbox, 8, NOBODY, 200)).toEqual(['3'])
    outbox.hurry()
    // What may have arrived keeps its pause.
    expect(readyOf(outbox, 8, NOBODY, 200)).toEqual(['1', '3'])
  })
})

describe('new wishes', () => {
  let born = 0
  const plan = (outbox: Outbox, ...bodies: readonly IntentBody[]) => {
    const planned = outbox.plan(
      bodies.map(body => ({ body })),
      { bornAt: NOW, packerId: null },
      () => `new-${++born}`
    )
    outbox.adopt(planned)
    return planned.map(({ body, state }) => `${body.kind} ${state.kind}`)
  }

  test.each<readonly [string, readonly IntentBody[], readonly string[]]>([
    ['a code set anew replaces the unsent one', [set(1, 'B')], ['setMeta withdrawn', 'setMeta waiting']],
    ['a code undone needs no sending', [unset(1)], ['setMeta withdrawn']],
    ['another order’s code stays', [set(2)], ['setMeta waiting']],
    ['set and undone in one go', [set(2), unset(2)], ['setMeta withdrawn']],
    // The first of them may be there already.
    [
      'of a set undone, what is there is still deleted',
      [both(2), unset(2)],
      ['setMeta withdrawn', 'deleteMeta waiting']
    ]
  ])('%s', (_, bodies, planned) => {
    expect(plan(new Outbox(rows(set(1)), 5000), ...bodies)).toEqual(planned)
  })

  test.each<IntentState>([
    { kind: 'waiting', attempts: 1, why: 'offline' },
    { kind: 'sending', attempts: 0 },
    { kind: 'unknown', attempts: 0 },
    { kind: 'parked', why: 'x', attempts: 50 }
  ])('what may have been seen there is not withdrawn: $kind', state => {
    expect(plan(new Outbox(rows([set(1), state]), 1000), unset(1))).toEqual(['deleteMeta waiting'])
  })

  test('they stand behind all others, with room for the parts of a split one', () => {
    const outbox = new Outbox(rows(set(1), set(2)), 2003)
    const [one, two] = outbox.plan(
      [{ body: set(3) }, { body: set(4) }],
      { bornAt: NOW, packerId: null },
      () => `seq-${++born}`
    )
    expect([one?.seq, two?.seq]).toEqual([3000, 4000])
  })
})

test('what waits and what a person has to see is counted; the oldest under way is named', () => {
  const refused: IntentState = { kind: 'refused', code: 'x', message: '', at: NOW }
  const outbox = new Outbox(
    rows([set(1), { kind: 'parked', why: 'x', attempts: 1 }], set(2), set(3), [set(4), refused]),
    0
  )
  expect(outbox.counts()).toEqual({ waiting: 2, oldestAt: NOW + 1, attention: 2 })
  expect(new Outbox([], 0).counts()).toEqual({ waiting: 0, oldestAt: null, attention: 0 })
})

test('whatever comes and goes, those that may go are the first in each of their lanes', () => {
  const body = fc.oneof(
    fc.nat(3).map(id => set(id)),
    fc.nat(2).map(id => create(`s${id}`)),
    fc.tuple(fc.nat(2), fc.uniqueArray(fc.nat(3), { minLength: 1 })).map(([id, ids]) => add(`s${id}`, ...ids))
  )
  const kinds = fc.constantFrom('waiting', 'unknown', 'sending', 'parked', 'done', 'withdrawn')
  const state = kinds.map((kind): IntentState => {
    if (kind === 'done' || kind === 'withdrawn') return { kind, at: NOW }
    return kind === 'waiting' || kind === 'parked' ? { kind, attempts: 1, why: 'x' } : { kind, attempts: 1 }
  })
  fc.assert(
    fc.property(fc.array(body, { maxLength: 12 }), fc.array(fc.tuple(fc.nat(11), state)), (bodies, changes) => {
      const outbox = new Outbox(rows(...bodies), 0)
      const all = new Map(rows(...bodies).map(row => [row.id, row]))
      for (const [place, next] of changes) {
        const row = all.get(String(place + 1))
        if (row === undefined) continue
        all.set(row.id, { ...row, state: next })
        outbox.adopt([{ ...row, state: next }])
      }
      const pending = [...all.values()].filter(isPending)
      const isFirst = (one: Intent) =>
        lanesOf(one.body).every(lane => pending.find(other => lanesOf(other.body).includes(lane)) === one)
      const expected = pending.filter(one => isFirst(one) && ['waiting', 'unknown'].includes(one.state.kind))
      expect(readyOf(outbox, 99)).toEqual(expected.map(({ id }) => id))
    })
  )
})
