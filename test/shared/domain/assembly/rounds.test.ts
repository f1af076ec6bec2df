import { describe, expect, test } from 'vitest'
import { parcelBarcode } from '../../../../shared/domain/scanning/commands.ts'
import type { OrderScheme } from '../../../../shared/domain/schemes/scheme.ts'
import {
  DBS,
  factsOf,
  inRound,
  markingCode,
  MUG,
  newDesk,
  newOrder,
  order,
  PICKUP,
  round,
  SCARF,
  SUPPLY,
  supply
} from './support.ts'
import type { BenchParts, Desk } from './support.ts'

const EXPRESS = { ...DBS, deliveryType: 'edbs' } as const
const NOTHING = { supplies: [], supplyId: null } as const

/** What the marketplace lists of an order that is new. */
function arrive(desk: Desk, id: number, scheme: OrderScheme, skus = [MUG]): void {
  const seen = { scheme, supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null } as const
  desk.act({ kind: 'ordersSeen', orders: [{ ...seen, facts: factsOf(id, { skus }) }] })
}

/** Shows the thing, prints, and scans the label back. */
function packOne(desk: Desk, id: number, thing = MUG): void {
  desk.scan(thing)
  desk.printAll()
  desk.scan(desk.order(id).sticker?.barcode ?? '')
}

function rounds(desk: Desk): readonly string[] {
  return [...desk.bench.rounds.values()].map(({ scheme, state }) => `${scheme} ${state}`)
}

describe('an order of the seller’s own delivery', () => {
  test('is taken in a round, packed with our own label, and handed to the courier', () => {
    const desk = newDesk(NOTHING)
    arrive(desk, 1, DBS)
    expect(desk.order(1).sticker).toEqual({ partA: '', partB: '1', barcode: parcelBarcode(1) })
    desk.command('newSupply')
    expect(desk.said).toBe('waiting roundOpened')
    expect(desk.queued).toEqual([{ kind: 'confirm', scheme: 'dbs', orderIds: [1] }])
    desk.sendAll()
    packOne(desk, 1)
    expect(desk.order(1)).toMatchObject({ life: 'packed', supplierStatus: 'confirm' })
    desk.command('next')
    expect(desk.said).toBe('waiting roundPacked')
    desk.command('supplyDone')
    expect(desk.said).toBe('done roundLeft')
    expect(desk.queued.at(-1)).toEqual({ kind: 'deliver', scheme: 'dbs', orderIds: [1] })
    expect(rounds(desk)).toEqual(['dbs left'])
    expect(desk.bench.supplyId).toBeNull()
    desk.sendAll()
    expect(desk.order(1)).toMatchObject({ life: 'shipped', supplierStatus: 'deliver' })
  })

  test('that is not packed waits in a new round when the courier goes', () => {
    const bench = {
      rounds: [round('dbs')],
      supplyId: 'round-dbs',
      orders: [inRound(1, DBS, 'packed'), inRound(2, DBS)]
    }
    const desk = newDesk(bench)
    desk.command('supplyDone')
    expect(desk.said).toBe('ask supplyUnfinished')
    desk.command('yes')
    expect(rounds(desk)).toEqual(['dbs left', 'dbs open'])
    expect(desk.bench.rounds.get(desk.order(2).supplyId ?? '')?.state).toBe('open')
    // It is in assembly already: the marketplace hears nothing of our rounds.
    expect(desk.queued).toEqual([{ kind: 'deliver', scheme: 'dbs', orderIds: [1] }])
  })

  test('that is all packed waits while another batch is on the table, and the scanner alone gets to it', () => {
    const rounds = [round('dbs'), round('pickup')]
    const orders = [inRound(1, DBS, 'packed'), inRound(2, PICKUP)]
    const desk = newDesk({ rounds, supplies: [], supplyId: 'round-pickup', orders })
    desk.command('newSupply')
    expect(desk.said).toBe('waiting roundPacked')
    expect(desk.bench.supplyId).toBe('round-dbs')
    desk.command('newSupply')
    expect(desk.said).toBe('waiting roundOpened')
    packOne(desk, 2)
    desk.sendAll()
    expect(desk.bench.supplyId).toBeNull()
    expect(desk.bench.feedback.note).toEqual({
      code: 'leftSupply',
      supplyId: 'round-dbs',
      name: round('dbs').name,
      orders: 0,
      packed: 1,
      shelved: 0,
      scheme: 'dbs'
    })
    desk.command('yes')
    expect(desk.said).toBe('waiting roundPacked')
    desk.command('supplyDone')
    expect(desk.said).toBe('done roundLeft')
    expect(desk.bench.feedback.note).toBeUndefined()
  })

  test('whose delivery is refused comes off the shelf into a round that is open', () => {
    const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS, 'packed')] })
    desk.command('supplyDone')
    desk.refuse('deliver', 'MetaValidationFail')
    expect(desk.order(1)).toMatchObject({ life: 'shelved', shelf: { why: { code: 'MetaValidationFail' } } })
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.order(1).life).toBe('claimed')
    expect(desk.bench.rounds.get(desk.order(1).supplyId ?? '')?.state).toBe('open')
  })

  test('names its scheme with its codes', () => {
    const orders = [inRound(1, DBS, 'claimed', { requiredMeta: ['sgtin'] })]
    const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders })
    desk.scan(MUG, markingCode(1))
    expect(desk.queued).toEqual([
      { kind: 'setMeta', scheme: 'dbs', orderId: 1, key: 'sgtin', values: [markingCode(1)] }
    ])
    desk.sendAll()
    desk.command('undo')
    expect(desk.queued.at(-1)).toEqual({ kind: 'deleteMeta', scheme: 'dbs', orderId: 1, key: 'sgtin' })
  })

  test('can be put back on the table until its round has left', () => {
    const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS), inRound(2, DBS)] })
    packOne(desk, 1)
    desk.command('undo')
    expect(desk.said).toBe('goOn reopened')
  })
})

