import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../electron/browser/find-browser.ts'
import { MAIN } from '../support/program.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'
import { startXDisplay } from '../support/x-display.ts'

test('the program opens its window without a key on any command line, and the window gets in', async () => {
  const display = await startXDisplay(5)
  onTestFinished(() => display.close())
  const folder = tempFolder()
  const data = join(folder, 'data')
  const browser = join(folder, 'browser')
  // The same browser with a door for the test.
  writeFileSync(browser, `#!/bin/sh\nexec '${findBrowser() ?? ''}' --remote-debugging-port=0 --disable-gpu "$@"\n`)
  chmodSync(browser, 0o755)
  const child = spawn(process.execPath, [MAIN, '--practice', '--data', data], {
    env: { ...process.env, VERSTAK_BROWSER: browser, DISPLAY: display.name },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const door = join(data, 'browser', 'DevToolsActivePort')
  const port = await until('the browser', () => existsSync(door) && readFileSync(door, 'utf8').split('\n')[0])
  const opened = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  onTestFinished(() => opened.close())
  const page = await until('the window', () => opened.contexts()[0]?.pages()[0])
  await page.locator('.stage').waitFor()
  const { search, pathname } = new URL(page.url())
  expect([search, pathname]).toEqual(['', '/'])
  // What any user of the PC can read.
  const lines = readdirSync('/proc').flatMap(id => (/^\d+$/.test(id) ? [commandLine(id)] : []))
  expect(lines.some(line => line.includes(join(data, 'launch')))).toBe(true)
  const keys = [...printed.matchAll(/key=(\S+)/g)].map(([, key = '']) => key)
  const files = readdirSync(join(data, 'launch')).map(name => readFileSync(join(data, 'launch', name), 'utf8'))
  const inFile = /name="key" value="([^"]+)"/.exec(files[0] ?? '')?.[1] ?? ''
  expect(inFile).toHaveLength(43)
  for (const key of [...keys, inFile]) expect(lines.filter(line => line.includes(key))).toEqual([])
  const session = await opened.newBrowserCDPSession()
  await session.send('Browser.close')
})

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
