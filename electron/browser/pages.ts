import { readFile } from 'node:fs/promises'
import { readStatic } from '../static-files.ts'

export interface ServedPage {
  readonly body: string | Buffer
  readonly type: string
  /** The Cache-Control header. */
  readonly caching: string
}

const BRIDGE_PATH = '/station.js'
const FRESH = 'no-store'
const FOR_EVER = 'private, max-age=31536000, immutable'

/**
 * The files of the page by path; null where there is none. `index.html` gets one more script, first of all: the bridge, which
 * under Electron comes from the preload. So the built page is the same under both hosts.
 */
export function createPages(root: string, bridgeScript: string): (pathname: string) => Promise<ServedPage | null> {
  return async pathname => {
    if (pathname === BRIDGE_PATH) {
      return { body: await readFile(bridgeScript), type: 'text/javascript; charset=utf-8', caching: FRESH }
    }
    const file = await readStatic(root, pathname)
    if (file === null) return null
    if (!file.type.startsWith('text/html')) {
      return { body: file.body, type: file.type, caching: file.hashed ? FOR_EVER : FRESH }
    }
    return { body: withBridge(file.body.toString('utf8')), type: file.type, caching: FRESH }
  }
}

function withBridge(html: string): string {
  return html.replace(/<head[^>]*>/i, head => `${head}<script src="${BRIDGE_PATH}"></script>`)
}
