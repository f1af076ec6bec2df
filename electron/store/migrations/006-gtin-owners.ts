/**
 * Whose GTIN it is: cards are looked up by it and named, so they are read anew. What was vouched for without a name and
 * a date is asked about again.
 */
export const sql = `
ALTER TABLE card_gtins ADD COLUMN article TEXT NOT NULL DEFAULT '';
CREATE INDEX card_gtins_by_gtin ON card_gtins (gtin);
DELETE FROM cards_read;
DELETE FROM desk WHERE key = 'gtinOverrides';
`
