import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { SANDBOX, UNROUTED } from './buckets.ts'
import type { Buckets, LimitGroup } from './buckets.ts'
import { isAlive, regimeOf } from './editions.ts'
import type { EditionChoice } from './editions.ts'
import { inForm } from './error-forms.ts'
import { gatewayError } from './errors.ts'
import type { Reply } from './errors.ts'
import type { createFaults } from './faults.ts'
import { readText } from './http.ts'
import type { RequestLog, RequestRecord } from './request-log.ts'
import { createRouter } from './route.ts'
import type { Route } from './route.ts'
import { ROUTES } from '../routes/index.ts'
import type { Strangers, StrangersReply } from './strangers.ts'
import { checkToken } from './token.ts'
import type { World } from '../world.ts'

export interface ApiParts {
  readonly world: World
  readonly buckets: Buckets
  readonly faults: ReturnType<typeof createFaults>
  readonly strangers: Strangers
  readonly log: RequestLog
  readonly edition: EditionChoice
  /** Accepted whatever it looks like, beside the tokens that the practice marketplace signs. */
  readonly token: string
  readonly now: () => number
  /** Whether answers bear the time of `now`. */
  readonly tellsTime: boolean
}

/** What the gateway made of a request: a reply, or a connection destroyed. */
type Answer =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'drop'; readonly outcome: 'away' | 'droppedBeforeCommit' | 'droppedAfterCommit' }

const FIVE_HUNDREDS = [503, 500, 502, 504] as const
/** What a refused request counts for in the successor edition. */
const REFUSED_COST = 10

/** As a gateway does: shorter answers are not worth it (bytes). */
const PACKED_FROM = 16 * 1024
const pack = promisify(gzip)

/** One request, whatever way it came. */
export interface ApiRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly authorization: string | undefined
  /** Where its sender found the marketplace, `127.0.0.1:8080`. */
  readonly host: string | undefined
  readonly text: string
}

/** What goes back over the wire. */
export interface ApiReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer | null
}

/** The API itself, without the wire to it. */
export interface Api {
  /** Whether the marketplace is away; then the request is on record, and nobody reads it. */
  isAway(request: Pick<ApiRequest, 'method' | 'path'>): boolean
  /** Null: the connection is destroyed in place of a reply. */
  answer(request: ApiRequest): Promise<ApiReply | null>
}

