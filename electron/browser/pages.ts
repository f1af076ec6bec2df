import { readFile } from 'node:fs/promises'
import { readStatic } from '../static-files.ts'

export interface ServedPage {
  readonly body: Buffer
  readonly type: string
  /** The Cache-Control header. */
  readonly caching: string
}

const BRIDGE_PATH = '/station.js'
const FRESH = 'no-store'
const FOR_EVER = 'private, max-age=31536000, immutable'

/**
 * The files of the page by path; null where there is none. The page loads `station.js` before its own script: here that is the
 * bridge, while under Electron it is empty, for the preload did its work. So the built page is the same under both hosts.
 */
export function createPages(root: string, bridgeScript: string): (pathname: string) => Promise<ServedPage | null> {
  return async pathname => {
    if (pathname === BRIDGE_PATH) {
      return { body: await readFile(bridgeScript), type: 'text/javascript; charset=utf-8', caching: FRESH }
    }
    const file = await readStatic(root, pathname)
    return file && { body: file.body, type: file.type, caching: file.hashed ? FOR_EVER : FRESH }
  }
}
