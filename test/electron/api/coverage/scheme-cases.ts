import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, codeOf, padded, type Case, type CaseWorld } from './case-world.ts'

type Scheme = 'dbs' | 'pickup'

const unknown = { path: { orderId: 1 } }
const ids = (count: number, ...own: readonly number[]) => ({ body: { orders: padded(count, ...own) } })
const ordersIds = (count: number, ...own: readonly number[]) => ({ body: { ordersIds: padded(count, ...own) } })

/** Lists, buyers and statuses of both schemes, and what each has alone. */
export function schemeOrderCases({ shop, order, confirmed }: CaseWorld): readonly Case[] {
  const now = Math.floor(shop.clock.now() / 1000)
  const page = (limit: number, next = 0, days = 30) => ({
    query: { limit, next, dateFrom: now - days * 86_400, dateTo: now }
  })
  const pdf = { type: 'pdf', width: 58, height: 40 } as const
  const pickup = shop.marketplace.control.addOrders(1, { scheme: 'pickup', requiredMeta: [] })[0] ?? 0
  const identity = () => {
    const found = shop.marketplace.control.state().pickupOrders.find(({ id }) => id === pickup)
    return { orderCode: found?.orderCode ?? '', passcode: found?.passcode ?? '' }
  }
  const lists = {
    inside: [() => page(1), () => page(1000)],
    outside: [page(0), page(1001), page(10, -1), page(10, 0, 31)]
  }
  return [
    caseOf(table.dbsNewOrders, { inside: [() => ({})] }),
    caseOf(table.pickupNewOrders, { inside: [() => ({})] }),
    caseOf(table.dbsCompleted, lists),
    caseOf(table.pickupCompleted, lists),
    caseOf(table.dbsClient, {
      inside: [async () => ids(1, await confirmed({ scheme: 'dbs' }))],
      outside: [ids(0)],
      refused: [[404, () => ids(1)]]
    }),
    caseOf(table.pickupClient, {
      inside: [async () => ids(1, await confirmed({ scheme: 'pickup' }))],
      outside: [ids(0)]
    }),
    caseOf(table.dbsStatusesSeed, { inside: [() => ids(1), () => ids(1000)], outside: [ids(0), ids(1001)] }),
    caseOf(table.pickupStatusesSeed, { inside: [() => ids(1), () => ids(1000)], outside: [ids(0)] }),
    caseOf(table.dbsStatuses, {
      inside: [() => ordersIds(1, order({ scheme: 'dbs' })), () => ordersIds(1000)],
      outside: [ordersIds(0), ordersIds(1001)]
    }),
    caseOf(table.pickupStatuses, {
      inside: [() => ordersIds(1, order({ scheme: 'pickup' })), () => ordersIds(1000)],
      outside: [ordersIds(0), ordersIds(1001)]
    }),
    caseOf(table.dbsOrganisations, {
      inside: [() => ordersIds(1), () => ordersIds(1000)],
      outside: [ordersIds(0), ordersIds(1001)]
    }),
    caseOf(table.dbsFinalPrices, { inside: [() => ids(1), () => ids(1000)], outside: [ids(0), ids(1001)] }),
    caseOf(table.pickupFinalPrices, { inside: [() => ids(1), () => ids(1000)], outside: [ids(0), ids(1001)] }),
    caseOf(table.dbsDeliveryDates, { inside: [() => ids(1), () => ids(1000)], outside: [ids(0), ids(1001)] }),
    caseOf(table.dbsGroups, {
      inside: [() => ({ body: { groups: ['7a2c8810-1db2-4011-9682-5c7fa33afd83'] } })],
      outside: [{ body: { groups: [] } }, { body: { groups: Array.from({ length: 1001 }, () => 'g') } }]
    }),
    caseOf(table.dbsStickers, {
      inside: [() => ({ query: pdf, ...ids(1) }), () => ({ query: pdf, ...ids(100) })],
      outside: [
        { query: pdf, ...ids(0) },
        { query: pdf, ...ids(101) },
        { query: { ...pdf, type: 'png' }, ...ids(1) },
        { query: { ...pdf, width: 40 }, ...ids(1) }
      ]
    }),
    caseOf(table.pickupIdentity, {
      inside: [
        async () => {
          await shop.client.pickup.confirm([pickup])
          await shop.client.pickup.prepare([pickup])
          return { body: identity() }
        }
      ],
      outside: [{ body: { ...identity(), passcode: '' } }],
      refused: [
        [409, () => ({ body: { ...identity(), passcode: 'none' } })],
        [404, () => ({ body: { ...identity(), orderCode: '1-1' } })]
      ]
    })
  ]
}

