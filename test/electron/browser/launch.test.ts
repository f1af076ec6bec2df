import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi, onTestFinished } from 'vitest'
import { findBrowser } from '../../../electron/browser/find-browser.ts'
import { writeLaunchFile } from '../../../electron/browser/launch-file.ts'
import { launchSwitches, openBrowser } from '../../../electron/browser/launch.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/until.ts'

function program(folder: string, name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

test('a browser on the path is found, the first kind first', () => {
  const folder = tempFolder()
  const chrome = program(folder, 'google-chrome', '')
  expect(findBrowser({ PATH: folder }, 'linux')).toBe(chrome)
  const chromium = program(folder, 'chromium', '')
  expect(findBrowser({ PATH: `/nowhere:${folder}` }, 'linux')).toBe(chromium)
})

test('a named browser goes before all others, by path or by name', () => {
  const folder = tempFolder()
  program(folder, 'chromium', '')
  const own = program(folder, 'our-kiosk', '')
  expect(findBrowser({ PATH: folder, VERSTAK_BROWSER: own }, 'linux')).toBe(own)
  expect(findBrowser({ PATH: folder, VERSTAK_BROWSER: 'our-kiosk' }, 'linux')).toBe(own)
  expect(findBrowser({ PATH: folder, VERSTAK_BROWSER: 'absent' }, 'linux')).toBeNull()
})

test('a file that cannot be run is no browser', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'chromium'), '', { mode: 0o644 })
  expect(findBrowser({ PATH: folder }, 'linux')).toBeNull()
  expect(findBrowser({}, 'linux')).toBeNull()
})

test('the sandbox is given up for root alone', () => {
  expect(launchSwitches('http://127.0.0.1:1/', '/p', false)).not.toContain('--no-sandbox')
  expect(launchSwitches('http://127.0.0.1:1/', '/p', true)).toContain('--no-sandbox')
})

test('the browser is opened as an app window with a profile of its own', async () => {
  const folder = tempFolder()
  const browser = program(
    folder,
    'browser',
    `printf '%s\\n' "$@" > '${folder}/draft'; mv '${folder}/draft' '${folder}/arguments'`
  )
  vi.stubEnv('VERSTAK_BROWSER', browser)
  vi.stubEnv('DISPLAY', ':0')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await openBrowser('http://127.0.0.1:1/?key=Xk-3_z', folder)).toEqual({ kind: 'opened', browser })
  await until('the browser ran', () => existsSync(join(folder, 'arguments')))
  const given = readFileSync(join(folder, 'arguments'), 'utf8').split('\n')
  const page = given.find(one => one.startsWith('--app='))?.slice('--app='.length) ?? ''
  expect(given.join(' ')).not.toContain('Xk-3_z')
  expect(readFileSync(new URL(page), 'utf8')).toContain('value="Xk-3_z"')
  expect(given).toContain(`--user-data-dir=${join(folder, 'browser')}`)
})

test.skipIf(process.platform === 'win32')(
  'the file that leads in is its owner’s alone, in whatever folder it finds',
  () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'launch'), { mode: 0o755 })
    const old = join(folder, 'launch', 'old.html')
    writeFileSync(old, '')
    utimesSync(old, 0, 0)
    const path = writeLaunchFile('http://127.0.0.1:1/?key=x', folder)
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'launch')).mode & 0o777]).toEqual([0o600, 0o700])
    expect(existsSync(old)).toBe(false)
    const second = writeLaunchFile('http://127.0.0.1:1/?key=y', folder)
    expect(existsSync(path) && second !== path).toBe(true)
  }
)

test('where the disk takes no file, the browser is left alone', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'launch'), 'no folder')
  vi.stubEnv('VERSTAK_BROWSER', program(folder, 'browser', ''))
  vi.stubEnv('DISPLAY', ':0')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await openBrowser('http://127.0.0.1:1/?key=x', folder)).toEqual({ kind: 'none', why: 'noFile' })
})

test('without a browser or a display it says so', async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('VERSTAK_BROWSER', '/nowhere/browser')
  vi.stubEnv('DISPLAY', ':0')
  expect(await openBrowser('http://127.0.0.1:1/', tempFolder())).toEqual({ kind: 'none', why: 'noBrowser' })
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  expect(await openBrowser('http://127.0.0.1:1/', tempFolder())).toEqual({ kind: 'none', why: 'noDisplay' })
})
