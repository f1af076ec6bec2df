import type { MetaSeen, SeenOrder, SeenStatus, SeenSupply } from '../../../shared/domain/bench.ts'
import type { Clock, Failure, Log, MarketplacePort, ReadNews, Reply, Urgency } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { editionFor, type EditionChoice } from '../editions.ts'
import { metaDetails, orderFacts, seenSupply, supplierStatus } from './facts.ts'
import { createLabelReads } from './label-reads.ts'
import { operations } from '../operations.ts'
import { allPages, gather, inPieces, PAGE, pages, windows } from './paging.ts'
import type { RemoteOrder } from '../schemas/orders.ts'
import { readShippingPoints } from './shipping-points.ts'

/** What `FbsClient` answers for the station too. */
type OfFbs =
  | 'statusHistory'
  | 'archive'
  | 'reshipment'
  | 'crossBorderStickers'
  | 'supply'
  | 'countries'
  | 'spots'
  | 'spotSticker'

export type Reads = Omit<
  MarketplacePort,
  'send' | 'readBack' | 'close' | 'limits' | 'onRead' | 'dbs' | 'pickup' | 'passes' | OfFbs
>

/** Most orders of one request for metadata (API documents). */
const METAS = 100

/** Everything the station asks without changing anything. */
export function createReads(parts: {
  readonly call: Call
  readonly clock: Clock
  readonly log: Log
  readonly edition: EditionChoice
  /** Hears of what the caller can't see to be odd. */
  readonly onRead?: (news: ReadNews) => void
}): Reads {
  const { call, clock, log } = parts

  function statuses(
    orderIds: readonly number[],
    urgency: Urgency = 'background'
  ): Promise<Reply<readonly SeenStatus[]>> {
    return inPieces(orderIds, PAGE, async piece => {
      const reply = await call(operations.orderStatus, { body: { orders: [...piece] } }, urgency)
      if (reply.kind !== 'ok') return reply
      return ok(
        reply.value.orders.flatMap(order => {
          const status = supplierStatus(order.supplierStatus)
          if (status !== null) {
            const { id, wbStatus, isCancellable } = order
            return [{ orderId: id, supplierStatus: status, wbStatus, ...(isCancellable !== null && { isCancellable }) }]
          }
          log.warn({ orderId: order.id, status: order.supplierStatus }, 'an order of another scheme')
          return []
        })
      )
    })
  }

  function ordersBetween(from: number, to: number): AsyncIterable<Reply<readonly RemoteOrder[]>> {
    const period = { dateFrom: Math.floor(from / 1000), dateTo: Math.ceil(to / 1000) }
    return pages(async next => {
      const reply = await call(operations.orderList, { query: { limit: PAGE, next, ...period } }, 'background')
      if (reply.kind !== 'ok') return reply
      return { ...reply, value: { next: reply.value.next, items: reply.value.orders } }
    })
  }

  /** The orders of a page that are not known better already, with their statuses. */
  async function withStatuses(
    orders: readonly RemoteOrder[],
    isKnown: (orderId: number) => boolean
  ): Promise<Reply<readonly SeenOrder[]>> {
    const found = new Map(orders.filter(({ id }) => !isKnown(id)).map(order => [order.id, order]))
    const known = await statuses([...found.keys()])
    if (known.kind !== 'ok') return known
    return ok(known.value.flatMap(status => withStatus(found.get(status.orderId), status)))
  }

  async function metaOfOne(orderId: number, urgency: Urgency): Promise<Reply<MetaSeen>> {
    const reply = await call(operations.readMeta, { path: { orderId } }, urgency)
    if (reply.kind !== 'ok') return reply
    const details = Object.entries(reply.value.meta).map(([key, values]) => ({ key, values, decision: null }))
    return ok({ orderId, details: metaDetails(details) })
  }

  return {
    ping: async () => {
      const reply = await call(operations.ping, {}, 'urgent')
      return reply.kind === 'ok' ? ok(true) : reply
    },
    reach: async () => {
      const reply = await call(operations.supplyList, { query: { limit: 1, next: 0 } }, 'urgent')
      return reply.kind === 'ok' ? ok(true) : reply
    },
    newOrders: async () => {
      const reply = await call(operations.newOrders, {}, 'background')
      return reply.kind === 'ok' ? ok(reply.value.orders) : reply
    },
    async *ordersSince(from, isKnown, to = clock.now()) {
      for (const window of windows(from, to)) {
        for await (const page of ordersBetween(window.from, window.to)) {
          const reply = page.kind === 'ok' ? await withStatuses(page.value, isKnown) : page
          yield reply
          if (reply.kind !== 'ok') return
        }
      }
    },
    statuses,
    ...createLabelReads(call, clock, parts.onRead ?? (() => undefined)),
    supplies: async (): Promise<Reply<readonly SeenSupply[]>> => {
      const list = pages(async next => {
        const page = await call(operations.supplyList, { query: { limit: PAGE, next } }, 'background')
        return page.kind === 'ok' ? { ...page, value: { next: page.value.next, items: page.value.supplies } } : page
      })
      const reply = await allPages(list)
      return reply.kind === 'ok' ? ok(reply.value.map(seenSupply)) : reply
    },
    shippingPoints: (city, cargoType) => readShippingPoints(call, city, cargoType),
    supplyOrderIds: async remoteId => {
      const reply = await call(operations.supplyOrderIds, { path: { supplyId: remoteId } }, 'background')
      return reply.kind === 'ok' ? ok(reply.value.orderIds) : reply
    },
    metas: async (orderIds, urgency) => {
      if (orderIds.length === 0) return ok([])
      if (editionFor(operations.readMeta, parts.edition, clock.now()) === 'seed') {
        return gather(await Promise.all(orderIds.map(id => metaOfOne(id, urgency))))
      }
      return inPieces(orderIds, METAS, async piece => {
        const reply = await call(operations.readMetas, { body: { orders: [...piece] } }, urgency)
        if (reply.kind !== 'ok') return reply
        return ok(
          reply.value.orders.map(order => ({
            orderId: order.id,
            details: metaDetails(
              order.metaDetails.map(({ key, value, decision }) => ({ key, values: value ?? [], decision }))
            )
          }))
        )
      })
    }
  }
}

function withStatus(order: RemoteOrder | undefined, status: SeenStatus): readonly SeenOrder[] {
  if (order === undefined) return []
  const { supplierStatus: known, wbStatus } = status
  return [
    {
      facts: orderFacts(order, 'all'),
      supplierStatus: known,
      wbStatus,
      supplyRemoteId: order.supplyId,
      sellerCurrency: order.convertedCurrencyCode
    }
  ]
}

function ok<T>(value: T): Exclude<Reply<T>, Failure> {
  return { kind: 'ok', value }
}