/** The gateway (token, limits, faults), then the route's handler. */
export function createApi(parts: ApiParts): Api {
  const { world, buckets, faults, strangers, log, edition, now } = parts
  const route = createRouter(ROUTES)
  let serial = 0

  function replyWith(reply: Reply, group: LimitGroup): Answer {
    return { kind: 'reply', reply, headers: { 'X-Ratelimit-Remaining': String(buckets.remaining(group)) } }
  }

  function gateway(status: number, detail: string, group: LimitGroup): Answer {
    return replyWith(gatewayError(status, detail, now(), (serial += 1)), group)
  }

  /** A path of the first edition that still answers under the successor's rules costs the dearer of the two. */
  function charge({ conflictCost, scheme = 'fbs' }: Route, bucket: LimitGroup, status: number): void {
    if (status < 400 || status >= 500) return
    const own = status === 409 ? conflictCost : 1
    const isSuccessor = regimeOf(edition, now(), scheme) === 'successor'
    buckets.charge(bucket, (isSuccessor ? Math.max(own, REFUSED_COST) : own) - 1)
  }

  async function answer({ method, authorization, host, text }: ApiRequest, url: URL): Promise<Answer> {
    if (faults.get().latencyMs > 0) await delay(faults.get().latencyMs)
    // It may have gone while the request was on its way.
    if (faults.get().away) return { kind: 'drop', outcome: 'away' }
    const found = route(method, url.pathname).find(
      match => answersHere(match.route, world) && isAlive(match.route.edition, edition, now())
    )
    const group = world.isSandbox ? SANDBOX : (found?.route.group ?? UNROUTED)
    if (faults.get().refuse5xx > 0) {
      const status = FIVE_HUNDREDS[faults.get().refuse5xx % FIVE_HUNDREDS.length] ?? 503
      faults.use('refuse5xx')
      return gateway(status, 'practice fault', group)
    }
    if (faults.get().unpaid) return gateway(402, 'the account has to be paid up', group)
    if (found === undefined) return gateway(404, 'Please consult the API documents', group)

    const verdict = checkToken(authorization, parts.token, now(), found.route.category)
    if (verdict.kind === 'refused') return gateway(verdict.status, verdict.detail, group)
    if (verdict.isBase && found.route.baseGroup === null) {
      return gateway(403, 'base token is not allowed for this method', group)
    }
    const bucket = verdict.isBase && !world.isSandbox ? (found.route.baseGroup ?? group) : group
    const taken = buckets.take(bucket)
    if (taken.kind === 'empty') {
      return {
        kind: 'reply',
        reply: gatewayError(429, `Limited by c122a060-practice-${bucket.name}`, now(), (serial += 1)),
        headers: {
          'X-Ratelimit-Retry': String(taken.retrySeconds),
          'X-Ratelimit-Reset': String(taken.resetSeconds),
          'X-Ratelimit-Limit': String(bucket.burst)
        }
      }
    }
    if (verdict.readOnly && found.route.write) {
      charge(found.route, bucket, 401)
      return gateway(401, 'token problem; read-only token can not be used for this method', group)
    }
    if (found.route.write && faults.use('refuseWrites')) return gateway(503, 'practice fault', group)
    if (found.route.write && faults.use('dropBeforeCommit')) return { kind: 'drop', outcome: 'droppedBeforeCommit' }

    const regime = regimeOf(edition, now(), found.route.scheme ?? 'fbs')
    const origin = `http://${host}`
    const call = { world, now: now(), regime, origin, params: found.params, query: url.searchParams }
    const reply = plannedRefusal(world, found.route) ?? (await found.route.handle({ ...call, body: parseJson(text) }))
    charge(found.route, bucket, reply.status)
    const isCommitted = found.route.write && reply.status < 400 && reply.changed !== false
    if (isCommitted && faults.use('dropReplyAfterCommit')) return { kind: 'drop', outcome: 'droppedAfterCommit' }
    return replyWith(inForm(reply, world.forms.errors, now(), (serial += 1)), bucket)
  }

  function note(
    { method, path }: Pick<ApiRequest, 'method' | 'path'>,
    outcome: RequestRecord['outcome'],
    status: number,
    body?: unknown,
    changed?: false
  ): void {
    log.add({ at: now(), method, path, status, outcome, body, ...(changed === false && { isRefused: true }) })
  }

  return {
    isAway(request) {
      if (faults.get().away) note(request, 'away', 0)
      return faults.get().away
    },
    async answer(request) {
      const url = new URL(request.path, 'http://practice')
      const body = parseJson(request.text)
      const stranger = strangers.answer(url.pathname)
      if (stranger !== null && !stranger.afterCommit) {
        note(request, 'strangerBeforeCommit', stranger.status, body)
        return foreign(stranger)
      }
      const result = await answer(request, url)
      if (result.kind === 'drop') {
        note(request, result.outcome, 0, body)
        return null
      }
      if (stranger !== null) {
        const isDone = result.reply.status < 300
        note(request, isDone ? 'strangerAfterCommit' : 'strangerBeforeCommit', stranger.status, body)
        return foreign(stranger)
      }
      note(request, 'answered', result.reply.status, body, result.reply.changed)
      return written(result.reply, {
        ...result.headers,
        ...(parts.tellsTime && { Date: new Date(now()).toUTCString() })
      })
    }
  }
}

/** The API over HTTP; `packs`: long answers go packed to whoever takes them so. */
export function serveApi(
  api: Api,
  packs: boolean
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request
    if (api.isAway({ method, path })) {
      request.socket.destroy()
      return
    }
    response.sendDate = false
    const text = await readText(request)
    const reply = await api.answer({ method, path, authorization: headers.authorization, host: headers.host, text })
    if (reply === null) request.socket.destroy()
    else await send(response, reply, packs && /\bgzip\b/.test(String(headers['accept-encoding'])))
  }
}

function answersHere({ host }: Route, { isSandbox }: World): boolean {
  return host === undefined || host === (isSandbox ? 'sandbox' : 'production')
}

/** Takes the first refusal that was called up for this route. */
function plannedRefusal({ plannedRefusals }: World, { path }: Route): Reply | null {
  const at = plannedRefusals.findIndex(planned => planned.path === path)
  const [planned] = at < 0 ? [] : plannedRefusals.splice(at, 1)
  return planned === undefined ? null : { status: planned.status, body: planned.body }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function written({ status, body, isProblem }: Reply, headers: Readonly<Record<string, string>>): ApiReply {
  if (body === undefined) return { status, headers, bytes: null }
  const bytes = Buffer.from(JSON.stringify(body))
  const type = isProblem ? 'application/problem+json' : 'application/json'
  return { status, headers: { ...headers, 'Content-Type': type, 'Content-Length': String(bytes.length) }, bytes }
}

/** `isPacked`: the client takes a long answer packed. */
async function send(response: ServerResponse, { status, headers, bytes }: ApiReply, isPacked: boolean): Promise<void> {
  const packed = isPacked && bytes !== null && bytes.length >= PACKED_FROM ? await pack(bytes, { level: 1 }) : null
  const packing = packed !== null && { 'Content-Encoding': 'gzip', 'Content-Length': String(packed.length) }
  response.writeHead(status, { ...headers, ...packing }).end(packed ?? bytes)
}

function foreign({ status, headers, text }: StrangersReply): ApiReply {
  return { status, headers, bytes: Buffer.from(text) }
}