describe('a pickup order', () => {
  const bench: BenchParts = { rounds: [round('pickup')], supplyId: 'round-pickup', orders: [inRound(1, PICKUP)] }

  test('is told to be ready as soon as it is packed, and the last one ends its round', () => {
    const desk = newDesk(bench)
    packOne(desk, 1)
    expect(desk.said).toBe('done packed')
    expect(desk.queued).toEqual([{ kind: 'prepare', scheme: 'pickup', orderIds: [1] }])
    expect(rounds(desk)).toEqual(['pickup left'])
    expect(desk.bench.supplyId).toBeNull()
    desk.command('undo')
    expect(desk.said).toBe('refused nothingToUndo')
    desk.sendAll()
    expect(desk.order(1)).toMatchObject({ life: 'shipped', supplierStatus: 'prepare' })
  })

  test('is found by its buyer’s code: on the shelf with its place, or laid on an empty table', () => {
    const desk = newDesk({ ...bench, supplyId: null })
    desk.scan(PICKUP.orderCode)
    expect(desk.said).toBe('goOn scanProduct')
    expect(desk.bench.table.orderId).toBe(1)
    packOne(desk, 1)
    desk.sendAll()
    desk.act({ kind: 'placeOrder', orderId: 1, place: 'A-12' })
    desk.scan(PICKUP.orderCode)
    expect(desk.message).toEqual({ code: 'pickupWaits', orderId: 1, place: 'A-12', isToBePaid: false })
  })

  test('keeps its place when the marketplace lists it anew', () => {
    const desk = newDesk(NOTHING)
    arrive(desk, 1, PICKUP)
    desk.act({ kind: 'placeOrder', orderId: 1, place: 'A-12' })
    arrive(desk, 1, PICKUP)
    expect(desk.order(1).scheme).toMatchObject({ place: 'A-12' })
  })
})

describe('orders of several schemes', () => {
  const mixed: BenchParts = {
    supplies: [supply(SUPPLY)],
    rounds: [round('dbs'), round('pickup')],
    supplyId: null,
    orders: [order(1), inRound(2, DBS), inRound(3, PICKUP), order(4, { skus: [SCARF] })]
  }

  test('share no batch', () => {
    const desk = newDesk({ orders: [newOrder(1), newOrder(2, {}, { scheme: DBS })] })
    desk.act({ kind: 'claim', orderIds: [1, 2], supply: { kind: 'new', name: '' } })
    expect(desk.message).toMatchObject({ code: 'supplyKindDiffers', by: 'scheme' })
  })

  test('are taken up scheme by scheme, express first', () => {
    const desk = newDesk({
      ...NOTHING,
      orders: [newOrder(1), newOrder(2, {}, { scheme: PICKUP }), newOrder(3, {}, { scheme: EXPRESS })]
    })
    const opened: string[] = []
    for (const _ of [1, 2, 3]) {
      desk.command('newSupply')
      opened.push(desk.message.code === 'roundOpened' ? desk.message.scheme : desk.message.code)
    }
    expect(opened).toEqual(['dbs', 'pickup', 'supplyOpened'])
  })

  test('are packed in one heap: a thing means the most urgent order that wants it', () => {
    const desk = newDesk(mixed)
    const packed: number[] = []
    for (const thing of [MUG, MUG, MUG, SCARF]) {
      desk.scan(thing)
      const { orderId } = desk.bench.table
      desk.printAll()
      desk.scan(desk.order(orderId ?? 0).sticker?.barcode ?? '')
      packed.push(orderId ?? 0)
    }
    // The courier comes at 16:00, the buyer today, the marketplace in five days.
    expect(packed).toEqual([2, 3, 1, 4])
  })

  test('stay in the batch that somebody opened', () => {
    const desk = newDesk(mixed)
    desk.act({ kind: 'openSupply', supplyId: SUPPLY })
    desk.scan(MUG)
    expect(desk.bench.table.orderId).toBe(1)
  })

  test('are not packed where the table packs other schemes', () => {
    const desk = newDesk({ ...mixed, settings: { schemes: ['fbs'] } })
    desk.scan(MUG)
    expect(desk.bench.table.orderId).toBe(1)
  })

  test('go before all others when they are pinned', () => {
    const desk = newDesk(mixed)
    desk.act({ kind: 'pinOrder', orderId: 1, isPinned: true })
    desk.scan(MUG)
    expect(desk.bench.table.orderId).toBe(1)
  })
})

test('a round is called by the first time that its buyers await it, a later one of the same by its number, pickup by the day', () => {
  const late = { ...DBS, slot: { date: '04.08.2026', from: '09:00', to: '11:00' } } as const
  const early = { ...DBS, slot: { date: '03.08.2026', from: '15:00', to: '16:00' } } as const
  const desk = newDesk(NOTHING)
  const claim = (ids: readonly number[], name = '') =>
    desk.act({ kind: 'claim', orderIds: ids, supply: { kind: 'new', name } })
  for (const id of [1, 2]) arrive(desk, id, late)
  for (const id of [3, 4]) arrive(desk, id, early)
  for (const id of [5, 6]) arrive(desk, id, PICKUP)
  claim([1, 3])
  claim([4])
  claim([2], 'Evening')
  claim([5])
  claim([6])
  const names = [...desk.bench.rounds.values()].map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['03.08, 15:00–16:00', '03.08, 15:00–16:00 · № 2', 'Evening'])
  expect(names[3]).toMatch(/^\d\d\.\d\d$/)
  expect(names[4]).toBe(`${names[3]} · № 2`)
})
