import { isOpen, ordersOf, type Intent } from '../../shared/domain/intents.ts'
import type { BuyerCodeTable } from './buyer-codes.ts'
import type { Database } from './database.ts'
import type { RowReader } from './rows.ts'
import { intentSchema } from './schemas.ts'
import { summed } from './sums.ts'

export interface IntentTable {
  readonly write: (intent: Intent) => void
  /** Open ones (pending, or refused and not dismissed) in order of birth. */
  readonly loadPending: () => readonly Intent[]
  /** Newest first; `pending: false` means all of them. */
  readonly page: (query: {
    readonly pending: boolean
    readonly orderId?: number
    readonly offset: number
    readonly limit: number
  }) => readonly Intent[]
}

/** The outbox: every write to the marketplace that was ever decided on; what a buyer said lies apart, sealed. */
export function openIntents(database: Database, rows: RowReader, codes: BuyerCodeTable): IntentTable {
  const write = database.prepare(`
    INSERT INTO intents (id, seq, pending, body, sum) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, pending = excluded.pending, body = excluded.body,
      sum = excluded.sum`)
  const pending = database.prepare('SELECT id AS key, body, sum FROM intents WHERE pending = 1 ORDER BY seq, rowid')
  const pages = {
    all: database.prepare('SELECT id AS key, body, sum FROM intents ORDER BY seq DESC, rowid DESC LIMIT ? OFFSET ?'),
    pending: database.prepare(
      'SELECT id AS key, body, sum FROM intents WHERE pending = 1 ORDER BY seq DESC, rowid DESC LIMIT ? OFFSET ?'
    )
  }
  const ofOrder = database.prepare(`
    SELECT intents.id AS key, intents.body, intents.sum FROM intent_orders
    JOIN intents ON intents.id = intent_orders.intent_id
    WHERE intent_orders.order_id = ? ORDER BY seq DESC, intents.rowid DESC LIMIT ? OFFSET ?`)
  const isKnown = database.prepare('SELECT 1 FROM intents WHERE id = ?')
  const name = database.prepare('INSERT OR IGNORE INTO intent_orders (order_id, intent_id) VALUES (?, ?)')
  const read = (found: readonly unknown[]) => rows.all('intents', found, intentSchema).map(whole)

  function whole(intent: Intent): Intent {
    const { id, body } = intent
    return body.kind === 'handOver' ? { ...intent, body: { ...body, code: codes.find(id) } } : intent
  }

  return {
    write(intent) {
      const { id, seq, body } = intent
      const isTold = body.kind === 'handOver' && body.code !== null
      if (isTold) codes.write(id, body.orderId, body.code)
      const bare = isTold ? { ...intent, body: { ...body, code: null } } : intent
      if (isKnown.get(id) === undefined) for (const orderId of ordersOf(body)) name.run(orderId, id)
      write.run(id, seq, isOpen(intent) ? 1 : 0, ...summed(bare))
    },
    loadPending: () => read(pending.all()),
    page({ pending: isPending, orderId, limit, offset }) {
      if (orderId === undefined) return read((isPending ? pages.pending : pages.all).all(limit, offset))
      // What is left of one that was cut up may name fewer orders than it did.
      return read(ofOrder.all(orderId, limit, offset)).filter(({ body }) => ordersOf(body).includes(orderId))
    }
  }
}
