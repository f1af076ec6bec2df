import { readToken } from '../../shared/domain/account/token.ts'
import type { CardsPort } from '../station/ports/ports.ts'
import { createCaller } from './wire/caller.ts'
import { headerOf, type MarketplaceOptions } from './client.ts'
import { createLimiter } from './limits/limiter.ts'
import { operations } from './operations.ts'
import { CARDS_PAGE } from './schemas/cards.ts'
import { createTransport } from './wire/transport.ts'

/** The bit of the Content category in a token's scope. */
const CONTENT_BIT = 1

export interface CardsClient extends CardsPort {
  close(): Promise<void>
}

/**
 * Reads the seller's product cards; null when the token is not of the Content category. `url`: that category's own host,
 * `https://content-api.wildberries.ru`, for a test token `https://content-api-sandbox.wildberries.ru`. Never throws for
 * what comes back.
 */
export function createCardsClient(options: Omit<MarketplaceOptions, 'edition'>): CardsClient | null {
  const { url, clock, log } = options
  const token = options.token.trim()
  const facts = readToken(token)
  if (facts.kind === 'bad' || !facts.scopes.includes(CONTENT_BIT)) return null
  const limiter = options.limiter ?? createLimiter({ clock })
  const transport = createTransport(url, headerOf(token, options.authorization), options.bounds, options.http)
  const call = createCaller({ transport, limiter, clock, log, oneGroup: null })
  return {
    cards: async cursor => {
      const place = cursor === null ? {} : { updatedAt: cursor.updatedAt, nmID: cursor.nmId }
      const settings = {
        sort: { ascending: true },
        filter: { withPhoto: -1 },
        cursor: { limit: CARDS_PAGE, ...place }
      } as const
      const reply = await call(operations.cardList, { body: { settings } }, 'background')
      if (reply.kind !== 'ok') return reply
      const { updatedAt, nmID, total } = reply.value.cursor
      const isLast = total < CARDS_PAGE || updatedAt === null || nmID === null
      return {
        kind: 'ok',
        value: {
          cards: reply.value.cards.map(card => ({
            nmId: card.nmID,
            article: card.vendorCode,
            name: card.title,
            color: card.characteristics,
            picture: versioned(card.photos, card.updatedAt),
            sizes: card.sizes.map(({ chrtID, skus, gtin, techSize }) => ({
              chrtId: chrtID,
              skus,
              gtin,
              size: techSize
            }))
          })),
          next: isLast ? null : { updatedAt, nmId: nmID }
        }
      }
    },
    close: async () => {
      if (options.limiter === undefined) limiter.close()
      await transport.close()
    }
  }
}

/** A photo that the seller changes keeps its address: when its card changed stands behind `#`, which goes to no server. */
function versioned(address: string, updatedAt: string): string {
  return address === '' || updatedAt === '' ? address : `${address}#${updatedAt}`
}
