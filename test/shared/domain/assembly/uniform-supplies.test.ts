import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BenchEvent } from '../../../../shared/domain/bench.ts'
import type { OrderFacts } from '../../../../shared/domain/orders/orders.ts'
import { supplyKind } from '../../../../shared/domain/orders/supplies.ts'
import { newDesk, newOrder, NOW, order, OTHER_SUPPLY, packedOrder, SUPPLY, supply } from './support.ts'
import type { Desk } from './support.ts'

const IDS = Array.from({ length: 12 }, (_, index) => index + 1)

const kind: fc.Arbitrary<Partial<OrderFacts>> = fc.record({
  cargoType: fc.constantFrom(1, 1, 2, 3),
  warehouseId: fc.constantFrom(5, 5, 6),
  isCrossBorder: fc.constantFrom(false, false, true),
  isB2b: fc.constantFrom(false, false, true)
})

const orderIds = fc.subarray(IDS, { minLength: 1 })
const event: fc.Arbitrary<BenchEvent> = fc.oneof(
  { weight: 3, arbitrary: claimInto(fc.constant({ kind: 'new', name: '' } as const)) },
  {
    weight: 3,
    arbitrary: claimInto(
      fc.record({ kind: fc.constant('existing'), supplyId: fc.constantFrom(SUPPLY, OTHER_SUPPLY, 'WB-GI-3') })
    )
  },
  fc.constantFrom({ kind: 'command', command: 'newSupply' } as const, { kind: 'command', command: 'yes' } as const),
  fc.record({ kind: fc.constant('closeSupply'), supplyId: fc.constantFrom(SUPPLY, OTHER_SUPPLY) }),
  fc.record({
    kind: fc.constant('suppliesSeen'),
    supplies: fc
      .record({ isCrossBorder: fc.boolean(), isB2b: fc.boolean(), cargoType: fc.constantFrom(0, 1, 2) })
      .map(told => [{ remoteId: 'WB-GI-3', name: 'made elsewhere', createdAt: NOW, done: false, ...told }])
  })
)

function claimInto<Into extends Extract<BenchEvent, { kind: 'claim' }>['supply']>(into: fc.Arbitrary<Into>) {
  return fc.record({ kind: fc.constant('claim'), orderIds, supply: into })
}

function expectUniform(desk: Desk): void {
  for (const { id } of desk.bench.supplies.values()) {
    const inside = [...desk.bench.orders.all()].filter(({ supplyId }) => supplyId === id)
    expect(new Set(inside.map(supplyKind)).size, id).toBeLessThanOrEqual(1)
  }
  for (const body of desk.queued) {
    if (body.kind !== 'addToSupply') continue
    const made = desk.bench.supplies.get(body.supplyId)
    for (const id of body.orderIds) {
      const { facts } = desk.order(id)
      expect(
        [made?.isB2b ?? facts.isB2b, made?.isCrossBorder ?? facts.isCrossBorder],
        `${id} in ${body.supplyId}`
      ).toEqual([facts.isB2b, facts.isCrossBorder])
    }
  }
}

test('whatever is claimed into whatever, no supply ever mixes kinds, and nothing mixed is sent', () => {
  fc.assert(
    fc.property(
      fc.array(kind, { minLength: IDS.length, maxLength: IDS.length }),
      kind,
      fc.array(event, { maxLength: 12 }),
      (kinds, inside, events) => {
        const elsewhere = supply('WB-GI-3', { cargoType: 0, isB2b: true, isCrossBorder: false })
        const desk = newDesk({
          orders: [
            ...IDS.map(id => newOrder(id, kinds[id - 1])),
            packedOrder(21, inside),
            order(22, inside),
            order(23, inside, { life: 'shelved' })
          ],
          supplies: [supply(SUPPLY, { cargoType: inside.cargoType ?? 1 }), supply(OTHER_SUPPLY), elsewhere],
          supplyId: null
        })
        for (const one of events) {
          // Told anew only while nobody has put anything in: its kind is then that of what is inside.
          const isUsed = desk.queued.some(body => body.kind === 'addToSupply' && body.supplyId === 'WB-GI-3')
          if (one.kind !== 'suppliesSeen' || !isUsed) desk.act(one)
          expectUniform(desk)
        }
      }
    )
  )
})

test('a refused claim says in what the orders differ', () => {
  const strangers = [
    [{ cargoType: 2 }, 'cargoType'],
    [{ warehouseId: 9 }, 'warehouse'],
    [{ isCrossBorder: true }, 'border'],
    [{ isB2b: true }, 'b2b']
  ] as const
  for (const [facts, by] of strangers) {
    const desk = newDesk({ orders: [newOrder(1, facts), order(2)] })
    desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId: SUPPLY } })
    expect(desk.message).toEqual({ code: 'supplyKindDiffers', by })
  }
})

test('a supply made elsewhere keeps to its kind, though nobody here has seen its orders', () => {
  const desk = newDesk({ orders: [newOrder(1), newOrder(2, { isB2b: true })], supplyId: null })
  const seen = { remoteId: 'WB-GI-3', name: 'elsewhere', createdAt: NOW, done: false, cargoType: 1, isB2b: true }
  desk.act({ kind: 'suppliesSeen', supplies: [seen] })
  desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId: 'WB-GI-3' } })
  expect(desk.message).toEqual({ code: 'supplyKindDiffers', by: 'b2b' })
  desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'existing', supplyId: 'WB-GI-3' } })
  expect(desk.order(2).supplyId).toBe('WB-GI-3')
})

test('what stays behind when a supply leaves goes to supplies of its own, one for each kind', () => {
  // Facts may change between two lists; the marketplace then holds what it took as another kind.
  const desk = newDesk({ orders: [packedOrder(1), order(2), order(3, { isB2b: true })] })
  desk.command('supplyDone')
  desk.command('yes')
  expect(desk.order(2).supplyId).not.toBe(desk.order(3).supplyId)
  const acts = ['createSupply', 'addToSupply', 'createSupply', 'addToSupply', 'deliverSupply']
  expect(desk.queued.map(({ kind: name }) => name)).toEqual(acts)
})
