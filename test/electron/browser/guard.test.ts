import { expect, test } from 'vitest'
import { refusalOf } from '../../../electron/browser/guard.ts'

const host = '127.0.0.1:4000'
const origin = 'http://127.0.0.1:4000'

test('the address bar and the own page are let in', () => {
  expect(refusalOf({ host }, host, 'anyone')).toBeNull()
  expect(refusalOf({ host, 'sec-fetch-site': 'none' }, host, 'anyone')).toBeNull()
  expect(refusalOf({ host, origin, 'sec-fetch-site': 'same-origin' }, host, 'page')).toBeNull()
})

test.each(['evil.example:4000', 'localhost:4000', '127.0.0.1', '127.0.0.1:4001', '127.0.0.1:4000.evil.example', ''])(
  'a name that points here is turned away: %s',
  foreign => {
    expect(refusalOf({ host: foreign, origin }, host, 'page')).toBe('foreignHost')
  }
)

test('a request without a host is turned away', () => {
  expect(refusalOf({}, host, 'anyone')).toBe('foreignHost')
})

test.each([
  'http://evil.example',
  'null',
  'https://127.0.0.1:4000',
  'http://127.0.0.1:4001',
  'http://localhost:4000',
  ''
])('another page is turned away: %s', foreign => {
  expect(refusalOf({ host, origin: foreign }, host, 'anyone')).toBe('foreignOrigin')
  expect(refusalOf({ host, origin: foreign }, host, 'page')).toBe('foreignOrigin')
})

test('a page that hides its origin is known by the fetch site', () => {
  expect(refusalOf({ host, 'sec-fetch-site': 'cross-site' }, host, 'anyone')).toBe('foreignOrigin')
  expect(refusalOf({ host, 'sec-fetch-site': 'same-site' }, host, 'anyone')).toBe('foreignOrigin')
})

test('a WebSocket must say where it comes from', () => {
  expect(refusalOf({ host }, host, 'page')).toBe('noOrigin')
})
