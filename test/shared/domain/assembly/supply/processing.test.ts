import { expect, test } from 'vitest'
import { MUG, newDesk, NOW, order, OTHER_SUPPLY, packedOrder, SCARF, stickerOf, SUPPLY } from '../support.ts'
import type { Desk } from '../support.ts'

const elsewhere = { supplyId: OTHER_SUPPLY }

/** A desk whose supply the marketplace has been at work on since NOW. */
function slowDesk(): Desk {
  const desk = newDesk({ orders: [packedOrder(1), order(2, { skus: [SCARF] }, elsewhere)] })
  desk.command('supplyDone')
  desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  return desk
}

test('the stage says since when the marketplace is at work on it; "yes" tries at once, "no" waits on', () => {
  const desk = slowDesk()
  expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'processing', since: NOW } })
  desk.command('no')
  expect(desk.said).not.toBe('ask deliveryStuck')
  expect(desk.bench.supplies.get(SUPPLY)).toMatchObject({ state: 'delivering', hitch: null })
  expect(desk.step.effects).toEqual([])
  // After some tries more somebody is asked again.
  desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  expect(desk.said).toBe('ask deliveryStuck')
  desk.command('yes')
  expect(desk.said).toBe('goOn supplyClosing')
  expect(desk.step.effects).toEqual([{ kind: 'sendNow', supplyId: SUPPLY }])
  expect(desk.queued.filter(({ kind }) => kind === 'deliverSupply')).toHaveLength(1)
  desk.sendAll()
  expect(desk.bench.supplies.get(SUPPLY)).toMatchObject({ state: 'delivered', hitch: null })
})

test('when the marketplace is done with it, the question goes by itself', () => {
  const desk = slowDesk()
  desk.sendAll()
  expect(desk.said).toBe('done supplyDelivered')
  expect(desk.bench.table.question).toBeNull()
})

test('it waits until the table is free, and is of no interest for a supply that is not being handed over', () => {
  const desk = newDesk({ orders: [packedOrder(1), order(2, { skus: [SCARF] }, elsewhere)] })
  desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  expect(desk.bench.supplies.get(SUPPLY)?.hitch).toBeNull()
  desk.command('supplyDone')
  desk.scan(SCARF)
  desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  expect(desk.said).toBe('goOn printing')
  desk.printAll()
  desk.scan(stickerOf(2).barcode)
  expect(desk.said).toBe('ask deliveryStuck')
})

test('a refusal for another cause takes its place', () => {
  const desk = slowDesk()
  desk.refuse('deliverSupply', 'FulfillmentSupplyBoxesRequired')
  expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'noBoxes' } })
})

test('a supply that is being packed is told of, unless somebody works, and its packing goes on', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  expect(desk.message).toEqual({ code: 'supplyBusy', name: `supply ${SUPPLY}`, since: NOW })
  desk.scan(MUG)
  expect(desk.said).toBe('goOn printing')
  desk.act({ kind: 'supplyProcessing', supplyId: SUPPLY, since: NOW })
  expect(desk.said).toBe('goOn printing')
})
