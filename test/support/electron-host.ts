import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createStandIn, runPreload } from './electron-stand-in.ts'
import type { Exposed, StandIn, StandInWindow } from './electron-stand-in.ts'
import { until } from './until.ts'

const BUILT = join(import.meta.dirname, '..', '..', 'out')
/** Where Chromium believes the page to be; the real scheme is Electron's alone. */
const PAGE = 'https://verstak.invalid/'
const SCHEME = 'app://verstak/'

export interface ElectronHost {
  readonly standIn: StandIn
  readonly window: StandInWindow
  readonly page: Page
  /** Errors of scripts and breaches of the content policy. */
  readonly complaints: readonly string[]
}

/** Runs the built main and preload bundles against the stand-in, with the page in Chromium. Once a process: a program's modules run once. */
export async function startElectronHost(browser: Browser, args: readonly string[]): Promise<ElectronHost> {
  const standIn = createStandIn()
  runMain(standIn, args)
  standIn.becomeReady()
  const window = await until('the program’s window', () => standIn.windows[0])
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  const preload = readFileSync(window.options.webPreferences?.preload ?? '', 'utf8')
  const exposed = runPreload(preload, standIn, window, () => page.url().replace(PAGE, SCHEME))
  await serveFiles(page, standIn)
  for (const [name, api] of Object.entries(exposed)) await putOnPage(page, name, api)
  await page.goto((window.address() ?? '').replace(SCHEME, PAGE))
  window.finishLoading()
  return { standIn, window, page, complaints }
}

/** Loads the main bundle as Electron's Node does, with `electron` being the stand-in. */
function runMain(standIn: StandIn, args: readonly string[]): void {
  const names = Object.keys(standIn.modules)
  Object.assign(globalThis, { electronStandIn: standIn.modules })
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: 'stand-in:electron', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === 'stand-in:electron'
        ? {
            format: 'module',
            shortCircuit: true,
            source: names.map(name => `export const ${name} = globalThis.electronStandIn.${name}`).join('\n')
          }
        : next(url, context)
  })
  const before = process.argv
  process.argv = [process.execPath, join(BUILT, '..'), ...args]
  createRequire(import.meta.url)(join(BUILT, 'main', 'main.js'))
  process.argv = before
  hooks.deregister()
}

/** Every request of the page goes to the program's own handler of its scheme. */
async function serveFiles(page: Page, standIn: StandIn): Promise<void> {
  await page.route('**/*', async route => {
    const address = route.request().url()
    if (!address.startsWith(PAGE)) return route.abort()
    const answer = await standIn.fetch(address.replace(PAGE, SCHEME))
    const body = Buffer.from(await answer.arrayBuffer())
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
}

/**
 * Does what Electron's context bridge does: the page gets functions of the same names, values cross as copies, and functions
 * among arguments or results cross as functions.
 */
async function putOnPage(page: Page, name: string, api: Exposed[string]): Promise<void> {
  const results: ((...args: readonly unknown[]) => unknown)[] = []
  await page.exposeFunction(`${name}Call`, async (key: string, args: readonly Crossing[]) => {
    const here = args.map(given =>
      given.kind === 'value'
        ? given.value
        : (...values: readonly unknown[]) => {
            // A page that went away hears nothing more, as in Electron.
            void page
              .evaluate(call => window.crossed(call.id, call.values), { id: given.id, values })
              .catch(() => undefined)
          }
    )
    const result = await api[key]?.(...here)
    return typeof result === 'function'
      ? { kind: 'function', id: results.push(result as never) - 1 }
      : { kind: 'value', value: result }
  })
  await page.exposeFunction(`${name}Result`, (id: number) => results[id]?.())
  await page.addInitScript(bridgeInPage, { name, keys: Object.keys(api) })
}

type Crossing = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'function'; readonly id: number }

declare global {
  interface Window {
    crossed: (id: number, values: readonly unknown[]) => void
  }
}

/** Runs in the page. A call that takes a function gives its closer at once, as the real bridge does. */
function bridgeInPage({ name, keys }: { readonly name: string; readonly keys: readonly string[] }): void {
  const functions: ((...values: readonly unknown[]) => void)[] = []
  const outside = window as unknown as Record<
    string,
    (...args: readonly unknown[]) => Promise<{ kind: string; id: number; value: unknown }>
  >
  window.crossed = (id, values) => functions[id]?.(...values)
  const api = Object.fromEntries(
    keys.map(key => [
      key,
      (...args: readonly unknown[]) => {
        const listens = args.some(given => typeof given === 'function')
        const crossing = args.map(given =>
          typeof given === 'function'
            ? { kind: 'function', id: functions.push(given as never) - 1 }
            : { kind: 'value', value: given }
        )
        const called = outside[`${name}Call`]?.(key, crossing)
        if (!listens) return called?.then(result => result.value)
        return () => void called?.then(result => outside[`${name}Result`]?.(result.id))
      }
    ])
  )
  Object.defineProperty(window, name, { value: api })
}
