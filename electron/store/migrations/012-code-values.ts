import { META_KEYS } from '../../../shared/domain/orders/orders.ts'

/**
 * A key of an order holds a list of codes, and so does the wish to set them: a set has a marking code on each of its things.
 * What is no JSON is told when it is read.
 */
export const sql = [
  ...META_KEYS.map(key => ['orders', `$.codes.${key}`, `json_extract(body, '$.codes.${key}.value') IS NOT NULL`]),
  ['intents', '$.body', `json_extract(body, '$.body.kind') = 'setMeta'`]
]
  .map(
    ([table, path, where]) => `
UPDATE ${table}
SET body = json_set(json_remove(body, '${path}.value'), '${path}.values', json_array(json_extract(body, '${path}.value')))
WHERE CASE WHEN json_valid(body) THEN ${where} END;`
  )
  .join('')
