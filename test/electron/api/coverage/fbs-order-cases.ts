import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, codeOf, padded, type Case, type CaseWorld } from './case-world.ts'

const DAY = 86_400_000
const size = { type: 'zplv', width: 58, height: 40 } as const

/** FBS orders and their metadata. */
export function fbsOrderCases({ edition, shop, order, confirmed }: CaseWorld): readonly Case[] {
  const abroad = order({ isCrossBorder: true, requiredMeta: [] })
  const now = Math.floor(shop.clock.now() / 1000)
  const unknown = { path: { orderId: 1 } }
  const page = (limit: number, next = 0) => ({ query: { limit, next } })
  const ids = (count: number) => ({ body: { orders: padded(count, abroad) } })
  const at = async () => ({ orderId: await confirmed() })
  const day = (ahead: number) => {
    const [year, month, date] = new Date(shop.clock.now() + ahead * DAY).toISOString().slice(0, 10).split('-')
    return `${date}.${month}.${year}`
  }
  let serial = 0
  const codes = (count: number, length: number) =>
    Array.from({ length: count }, () => codeOf(length, edition === 'seed' ? (serial += 1) : 100_000 + (serial += 1)))
  return [
    caseOf(table.ping, { inside: [() => ({})] }),
    caseOf(table.newOrders, { inside: [() => ({})] }),
    caseOf(table.orderList, {
      inside: [
        () => page(1),
        () => page(1000),
        () => ({ query: { limit: 1, next: 0, dateFrom: now - 30 * 86_400, dateTo: now } })
      ],
      outside: [
        page(0),
        page(1001),
        page(10, -1),
        { query: { limit: 1, next: 0, dateFrom: now - 30 * 86_400 - 1, dateTo: now } }
      ]
    }),
    caseOf(table.orderStatus, {
      inside: [() => ids(1), () => ids(1000)],
      outside: [ids(1001), { body: { orders: [] } }]
    }),
    caseOf(table.reshipment, { inside: [() => ({})] }),
    caseOf(table.cancelOrder, {
      inside: [() => ({ path: { orderId: order() } })],
      refused: [
        [404, () => unknown],
        [
          409,
          async () => ({
            path: {
              orderId: shop.marketplace.control.state().orders.find(one => one.supplierStatus === 'cancel')?.id ?? 0
            }
          })
        ]
      ]
    }),
    caseOf(table.stickers, {
      inside: [
        () => ({ query: size, ...ids(1) }),
        () => ({ query: size, ...ids(100) }),
        () => ({ query: { type: 'png', width: 40, height: 30 }, ...ids(1) })
      ],
      outside: [
        { query: size, ...ids(101) },
        { query: size, body: { orders: [] } },
        { query: { ...size, type: 'pdf' }, ...ids(1) },
        { query: { ...size, width: 57 }, ...ids(1) },
        { query: { ...size, height: 30 }, ...ids(1) },
        { query: { ...size, width: 40 }, ...ids(1) }
      ]
    }),
    caseOf(table.crossBorderStickers, { inside: [() => ids(1), () => ids(100)], outside: [ids(101)] }),
    caseOf(table.statusHistory, {
      inside: [() => ids(1)],
      outside: [ids(101)],
      outsideStatus: 404,
      refused: [[404, () => ({ body: { orders: [1] } })]]
    }),
    caseOf(table.orderClient, { inside: [() => ids(1)], outside: [{ body: { orders: ['x'] } }] }),
    caseOf(table.readMeta, { inside: [async () => ({ path: await at() })], refused: [[404, () => unknown]] }),
    caseOf(table.readMetas, {
      inside: [() => ids(1), () => ids(100)],
      outside: [ids(101), { body: { orders: [] } }]
    }),
    caseOf(table.deleteMeta, {
      inside: [async () => ({ path: await at(), query: { key: 'uin' } })],
      outside: [{ path: { orderId: abroad }, query: { key: 'colour' } }],
      refused: [
        [400, () => ({ ...unknown, query: { key: 'uin' } })],
        [409, () => ({ path: { orderId: abroad }, query: { key: 'uin' } })]
      ]
    }),
    caseOf(table.setSgtin, {
      inside: [
        async () => ({ path: await at(), body: { sgtins: codes(1, 16) } }),
        async () => ({ path: await at(), body: { sgtins: codes(1, 135) } }),
        async () => ({ path: await at(), body: { sgtins: codes(100, 31) } })
      ],
      outside: [codes(1, 15), codes(1, 136), codes(101, 31), []].map(sgtins => ({
        path: { orderId: abroad },
        body: { sgtins }
      })),
      refused: [
        [404, () => ({ ...unknown, body: { sgtins: codes(1, 31) } })],
        [409, () => ({ path: { orderId: abroad }, body: { sgtins: codes(1, 31) } })]
      ]
    }),
    exact(table.setUin, uin => ({ uin }), 16),
    exact(table.setImei, imei => ({ imei }), 15),
    exact(table.setGtin, gtin => ({ gtin }), 13),
    caseOf(table.setExpiration, {
      inside: [async () => ({ path: await at(), body: { expiration: day(31) } })],
      outside: [{ path: { orderId: abroad }, body: { expiration: '2030-01-01' } }],
      refused: [[400, async () => ({ path: await at(), body: { expiration: day(29) } })]]
    }),
    caseOf(table.setCustomsDeclaration, {
      inside: ['x'.repeat(17), 'x'.repeat(29)].map(customsDeclaration => async () => ({
        path: await at(),
        body: { customsDeclaration }
      })),
      outside: ['x'.repeat(16), 'x'.repeat(30)].map(customsDeclaration => ({
        path: { orderId: abroad },
        body: { customsDeclaration }
      })),
      refused: [[409, () => ({ path: { orderId: abroad }, body: { customsDeclaration: '10702070/140120/0001234' } })]]
    })
  ]

  /** A key with one value of exactly `length` characters. */
  function exact<Body extends object>(
    operation: Parameters<typeof caseOf<{ path: { orderId: number }; body: Body }>>[0],
    body: (value: string) => Body,
    length: number
  ): Case {
    const value = (change: number) => body('1'.repeat(length + change))
    return caseOf(operation, {
      inside: [async () => ({ path: await at(), body: value(0) })],
      outside: [-1, 1].map(change => ({ path: { orderId: abroad }, body: value(change) })),
      refused: [
        [400, () => ({ ...unknown, body: value(0) })],
        [409, () => ({ path: { orderId: abroad }, body: value(0) })]
      ]
    })
  }
}
