import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCardsClient } from '../api/cards.ts'
import { createMarketplaceClient } from '../api/client.ts'
import { createLimiter } from '../api/limiter.ts'
import { readToken } from '../api/token.ts'
import type { ConnectResult } from '../../shared/contract.ts'
import { assembleStation } from './engine.ts'
import type { Engine, Surroundings } from './engine.ts'
import { keepLimits, takeLimits } from './limits-file.ts'

const PRODUCTION = 'https://marketplace-api.wildberries.ru'
const SANDBOX = 'https://marketplace-api-sandbox.wildberries.ru'

const CONTENT_PRODUCTION = 'https://content-api.wildberries.ru'
const CONTENT_SANDBOX = 'https://content-api-sandbox.wildberries.ru'

type Refusal = Extract<ConnectResult, { readonly kind: 'refused' }>['why']

/** Reads the token and asks the marketplace for a sign of life with it; null when all is well. */
export async function refuseToken(around: Surroundings, token: string): Promise<Refusal | null> {
  const facts = readToken(token, around.clock.now())
  if (facts.kind === 'bad') return facts.why
  const { clock, log } = around
  const url = urlFor(around, facts.sandbox)
  const client = createMarketplaceClient({ url, token, clock, log, edition: 'auto', http: around.host.http })
  try {
    const reply = await client.ping()
    if (reply.kind === 'ok') return null
    if ('why' in reply && reply.why === 'stranger') return 'stranger'
    if (reply.kind === 'refused' && reply.status === 403) return 'forbidden'
    if (reply.kind !== 'blocked') return 'unreachable'
    switch (reply.why) {
      case 'payment':
      case 'forbidden':
      case 'readOnly':
      case 'tokenRefused':
        return reply.why
      case 'tokenExpired':
        return 'expired'
      case 'noToken':
      case 'baseToken':
      case 'pathGone':
        return 'unreachable'
    }
  } finally {
    await client.close()
  }
}

/** The station of a seller's account; the files, and so the queue, belong to the seller and to nobody else's token. */
export async function startLive(around: Surroundings, token: string, firstRevision: number): Promise<Engine> {
  const { host, clock, log } = around
  const facts = readToken(token, clock.now())
  if (facts.kind === 'bad') throw new Error(`token can't be used: ${facts.why}`)
  const folder = join(
    host.dataDirectory,
    `seller-${createHash('sha256').update(facts.sellerId).digest('hex').slice(0, 16)}`
  )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const url = urlFor(around, facts.sandbox)
  const limitsFile = join(folder, 'limits.json')
  const restore = takeLimits(limitsFile)
  const limiter = createLimiter({ clock, ...(restore && { restore }) })
  const cards = createCardsClient({ url: cardsUrlFor(around, facts.sandbox), token, clock, log, http: host.http })
  const station = assembleStation(around, {
    mode: 'live',
    tokenExpiresAt: facts.expiresAt,
    databasePath: join(folder, 'verstak.sqlite'),
    marketplace: ({ edition, api: choices }) =>
      createMarketplaceClient({ url, token, clock, log, edition, choices, limiter, http: host.http }),
    cards,
    practicePrinter: null,
    practiceScanner: null,
    firstRevision
  })
  await station.start()
  const { sellerId, expiresAt, sandbox } = facts
  return {
    station,
    account: { kind: 'live', sellerId, expiresAt, sandbox },
    practice: null,
    async close() {
      await station.close()
      await cards?.close()
      keepLimits(limitsFile, limiter.snapshot())
      limiter.close()
    }
  }
}

function urlFor({ host }: Surroundings, sandbox: boolean): string {
  return host.marketplaceUrl ?? (sandbox ? SANDBOX : PRODUCTION)
}

/** Product cards are another category's, with a host of its own; whoever names another marketplace means all of it. */
function cardsUrlFor({ host }: Surroundings, sandbox: boolean): string {
  return host.marketplaceUrl ?? (sandbox ? CONTENT_SANDBOX : CONTENT_PRODUCTION)
}
