import { describe, expect, test } from 'vitest'
import type { OrderScheme } from '../../../../shared/domain/schemes/scheme.ts'
import { DBS, inRound, MUG, newDesk, PICKUP, round, SCARF } from './support.ts'
import type { BenchParts, Desk } from './support.ts'

function open(scheme: 'dbs' | 'pickup', ...orders: readonly ReturnType<typeof inRound>[]): BenchParts {
  return { rounds: [round(scheme)], supplyId: `round-${scheme}`, orders }
}

function packOne(desk: Desk, id: number, thing = MUG): void {
  desk.scan(thing)
  desk.printAll()
  desk.scan(desk.order(id).sticker?.barcode ?? '')
}

function callOff(desk: Desk, ...ids: readonly number[]): void {
  const told = { supplierStatus: 'confirm', wbStatus: 'canceled' } as const
  desk.act({ kind: 'statusesSeen', statuses: ids.map(orderId => ({ orderId, ...told })) })
}

function states(desk: Desk): readonly string[] {
  return [...desk.bench.rounds.values()].map(({ state }) => state)
}

describe('"done" on a pickup round', () => {
  const parts = open(
    'pickup',
    inRound(1, PICKUP),
    inRound(2, { ...PICKUP, orderCode: '5-2' }, 'claimed', { skus: [SCARF] })
  )

  test.each([
    ['before the marketplace has answered', (): void => {}],
    ['once it knows', (desk: Desk): void => desk.sendAll()]
  ])('asks once about what is not packed, moves that, and tells of none twice: %s', (_, meanwhile) => {
    const desk = newDesk(parts)
    packOne(desk, 1)
    meanwhile(desk)
    desk.command('supplyDone')
    expect(desk.message).toMatchObject({ code: 'supplyUnfinished', scheme: 'pickup', orderIds: [2] })
    desk.command('yes')
    expect(desk.message).toMatchObject({ code: 'roundLeft', scheme: 'pickup', orders: 1 })
    expect(states(desk)).toEqual(['left', 'open'])
    expect(desk.queued).toEqual([{ kind: 'prepare', scheme: 'pickup', orderIds: [1] }])
  })

  test('with nothing packed says so', () => {
    const desk = newDesk(parts)
    desk.command('supplyDone')
    expect(desk.message).toEqual({ code: 'supplyEmpty', scheme: 'pickup' })
  })

  test('is not needed: the last parcel says that the round is over', () => {
    const desk = newDesk(open('pickup', inRound(1, PICKUP)))
    packOne(desk, 1)
    expect(desk.message).toMatchObject({ code: 'packed', orderId: 1, ended: 'round of pickup' })
  })
})

describe.each([
  ['dbs', DBS],
  ['pickup', PICKUP]
] as const)('a %s round', (scheme, facts: OrderScheme) => {
  test('whose orders are all called off ends by itself and says so', () => {
    const desk = newDesk(open(scheme, inRound(1, facts), inRound(2, facts)))
    callOff(desk, 1)
    expect(states(desk)).toEqual(['open'])
    callOff(desk, 2)
    expect(states(desk)).toEqual(['left'])
    expect(desk.bench.supplyId).toBeNull()
    expect(desk.message).toEqual({ code: 'roundEnded', name: `round of ${scheme}` })
    desk.command('supplyDone')
    expect(desk.said).toBe('refused noSupply')
  })

  test('ends when the last of its orders left without it', () => {
    const desk = newDesk(open(scheme, inRound(1, facts)))
    const supplierStatus = scheme === 'dbs' ? 'deliver' : 'prepare'
    desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 1, supplierStatus, wbStatus: 'waiting' }] })
    expect(states(desk)).toEqual(['left'])
  })
})

test('the parcels of a DBS round that is called off are taken out of the pile first', () => {
  const desk = newDesk(open('dbs', inRound(1, DBS), inRound(2, DBS)))
  packOne(desk, 1)
  packOne(desk, 2)
  callOff(desk, 1, 2)
  expect(states(desk)).toEqual(['open'])
  desk.command('acknowledge')
  expect(desk.message).toMatchObject({ code: 'allCancelled', parcels: 2, scheme: 'dbs' })
  desk.command('supplyDone')
  expect(desk.message).toMatchObject({ code: 'cancelledInside', orderIds: [1, 2], scheme: 'dbs' })
  desk.scan(desk.order(1).sticker?.barcode ?? '')
  expect(desk.message).toMatchObject({ code: 'cancelledInside', orderIds: [2] })
  desk.scan(desk.order(2).sticker?.barcode ?? '')
  expect(desk.message).toEqual({ code: 'roundEnded', name: 'round of dbs' })
  expect(states(desk)).toEqual(['left'])
  expect(desk.queued).toEqual([])
})

test('an order that comes off the shelf after its round is over is packed in a new one', () => {
  const desk = newDesk(open('dbs', inRound(1, DBS)))
  desk.scan(MUG)
  desk.act({ kind: 'shelfReason', reason: 'missing' })
  expect(desk.said).toBe('done shelved')
  expect(states(desk)).toEqual(['left'])
  desk.act({ kind: 'unshelve', orderId: 1 })
  expect(states(desk)).toEqual(['left', 'open'])
  packOne(desk, 1)
  desk.command('supplyDone')
  expect(desk.queued).toEqual([{ kind: 'deliver', scheme: 'dbs', orderIds: [1] }])
})
