/**
 * `own`: what hardly two orders have alike; `body` keeps the rest, the same text in many rows, so that a start reads it once.
 * A body that is no JSON stays as it is. The indexes that go were asked by nobody; by the new one a start finds what lives
 * in memory, however many orders are over.
 */
export const sql = `
ALTER TABLE orders ADD COLUMN own TEXT NOT NULL DEFAULT '';
UPDATE orders SET
  own = json_object(
    'facts', json_object(
      'id', json(body -> '$.facts.id'),
      'orderUid', json(body -> '$.facts.orderUid'),
      'price', json(body -> '$.facts.price'),
      'comment', json(body -> '$.facts.comment'),
      'createdAt', json(body -> '$.facts.createdAt')
    ),
    'supplyId', json(body -> '$.supplyId'),
    'codes', json(body -> '$.codes'),
    'sticker', json(body -> '$.sticker'),
    'packedAt', json(body -> '$.packedAt')
  ),
  body = json_remove(
    body, '$.facts.id', '$.facts.orderUid', '$.facts.price', '$.facts.comment', '$.facts.createdAt',
    '$.supplyId', '$.codes', '$.sticker', '$.packedAt'
  )
WHERE json_valid(body);
DROP INDEX orders_by_life;
DROP INDEX orders_by_sticker;
CREATE INDEX orders_open ON orders (id) WHERE over = 0;
CREATE INDEX orders_by_age ON orders (created_at);
`
