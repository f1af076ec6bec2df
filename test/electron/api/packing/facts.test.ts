import { expect, test } from 'vitest'
import { supplierStatus } from '../../../../electron/api/packing/facts.ts'

test.each([
  ['new', 'new'],
  ['confirm', 'confirm'],
  ['complete', 'complete'],
  ['cancel', 'cancel'],
  ['cancel_carrier', 'cancel'],
  ['deliver', null],
  ['cancel_shelf_life', null]
])('an order in %s counts as %s', (told, status) => {
  expect(supplierStatus(told)).toBe(status)
})
