import type { OrderShape } from '../../../../electron/practice/marketplace/marketplace.ts'
import { createCaller, type Call } from '../../../../electron/api/wire/caller.ts'
import { createLimiter } from '../../../../electron/api/limits/limiter.ts'
import { limits } from '../../../../electron/api/limits/limits.ts'
import { operations } from '../../../../electron/api/operations.ts'
import type { Operation, RequestParts } from '../../../../electron/api/operations/operation.ts'
import { createTransport } from '../../../../electron/api/wire/transport.ts'
import { wireRequest } from '../../../../electron/api/wire/wire-request.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { letRun, openShop, type PinnedEdition, type Shop } from '../practice.ts'

/** One operation with requests just inside and just outside its documented bounds, and ones that are refused. */
export interface Case {
  readonly operation: Operation
  readonly inside: readonly (() => Promise<RequestParts>)[]
  /** Refused here and, when sent all the same, by the marketplace. */
  readonly outside: readonly (() => Promise<object>)[]
  /** How the marketplace refuses those: 400, unless its documents list none. */
  readonly outsideStatus: 400 | 404
  /** Fitting requests that the marketplace refuses with this status. */
  readonly refused: readonly (readonly [number, () => Promise<RequestParts>])[]
}

export interface CaseWorld {
  readonly edition: PinnedEdition
  readonly shop: Shop
  /** The client's own way, limits included. */
  readonly call: Call
  /** Past all checks; the status alone. `as`: another token. */
  raw(operation: Operation, request: object, as?: string): Promise<number>
  /** A fresh order. */
  order(shape?: OrderShape): number
  /** An order in assembly that may carry every key of its scheme. */
  confirmed(shape?: OrderShape): Promise<number>
  supply(): Promise<string>
  close(): Promise<void>
}

/** Limits have tests of their own. */
const endless = Object.fromEntries(Object.keys(limits).map(group => [group, { burst: 1_000_000, intervalMs: 1 }]))

/** A marketplace of one edition to try requests on; `rates` off lets everything pass. */
export async function openCaseWorld(edition: PinnedEdition, rates: 'real' | 'off'): Promise<CaseWorld> {
  const shop = await openShop({ edition, limits: rates })
  const { clock, marketplace } = shop
  const limiter = createLimiter({ clock, limits: endless, start: 'full' })
  const transport = createTransport(marketplace.url, () => marketplace.token)
  const direct = createCaller({ transport, limiter, clock, log: quietLog, oneGroup: null })
  const others = new Map([[marketplace.token, transport]])
  const call: Call = (operation, request, urgency) => letRun(clock, direct(operation, request, urgency), 500)

  async function raw(operation: Operation, request: object, as = marketplace.token): Promise<number> {
    const by = others.get(as) ?? createTransport(marketplace.url, () => as)
    others.set(as, by)
    const outcome = await by.exchange(wireRequest(operation, request))
    return outcome.kind === 'answer' ? outcome.status : 0
  }

  function order(shape: OrderShape = {}): number {
    const required = ['sgtin', 'imei', 'uin', 'gtin'] as const
    const own = (shape.scheme ?? 'fbs') === 'fbs' ? ([...required, 'expiration'] as const) : required
    const optionalMeta = edition === 'successor' ? (['customsDeclaration'] as const) : []
    return marketplace.control.addOrders(1, { cargoType: 1, requiredMeta: own, optionalMeta, ...shape })[0] ?? 0
  }

  async function supply(): Promise<string> {
    const reply = await call(operations.createSupply, { body: { name: 'Wave 1' } }, 'urgent')
    return reply.kind === 'ok' ? reply.value.id : ''
  }

  async function confirmed(shape: OrderShape = {}): Promise<number> {
    const orderId = order(shape)
    const byScheme = {
      fbs: async (): Promise<[Operation, RequestParts]> =>
        edition === 'seed'
          ? [operations.addOrder, { path: { supplyId: await supply(), orderId } }]
          : [operations.addOrders, { path: { supplyId: await supply() }, body: { orders: [orderId] } }],
      dbs: async (): Promise<[Operation, RequestParts]> =>
        edition === 'seed'
          ? [operations.dbsConfirmOne, { path: { orderId } }]
          : [operations.dbsConfirm, { body: { ordersIds: [orderId] } }],
      pickup: async (): Promise<[Operation, RequestParts]> =>
        edition === 'seed'
          ? [operations.pickupConfirmOne, { path: { orderId } }]
          : [operations.pickupConfirm, { body: { ordersIds: [orderId] } }]
    }
    await raw(...(await byScheme[shape.scheme ?? 'fbs']()))
    return orderId
  }

  return {
    edition,
    shop,
    call,
    raw,
    order,
    confirmed,
    supply,
    close: async () => {
      for (const one of others.values()) await one.close()
      await shop.close()
    }
  }
}

/** Declares a case; the fitting requests are held to the operation's own type. */
export function caseOf<Request extends RequestParts>(
  operation: Operation<Request>,
  parts: {
    readonly inside: readonly (() => Promise<Request> | Request)[]
    readonly outside?: readonly (object | (() => Promise<object>))[]
    readonly outsideStatus?: 400 | 404
    readonly refused?: readonly (readonly [number, () => Promise<Request> | Request])[]
  }
): Case {
  return {
    operation,
    inside: parts.inside.map(make => async () => make()),
    outside: (parts.outside ?? []).map(request => async () => (typeof request === 'function' ? request() : request)),
    outsideStatus: parts.outsideStatus ?? 400,
    refused: (parts.refused ?? []).map(([status, make]) => [status, async () => make()] as const)
  }
}

/** `count` ids that nobody has, beside those given. */
export function padded(count: number, ...ids: readonly number[]): number[] {
  return [...ids, ...Array.from({ length: count - ids.length }, (_, place) => place + 1)]
}

/** A marking code of exactly `length` characters, another one for each `serial`. */
export function codeOf(length: number, serial: number): string {
  return `01${String(serial).padStart(14, '0')}${'A'.repeat(Math.max(0, length - 16))}`.slice(0, length)
}
