/**
 * Codes that buyers said at the door, sealed as the rest of what is known of them; they stood among the intents in the
 * clear. `key_id` empty: still so, to be closed as soon as a seal is here.
 */
export const sql = `
CREATE TABLE buyer_codes (
  intent_id TEXT PRIMARY KEY NOT NULL,
  order_id INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX buyer_codes_by_order ON buyer_codes (order_id);

INSERT INTO buyer_codes (intent_id, order_id, key_id, sealed)
SELECT id, json_extract(body, '$.body.orderId'), '', CAST(json_extract(body, '$.body.code') AS BLOB) FROM intents
WHERE json_extract(body, '$.body.kind') = 'handOver' AND json_extract(body, '$.body.code') IS NOT NULL;

UPDATE intents SET body = json_set(body, '$.body.code', NULL)
WHERE json_extract(body, '$.body.kind') = 'handOver';
`
