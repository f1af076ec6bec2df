import { expect, test } from 'vitest'
import { createSession, KEY_LIFE } from '../../../electron/browser/session.ts'

test('a key lets in once', () => {
  const session = createSession(4000)
  const key = session.mintKey()
  expect(session.redeem(key)).toBe('fine')
  expect(session.redeem(key)).toBe('used')
  expect(session.redeem(key)).toBe('used')
})

test('a key that nobody used in ten minutes lets nobody in', () => {
  let now = 0
  const session = createSession(4000, () => now)
  const [early, late] = [session.mintKey(), session.mintKey()]
  now = KEY_LIFE - 1
  expect(session.redeem(early)).toBe('fine')
  now = KEY_LIFE
  expect(session.redeem(late)).toBe('expired')
  expect(session.redeem(early)).toBe('used')
})

test('a key that was never minted lets nobody in and spends none', () => {
  const session = createSession(4000)
  const key = session.mintKey()
  expect(session.redeem('')).toBe('unknown')
  expect(session.redeem(`${key}x`)).toBe('unknown')
  expect(session.redeem(key)).toBe('fine')
})

test('only the newest eight keys wait', () => {
  const session = createSession(4000)
  const keys = Array.from({ length: 9 }, () => session.mintKey())
  expect(new Set(keys).size).toBe(9)
  expect(keys.map(key => session.redeem(key))).toEqual(['expired', ...Array.from({ length: 8 }, () => 'fine')])
})

test('the cookie is for this site and no script, and its name tells stations on one PC apart', () => {
  const session = createSession(4000)
  const [pair, ...attributes] = session.setCookie.split('; ')
  expect(pair).toMatch(/^verstak-4000=[\w-]{43}$/)
  expect(attributes).toEqual(['HttpOnly', 'SameSite=Strict', 'Path=/'])
  expect(createSession(4001).admits(pair)).toBe(false)
})

test('the cookie is found among others, and only with its whole value', () => {
  const session = createSession(4000)
  const pair = session.setCookie.split(';')[0] ?? ''
  expect(session.admits(`a=1; ${pair}; b=2`)).toBe(true)
  expect(session.admits(undefined)).toBe(false)
  expect(session.admits('')).toBe(false)
  expect(session.admits(pair.slice(0, -1))).toBe(false)
  expect(session.admits(`${pair}0`)).toBe(false)
  expect(session.admits(`x${pair}`)).toBe(false)
})

test('a cookie of an earlier run is worth nothing', () => {
  const earlier = createSession(4000).setCookie.split(';')[0]
  expect(createSession(4000).admits(earlier)).toBe(false)
})
