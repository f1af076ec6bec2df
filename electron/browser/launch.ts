import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'

export type LaunchResult =
  | { readonly kind: 'opened'; readonly browser: string }
  | { readonly kind: 'none'; readonly why: 'noBrowser' | 'noDisplay' }

/** The switches that make a browser an app window over the page, apart from the person's own browser and its profile. */
export function launchSwitches(address: string, profile: string, isRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--start-maximized',
    // The first beep must not wait for a click.
    '--autoplay-policy=no-user-gesture-required',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-translate',
    '--disable-features=Translate',
    // Chromium doesn't start as root with its sandbox; the page it gets is our own alone.
    ...(isRoot ? ['--no-sandbox'] : [])
  ]
}

/** Opens a Chromium-family browser as an app window on the address; it lives on its own after that. */
export async function openBrowser(address: string, dataDirectory: string): Promise<LaunchResult> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return { kind: 'none', why: 'noDisplay' }
  const browser = findBrowser()
  if (browser === null) return { kind: 'none', why: 'noBrowser' }
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const switches = launchSwitches(address, join(dataDirectory, 'browser'), isRoot)
  return new Promise(resolve => {
    const child = spawn(browser, switches, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve({ kind: 'none', why: 'noBrowser' }))
    child.once('spawn', () => {
      child.unref()
      resolve({ kind: 'opened', browser })
    })
  })
}
