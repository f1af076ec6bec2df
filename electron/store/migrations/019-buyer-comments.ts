/**
 * What buyers wrote to the seller, sealed as the rest of what is known of them; it stood in the texts of orders in the clear.
 * `key_id` empty: it still stands there, to be taken out and closed as soon as a seal is here, or forgotten if the order is over.
 */
export const sql = `
CREATE TABLE buyer_comments (
  order_id INTEGER PRIMARY KEY NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
INSERT INTO buyer_comments (order_id, key_id, sealed)
SELECT id, '', x'' FROM orders WHERE CASE WHEN json_valid(own) THEN own -> '$.facts.comment' <> '""' END;
`
