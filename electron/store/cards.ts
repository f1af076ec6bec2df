import { z } from 'zod'
import { toGtin14 } from '../../shared/domain/codes/identifiers.ts'
import type { CardsStore } from '../station/ports/ports.ts'
import type { Database } from './database.ts'

const gtinsSchema = z.array(z.object({ gtin: z.string() }))
const ownersSchema = z.array(z.object({ chrtId: z.number(), article: z.string() }))
const progressSchema = z
  .object({ updatedAt: z.string().nullable(), nmId: z.number().nullable(), readAt: z.number().nullable() })
  .nullable()

/** Which GTINs the seller's product cards name for a size of a product. */
export function openCards(database: Database): CardsStore {
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
    for (const { article, chrtId, skus, gtin } of cards.flatMap(({ article, sizes }) =>
      sizes.map(size => ({ ...size, article }))
    )) {
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
