import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { findBrowser } from '../../electron/browser/find-browser.ts'
import { PATIENCE_MS } from './until.ts'

/** Switches for a Chromium under test: alone, quiet, and free to run as root in a container. */
const TEST_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
] as const

/** Starts the machine's Chromium, without a window unless given an X display; close it after use. Throws when there is none. */
export async function launchChromium(switches: readonly string[] = [], display?: string): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium on this machine: install it, or name one in VERSTAK_BROWSER')
  const args = [...TEST_SWITCHES, ...switches]
  const browser = await (display === undefined
    ? chromium.launch({ executablePath, headless: true, args })
    : chromium.launch({ executablePath, headless: false, args, env: { ...process.env, DISPLAY: display } }))
  browser.on('context', context => context.setDefaultTimeout(PATIENCE_MS))
  return browser
}
