import { expect, test } from 'vitest'
import { answersTo } from '../../../../shared/view/answers.ts'
import { DBS, inRound, newDesk, newOrder, NOW, order, PICKUP, round, SUPPLY, supply } from './support.ts'
import type { BenchParts } from './support.ts'

const HOUR = 3_600_000
const EXPRESS = { ...DBS, deliveryType: 'edbs', slot: { ...DBS.slot, date: '09.08.2026' } } as const
/** In 108 hours the marketplace cancels it: after both rounds' days. */
const OLD = order(1, { createdAt: NOW - 12 * HOUR })
/** In 2 hours it does: before the courier comes. */
const OLDEST = order(1, { createdAt: NOW - 118 * HOUR })
const ROUNDS = [round('dbs'), round('pickup')]

function offered(parts: BenchParts): unknown {
  const desk = newDesk({ rounds: ROUNDS, supplies: [supply(SUPPLY)], supplyId: null, ...parts })
  desk.command('acknowledge')
  const { note } = desk.bench.feedback
  return note?.code === 'leftSupply' ? [note.supplyId, note.scheme ?? 'fbs', note.orders] : null
}

test.each([
  ['the courier, who comes today', { orders: [OLD, inRound(2, DBS), inRound(3, PICKUP)] }, ['round-dbs', 'dbs', 1]],
  ['a pickup by tonight', { orders: [OLD, inRound(3, PICKUP)] }, ['round-pickup', 'pickup', 1]],
  ['the supply whose time is up first', { orders: [OLDEST, inRound(2, DBS), inRound(3, PICKUP)] }, [SUPPLY, 'fbs', 1]],
  [
    'express before all of them',
    { orders: [OLDEST, inRound(2, EXPRESS), inRound(3, PICKUP)] },
    ['round-dbs', 'dbs', 1]
  ],
  [
    'what somebody pinned before express',
    { orders: [OLDEST, inRound(2, EXPRESS), { ...inRound(3, PICKUP), isPinned: true as const }] },
    ['round-pickup', 'pickup', 1]
  ],
  [
    'none of a scheme that is not packed here',
    { orders: [inRound(2, EXPRESS), inRound(3, PICKUP)], settings: { schemes: ['pickup'] as const } },
    ['round-pickup', 'pickup', 1]
  ]
] satisfies readonly (readonly [string, BenchParts, unknown])[])(
  'with nothing open the stage names what is most urgent over supplies and rounds: %s',
  (_, parts, batch) => {
    expect(offered(parts)).toEqual(batch)
  }
)

test('what is left to pack is counted as supplies and as rounds, and rounds only where there are any', () => {
  const both = newDesk({ rounds: ROUNDS, supplyId: null, orders: [OLD, inRound(2, DBS), inRound(3, PICKUP)] })
  both.command('acknowledge')
  expect(both.message).toEqual({ code: 'resumeSupply', supplies: 1, rounds: 2 })
  const one = newDesk({ supplyId: null, orders: [OLD] })
  one.command('acknowledge')
  expect(one.message).toEqual({ code: 'resumeSupply', supplies: 1 })
})

test('new orders are counted for the schemes that are packed here, and the start is named by the most urgent one', () => {
  const orders = [newOrder(1), newOrder(2), newOrder(3, {}, { scheme: PICKUP }), newOrder(4, {}, { scheme: EXPRESS })]
  const desk = newDesk({ supplyId: null, orders })
  desk.command('acknowledge')
  expect(desk.message).toEqual({ code: 'openSupply', fresh: 4, scheme: 'dbs' })
  expect(answersTo(desk.bench)).toMatchObject([{ code: 'newSupply', scheme: 'dbs' }])
  desk.command('newSupply')
  expect(desk.message).toMatchObject({ code: 'roundOpened', scheme: 'dbs' })

  const supplies = newDesk({ supplyId: null, orders, settings: { schemes: ['fbs'] } })
  supplies.command('acknowledge')
  expect(supplies.message).toEqual({ code: 'openSupply', fresh: 2 })
  expect(answersTo(supplies.bench)).toEqual([{ code: 'newSupply', barcode: 'VRSTK-NEW-SUPPLY' }])
})

test('what is asked, refused and offered says whether it is of a round', () => {
  const orders = [inRound(1, DBS, 'packed'), inRound(2, DBS), order(3, { skus: ['2000000000008'] })]
  const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders })
  desk.scan('2000000000008')
  expect(desk.message).toMatchObject({ code: 'wrongSupply' })
  expect(desk.message).not.toHaveProperty('scheme')
  expect(desk.bench.feedback.note).toMatchObject({ code: 'otherSupply', way: 'open' })
  desk.command('no')
  desk.command('supplyDone')
  expect(desk.message).toMatchObject({ code: 'supplyUnfinished', scheme: 'dbs' })
})
