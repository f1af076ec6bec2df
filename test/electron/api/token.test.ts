import { expect, test } from 'vitest'
import { readToken } from '../../../electron/api/token.ts'

const now = Date.UTC(2026, 0, 15)
const hour = 3600

function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'ES256' })}.${part(claims)}.c2lnbmF0dXJl`
}
const claims = { exp: now / 1000 + hour, sid: 'f1d2', s: 2 ** 4 + 2 ** 1, t: false, acc: 3 }

test('a token tells its seller, its end and its kind', () => {
  expect(readToken(` ${token(claims)}\n`, now)).toEqual({
    kind: 'ok',
    sellerId: 'f1d2',
    expiresAt: now + hour * 1000,
    scopes: [1, 4],
    type: 'personal',
    sandbox: false,
    readOnly: false
  })
})

test.each([
  ['the sandbox', { t: true }, { sandbox: true }],
  ['a base token', { acc: 1 }, { type: 'base' }],
  ['a kind unknown yet', { acc: 9 }, { type: 'other' }],
  ['bits beyond the 32nd', { s: 2 ** 4 + 2 ** 40 }, { scopes: [4, 40] }]
])('%s is recognised', (_, change, facts) => {
  expect(readToken(token({ ...claims, ...change }), now)).toMatchObject({ kind: 'ok', ...facts })
})

test.each([
  ['expired', { exp: now / 1000 }],
  ['noMarketplace', { s: 2 ** 5 }],
  ['readOnly', { s: 2 ** 4 + 2 ** 30 }],
  ['notToken', { exp: 'soon' }]
])('%s', (why, change) => {
  expect(readToken(token({ ...claims, ...change }), now)).toEqual({ kind: 'bad', why })
})

test.each(['', 'abc', 'a.b', 'a.b.c', 'a.e30.c', 'Bearer x.y.z'])('%j is no token', text => {
  expect(readToken(text, now)).toEqual({ kind: 'bad', why: 'notToken' })
})
