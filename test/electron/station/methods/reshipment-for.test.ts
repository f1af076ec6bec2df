import { expect, test } from 'vitest'
import { reshipmentFor } from '../../../../electron/station/methods/supply-methods.ts'
import { newDesk, newOrder, order, SUPPLY } from '../../../shared/domain/assembly/support.ts'

test('a supply is offered the orders that travel again and may share it, and no others', () => {
  const { bench } = newDesk({
    orders: [
      order(1),
      newOrder(2, {}, { travelsAgain: true }),
      newOrder(3, { cargoType: 2 }, { travelsAgain: true }),
      newOrder(4)
    ]
  })
  expect(reshipmentFor(bench, SUPPLY)).toEqual([2])
  expect(reshipmentFor(bench, 'none')).toEqual([])
})
