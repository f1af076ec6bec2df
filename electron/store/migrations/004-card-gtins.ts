/**
 * What the seller's product cards say of a size's barcodes (14 digits each), and how far they were read: the place after
 * which the next reading begins, and when (Unix ms) all of them were read last.
 */
export const sql = `
CREATE TABLE card_gtins (
  chrt_id INTEGER NOT NULL,
  gtin TEXT NOT NULL,
  PRIMARY KEY (chrt_id, gtin)
) STRICT, WITHOUT ROWID;

CREATE TABLE cards_read (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  updated_at TEXT,
  nm_id INTEGER,
  read_at INTEGER
) STRICT;
`
