import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createApi, serveApi } from './http/api-server.ts'
import type { Api } from './http/api-server.ts'
import { createBuckets } from './http/buckets.ts'
import { createControl } from './http/control.ts'
import type { MarketplaceControl } from './http/control.ts'
import { createControlServer } from './http/control-http.ts'
import { createFaults } from './http/faults.ts'
import { createPictureServer } from './http/picture-server.ts'
import { generateWorld } from './orders/generate.ts'
import { createRequestLog } from './http/request-log.ts'
import { createStrangers } from './http/strangers.ts'
import { makePracticeToken } from './http/token.ts'

export type { DbsOrderState, MarketplaceControl, MarketplaceState, PickupOrderState } from './http/control.ts'

export type { OrderShape } from './orders/generate.ts'
export type { RequestRecord } from './http/request-log.ts'
export type { Thing } from './world.ts'

export interface MarketplaceOptions {
  /** The same seed and `now` give the same shop. */
  readonly seed: number
  /** Those that the marketplace delivers. */
  readonly orders: number
  /** Those that the seller delivers; none unless asked for. */
  readonly dbsOrders?: number
  /** Those that wait in the store; none unless asked for. */
  readonly pickupOrders?: number
  /** Unix ms: dates, ages, editions, checks that take a while. */
  readonly now: () => number
  /** Whether its answers bear its time, as the real one's do; a test that moves clocks apart may do without. True unless told otherwise. */
  readonly tellsTime?: boolean
  /**
   * Whether long answers go packed, as a gateway sends them (false): packing takes real time, which a virtual clock knows
   * nothing of.
   */
  readonly packs?: boolean
  /** Ms, for the limits alone. */
  readonly monotonic: () => number
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Made from the seed when there is none. */
  readonly token?: string
  readonly limits?: 'real' | 'off'
  /** Runs as the vendor's sandbox does: with its levers, `/api/v3/test/…`, its one bucket, and without what it lacks. */
  readonly sandbox?: boolean
  /** Russian unless told otherwise: since October 2026 such a seller's supplies need a point, a type and a day. */
  readonly seller?: 'russian' | 'abroad'
  /** Which paths answer; by the date of `now` when there is none. */
  readonly edition?: 'both' | 'seed' | 'successor'
}

export interface Marketplace {
  readonly url: string
  readonly token: string
  readonly control: MarketplaceControl
  close(): Promise<void>
}

/** A practice marketplace without a server before it. */
export interface ShopFloor {
  readonly api: Api
  readonly token: string
  readonly control: MarketplaceControl
  readonly faults: ReturnType<typeof createFaults>
}

/** Makes a practice marketplace for callers in this process; the server's own options have no meaning here. */
export function createMarketplace(options: MarketplaceOptions): ShopFloor {
  const { seed, now, orders: fbs, dbsOrders: dbs = 0, pickupOrders: pickup = 0 } = options
  const world = generateWorld(seed, { fbs, dbs, pickup }, now(), options)
  const buckets = createBuckets(options.monotonic, options.limits ?? 'real')
  const faults = createFaults()
  const strangers = createStrangers(now)
  const log = createRequestLog()
  const token = options.token ?? makePracticeToken(seed, now())
  const { tellsTime = true, edition = 'by-date' } = options
  return {
    faults,
    token,
    control: createControl({ world, seed, now, faults, strangers, log, buckets }),
    api: createApi({ world, buckets, faults, strangers, log, token, now, tellsTime, edition })
  }
}

/** Starts a practice marketplace on the loopback; rejects when the port is taken. */
export function startMarketplace(options: MarketplaceOptions): Promise<Marketplace> {
  const { api, token, control, faults } = createMarketplace(options)
  const serveControl = createControlServer(control)
  const servePicture = createPictureServer(faults)
  const answer = serveApi(api, options.packs ?? false)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (servePicture(request, response) || (await serveControl(request, response))) return
      await answer(request, response)
    } catch (error) {
      if (request.socket.destroyed) return
      process.stderr.write(`practice marketplace: ${request.method} ${request.url}: ${String(error)}\n`)
      if (response.headersSent) request.socket.destroy()
      else response.writeHead(500).end()
    }
  }

  const server = createServer((request, response) => void serve(request, response))
  // Longer than any client's: a connection is cut by a fault or not at all.
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({
        url: `http://127.0.0.1:${port}`,
        token,
        control,
        close: () =>
          new Promise(closed => {
            server.close(() => closed())
            server.closeAllConnections()
          })
      })
    })
  })
}
