import type { Supply } from '../../shared/domain/orders/supplies.ts'
import type { Database } from './database.ts'
import { IN_MEMORY } from './orders.ts'
import type { RowReader } from './rows.ts'
import type { Salvage } from './salvage.ts'
import { supplySchema } from './schemas.ts'
import { summed } from './sums.ts'

export interface SupplyTable {
  /** `at`: Unix ms of the decision. */
  readonly write: (supply: Supply, at: number) => void
  /** Supplies not delivered, delivered since then (Unix ms), or named by an order that is in memory; oldest first. */
  readonly load: (since: number) => readonly Supply[]
}

/** Supplies; a row that says what it said before costs no write. */
export function openSupplies(database: Database, rows: RowReader, salvage: Salvage): SupplyTable {
  const write = database.prepare(`
    INSERT INTO supplies (id, remote_id, state, created_at, delivered_at, body, sum) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET remote_id = excluded.remote_id, state = excluded.state,
      created_at = excluded.created_at, body = excluded.body, sum = excluded.sum,
      delivered_at = CASE excluded.state WHEN 'delivered' THEN coalesce(delivered_at, excluded.delivered_at) END
    WHERE body <> excluded.body`)
  const load = database.prepare(`
    SELECT id AS key, body, sum FROM supplies
    WHERE state <> 'delivered' OR delivered_at >= ? OR id IN (SELECT supply_id FROM orders WHERE ${IN_MEMORY})
    ORDER BY created_at, id`)
  function writeSupply(supply: Supply, at: number): void {
    const deliveredAt = supply.state === 'delivered' ? at : null
    const { id, remoteId, state, createdAt } = supply
    write.run(id, remoteId, state, createdAt, deliveredAt, ...summed(supply))
  }

  return {
    write: writeSupply,
    load: since =>
      rows.all('supplies', load.all(since, since), supplySchema, {
        salvage: ({ key }) => salvage.supply(String(key)),
        write: supply => writeSupply(supply, supply.createdAt)
      })
  }
}
