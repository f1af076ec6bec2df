import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, padded, type Case, type CaseWorld } from './case-world.ts'

/** Supplies and their boxes. */
export function fbsSupplyCases({ edition, shop, order, confirmed, supply, call }: CaseWorld): readonly Case[] {
  const nowhere = { path: { supplyId: 'WB-GI-1' } }
  const abroad = order({ isCrossBorder: true, cargoType: 2 })
  const owned = async () => {
    const orderId = await confirmed({ requiredMeta: [] })
    const { orders } = shop.marketplace.control.state()
    return { path: { supplyId: orders.find(({ id }) => id === orderId)?.supplyId ?? '' } }
  }
  const closed = async () => {
    const own = await owned()
    await call(table.deliverSupply, own, 'urgent')
    return own
  }
  /** With room for a thousand boxes: half as many as orders. */
  const roomy = async () => {
    if (edition === 'seed') return owned()
    const path = { supplyId: await supply() }
    for (let hundred = 0; hundred < 20; hundred += 1) {
      const orders = [...shop.marketplace.control.addOrders(100, { cargoType: 1, requiredMeta: [] })]
      await call(table.addOrders, { path, body: { orders } }, 'urgent')
    }
    return { path }
  }
  const boxes = async () => {
    const own = await owned()
    const reply = await call(table.addBoxes, { ...own, body: { amount: 1 } }, 'urgent')
    return { ...own, body: { trbxIds: reply.kind === 'ok' ? [...reply.value.trbxIds] : [] } }
  }
  const named = (length: number) => ({ body: { name: 'n'.repeat(length) } })
  const brought = (supplyIds: readonly string[]) => ({
    body: {
      data: supplyIds.map(supplyId => ({
        supplyId,
        shippingPointId: 300_100,
        shippingDt: '2030-01-01',
        shippingType: 'selfShipping' as const
      }))
    }
  })
  const manySupplies = (count: number) => Array.from({ length: count }, (_, place) => `WB-GI-${place + 1}`)
  const page = (limit: number) => ({ query: { limit, next: 0 } })
  return [
    caseOf(table.createSupply, { inside: [() => named(1), () => named(128)], outside: [named(0), named(129)] }),
    caseOf(table.supplyList, { inside: [() => page(1), () => page(1000)], outside: [page(0), page(1001)] }),
    caseOf(table.supply, { inside: [owned], refused: [[404, () => nowhere]] }),
    caseOf(table.deleteSupply, {
      inside: [async () => ({ path: { supplyId: await supply() } })],
      refused: [
        [404, () => nowhere],
        [409, owned]
      ]
    }),
    caseOf(table.addOrder, {
      inside: [async () => ({ path: { supplyId: await supply(), orderId: order() } })],
      refused: [
        [404, () => ({ path: { ...nowhere.path, orderId: order() } })],
        [409, async () => ({ path: { ...(await owned()).path, orderId: abroad } })]
      ]
    }),
    caseOf(table.addOrders, {
      inside: [
        async () => ({ path: { supplyId: await supply() }, body: { orders: [order()] } }),
        async () => ({
          path: { supplyId: await supply() },
          body: { orders: Array.from({ length: 100 }, () => order()) }
        })
      ],
      outside: [
        { ...nowhere, body: { orders: [] } },
        { ...nowhere, body: { orders: padded(101) } }
      ],
      refused: [
        [404, () => ({ ...nowhere, body: { orders: [order()] } })],
        [409, async () => ({ ...(await owned()), body: { orders: [abroad] } })]
      ]
    }),
    caseOf(table.supplyOrders, { inside: [owned], refused: [[404, () => nowhere]] }),
    caseOf(table.supplyOrderIds, { inside: [owned], refused: [[404, () => nowhere]] }),
    caseOf(table.deliverSupply, {
      inside: [owned],
      refused: [
        [404, () => nowhere],
        [409, async () => ({ path: { supplyId: await supply() } })]
      ]
    }),
    caseOf(table.supplyPicture, {
      inside: [async () => ({ ...(await closed()), query: { type: 'svg' } })],
      outside: [async () => ({ ...(await owned()), query: { type: 'pdf' } })],
      refused: [[409, async () => ({ ...(await owned()), query: { type: 'svg' } })]]
    }),
    caseOf(table.shippingPoints, {
      inside: ['Москва', 'Орёл', 'Санкт-Петербург'].flatMap(city =>
        [1, 2, 3].map(cargoType => () => ({ query: { city, cargoType } }))
      ),
      outside: [
        { query: { city: 'Moscow', cargoType: 1 } },
        { query: { city: '', cargoType: 1 } },
        { query: { city: 'Москва', cargoType: 0 } },
        { query: { city: 'Москва', cargoType: 4 } }
      ]
    }),
    caseOf(table.setShippingMethod, {
      inside: [async () => brought([(await owned()).path.supplyId]), () => brought(manySupplies(100))],
      outside: [brought([]), brought(manySupplies(101))]
    }),
    caseOf(table.boxes, { inside: [owned], refused: [[404, () => nowhere]] }),
    caseOf(table.addBoxes, {
      inside: [
        async () => ({ ...(await owned()), body: { amount: 1 } }),
        async () => ({ ...(await roomy()), body: { amount: 1000 } })
      ],
      outside: [0, 1001].map(amount => ({ ...nowhere, body: { amount } })),
      refused: [
        [404, () => ({ ...nowhere, body: { amount: 1 } })],
        [400, async () => ({ ...(await closed()), body: { amount: 1 } })]
      ]
    }),
    caseOf(table.deleteBoxes, {
      inside: [boxes],
      outside: [{ ...nowhere, body: { trbxIds: [] } }],
      refused: [[404, () => ({ ...nowhere, body: { trbxIds: ['WB-TRBX-1'] } })]]
    }),
    caseOf(table.boxStickers, {
      inside: [async () => ({ ...(await boxes()), query: { type: 'svg' } })],
      outside: [{ ...nowhere, body: { trbxIds: [] }, query: { type: 'svg' } }],
      refused: [[404, () => ({ ...nowhere, body: { trbxIds: ['WB-TRBX-1'] }, query: { type: 'svg' } })]]
    })
  ]
}
