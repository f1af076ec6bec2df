import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENT_NAMES } from '../../shared/contract/contract.ts'
import type { CallResult, MethodName } from '../../shared/contract/contract.ts'
import { launchChromium } from '../support/chromium.ts'
import { INPUTS, METHOD_NAMES } from '../support/contract-inputs.ts'
import { hearOn, invokeOn } from '../support/page-calls.ts'
import { startElectronHost } from '../support/electron-host.ts'
import type { ElectronHost } from '../support/electron-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'verstak-electron-'))
let browser: Browser
let host: ElectronHost

beforeAll(async () => {
  browser = await launchChromium()
  host = await startElectronHost(browser, ['--practice', '--data', folder])
  await host.page.locator('#root > *').first().waitFor()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

function invoke(name: string, input: unknown): Promise<CallResult<MethodName>> {
  return invokeOn(host.page, name, input)
}

test('the window keeps Node away from the page', () => {
  expect(host.window.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false
  })
  expect(host.window.address()).toBe('app://verstak/')
  expect(host.window.shown).toEqual(['maximize', 'show'])
  expect(host.standIn.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
})

test('the page runs under the content policy without a complaint, with the contract on it', async () => {
  expect(await host.page.evaluate(() => Object.keys((window as unknown as { station: object }).station))).toEqual([
    'invoke',
    'on'
  ])
  expect(host.complaints).toEqual([])
  const answer = await host.standIn.fetch('app://verstak/index.html')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.each(['app://verstak/../main/main.js', 'app://verstak/%2e%2e/main/main.js', 'app://other/index.html'])(
  'nothing but the page is served: %s',
  async address => {
    expect((await host.standIn.fetch(address)).ok).toBe(false)
  }
)

test.each(EVENT_NAMES)('the event %s reaches the page until it stops listening', async name => {
  const heard = await hearOn(host.page, name)
  expect(heard.while).toBeGreaterThan(0)
  expect(heard.after).toBe(0)
})

test.each(METHOD_NAMES)('the method %s passes from the page to the station and back', async name => {
  expect(await invoke(name, INPUTS[name])).toMatchObject({ ok: true })
})

test('what is not of the contract comes back as an error, never as an exception', async () => {
  expect(await invoke('files.read', { path: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { kind: 'unknownMethod' }
  })
  expect(await invoke('constructor', undefined)).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } })
  expect(await invoke('orders.get', { orderId: 'one' })).toMatchObject({ ok: false, error: { kind: 'badInput' } })
})

test.each(['https://evil.example/', 'file:///etc/passwd', 'app://other/', 'app://verstak.evil.example/', ''])(
  'a call from another page is refused: %s',
  async address => {
    await expect(host.standIn.invoke(address, 'station', ['view.get'])).rejects.toThrow('not from the page')
  }
)

test('a call from a frame inside the page is refused', async () => {
  await expect(host.standIn.invoke('app://verstak/', 'station', ['view.get'], true)).rejects.toThrow(
    'not from the page'
  )
})

test('the window goes nowhere else, opens nothing but the board and is granted nothing', () => {
  const prevented: string[] = []
  for (const event of ['will-frame-navigate', 'will-redirect'] as const) {
    for (const url of ['https://evil.example/', 'app://verstak/']) {
      host.window.contents.emit(event, { url, preventDefault: () => prevented.push(`${event} ${url}`) })
    }
  }
  host.window.contents.emit('will-attach-webview', { preventDefault: () => prevented.push('webview') })
  expect(prevented).toEqual([
    'will-frame-navigate https://evil.example/',
    'will-redirect https://evil.example/',
    'webview'
  ])
  const open = host.window.openHandler()
  for (const url of ['https://evil.example/', 'app://verstak/', 'app://other/#board', 'about:blank', '']) {
    expect(open?.(url)).toEqual({ action: 'deny' })
  }
  expect(open?.('app://verstak/#board')).toMatchObject({
    action: 'allow',
    overrideBrowserWindowOptions: { webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } }
  })
  expect(host.standIn.permissions()).toEqual([false, false, false])
})

test('each write can have a connection to itself, which HTTP/2 and QUIC would not grant', () => {
  expect(host.standIn.switches).toEqual(['disable-http2', 'disable-quic'])
})

test('a second start brings the window forward', () => {
  host.standIn.appEvents.emit('second-instance')
  expect(host.window.shown.at(-1)).toBe('focus')
})

test('the data directory is this process’s own, with Chromium’s files apart', () => {
  expect(existsSync(join(folder, 'running.json'))).toBe(true)
  expect(host.standIn.paths).toEqual({ userData: join(folder, 'desktop') })
})

test('closing the window ends the station in order, and the program with it', async () => {
  host.standIn.appEvents.emit('window-all-closed')
  expect(await host.standIn.exited).toBe(0)
  expect(readdirSync(folder)).not.toContain('running.json')
  expect(host.standIn.errors).toEqual([])
})
