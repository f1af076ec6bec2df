/**
 * What is known of buyers, sealed by the key whose `key_id` stands beside it: `delivery` is where to, `contact` name and
 * phones. A row goes with its order's life.
 */
export const sql = `
CREATE TABLE buyers (
  order_id INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('delivery', 'contact')),
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (order_id, part)
) STRICT, WITHOUT ROWID;
`
