import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './find-browser.ts'
import { writeLaunchFile } from './launch-file.ts'

export type LaunchResult =
  | { readonly kind: 'opened'; readonly browser: string }
  /** `noFile`: the disk did not take the file that leads into the station. */
  | { readonly kind: 'none'; readonly why: 'noBrowser' | 'noDisplay' | 'noFile' }

/** The switches that make a browser an app window over the page, apart from the person's own browser and its profile. */
export function launchSwitches(page: string, profile: string, isRoot: boolean): readonly string[] {
  return [
    `--app=${page}`,
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

/** Opens a Chromium-family browser as an app window that enters by the launch address; it lives on its own after that. */
export async function openBrowser(address: string, dataDirectory: string): Promise<LaunchResult> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return { kind: 'none', why: 'noDisplay' }
  const browser = findBrowser()
  if (browser === null) return { kind: 'none', why: 'noBrowser' }
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const file = tryLaunchFile(address, dataDirectory)
  if (file === null) return { kind: 'none', why: 'noFile' }
  const switches = launchSwitches(pathToFileURL(file).href, join(dataDirectory, 'browser'), isRoot)
  return new Promise(resolve => {
    const child = spawn(browser, switches, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve({ kind: 'none', why: 'noBrowser' }))
    child.once('spawn', () => {
      child.unref()
      resolve({ kind: 'opened', browser })
    })
  })
}

function tryLaunchFile(address: string, dataDirectory: string): string | null {
  try {
    return writeLaunchFile(address, dataDirectory)
  } catch {
    // The address is printed all the same, and the page says what is wrong with the disk.
    return null
  }
}
