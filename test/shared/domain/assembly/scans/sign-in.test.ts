import { expect, test } from 'vitest'
import type { BenchEvent } from '../../../../../shared/domain/bench.ts'
import { ANNA, MUG, newDesk, newOrder, order, packedOrder, SUPPLY } from '../support.ts'

const signIn = { signIn: true } as const

test('with packers on the list nothing is packed until one of them has scanned a badge', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2), newOrder(3)], settings: signIn })
  const acts: readonly BenchEvent[] = [
    { kind: 'command', command: 'wave' },
    { kind: 'takeOrder', orderId: 1 },
    { kind: 'claim', orderIds: [3], supply: { kind: 'new', name: '' } },
    { kind: 'closeSupply', supplyId: SUPPLY },
    { kind: 'reprintOrder', orderId: 2, reason: 'lost' },
    { kind: 'deleteCode', orderId: 2, key: 'sgtin' }
  ]
  for (const event of acts) {
    const before = desk.bench
    expect(desk.act(event)).toMatchObject({ changed: [], effects: [], feedback: { message: { code: 'badgeFirst' } } })
    expect(desk.bench.table).toEqual(before.table)
  }
  desk.scan(MUG)
  expect(desk.said).toBe('refused badgeFirst')
  desk.badge(ANNA.id)
  desk.scan(MUG)
  expect(desk.said).toBe('goOn printing')
})

test('badges, settings and news need no badge', () => {
  const desk = newDesk({ orders: [order(1)], settings: signIn })
  desk.act({ kind: 'printOwn', sources: [{ kind: 'own', label: { kind: 'badge', packerId: '7', name: 'Anna' } }] })
  expect(desk.prints).toHaveLength(1)
  desk.act({ kind: 'settings', settings: { ...desk.bench.settings, signIn: false } })
  desk.scan(MUG)
  expect(desk.said).toBe('goOn printing')
})

test('a number in use is refused with the name of who has it; renaming is another act', () => {
  const desk = newDesk()
  const oleg = { id: ANNA.id, name: 'Oleg' }
  desk.act({ kind: 'savePacker', packer: oleg })
  expect(desk.message).toEqual({ code: 'numberTaken', badge: ANNA.id, name: ANNA.name })
  expect(desk.bench.packers.get(ANNA.id)).toEqual(ANNA)
  desk.act({ kind: 'savePacker', packer: oleg, renames: true })
  expect(desk.bench.packers.get(ANNA.id)).toEqual(oleg)
})
