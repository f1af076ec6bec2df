import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'yandex-browser-stable',
  'yandex-browser'
] as const

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  '/Applications/Yandex.app/Contents/MacOS/Yandex'
] as const

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Yandex\\YandexBrowser\\Application\\browser.exe'
] as const

type Environment = Readonly<Record<string, string | undefined>>

/** Path of a Chromium-family browser; VERSTAK_BROWSER (a path, or a name on PATH) goes first, null when there is none. */
export function findBrowser(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform
): string | null {
  return candidates(environment, platform).find(isExecutable) ?? null
}

function candidates(environment: Environment, platform: NodeJS.Platform): readonly string[] {
  const named = environment['VERSTAK_BROWSER']
  if (named) return isAbsolute(named) ? [named] : onPath(named, environment)
  switch (platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => {
        const root = environment[name]
        return root ? WINDOWS_PLACES.map(place => join(root, place)) : []
      })
    case 'darwin':
      return MAC_PLACES
    default:
      return LINUX_NAMES.flatMap(name => onPath(name, environment))
  }
}

function onPath(name: string, environment: Environment): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  return folders.map(folder => join(folder, name))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
