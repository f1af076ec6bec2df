import fc from 'fast-check'

/** Statuses that somebody on the way is known to answer with: proxies, firewalls, providers, sign-in pages. */
const KNOWN = [
  200, 201, 202, 204, 301, 302, 307, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 418, 422, 425, 429, 444,
  451, 494, 498, 499, 500, 502, 503, 504, 511, 520, 525, 530
]
/** Names of things that no error of the marketplace has, some of them beside ones that it has. */
const FOREIGN = ['error', 'errors_count', 'reason', 'success', 'result', 'path', 'type', 'instance', 'traceId', 'Code']
const SHARED = ['message', 'detail', 'status', 'title', 'timestamp']

const status = fc.oneof(fc.constantFrom(...KNOWN), fc.integer({ min: 200, max: 599 }))
const foreignObject = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...FOREIGN), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minKeys: 1 }),
    fc.dictionary(fc.constantFrom(...SHARED), fc.string(), { maxKeys: 3 })
  )
  .map(([foreign, shared]) => ({ ...shared, ...foreign }))
const json = fc.oneof(
  foreignObject,
  fc.record({ code: fc.integer(), message: fc.string() }),
  fc.record({ error: foreignObject }),
  fc.array(fc.oneof(foreignObject, fc.string(), fc.integer()), { maxLength: 2 }),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  fc.constant({})
)
const html = fc
  .tuple(fc.constantFrom('', '<!DOCTYPE html>', '\uFEFF', '\n'), fc.string(), fc.constantFrom('html', 'head', 'pre'))
  .map(([before, words, tag]) => `${before}<${tag}>${words}</${tag}>`)

/** An answer that the marketplace never gives: a page, nothing, or somebody else's JSON, with any status. */
export const strangersAnswer = fc.record({
  status,
  text: fc.oneof(
    fc.constant(''),
    html,
    json.map(value => JSON.stringify(value)),
    json.map(value => JSON.stringify(value).slice(0, -1)),
    fc.constantFrom('Forbidden', 'Access denied by policy', 'error code: 1020', 'upstream timed out')
  ),
  headers: fc.dictionary(
    fc.constantFrom('retry-after', 'location', 'content-type', 'server'),
    fc.constantFrom('3600', '/login', 'text/html', 'application/json', 'cloudflare')
  )
})
