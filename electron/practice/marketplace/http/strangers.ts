/** What somebody between writes instead of the marketplace: a proxy, a firewall, a hotel's sign-in page. */
export const STRANGER_PAGES = ['html', 'empty', 'text', 'json', 'portal'] as const

/** Somebody between who answers in the marketplace's place. */
export interface Stranger {
  /** Any status that ends a request: 200 to 599. */
  readonly status: number
  /** `portal` sends the caller elsewhere; its status should be one of 3XX. */
  readonly page: (typeof STRANGER_PAGES)[number]
  /** How the paths begin that it answers; all of them unless told otherwise. */
  readonly path?: string | undefined
  /** Whether the marketplace has done its part before it answers; not unless told otherwise. */
  readonly afterCommit?: boolean | undefined
  /** How many requests it answers, then it is gone; no end unless told otherwise. */
  readonly requests?: number | undefined
  /** How long it stays (ms); no end unless told otherwise. */
  readonly forMs?: number | undefined
}

/** A stranger's answer as it goes over the wire. */
export interface StrangersReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly afterCommit: boolean
}

/** A place that no name server knows. */
const PORTAL = 'http://sign-in.invalid/?from=marketplace'
const HTML = `<!doctype html><html><head><title>Access denied</title></head><body><h1>Access denied</h1>
<p>Your organisation does not allow this page. Incident 4711.</p></body></html>`

interface Present {
  readonly stranger: Stranger
  readonly until: number
  left: number
}

export interface Strangers {
  /** Those who are there now, with the requests they have left. */
  list(): readonly Stranger[]
  /** Sends away whoever is there and lets these in, the first that fits a path answering. */
  set(strangers: readonly Stranger[]): readonly Stranger[]
  /** The answer to a request for `path`, which is then used up; null when the marketplace itself is to answer. */
  answer(path: string): StrangersReply | null
}

/** The strangers between a client and the marketplace; `now` in ms. */
export function createStrangers(now: () => number): Strangers {
  let present: readonly Present[] = []

  function list(): readonly Stranger[] {
    present = present.filter(({ left, until }) => left > 0 && now() < until)
    return present.map(({ stranger, left }) => ({ ...stranger, ...(left !== Infinity && { requests: left }) }))
  }

  return {
    list,
    set(strangers) {
      present = strangers.map(stranger => ({
        stranger,
        left: stranger.requests ?? Infinity,
        until: now() + (stranger.forMs ?? Infinity)
      }))
      return list()
    },
    answer(path) {
      list()
      const found = present.find(({ stranger }) => path.startsWith(stranger.path ?? '/'))
      if (found === undefined) return null
      found.left -= 1
      const { status, page, afterCommit = false } = found.stranger
      return { status, afterCommit, ...pageOf(page) }
    }
  }
}

function pageOf(page: Stranger['page']): Pick<StrangersReply, 'headers' | 'text'> {
  switch (page) {
    case 'html':
      return { headers: { 'Content-Type': 'text/html; charset=utf-8', Server: 'squid/5.7' }, text: HTML }
    case 'empty':
      return { headers: {}, text: '' }
    case 'text':
      return { headers: { 'Content-Type': 'text/plain' }, text: 'upstream connect error or disconnect/reset' }
    case 'json':
      return { headers: { 'Content-Type': 'application/json' }, text: '{"success":false,"error":{"reason":"blocked"}}' }
    case 'portal':
      return { headers: { 'Content-Type': 'text/html', Location: PORTAL }, text: `<a href="${PORTAL}">Sign in</a>` }
  }
}
