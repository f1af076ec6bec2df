import { expect, test } from 'vitest'
import { readError as read } from '../../../../electron/api/wire/error-bodies.ts'

const readError = (status: number, text: string) => read({ status, headers: {}, text })
const gateway = {
  code: '07e4668e--a53a3d31f8b0-[UK-oWaVDUqNrKG]',
  requestId: '7b8c',
  timestamp: '2026-10-08T09:00:00Z'
}

test.each([
  ['code and words', 409, { code: 'StatusMismatch', message: 'no', data: null }, 'StatusMismatch', 'no'],
  ['a code alone', 404, { code: 'NotFound' }, 'NotFound', ''],
  ['words alone', 400, { message: 'wrong key' }, 'HTTP 400', 'wrong key'],
  ['a list of one', 409, [{ code: 'FailedToUpdateMeta', message: 'no' }], 'FailedToUpdateMeta', 'no'],
  ['a title and a text', 409, { title: 'SpotActionNotAllowed', detail: 'no' }, 'SpotActionNotAllowed', 'no'],
  ['a title and nothing', 400, { title: 'BadRequest', detail: null, origin: 'b2b', requestId: '7' }, 'BadRequest', ''],
  [
    'a title and facts, which may be a buyer’s',
    400,
    { title: 'BadRequest', detail: { phone: '+79160000000' }, origin: 'b', requestId: '7' },
    'BadRequest',
    ''
  ],
  [
    'an archive’s error',
    400,
    {
      code: 'IncorrectParameter',
      title: 'Bad Request',
      detail: 'validation failed',
      errors: [{ location: 'query.month', message: 'expected number <= 12', value: 13 }],
      origin: 'archive',
      requestId: '7',
      status: 400
    },
    'IncorrectParameter',
    'validation failed; query.month: expected number <= 12'
  ],
  ['a field that came later', 409, { code: 'StatusMismatch', message: 'no', hint: 'new' }, 'StatusMismatch', 'no'],
  ['a code that nobody knows', 409, { code: 'BrandNewTrouble' }, 'BrandNewTrouble', '']
])('the marketplace’s own: %s', (_, status, body, name, message) => {
  expect(readError(status, JSON.stringify(body))).toMatchObject({ byGateway: false, name, message, culprits: [] })
})

test.each([
  [
    'of the API gateway',
    { ...gateway, title: 'forbidden', detail: 'no', origin: 'ag-api', status: 403, statusText: 'Forbidden' }
  ],
  ['of the token check', { ...gateway, title: 'forbidden', detail: 'no', origin: 's2s-api-auth-catalog' }]
])('the gateway’s own, %s, is named by its title: its codes are opaque', (_, body) => {
  expect(readError(403, JSON.stringify(body))).toMatchObject({
    byGateway: true,
    name: 'forbidden',
    message: 'no',
    culprits: []
  })
})

test.each([
  ['numbers', { orders: [7, 8] }],
  ['objects', { orders: [{ id: 7 }, { orderId: 8, metaDetails: [] }] }],
  ['a bare list', [{ id: 7 }, { id: 8 }]]
])('the orders to blame, as %s', (_, data) => {
  const text = JSON.stringify({ code: 'MetaValidationFail', message: 'no', data })
  expect(readError(409, text)?.culprits).toEqual([7, 8])
})

test('the orders to blame may stand beside the code', () => {
  const text = JSON.stringify({ code: 'MetaValidationFail', message: 'no', orders: [{ id: 7 }] })
  expect(readError(409, text)?.culprits).toEqual([7])
  expect(readError(409, JSON.stringify({ code: 'NotFound', data: [{ sku: '1' }] }))?.culprits).toEqual([])
})

test.each([
  [403, '<html>Forbidden IP</html>'],
  [407, JSON.stringify({ code: 'NotFound', message: 'even in our words' })],
  [302, JSON.stringify({ code: 'NotFound', message: 'the marketplace redirects nothing' })],
  [409, ''],
  [409, 'null'],
  [409, '[]'],
  [409, '"StatusMismatch"'],
  [403, '{"message":"Forbidden"}'],
  [401, '{"message":"Unauthorized"}'],
  [403, '{"error":"Forbidden"}'],
  [403, '{"error":{"code":"AccessDenied","message":"no"}}'],
  [403, '{"code":403,"message":"Forbidden"}'],
  [403, '{"code":"ERR_ACCESS_DENIED"}'],
  [403, '{"code":"403","message":"Forbidden"}'],
  [404, '{"timestamp":"2026-01-15T09:00:00Z","status":404,"error":"Not Found","message":"","path":"/"}'],
  [404, '{"type":"https://example.invalid/404","title":"Not Found","status":404,"traceId":"00-7b"}'],
  [400, '{"detail":"Not Found"}'],
  [429, '{"message":"API rate limit exceeded"}']
])('a stranger’s: %i %s', (status, text) => {
  expect(readError(status, text)).toBeNull()
})

test('a message alone is believed under the marketplace’s own head, whatever the status', () => {
  const headers = { 'x-ratelimit-remaining': '19' }
  const text = '{"message":"Доступ запрещён"}'
  expect(read({ status: 403, headers, text })).toMatchObject({ name: 'HTTP 403', message: 'Доступ запрещён' })
})
