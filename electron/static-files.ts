import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** Types of what a built page consists of; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.wasm': 'application/wasm'
}

export interface StaticFile {
  readonly body: Buffer<ArrayBuffer>
  readonly type: string
  /** Has its content's hash in the name: may be kept for ever. */
  readonly hashed: boolean
}

/** Reads the file that a URL's path names under `root`; null when there is none, or when the path leads out of it. */
export async function readStatic(root: string, pathname: string): Promise<StaticFile | null> {
  const path = safePath(pathname)
  const type = path === null ? undefined : TYPES[extname(path)]
  if (path === null || type === undefined) return null
  try {
    return { body: await readFile(join(root, path)), type, hashed: path.startsWith(`assets${sep}`) }
  } catch {
    return null
  }
}

/** A relative path in the system's form; null for one that names a parent, a drive, a hidden file or an odd character. */
function safePath(pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const parts = (decoded.endsWith('/') ? `${decoded}index.html` : decoded).split('/').filter(part => part !== '')
  return parts.length > 0 && parts.every(part => /^[\w@-][\w@.-]*$/.test(part)) ? parts.join(sep) : null
}
