import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, padded, type Case, type CaseWorld } from './case-world.ts'

/** Changes of status of both schemes; orders without metadata, so that nothing but their status counts. */
export function statusCases({ shop, order, confirmed }: CaseWorld): readonly Case[] {
  const { client, marketplace } = shop
  const { control } = marketplace
  const dbs = { scheme: 'dbs', requiredMeta: [], optionalMeta: [] } as const
  const pickup = { scheme: 'pickup', requiredMeta: [], optionalMeta: [] } as const
  const fresh = { dbs: () => order(dbs), pickup: () => order(pickup) }
  const inHand = { dbs: () => confirmed(dbs), pickup: () => confirmed(pickup) }
  const away = async () => {
    const orderId = await inHand.dbs()
    await client.dbs.deliver([orderId])
    return orderId
  }
  const ready = async () => {
    const orderId = await inHand.pickup()
    await client.pickup.prepare([orderId])
    return orderId
  }
  const said = (orderId: number) => ({
    orderId,
    code: control.state().dbsOrders.find(({ id }) => id === orderId)?.code ?? ''
  })

  type From = () => number | Promise<number>
  /** An order a call: from the right status, of nobody, and from a status that it does not start at. */
  function plain(
    one: typeof table.dbsConfirmOne,
    many: typeof table.dbsConfirm,
    from: From,
    wrong: From
  ): readonly Case[] {
    const ids = (count: number) => ({ body: { ordersIds: padded(count) } })
    return [
      caseOf(one, {
        inside: [async () => ({ path: { orderId: await from() } })],
        refused: [
          [404, () => ({ path: { orderId: 1 } })],
          [409, async () => ({ path: { orderId: await wrong() } })]
        ]
      }),
      caseOf(many, {
        inside: [async () => ({ body: { ordersIds: [await from()] } }), () => ids(1000)],
        outside: [ids(0), ids(1001)]
      })
    ]
  }

  /** With the buyer's code; a wrong one is refused. */
  function proven(one: typeof table.dbsReceiveOne, many: typeof table.dbsReceive): readonly Case[] {
    const items = (count: number) => ({ body: { orders: padded(count).map(orderId => ({ orderId, code: '1' })) } })
    return [
      caseOf(one, {
        inside: [
          async () => {
            const { orderId, code } = said(await away())
            return { path: { orderId }, body: { code } }
          }
        ],
        outside: [{ path: { orderId: 1 }, body: { code: '' } }],
        refused: [
          [404, () => ({ path: { orderId: 1 }, body: { code: '1' } })],
          [409, async () => ({ path: { orderId: await away() }, body: { code: '1' } })]
        ]
      }),
      caseOf(many, {
        inside: [async () => ({ body: { orders: [said(await away())] } }), () => items(1000)],
        outside: [items(0), items(1001)]
      })
    ]
  }

  return [
    ...plain(table.dbsConfirmOne, table.dbsConfirm, fresh.dbs, inHand.dbs),
    ...plain(table.dbsDeliverOne, table.dbsDeliver, inHand.dbs, fresh.dbs),
    ...plain(table.dbsCancelOne, table.dbsCancel, fresh.dbs, away),
    ...proven(table.dbsReceiveOne, table.dbsReceive),
    ...proven(table.dbsRejectOne, table.dbsReject),
    ...plain(table.pickupConfirmOne, table.pickupConfirm, fresh.pickup, inHand.pickup),
    ...plain(table.pickupPrepareOne, table.pickupPrepare, inHand.pickup, fresh.pickup),
    ...plain(table.pickupReceiveOne, table.pickupReceive, ready, fresh.pickup),
    ...plain(table.pickupRejectOne, table.pickupReject, ready, fresh.pickup),
    ...plain(table.pickupCancelOne, table.pickupCancel, fresh.pickup, async () => {
      const orderId = await ready()
      await client.pickup.receive([orderId])
      return orderId
    })
  ]
}
