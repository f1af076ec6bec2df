import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDirectory } from '../../electron/data-directory.ts'
import { parseHostOptions } from '../../electron/host-options.ts'

test('nothing given: live mode, the system’s place, a browser is opened, any port', () => {
  expect(parseHostOptions([])).toEqual({
    kind: 'ok',
    options: {
      practice: false,
      heap: { fbs: 30, dbs: 5, pickup: 5 },
      marketplaceUrl: null,
      dataDirectory: defaultDataDirectory(),
      open: true,
      port: 0,
      help: false
    }
  })
})

test('everything given', () => {
  expect(
    parseHostOptions(['--practice', '--heap', '0,12,500', '--data', 'my data', '--no-open', '--port', '8080'])
  ).toMatchObject({
    options: {
      practice: true,
      heap: { fbs: 0, dbs: 12, pickup: 500 },
      dataDirectory: 'my data',
      open: false,
      port: 8080
    }
  })
})

test.each([['--port', '65536'], ['--port', '-1'], ['--port', 'x'], ['--prectice'], ['stray'], ['--data']])(
  'a slip is named, not ignored: %s %s',
  (...args) => {
    expect(parseHostOptions(args).kind).toBe('wrong')
  }
)

test.each(['', '30', '30,5', '30,5,5,5', '30,5,501', '-1,5,5', '1.5,5,5', '30,,5', '30;5;5', 'many', '1e2,5,5'])(
  'a heap of “%s” is turned down with a word of how it goes',
  heap => {
    const parsed = parseHostOptions([`--heap=${heap}`])
    expect(parsed).toMatchObject({ kind: 'wrong', message: expect.stringContaining('like 30,5,5') })
  }
)

test('switches of Chromium pass by when asked to', () => {
  expect(parseHostOptions(['--no-sandbox', '--remote-debugging-port=0', '--practice'], true)).toMatchObject({
    options: { practice: true }
  })
})

test('each platform has its own place for data', () => {
  expect(defaultDataDirectory({}, 'linux', '/home/a')).toBe('/home/a/.local/share/verstak')
  expect(defaultDataDirectory({ XDG_DATA_HOME: '' }, 'linux', '/home/a')).toBe('/home/a/.local/share/verstak')
  expect(defaultDataDirectory({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe('/data/verstak')
  expect(defaultDataDirectory({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Verstak')
  expect(defaultDataDirectory({ APPDATA: 'C:\\Roaming' }, 'win32', 'C:\\a')).toBe(join('C:\\Roaming', 'Verstak'))
})

test.each(['http://127.0.0.1:8787', 'http://localhost:1', 'https://[::1]:8787', 'http://127.9.8.7'])(
  'another marketplace may be on this PC: %s',
  VERSTAK_MARKETPLACE_URL => {
    expect(parseHostOptions([], false, { VERSTAK_MARKETPLACE_URL })).toMatchObject({
      options: { marketplaceUrl: VERSTAK_MARKETPLACE_URL }
    })
  }
)

test.each([
  'https://example.com',
  'http://127.0.0.1.example.com',
  'http://localhost@example.com',
  'http://example.com/127.0.0.1',
  'file:///127.0.0.1',
  'http://0.0.0.0',
  'http://[::ffff:1.2.3.4]',
  'localhost:8787',
  ''
])('and nowhere else, where the token would go: %s', VERSTAK_MARKETPLACE_URL => {
  for (const lenient of [true, false]) {
    const parsed = parseHostOptions([], lenient, { VERSTAK_MARKETPLACE_URL })
    expect(parsed).toMatchObject({ kind: 'wrong', message: expect.stringContaining('on this PC alone') })
  }
})
