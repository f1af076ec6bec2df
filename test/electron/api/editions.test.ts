import { expect, test } from 'vitest'
import { editionFor } from '../../../electron/api/editions.ts'
import { allOperations, operations } from '../../../electron/api/operations.ts'
import { moscowDay } from '../../../shared/domain/orders/moscow-day.ts'

test('the last day of an old method ends at midnight in Moscow', () => {
  const lastMoment = Date.parse('2025-12-17T23:59:59.999+03:00')
  expect(moscowDay(lastMoment)).toBe('2025-12-17')
  expect(editionFor(operations.addOrder, 'auto', lastMoment)).toBe('seed')
  expect(editionFor(operations.addOrder, 'auto', lastMoment + 1)).toBe('successor')
})

test.each([
  ['supplyOrders', '2025-12-17'],
  ['addOrder', '2025-12-18'],
  ['readMeta', '2025-12-24']
] as const)('%s has a successor since %s', (name, firstDay) => {
  const first = Date.parse(`${firstDay}T00:00:00+03:00`)
  expect(editionFor(operations[name], 'auto', first - 1)).toBe('seed')
  expect(editionFor(operations[name], 'auto', first)).toBe('successor')
})

test('a pinned edition holds on any day', () => {
  expect(editionFor(operations.addOrder, 'seed', Date.parse('2030-01-01'))).toBe('seed')
  expect(editionFor(operations.addOrder, 'successor', Date.parse('2024-01-01'))).toBe('successor')
})

test('only methods of the older edition end, and every name in the table is its own', () => {
  for (const { edition, validUntil } of allOperations) expect(validUntil !== undefined).toBe(edition === 'seed')
  for (const [name, operation] of Object.entries(operations)) expect(operation.name).toBe(name)
})