/** Metadata of one scheme, in both editions. */
export function schemeMetaCases({ order, confirmed }: CaseWorld, scheme: Scheme): readonly Case[] {
  const fresh = order({ scheme })
  const at = async () => ({ path: { orderId: await confirmed({ scheme }) } })
  let serial = scheme === 'dbs' ? 200_000 : 300_000
  const codes = (count: number, length: number) => Array.from({ length: count }, () => codeOf(length, (serial += 1)))
  const [setSgtin, setSgtins] =
    scheme === 'dbs' ? [table.dbsSetSgtinOne, table.dbsSetSgtins] : [table.pickupSetSgtinOne, table.pickupSetSgtins]
  const declare = scheme === 'dbs' ? table.dbsSetCustomsDeclarations : table.pickupSetCustomsDeclarations
  const one = scheme === 'dbs' ? table.dbsMetaOne : table.pickupMetaOne
  const details = scheme === 'dbs' ? table.dbsMetas : table.pickupMetas
  const removeOne = scheme === 'dbs' ? table.dbsDeleteMetaOne : table.pickupDeleteMetaOne
  const declared = (orderId: number, length: number) => ({
    orderId,
    customsDeclaration: 'x'.repeat(length),
    originCountryCode: '156'
  })
  const wrongCodes = [codes(1, 15), codes(1, 136), []]
  const tooMany = codes(25, 31)
  return [
    caseOf(one, { inside: [at], refused: [[404, () => unknown]] }),
    caseOf(details, {
      inside: [() => ordersIds(1, fresh), () => ordersIds(1000)],
      outside: [ordersIds(0), ordersIds(1001)]
    }),
    caseOf(removeOne, {
      inside: [async () => ({ ...(await at()), query: { key: 'uin' } })],
      outside: [{ path: { orderId: fresh }, query: { key: 'expiration' } }],
      outsideStatus: scheme === 'dbs' ? 400 : 404,
      refused: [
        [scheme === 'dbs' ? 400 : 404, () => ({ ...unknown, query: { key: 'uin' } })],
        [scheme === 'dbs' ? 409 : 404, () => ({ path: { orderId: fresh }, query: { key: 'uin' } })]
      ]
    }),
    scheme === 'dbs'
      ? caseOf(table.dbsDeleteMetas, {
          inside: [1, 1000].map(count => () => ({ body: { key: 'uin', orderIds: padded(count) } })),
          outside: [0, 1001].map(count => ({ body: { key: 'uin', orderIds: padded(count) } }))
        })
      : caseOf(table.pickupDeleteMetas, {
          inside: [1, 1000].map(count => () => ({ body: { key: 'uin', ordersIds: padded(count) } })),
          outside: [0, 1001].map(count => ({ body: { key: 'uin', ordersIds: padded(count) } }))
        }),
    caseOf(setSgtin, {
      inside: [codes(1, 16), codes(1, 135), codes(24, 31)].map(sgtins => async () => ({
        ...(await at()),
        body: { sgtins }
      })),
      outside: [...wrongCodes, ...(scheme === 'dbs' ? [tooMany] : [])].map(sgtins => ({
        path: { orderId: fresh },
        body: { sgtins }
      })),
      refused: [
        // The documents of pickup name no bound: the client asks its settings instead.
        ...(scheme === 'dbs' ? [] : [unbounded(() => ({ path: { orderId: fresh }, body: { sgtins: tooMany } }))]),
        [404, () => ({ ...unknown, body: { sgtins: codes(1, 31) } })],
        [409, () => ({ path: { orderId: fresh }, body: { sgtins: codes(1, 31) } })]
      ]
    }),
    caseOf(setSgtins, {
      inside: [codes(1, 16), codes(1, 135), codes(24, 31)].map(sgtins => async () => ({
        body: { orders: [{ orderId: (await at()).path.orderId, sgtins }] }
      })),
      outside: [
        { body: { orders: [] } },
        { body: { orders: Array.from({ length: 1001 }, () => ({ orderId: 1, sgtins: [] })) } }
      ]
    }),
    caseOf(declare, {
      inside: [17, 29].map(length => async () => ({
        body: { orders: [declared((await at()).path.orderId, length)] }
      })),
      outside: [{ body: { orders: [] } }, { body: { orders: Array.from({ length: 1001 }, () => declared(1, 17)) } }]
    }),
    ...(scheme === 'dbs'
      ? [
          ...exact(table.dbsSetUinOne, table.dbsSetUins, uin => ({ uin }), 16),
          ...exact(table.dbsSetImeiOne, table.dbsSetImeis, imei => ({ imei }), 15),
          ...exact(table.dbsSetGtinOne, table.dbsSetGtins, gtin => ({ gtin }), 13)
        ]
      : [
          ...exact(table.pickupSetUinOne, table.pickupSetUins, uin => ({ uin }), 16),
          ...exact(table.pickupSetImeiOne, table.pickupSetImeis, imei => ({ imei }), 15),
          ...exact(table.pickupSetGtinOne, table.pickupSetGtins, gtin => ({ gtin }), 13)
        ])
  ]

  /** A key with one value of exactly `length` characters, an order a call and many. */
  function exact<Body extends object>(
    single: Parameters<typeof caseOf<{ path: { orderId: number }; body: Body }>>[0],
    many: Parameters<typeof caseOf<{ body: { orders: (Body & { orderId: number })[] } }>>[0],
    body: (value: string) => Body,
    length: number
  ): readonly Case[] {
    const value = (change: number) => body('1'.repeat(length + change))
    const items = (count: number) => ({ body: { orders: padded(count).map(orderId => ({ orderId, ...value(0) })) } })
    return [
      caseOf(single, {
        inside: [async () => ({ ...(await at()), body: value(0) })],
        outside: scheme === 'dbs' ? [-1, 1].map(change => ({ path: { orderId: fresh }, body: value(change) })) : [],
        refused: [
          ...(scheme === 'dbs'
            ? []
            : [-1, 1].map(change => unbounded(() => ({ path: { orderId: fresh }, body: value(change) })))),
          [scheme === 'dbs' ? 400 : 404, () => ({ ...unknown, body: value(0) })],
          [409, () => ({ path: { orderId: fresh }, body: value(0) })]
        ]
      }),
      caseOf(many, { inside: [() => items(1), () => items(1000)], outside: [items(0), items(1001)] })
    ]
  }
}

/** A request that the documents let pass and the practice marketplace, as strict as the other schemes, does not. */
function unbounded<Request>(make: () => Request): readonly [number, () => Request] {
  return [400, make]
}
