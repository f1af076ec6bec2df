import { USUAL_API_CHOICES, type ApiChoices } from '../../shared/domain/account/api-choices.ts'
import { authorizationOf, type Authorization } from '../../shared/domain/account/token.ts'
import type {
  Clock,
  DbsClient,
  DbwClient,
  Failure,
  FbsClient,
  HttpBounds,
  HttpPort,
  Log,
  MarketplacePort,
  PickupClient,
  ReadNews,
  SandboxClient
} from '../station/ports/ports.ts'
import { createAnswerReader, readHere } from './answers/answer-reader.ts'
import { createCaller, strictly, type Call } from './wire/caller.ts'
import type { EditionChoice } from './editions.ts'
import { createFbsClient } from './fbs/fbs.ts'
import { createLimiter, type Limiter } from './limits/limiter.ts'
import { operations } from './operations.ts'
import { createReads } from './packing/reads.ts'
import { createSandboxClient } from './sandbox.ts'
import { createDbsClient } from './schemes/dbs.ts'
import { createDbwClient } from './schemes/dbw.ts'
import { createPickupClient } from './schemes/pickup.ts'
import { createTransport } from './wire/transport.ts'
import { createWrites } from './packing/writes.ts'

export interface MarketplaceOptions {
  /** Origin, and a path prefix if there is one. */
  readonly url: string
  readonly token: string
  /** How the token stands in its header, asked for at each request; raw when absent. */
  readonly authorization?: () => Authorization
  readonly clock: Clock
  readonly log: Log
  readonly edition: EditionChoice
  /** What the documents leave open; the usual answers when absent. */
  readonly choices?: ApiChoices
  /** Brings levels from the run before; without it the client makes its own and closes it. */
  readonly limiter?: Limiter
  /** Timeouts and the longest answer; the usual ones when absent. */
  readonly bounds?: HttpBounds
  /** Worker thread that reads long answers (`answers/answer-worker`), as source or as built; this thread reads all when absent. */
  readonly answerWorker?: URL | undefined
  /** Hears the time (Unix ms) that each of the marketplace's own answers bears. */
  readonly onTime?: ((at: number) => void) | undefined
  /** The host's own way to the web; Node's when absent. */
  readonly http?: HttpPort | undefined
}

export interface MarketplaceClient extends MarketplacePort {
  readonly fbs: FbsClient
  readonly dbs: DbsClient
  readonly pickup: PickupClient
  readonly dbw: DbwClient
  /** Null on the production host. */
  readonly sandbox: SandboxClient | null
}

/**
 * The marketplace's API as the station wants it, all four schemes over one limiter; `close` lets requests under way
 * end for two seconds.
 */
export function createMarketplaceClient(options: MarketplaceOptions): MarketplaceClient {
  const { url, clock, log, edition, choices = USUAL_API_CHOICES } = options
  const token = options.token.trim()
  const limiter = options.limiter ?? createLimiter({ clock })
  const transport = createTransport(url, headerOf(token, options.authorization), options.bounds, options.http)
  const oneGroup = new URL(url).hostname.includes('-sandbox.') ? 'sandbox' : null
  const listeners = new Set<(news: ReadNews) => void>()
  const onRead = (news: ReadNews): void => listeners.forEach(listener => listener(news))
  const reader =
    options.answerWorker === undefined ? readHere : createAnswerReader({ workerUrl: options.answerWorker, log })
  const call =
    tokenFailure(token) ??
    createCaller({ transport, limiter, clock, log, oneGroup, reader, onRead, onTime: options.onTime })
  const reads = createReads({ call, clock, log, edition, onRead })
  const lookUps = createReads({ call: strictly(call), clock, log, edition })
  const fbs = createFbsClient({ call, clock, edition, choices }, lookUps)
  const dbs = createDbsClient({ call, clock, edition })
  const pickup = createPickupClient({
    call,
    clock,
    edition,
    choices,
    nextIdentityMs: () => limiter.freeInMs(oneGroup ?? operations.pickupIdentity.group)
  })
  const written = { call, lookUp: strictly(call), reads: lookUps, clock, edition, fbs, dbs, pickup }
  return {
    ...reads,
    reshipment: fbs.reshipment,
    crossBorderStickers: fbs.crossBorderStickers,
    statusHistory: fbs.statusHistory,
    archive: fbs.archive,
    supply: fbs.supply,
    countries: fbs.countries,
    spots: fbs.spots,
    spotSticker: fbs.spotSticker,
    passes: fbs,
    fbs,
    dbs,
    pickup,
    dbw: createDbwClient({ call, clock, edition }),
    sandbox: oneGroup === null ? null : createSandboxClient(call),
    ...createWrites(written),
    onRead: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    limits: () => limiter.levels(),
    close: async () => {
      if (options.limiter === undefined) limiter.close()
      await transport.close()
      await reader.close()
    }
  }
}

/** The value of the header `Authorization`, at each request. */
export function headerOf(token: string, authorization: () => Authorization = () => 'raw'): () => string {
  return () => authorizationOf(token, authorization())
}

/** A token that can't travel in a header never leaves: every call is blocked at once. */
function tokenFailure(token: string): Call | null {
  if (/^[\x21-\x7e]+$/.test(token)) return null
  const failure: Failure = { kind: 'blocked', why: token === '' ? 'noToken' : 'tokenRefused', detail: '' }
  return async () => failure
}
