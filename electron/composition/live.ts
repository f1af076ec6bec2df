import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createCardsClient } from '../api/cards.ts'
import { createPictures } from '../api/pictures.ts'
import { createMarketplaceClient } from '../api/client.ts'
import { createLimiter } from '../api/limits/limiter.ts'
import type { TokenRefusal } from '../../shared/contract/account-methods.ts'
import { readToken, type Authorization } from '../../shared/domain/account/token.ts'
import type { Station } from '../station/station.ts'
import { createSeal } from '../store/seal.ts'
import { assembleStation } from './engine.ts'
import type { Engine, Surroundings } from './engine.ts'
import type { Backups } from './hourly-backups.ts'
import { keepLimits, takeLimits } from './limits-file.ts'

const PRODUCTION = 'https://marketplace-api.wildberries.ru'
const SANDBOX = 'https://marketplace-api-sandbox.wildberries.ru'

const CONTENT_PRODUCTION = 'https://content-api.wildberries.ru'
const CONTENT_SANDBOX = 'https://content-api-sandbox.wildberries.ru'

/** How the folder of a seller's files begins. */
const SELLER = 'seller-'

/** Whether this PC has the files of a seller: supplies, queue and journal that go on as soon as there is a token. */
export function keepsWork(dataDirectory: string): boolean {
  try {
    return readdirSync(dataDirectory).some(name => name.startsWith(SELLER))
  } catch {
    // A folder that is gone, or can't be read, keeps nothing that anybody could go on with now; what is wrong with it is told elsewhere.
    return false
  }
}

/** As `probeToken`; where the marketplace did not say why, a token that has run out by this PC's clock is told as such. */
export async function refuseToken(
  around: Surroundings,
  token: string,
  authorization: Authorization
): Promise<TokenRefusal | null> {
  const refusal = await probeToken(around, token, authorization)
  const facts = readToken(token)
  const isOver = facts.kind === 'ok' && facts.expiresAt <= around.clock.now()
  const isOpen = refusal?.why === 'unreachable' || refusal?.why === 'tokenRefused'
  return isOver && isOpen ? { why: 'expired', expiredAt: facts.expiresAt } : refusal
}

/** Reads the token and asks the marketplace for a sign of life with it; null when all is well. */
export async function probeToken(
  around: Surroundings,
  token: string,
  authorization: Authorization
): Promise<TokenRefusal | null> {
  const { clock, log, host } = around
  const facts = readToken(token)
  if (facts.kind === 'bad') return facts
  const url = urlFor(around, facts.sandbox)
  const ways = { authorization: () => authorization, http: host.http, onTime: (at: number) => clock.hear(at) }
  const client = createMarketplaceClient({ url, token, clock, log, edition: 'auto', ...ways })
  try {
    const reply = await client.ping()
    if (reply.kind === 'ok') return null
    if ('why' in reply && reply.why === 'stranger') return { why: 'stranger' }
    if (reply.kind === 'refused' && reply.status === 403) return { why: 'forbidden' }
    if (reply.kind !== 'blocked') return { why: 'unreachable' }
    switch (reply.why) {
      case 'payment':
      case 'forbidden':
      case 'readOnly':
      case 'tokenRefused':
        return { why: reply.why }
      case 'tokenExpired':
        return { why: 'expired', expiredAt: facts.expiresAt }
      case 'noToken':
      case 'baseToken':
      case 'pathGone':
        return { why: 'unreachable' }
    }
  } finally {
    await client.close()
  }
}

export interface Entry {
  readonly token: string
  /** The token before this one: it opens what was kept of buyers. */
  readonly former: string | null
  /** How the token stood in its header when it was accepted; null: as the settings have it. */
  readonly tried: Authorization | null
}

/** The station of a seller's account; the files, and so the queue, belong to the seller and to nobody else's token. */
export async function startLive(around: Surroundings, { token, former, tried }: Entry): Promise<Engine> {
  const { host, clock, machine, log } = around
  const facts = readToken(token)
  if (facts.kind === 'bad') throw new Error(`token can't be used: ${facts.why}`)
  const databasePath = databaseOf(around, facts.sellerId)
  const folder = dirname(databasePath)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const url = urlFor(around, facts.sandbox)
  const limitsFile = join(folder, 'limits.json')
  const restore = takeLimits(limitsFile)
  const limiter = createLimiter({ clock, ...(restore && { restore }) })
  // A change holds from the next request on: who is locked out need not start anew.
  const authorization = (): Authorization => station.core.bench.settings.authorization
  const ways = { token, clock, log, authorization, http: host.http, onTime: (at: number) => clock.hear(at) }
  const { answerWorker } = host
  const cards = createCardsClient({ url: cardsUrlFor(around, facts.sandbox), ...ways })
  let backups: Backups | null = null
  const station: Station = assembleStation(around, {
    mode: 'live',
    tokenExpiresAt: facts.expiresAt,
    isSandbox: facts.sandbox,
    databasePath,
    seals: { seal: createSeal(token), former: former === null ? null : createSeal(former) },
    marketplace: (edition, choices) =>
      createMarketplaceClient({ url, edition, choices, limiter, answerWorker, ...ways }),
    cards,
    // Whoever has no cards has no addresses of pictures.
    pictures: cards === null ? null : createPictures(host.marketplaceUrl, host.http),
    eraseCopies: () => backups?.eraseBuyers() ?? Promise.resolve(null),
    practicePrinter: null,
    practiceScanner: null
  })
  try {
    const { settings } = station.core.bench
    if (tried !== null) station.act({ kind: 'settings', settings: { ...settings, authorization: tried } })
    await station.start()
    const copies = machine.startBackups({ path: databasePath, worker: host.backupWorker, clock, log })
    backups = copies
    const { sellerId, expiresAt, sandbox, type } = facts
    return {
      station,
      account: { kind: 'live', sellerId, expiresAt, sandbox, tokenType: type },
      practice: null,
      async close() {
        await copies.stop()
        await station.close()
        await cards?.close()
        keepLimits(limitsFile, limiter.snapshot(), log)
        limiter.close()
      }
    }
  } catch (error) {
    // Whoever tries again must not have two over one database: both would send.
    await station.close()
    await cards?.close()
    limiter.close()
    throw error
  }
}

/** Where a seller's database lies, which belongs to the seller whatever the token. */
export function databaseOf({ host }: Surroundings, sellerId: string): string {
  const name = createHash('sha256').update(sellerId).digest('hex').slice(0, 16)
  return join(host.dataDirectory, `${SELLER}${name}`, 'verstak.sqlite')
}

function urlFor({ host }: Surroundings, sandbox: boolean): string {
  return host.marketplaceUrl ?? (sandbox ? SANDBOX : PRODUCTION)
}

/** Product cards are another category's, with a host of its own; whoever names another marketplace means all of it. */
function cardsUrlFor({ host }: Surroundings, sandbox: boolean): string {
  return host.marketplaceUrl ?? (sandbox ? CONTENT_SANDBOX : CONTENT_PRODUCTION)
}
