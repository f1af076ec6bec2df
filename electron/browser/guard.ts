import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away before anything else is looked at. */
export type Refusal = 'foreignHost' | 'foreignOrigin' | 'noOrigin'

/**
 * Lets in only what the station's own page (or a person's address bar) asks. A strange `Host` means that some site's name was
 * made to point at this PC (DNS rebinding); a strange `Origin` or fetch site, that another page asks behind the person's back.
 * `asker` is `page` where a browser always names the origin: WebSocket upgrades; `launchFile`: a file of this PC, which has no
 * origin that could be named and brings a key instead.
 */
export function refusalOf(
  headers: IncomingHttpHeaders,
  ownHost: string,
  asker: 'anyone' | 'page' | 'launchFile'
): Refusal | null {
  if (headers.host !== ownHost) return 'foreignHost'
  if (asker === 'launchFile') return headers.origin === 'null' ? null : 'foreignOrigin'
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
    'This browser has not been let in.\nStart Verstak again: it prints a new address and opens it.\n\nЭтот браузер не впущен. Запустите Verstak ещё раз: он откроет страницу сам.',
  used: 'Somebody was let in by this one-time address already. If that was you, start Verstak again: it gives a new one.\nIf it was not, somebody else on this PC is in: end Verstak and start it again, which puts them out.\n\nПо этому адресу уже вошли. Если это были вы, запустите Verstak ещё раз: он даст новый.\nЕсли не вы, то вошёл кто-то другой на этом ПК: закройте Verstak совсем и запустите снова, его выставит.',
  expired:
    'This address was not used for ten minutes and is worth nothing any more. Start Verstak again: it gives a new one.\n\nАдресом не пользовались десять минут, он больше не годится. Запустите Verstak ещё раз: он даст новый.'
} as const satisfies Record<Refusal | 'noCookie' | 'used' | 'expired', string>

/** The page that a refused request gets, as plain text. */
export function refusalText(why: keyof typeof WHY): string {
  return `Verstak: 403\n\n${WHY[why]}\n`
}
