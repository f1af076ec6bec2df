import type { MetaKey, OrderFacts } from '../../../shared/domain/orders/orders.ts'
import type { Buyer, Clock, Reply, SchemeMeta, SchemeOrder, SchemeStatus, Urgency } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { dialsOf } from './dial.ts'
import { editionFor, type EditionChoice } from '../editions.ts'
import { orderFacts } from '../packing/facts.ts'
import type { operations } from '../operations.ts'
import { gather, inPieces, mapped, PAGE, pages, pieces, windows } from '../packing/paging.ts'
import type { RemoteSchemeOrder } from '../schemas/scheme-orders.ts'

type Table = typeof operations

/** The reading methods of one scheme. */
export interface ReadTable {
  readonly fresh: Table['dbsNewOrders']
  readonly completed: Table['dbsCompleted']
  readonly client: Table['dbsClient']
  readonly statusesSeed: Table['dbsStatusesSeed']
  /** Null: its statuses are asked for as the older edition does. */
  readonly statuses: Table['dbsStatuses'] | null
  /** Null: its metadata was never asked for order by order. */
  readonly metaOne: Table['dbsMetaOne'] | null
  readonly metas: Table['dbsMetas']
}

export interface SchemeParts {
  readonly call: Call
  readonly clock: Clock
  readonly edition: EditionChoice
}

export type SchemeReads = ReturnType<typeof createSchemeReads>

/** Everything that is asked of a scheme without changing anything. */
export function createSchemeReads({ call, clock, edition }: SchemeParts, table: ReadTable) {
  function completedPage(next: number, from: number, to: number) {
    const period = { dateFrom: Math.floor(from / 1000), dateTo: Math.ceil(to / 1000) }
    return call(table.completed, { query: { limit: PAGE, next, ...period } }, 'background')
  }

  async function metaOfOne(
    metaOne: Table['dbsMetaOne'],
    orderId: number,
    urgency: Urgency
  ): Promise<Reply<SchemeMeta>> {
    const reply = await call(metaOne, { path: { orderId } }, urgency)
    if (reply.kind !== 'ok') return reply
    const details = Object.entries(reply.value.meta).map(([key, values]) => ({ key, values, decision: null }))
    return { kind: 'ok', value: { orderId, details } }
  }

  async function metasAbreast(
    metaOne: Table['dbsMetaOne'],
    orderIds: readonly number[],
    urgency: Urgency
  ): Promise<Reply<readonly SchemeMeta[]>> {
    const replies: Reply<SchemeMeta>[] = []
    for (const piece of pieces(orderIds, ABREAST)) {
      replies.push(...(await Promise.all(piece.map(id => metaOfOne(metaOne, id, urgency)))))
      if (replies.some(({ kind }) => kind !== 'ok' && kind !== 'refused')) break
    }
    return gather(replies)
  }

  return {
    newOrders: async (): Promise<Reply<readonly SchemeOrder[]>> => {
      const reply = await call(table.fresh, {}, 'background')
      if (reply.kind !== 'ok') return reply
      return { kind: 'ok', value: await mapped(reply.value.orders, order => seen(order, 'new')) }
    },
    completedOrders: async (from: number, to: number): Promise<Reply<readonly SchemeOrder[]>> => {
      const found = new Map<number, SchemeOrder>()
      for (const window of windows(from, to)) {
        const list = pages(async next => {
          const page = await completedPage(next, window.from, window.to)
          return page.kind === 'ok' ? { ...page, value: { next: page.value.next, items: page.value.orders } } : page
        })
        for await (const page of list) {
          if (page.kind !== 'ok') return page
          for (const order of page.value) found.set(order.id, seen(order, 'all'))
        }
      }
      return { kind: 'ok', value: [...found.values()] }
    },
    statuses: (orderIds: readonly number[]): Promise<Reply<readonly SchemeStatus[]>> =>
      inPieces(orderIds, PAGE, async piece => {
        const reply =
          table.statuses === null || editionFor(table.statusesSeed, edition, clock.now()) === 'seed'
            ? await call(table.statusesSeed, { body: { orders: [...piece] } }, 'background')
            : await call(table.statuses, { body: { ordersIds: [...piece] } }, 'background')
        if (reply.kind !== 'ok') return reply
        const known = reply.value.orders.filter(({ supplierStatus }) => supplierStatus !== '')
        return {
          kind: 'ok',
          value: known.map(({ orderId, supplierStatus, wbStatus }) => ({ orderId, supplierStatus, wbStatus }))
        }
      }),
    client: (orderIds: readonly number[]): Promise<Reply<readonly Buyer[]>> =>
      inPieces(orderIds, PAGE, async piece => {
        const reply = await call(table.client, { body: { orders: [...piece] } }, 'urgent')
        // None of them is in assembly.
        if (reply.kind === 'refused' && reply.status === 404) return { kind: 'ok', value: [] }
        if (reply.kind !== 'ok') return reply
        return {
          kind: 'ok',
          value: reply.value.orders.map(({ orderId, fullName, firstName, ...phones }) => ({
            orderId,
            name: fullName === '' ? firstName : fullName,
            dials: dialsOf(phones)
          }))
        }
      }),
    metas: (orderIds: readonly number[], urgency: Urgency): Promise<Reply<readonly SchemeMeta[]>> => {
      if (orderIds.length === 0) return Promise.resolve({ kind: 'ok', value: [] })
      const { metaOne } = table
      if (metaOne !== null && editionFor(metaOne, edition, clock.now()) === 'seed')
        return metasAbreast(metaOne, orderIds, urgency)
      return inPieces(orderIds, PAGE, async piece => {
        const reply = await call(table.metas, { body: { ordersIds: [...piece] } }, urgency)
        if (reply.kind !== 'ok') return reply
        const found = reply.value.orders.filter(({ isError }) => !isError)
        return {
          kind: 'ok',
          value: found.map(({ orderId, metaDetails }) => ({ orderId, details: metaDetails }))
        }
      })
    }
  }
}

/** Calls of the older edition that are under way at once. */
const ABREAST = 8

function seen(order: RemoteSchemeOrder, list: 'new' | 'all'): SchemeOrder {
  return {
    facts: schemeFacts(orderFacts(order, list)),
    delivery: {
      address: order.address?.fullAddress ?? '',
      date: order.ddate,
      from: order.dTimeFrom,
      to: order.dTimeTo
    },
    groupId: order.groupId,
    deliveryType: order.deliveryType ?? '',
    stickerId: order.wbStickerId,
    orderCode: order.orderCode,
    payMode: order.payMode,
    tireService: order.tireService,
    storeAddress: order.warehouseAddress
  }
}

/** Keys that these schemes don't take can't be filled here; a declaration is an organisation's orders' alone. */
function schemeFacts(facts: OrderFacts): OrderFacts {
  const isTaken = (key: MetaKey) => key !== 'expiration' && (key !== 'customsDeclaration' || facts.isB2b)
  return {
    ...facts,
    requiredMeta: facts.requiredMeta.filter(isTaken),
    optionalMeta: facts.optionalMeta.filter(isTaken),
    unknownMeta: [...facts.unknownMeta, ...facts.requiredMeta.filter(key => !isTaken(key))]
  }
}
