import type { Round } from '../../shared/domain/orders/rounds.ts'
import type { Database } from './database.ts'
import { IN_MEMORY } from './orders.ts'
import type { RowReader } from './rows.ts'
import type { Salvage } from './salvage.ts'
import { roundSchema } from './schemas.ts'
import { summed } from './sums.ts'

export interface RoundTable {
  /** `at`: Unix ms of the decision. */
  readonly write: (round: Round, at: number) => void
  /** Open rounds, those that left since then (Unix ms), or named by an order that is in memory; oldest first. */
  readonly load: (since: number) => readonly Round[]
}

/** Rounds; a row that says what it said before costs no write. */
export function openRounds(database: Database, rows: RowReader, salvage: Salvage): RoundTable {
  const write = database.prepare(`
    INSERT INTO rounds (id, state, created_at, left_at, body, sum) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, created_at = excluded.created_at, body = excluded.body,
      sum = excluded.sum,
      left_at = CASE excluded.state WHEN 'left' THEN coalesce(left_at, excluded.left_at) END
    WHERE body <> excluded.body`)
  const load = database.prepare(`
    SELECT id AS key, body, sum FROM rounds
    WHERE state = 'open' OR left_at >= ? OR id IN (SELECT supply_id FROM orders WHERE ${IN_MEMORY})
    ORDER BY created_at, id`)
  function writeRound(round: Round, at: number): void {
    write.run(round.id, round.state, round.createdAt, round.state === 'left' ? at : null, ...summed(round))
  }

  return {
    write: writeRound,
    load: since =>
      rows.all('rounds', load.all(since, since), roundSchema, {
        salvage: ({ key }) => salvage.round(String(key)),
        write: round => writeRound(round, round.createdAt)
      })
  }
}
