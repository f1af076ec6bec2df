/**
 * What an order's page tells: when either of its statuses changed, as this PC came to know, and the changes queued for the
 * marketplace that it is named in.
 */
export const sql = `
CREATE TABLE order_statuses (
  order_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  supplier_status TEXT NOT NULL,
  wb_status TEXT NOT NULL
) STRICT;
CREATE INDEX order_statuses_by_order ON order_statuses (order_id);

CREATE TABLE intent_orders (
  order_id INTEGER NOT NULL,
  intent_id TEXT NOT NULL,
  PRIMARY KEY (order_id, intent_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO intent_orders (order_id, intent_id)
SELECT named.value, intents.id FROM intents, json_each(intents.body, '$.body.orderIds') AS named
WHERE json_valid(intents.body) AND named.type = 'integer';
INSERT OR IGNORE INTO intent_orders (order_id, intent_id)
SELECT json_extract(body, '$.body.orderId'), id FROM intents
WHERE CASE WHEN json_valid(body) THEN json_type(body, '$.body.orderId') = 'integer' END;
`
