import { expect, test } from 'vitest'
import { leftInOrders } from '../../renderer/screens/orders/left-in-orders.ts'
import { createPageStore } from '../../renderer/store.ts'

function typed(hash: string, search: string) {
  const state = createPageStore(hash).getState()
  return { ...state, orderFilter: { ...state.orderFilter, search } }
}

test('Esc closes the open order and keeps what was searched for; once more clears that; then it is the table’s key again', () => {
  const open = typed('#/orders/13833001', '13 833')
  const closed = { ...open, ...leftInOrders(open) }
  expect(closed).toMatchObject({ route: { screen: 'orders', orderId: null }, orderFilter: { search: '13 833' } })
  const cleared = { ...closed, ...leftInOrders(closed) }
  expect(cleared.orderFilter).toEqual({ ...open.orderFilter, search: '' })
  expect(leftInOrders(cleared)).toBeNull()
})

test('on any other screen it is the table’s key', () => {
  expect(leftInOrders(typed('#/pack', '13 833'))).toBeNull()
  expect(leftInOrders(typed('#/problems/13833001', ''))).toBeNull()
})
