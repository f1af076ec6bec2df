/**
 * Rounds, in which orders of the seller's own delivery and of pickup are packed. `over`: nothing more happens to the order,
 * here or at the marketplace; it leaves memory after some days.
 */
export const sql = `
CREATE TABLE rounds (
  id TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  left_at INTEGER,
  body TEXT NOT NULL
) STRICT;

ALTER TABLE orders ADD COLUMN over INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1));
UPDATE orders SET over = life IN ('shipped', 'cancelled');
`
