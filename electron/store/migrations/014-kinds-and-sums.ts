/**
 * What many orders have alike moves to a table of its own, a row each, so that a start need not fetch it with every order.
 * `sum` tells a text in which a byte has flipped (`sums.ts`); rows of before have none.
 */
export const sql = `
CREATE TABLE order_kinds (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL UNIQUE,
  sum INTEGER
) STRICT;
INSERT INTO order_kinds (body) SELECT DISTINCT body FROM orders;
ALTER TABLE orders ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
UPDATE orders SET kind = (SELECT order_kinds.id FROM order_kinds WHERE order_kinds.body = orders.body);
ALTER TABLE orders DROP COLUMN body;
CREATE INDEX orders_by_kind ON orders (kind);
${['orders', 'supplies', 'rounds', 'intents', 'jobs', 'desk'].map(table => `ALTER TABLE ${table} ADD COLUMN sum INTEGER;`).join('\n')}
`
