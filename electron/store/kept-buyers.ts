import { z } from 'zod'
import type { BuyerCounts, WhoseBuyers } from '../../shared/domain/orders/buyer-counts.ts'
import type { Database } from './database.ts'

const TABLES = { contacts: 'buyers', codes: 'buyer_codes', comments: 'buyer_comments' } as const
const WHERE: { readonly [of in WhoseBuyers]: string } = {
  all: '',
  over: 'WHERE order_id NOT IN (SELECT id FROM orders WHERE over = 0)'
}

/** All that is kept of buyers, counted and erased. */
export function openKeptBuyers(database: Database): {
  readonly count: (of: WhoseBuyers) => BuyerCounts
  /** Within a transaction; nothing of it is left in the pages of the file. */
  readonly erase: (of: WhoseBuyers) => void
} {
  const found = (table: string, of: WhoseBuyers) =>
    z.number().parse(database.prepare(`SELECT count(DISTINCT order_id) FROM ${table} ${WHERE[of]}`).pluck().get())
  return {
    count: of => ({
      contacts: found(TABLES.contacts, of),
      codes: found(TABLES.codes, of),
      comments: found(TABLES.comments, of)
    }),
    erase(of) {
      database.pragma('secure_delete = ON')
      for (const table of Object.values(TABLES)) database.prepare(`DELETE FROM ${table} ${WHERE[of]}`).run()
      database.pragma('secure_delete = FAST')
    }
  }
}
