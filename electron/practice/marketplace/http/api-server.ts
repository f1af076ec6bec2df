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

/** Serves the API itself: gateway (token, limits, faults), then the route's handler. */
export function createApiServer(
  parts: ApiParts
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
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

  async function answer(request: IncomingMessage, url: URL, text: string): Promise<Answer> {
    if (faults.get().latencyMs > 0) await delay(faults.get().latencyMs)
    // It may have gone while the request was on its way.
    if (faults.get().away) return { kind: 'drop', outcome: 'away' }
    const found = route(request.method ?? 'GET', url.pathname).find(
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

    const verdict = checkToken(request.headers.authorization, parts.token, now(), found.route.category)
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
    const origin = `http://${request.headers.host}`
    const call = { world, now: now(), regime, origin, params: found.params, query: url.searchParams }
    const reply = plannedRefusal(world, found.route) ?? (await found.route.handle({ ...call, body: parseJson(text) }))
    charge(found.route, bucket, reply.status)
    const isCommitted = found.route.write && reply.status < 400 && reply.changed !== false
    if (isCommitted && faults.use('dropReplyAfterCommit')) return { kind: 'drop', outcome: 'droppedAfterCommit' }
    return replyWith(inForm(reply, world.forms.errors, now(), (serial += 1)), bucket)
  }

  return async (request, response) => {
    const at = now()
    const path = request.url ?? '/'
    const record = (status: number, outcome: RequestRecord['outcome'], body: unknown) =>
      log.add({ at, method: request.method ?? 'GET', path, status, outcome, body })
    if (faults.get().away) {
      record(0, 'away', undefined)
      request.socket.destroy()
      return
    }
    response.sendDate = false
    const text = await readText(request)
    const url = new URL(path, 'http://practice')
    const stranger = strangers.answer(url.pathname)
    if (stranger !== null && !stranger.afterCommit) {
      record(stranger.status, 'strangerBeforeCommit', parseJson(text))
      sendForeign(response, stranger)
      return
    }
    const result = await answer(request, url, text)
    if (result.kind === 'drop') {
      record(0, result.outcome, parseJson(text))
      request.socket.destroy()
    } else if (stranger !== null) {
      const isDone = result.reply.status < 300
      record(stranger.status, isDone ? 'strangerAfterCommit' : 'strangerBeforeCommit', parseJson(text))
      sendForeign(response, stranger)
    } else {
      record(result.reply.status, 'answered', parseJson(text))
      const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding']))
      await send(response, result.reply, isPacked, {
        ...result.headers,
        ...(parts.tellsTime && { Date: new Date(now()).toUTCString() })
      })
    }
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

/** `isPacked`: the client takes a long answer packed. */
async function send(
  response: ServerResponse,
  { status, body, isProblem }: Reply,
  isPacked: boolean,
  headers: Readonly<Record<string, string>>
): Promise<void> {
  if (body === undefined) {
    response.writeHead(status, headers).end()
    return
  }
  const json = Buffer.from(JSON.stringify(body))
  const packed = isPacked && json.length >= PACKED_FROM ? await pack(json, { level: 1 }) : null
  const bytes = packed ?? json
  response
    .writeHead(status, {
      ...headers,
      'Content-Type': isProblem ? 'application/problem+json' : 'application/json',
      ...(packed !== null && { 'Content-Encoding': 'gzip' }),
      'Content-Length': String(bytes.length)
    })
    .end(bytes)
}

function sendForeign(response: ServerResponse, { status, headers, text }: StrangersReply): void {
  response.writeHead(status, headers).end(text)
}
