import { expect, test } from 'vitest'
import { codeFor, entry, markingCode, MUG, newDesk, newOrder, order, packedOrder, SCARF, stickerOf } from './support.ts'
import { intent, SUPPLY } from './support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

test('a code that the marketplace took is accepted and has no verdict yet', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1))
  desk.sendAll()
  expect(desk.order(1).codes.sgtin).toMatchObject({ state: 'accepted', decision: null })
  expect(desk.said).toBe('goOn printing')
})

test('news of a code that was undone and scanned again is not news of the new one: it is sent again', () => {
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin', 'imei'] })] })
  desk.scan(MUG, markingCode(1), codeFor('imei', 1))
  desk.command('undo')
  desk.command('undo')
  desk.scan(markingCode(1))
  desk.sendAll()
  expect(desk.order(1).codes.sgtin?.state).toBe('kept')
  desk.scan(codeFor('imei', 1))
  expect(desk.queued.slice(-2)).toMatchObject([
    { kind: 'setMeta', key: 'sgtin' },
    { kind: 'setMeta', key: 'imei' }
  ])
})

test('a code that the marketplace refuses puts its order on the shelf and clears the table', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1))
  desk.refuse('setMeta', 'FailedToUpdateMeta')
  expect(desk.message).toEqual({
    code: 'codeRefusedAtMarketplace',
    orderId: 1,
    key: 'sgtin',
    decision: 'FailedToUpdateMeta'
  })
  expect(desk.order(1)).toMatchObject({
    life: 'shelved',
    codes: { sgtin: { state: 'refused' } },
    shelf: { why: { kind: 'writeRefused', what: 'sgtin', message: 'no: FailedToUpdateMeta' } }
  })
  expect(desk.bench.table.orderId).toBeNull()
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('refused onShelf')
})

test('a shelved order whose supply left stays as it is, and is not reprinted when it is cancelled', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  desk.act({ kind: 'shelfReason', reason: 'damaged' })
  const gone = { remoteId: SUPPLY, name: '', createdAt: 0, done: true, cargoType: 1 } as const
  desk.act({ kind: 'suppliesSeen', supplies: [gone] })
  desk.act({ kind: 'unshelve', orderId: 1 })
  expect(desk.said).toBe('refused notNow')
  const packed = newDesk({ orders: [packedOrder(1)] })
  const news = { orderId: 1, supplierStatus: 'cancel', wbStatus: 'canceled' } as const
  packed.act({ kind: 'statusesSeen', statuses: [news] })
  packed.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
  expect(packed.said).toBe('refused nothingToReprint')
  expect(packed.prints).toEqual([])
})

test('a refusal does not disturb another order on the table, and no shipped one', () => {
  const body = { kind: 'setMeta', orderId: 2, key: 'sgtin', values: [markingCode(2)] } as const
  const codes = { sgtin: entry(markingCode(2), { state: 'queued' }) } as const
  for (const life of ['packed', 'shipped'] as const) {
    const desk = newDesk({ orders: [order(1, { skus: [SCARF] }), packedOrder(2, needsCode, { codes, life })] })
    desk.scan(SCARF)
    desk.act({ kind: 'intentRefused', intent: intent(body), code: 'StatusMismatch', message: '', culprits: [] })
    expect(desk.said).toBe('goOn printing')
    expect(desk.order(2).life).toBe(life === 'packed' ? 'shelved' : 'shipped')
  }
})

test('an order that was not let into the supply is on the shelf, in no supply; taken off, it is new', () => {
  const desk = newDesk({ orders: [newOrder(1), newOrder(2, { skus: [SCARF] })] })
  desk.command('newSupply')
  desk.scan(MUG)
  const body = desk.queued.at(-1)
  if (body?.kind !== 'addToSupply') throw new Error('nothing was added')
  const one = intent({ ...body, orderIds: [1] })
  desk.act({ kind: 'intentRefused', intent: one, code: 'FailedToAddSupplyOrder', message: 'busy', culprits: [1] })
  expect(desk.message).toMatchObject({
    code: 'onShelf',
    orderId: 1,
    why: { kind: 'writeRefused', what: 'addToSupply' }
  })
  expect(desk.order(1)).toMatchObject({ life: 'shelved', supplyId: null })
  expect(desk.order(2).life).toBe('claimed')
  desk.act({ kind: 'unshelve', orderId: 1 })
  expect(desk.order(1).life).toBe('fresh')
  desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId: SUPPLY } })
  desk.act({ kind: 'intentRefused', intent: one, code: 'FailedToAddSupplyOrder', message: 'busy', culprits: [1] })
  expect(desk.order(1)).toMatchObject({ life: 'claimed', supplyId: SUPPLY })
})

test('a supply that is not created gives its orders back: open ones are new again, parcels wait on the shelf', () => {
  const desk = newDesk({ orders: [newOrder(1), newOrder(2, { skus: [SCARF] })], supplyId: null })
  desk.command('newSupply')
  const { supplyId } = desk.bench
  desk.stickersCome(1, 2)
  desk.scan(MUG, stickerOf(1).barcode, SCARF)
  desk.refuse('createSupply', 'IncorrectRequest')
  expect(desk.message).toMatchObject({ code: 'supplyRefused', vendorCode: 'IncorrectRequest' })
  expect(desk.bench.table.orderId).toBeNull()
  expect(desk.bench.supplyId).toBeNull()
  expect(desk.bench.supplies.get(supplyId ?? '')?.state).toBe('abandoned')
  expect(desk.order(2)).toMatchObject({ life: 'fresh', supplyId: null, itemChecked: false })
  expect(desk.order(1)).toMatchObject({ life: 'shelved', supplyId: null })
  desk.act({ kind: 'unshelve', orderId: 1 })
  desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId: SUPPLY } })
  desk.scan(MUG, stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  expect(desk.prints.filter(job => job.source.kind === 'sticker' && job.source.orderId === 1)).toHaveLength(1)
})
