import { expect, test } from 'vitest'
import { methods } from '../../shared/contract/contract.ts'
import { printRoute } from '../../renderer/screens/courier/desk.ts'

test('whoever prints a route of 350 parcels gets all of them, on sheets that the station takes', async () => {
  const orderIds = Array.from({ length: 350 }, (_, place) => place + 1)
  const printed: number[] = []
  await printRoute(
    {
      print(method, input) {
        const asked = methods['labels.print'].input.parse(input)
        if (method === 'labels.print' && asked.kind === 'routeSheet') printed.push(...asked.orderIds)
        return Promise.resolve()
      }
    },
    orderIds
  )
  expect(printed).toEqual(orderIds)
})
