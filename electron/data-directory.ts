import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the program keeps its files on this platform, unless told otherwise. */
export function defaultDataDirectory(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir()
): string {
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Verstak')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Verstak')
    default:
      return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'verstak')
  }
}

/** Makes the directory, readable by its owner alone; the absolute path. */
export function prepareDataDirectory(path: string): string {
  const absolute = resolve(path)
  mkdirSync(absolute, { recursive: true, mode: 0o700 })
  return absolute
}
