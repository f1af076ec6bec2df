import type { HttpBounds, HttpPort, PicturesPort } from '../station/ports/ports.ts'
import { createGathered } from './wire/gathered.ts'
import { createUndiciHttp } from './wire/undici-http.ts'

/** The small picture of a card takes about 20 KB. */
const PICTURE_MAX = 1024 * 1024
const ANSWER = { totalMs: 30_000, bytes: PICTURE_MAX }
const BOUNDS: HttpBounds = {
  connectMs: 5000,
  headersMs: 15_000,
  bodyMs: 15_000,
  closeMs: 500,
  short: ANSWER,
  long: ANSWER
}

/** The marketplace's hosts of pictures: names change from picture to picture, what they belong to does not. */
const PICTURE_HOSTS = /\.(?:wbbasket\.ru|geobasket\.ru|wbcontent\.net|wbstatic\.net|wb\.ru|wildberries\.ru)$/

/**
 * Fetches pictures of product cards from the marketplace's own hosts of pictures; `besides`: the origin of another
 * marketplace on this PC, null: there is none. Nothing goes out with the request, least of all the token, and redirects
 * are followed nowhere. Never throws for what the network does.
 */
export function createPictures(besides: string | null, http: HttpPort = createUndiciHttp(process.env)): PicturesPort {
  const link = http.open(BOUNDS)
  const own = besides === null ? null : new URL(besides).origin
  return {
    async fetch(url) {
      const address = URL.parse(url)
      if (address === null || !(address.origin === own || isPictureHost(address))) return 'none'
      const gathered = createGathered()
      const outcome = await link.exchange({
        origin: address.origin,
        path: address.pathname + address.search,
        method: 'GET',
        headers: { accept: 'image/webp,image/png,image/jpeg' },
        body: null,
        onBytes: gathered.add
      })
      if (outcome.kind !== 'whole') return 'later'
      if (outcome.status === 404 || outcome.status === 410) return 'none'
      // A redirect, a refusal: as often as not a proxy or a hotel's network speaks, and not the host of pictures.
      if (outcome.status !== 200) return 'later'
      return Buffer.concat(gathered.chunks())
    },
    close: () => link.close()
  }
}

function isPictureHost({ protocol, hostname, port }: URL): boolean {
  return protocol === 'https:' && port === '' && PICTURE_HOSTS.test(hostname)
}
