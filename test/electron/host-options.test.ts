import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDirectory } from '../../electron/data-directory.ts'
import { parseHostOptions } from '../../electron/host-options.ts'

test('nothing given: live mode, the system’s place, a browser is opened, any port', () => {
  expect(parseHostOptions([])).toEqual({
    kind: 'ok',
    options: { practice: false, dataDirectory: defaultDataDirectory(), open: true, port: 0, help: false }
  })
})

test('everything given', () => {
  expect(parseHostOptions(['--practice', '--data', 'my data', '--no-open', '--port', '8080'])).toMatchObject({
    options: { practice: true, dataDirectory: 'my data', open: false, port: 8080 }
  })
})

test.each([['--port', '65536'], ['--port', '-1'], ['--port', 'x'], ['--prectice'], ['stray'], ['--data']])(
  'a slip is named, not ignored: %s %s',
  (...args) => {
    expect(parseHostOptions(args).kind).toBe('wrong')
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
