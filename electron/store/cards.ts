import { z } from 'zod'
import { toGtin14 } from '../../shared/domain/codes/identifiers.ts'
import { CARD_TEXT_MAX } from '../../shared/domain/orders/product-card.ts'
import type { CardsStore } from '../station/ports/ports.ts'
import type { Database } from './database.ts'

const gtinsSchema = z.array(z.object({ gtin: z.string() }))
const ownersSchema = z.array(z.object({ chrtId: z.number(), article: z.string() }))
const progressSchema = z
  .object({ updatedAt: z.string().nullable(), nmId: z.number().nullable(), readAt: z.number().nullable() })
  .nullable()

const marketSchema = z.object({ name: z.string(), color: z.string(), size: z.string(), picture: z.string() }).optional()
const ownSchema = z
  .object({ name: z.string(), color: z.string(), size: z.string(), place: z.string(), picture: z.string() })
  .optional()
const countSchema = z.object({ count: z.number() })
const pageSchema = z.array(z.object({ code: z.string(), picture: z.string(), batch: z.string() }))

/** A longer address is nobody's picture. */
const ADDRESS_MAX = 500

function cut(text: string): string {
  return text.slice(0, CARD_TEXT_MAX)
}

/** How many lines are looked at at once when those of former lists go. */
const LOOKED_AT_ONCE = 200

/** What the seller's product cards and own list say: the GTINs of a size of a product, and what a person knows it by. */
export function openCards(database: Database): CardsStore {
  return { ...openGtins(database), ...openOwn(database) }
}

type Own = Pick<CardsStore, 'words' | 'keepOwn' | 'dropOwnBut' | 'ownCount'>

function openOwn(database: Database): Own {
  const market = database.prepare('SELECT name, color, size, picture FROM market_cards WHERE chrt_id = ?')
  const own = database.prepare('SELECT name, color, size, place, picture FROM own_cards WHERE code = ?')
  const write = database.prepare(`
    INSERT INTO own_cards (code, name, color, size, place, picture, batch) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, color = excluded.color, size = excluded.size,
      place = excluded.place, picture = excluded.picture, batch = excluded.batch`)
  const page = database.prepare(
    `SELECT code, picture, batch FROM own_cards WHERE code > ? ORDER BY code LIMIT ${LOOKED_AT_ONCE}`
  )
  const drop = database.prepare('DELETE FROM own_cards WHERE code = ?')
  const count = database.prepare('SELECT count(*) AS count FROM own_cards')
  const keepOwn = database.transaction<CardsStore['keepOwn']>((batch, cards) => {
    for (const { code, name, color, size, place, picture } of cards) {
      write.run(inSmallLetters(code), name, color, size, place, picture, batch)
    }
  })
  const dropOwnBut = database.transaction<CardsStore['dropOwnBut']>((batch, after) => {
    const lines = pageSchema.parse(page.all(after))
    for (const line of lines) if (line.batch !== batch) drop.run(line.code)
    return {
      last: lines.length < LOOKED_AT_ONCE ? null : (lines.at(-1)?.code ?? null),
      pictures: lines.filter(line => line.batch === batch && line.picture !== '').map(({ picture }) => picture)
    }
  })
  return {
    words({ chrtId, article, skus }) {
      const lines = [...skus, article].flatMap(code => ownSchema.parse(own.get(inSmallLetters(code))) ?? [])
      const card = marketSchema.parse(market.get(chrtId))
      const first = (text: keyof (typeof lines)[number], last = '') =>
        lines.map(line => line[text]).find(told => told !== '') ?? last
      return {
        name: first('name', card?.name),
        color: first('color', card?.color),
        size: first('size', card?.size),
        place: first('place'),
        ownPicture: first('picture'),
        picture: card?.picture ?? ''
      }
    },
    keepOwn: (batch, cards) => keepOwn.immediate(batch, cards),
    dropOwnBut: (batch, after) => dropOwnBut.immediate(batch, after),
    ownCount: () => countSchema.parse(count.get()).count
  }
}

function inSmallLetters(code: string): string {
  return code.trim().toLowerCase()
}

function openGtins(database: Database): Omit<CardsStore, keyof Own> {
  const name = database.prepare(`
    INSERT INTO market_cards (chrt_id, name, color, size, picture) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (chrt_id) DO UPDATE SET name = excluded.name, color = excluded.color, size = excluded.size,
      picture = excluded.picture`)
  const select = database.prepare('SELECT gtin FROM card_gtins WHERE chrt_id = ?')
  const own = database.prepare('SELECT chrt_id AS chrtId, article FROM card_gtins WHERE gtin = ?')
  const forget = database.prepare('DELETE FROM card_gtins WHERE chrt_id = ?')
  const insert = database.prepare('INSERT OR IGNORE INTO card_gtins (chrt_id, gtin, article) VALUES (?, ?, ?)')
  const progress = database.prepare(
    'SELECT updated_at AS updatedAt, nm_id AS nmId, read_at AS readAt FROM cards_read WHERE id = 1'
  )
  const advance = database.prepare(`
    INSERT INTO cards_read (id, updated_at, nm_id, read_at) VALUES (1, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, nm_id = excluded.nm_id, read_at = excluded.read_at`)

  const keep = database.transaction<CardsStore['keep']>(({ cards, cursor, readAt }) => {
    for (const { card, chrtId, skus, gtin, size } of cards.flatMap(card => card.sizes.map(one => ({ ...one, card })))) {
      const { article } = card
      name.run(
        chrtId,
        cut(card.name),
        cut(card.color),
        cut(size),
        card.picture.length > ADDRESS_MAX ? '' : card.picture
      )
      forget.run(chrtId)
      for (const text of gtin === null ? skus : [...skus, gtin]) {
        const gtin14 = toGtin14(text)
        if (gtin14 !== null) insert.run(chrtId, gtin14, article)
      }
    }
    advance.run(cursor?.updatedAt ?? null, cursor?.nmId ?? null, readAt)
  })

  return {
    gtins: chrtId => gtinsSchema.parse(select.all(chrtId)).map(({ gtin }) => gtin),
    owners: gtin => ownersSchema.parse(own.all(gtin)),
    progress() {
      const found = progressSchema.parse(progress.get() ?? null)
      const { updatedAt = null, nmId = null, readAt = null } = found ?? {}
      return { cursor: updatedAt === null || nmId === null ? null : { updatedAt, nmId }, readAt }
    },
    keep: page => keep.immediate(page)
  }
}
