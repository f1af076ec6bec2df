import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authorizationOf, cleanToken, readToken } from '../../../../shared/domain/account/token.ts'

const now = Date.UTC(2026, 0, 15)
const hour = 3600

function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'ES256' })}.${part(claims)}.${'s'.repeat(86)}`
}
const claims = { exp: now / 1000 + hour, sid: 'f1d2', s: 2 ** 4 + 2 ** 1, t: false, acc: 3 }

test('a token tells its seller, its end and its kind', () => {
  expect(readToken(` ${token(claims)}\n`)).toEqual({
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
  expect(readToken(token({ ...claims, ...change }))).toMatchObject({ kind: 'ok', ...facts })
})

test.each([
  ['noMarketplace', { s: 2 ** 5 }],
  ['readOnly', { s: 2 ** 4 + 2 ** 30 }],
  ['notToken', { exp: 'soon' }]
])('%s', (why, change) => {
  expect(readToken(token({ ...claims, ...change }))).toEqual({ kind: 'bad', why })
})

test.each(['', 'abc', 'a.b', 'a.b.c', 'a.e30.c', 'Bearer x.y.z'])('%j is no token', text => {
  expect(readToken(text)).toEqual({ kind: 'bad', why: 'notToken' })
})

const whole = token(claims)

test.each([
  `Bearer ${whole}`,
  `bearer: ${whole}`,
  `Authorization: Bearer ${whole}`,
  `"${whole}"`,
  `«${whole}»,`,
  `"Bearer ${whole}"`,
  `Authorization: "${whole}";`,
  `\uFEFF${whole.slice(0, 60)}\r\n  ${whole.slice(60, 120)}\n${whole.slice(120)}\n`,
  `${whole.slice(0, 50)}\u00AD\u200B${whole.slice(50)}\u00A0`
])('what clings to a pasted token is taken off: %j', pasted => {
  expect(cleanToken(pasted)).toBe(whole)
  expect(readToken(pasted).kind).toBe('ok')
})

test('a token that is clean stays as it is, and cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(cleanToken(whole)).toBe(whole)
      expect(cleanToken(cleanToken(text)).length).toBeLessThanOrEqual(cleanToken(text).length)
    })
  )
})

test('cut anywhere, at its end or at its beginning, a token is not whole, and never taken', () => {
  const head = whole.indexOf('.')
  for (let end = 4; end < whole.length; end += 1) {
    expect([end, readToken(whole.slice(0, end))]).toEqual([end, { kind: 'bad', why: 'notWhole' }])
  }
  for (let start = 1; start <= head; start += 1) {
    expect([start, readToken(whole.slice(start))]).toEqual([start, { kind: 'bad', why: 'notWhole' }])
  }
})

test('claims in any alphabet are read', () => {
  expect(readToken(token({ ...claims, sid: 'продавец 📦' }))).toMatchObject({ sellerId: 'продавец 📦' })
})

test('the header holds the token raw, or after the word Bearer', () => {
  expect(authorizationOf(whole, 'raw')).toBe(whole)
  expect(authorizationOf(whole, 'bearer')).toBe(`Bearer ${whole}`)
})
