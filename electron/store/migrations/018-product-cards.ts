/**
 * What a product is known by: `market_cards` from the seller's cards at the marketplace, by size (`picture`: the address),
 * `own_cards` from a file of the seller's, by barcode or article in small letters (`picture`: its name on this PC; `batch`:
 * which reading of a file it came with). Empty texts are not told. Cards that were read before are read once more.
 */
export const sql = `
CREATE TABLE market_cards (
  chrt_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  size TEXT NOT NULL,
  picture TEXT NOT NULL
) STRICT;

CREATE TABLE own_cards (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  size TEXT NOT NULL,
  place TEXT NOT NULL,
  picture TEXT NOT NULL,
  batch TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX own_cards_by_batch ON own_cards (batch);

DELETE FROM cards_read;
`
