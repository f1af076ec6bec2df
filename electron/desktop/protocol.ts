import { protocol } from 'electron'
import { SECURITY_HEADERS } from '../csp.ts'
import { readStatic } from '../static-files.ts'

const SCHEME = 'app'
/** The page's own address; nothing else is ever loaded into a window. */
export const PAGE_ADDRESS = `${SCHEME}://verstak/`

/** The board for a spare monitor, as the page opens it. */
export const BOARD_ADDRESS = `${PAGE_ADDRESS}#board`

/** Must be called before the app is ready: makes the page's scheme one with an origin of its own, as strict as https. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the built page from `root`, and nothing that lies outside of it. */
export function servePage(root: string): void {
  protocol.handle(SCHEME, async request => {
    const url = URL.parse(request.url)
    if (url === null || !isPage(request.url)) return refuse(403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    // The browser host's bridge; here the preload has put the contract on the page already.
    if (url.pathname === '/station.js') return answer('', 'text/javascript; charset=utf-8')
    const file = await readStatic(root, url.pathname)
    return file === null ? refuse(404) : answer(file.body, file.type)
  })
}

/** Whether an address is one of the page's own. */
export function isPage(address: string): boolean {
  const url = URL.parse(address)
  // A scheme of our own has no `origin` in Node's eyes, so its parts are compared.
  return url !== null && `${url.protocol}//${url.host}/` === PAGE_ADDRESS
}

function answer(body: string | Buffer<ArrayBuffer>, type: string): Response {
  return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': type } })
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS })
}
