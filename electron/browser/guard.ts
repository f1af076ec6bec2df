import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away before anything else is looked at. */
export type Refusal = 'foreignHost' | 'foreignOrigin' | 'noOrigin'

/**
 * Lets in only what the station's own page (or a person's address bar) asks. A strange `Host` means that some site's name was
 * made to point at this PC (DNS rebinding); a strange `Origin` or fetch site, that another page asks behind the person's back.
 * `asker` is `page` where a browser always names the origin: WebSocket upgrades.
 */
export function refusalOf(headers: IncomingHttpHeaders, ownHost: string, asker: 'anyone' | 'page'): Refusal | null {
  if (headers.host !== ownHost) return 'foreignHost'
  if (headers.origin === undefined) {
    if (asker === 'page') return 'noOrigin'
  } else if (headers.origin !== `http://${ownHost}`) {
    return 'foreignOrigin'
  }
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 'foreignOrigin'
}

const WHY = {
  foreignHost: 'The address was not the station’s own. Open the address that the program printed when it started.',
  foreignOrigin: 'Another page asked for this. Open the address that the program printed when it started.',
  noOrigin: 'The request did not say which page it came from.',
  noCookie:
    'This browser has not been let in, or its one-time address was used already.\nStart Verstak again: it prints a new address and opens it.'
} as const satisfies Record<Refusal | 'noCookie', string>

/** The page that a refused request gets, as plain text. */
export function refusalText(why: Refusal | 'noCookie'): string {
  return `Verstak: 403\n\n${WHY[why]}\n`
}
