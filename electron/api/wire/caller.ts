import type { z } from 'zod'
import type { Clock, Failure, Log, ReadNews, Reply, Urgency } from '../../station/ports/ports.ts'
import { NEVER_LEFT, NO_NEWS } from '../limits/bucket.ts'
import { afterDeparture, afterRefusal, CLOSED, restOf, type Circuit } from './circuit.ts'
import { isTooMany, isUndeclared } from '../packing/in-halves.ts'
import { judge, type Answered } from './judge.ts'
import type { Limiter } from '../limits/limiter.ts'
import type { Operation, RequestParts } from '../operations/operation.ts'
import type { AnswerReader } from '../answers/answer-reader.ts'
import { placeOf } from '../answers/answers.ts'
import { limitNews } from './replies.ts'
import { jitterOf, retryDelay } from './retry.ts'
import type { Outcome, Transport } from './transport.ts'
import { wireRequest } from './wire-request.ts'

/** Sends one operation: checks the request, waits for its turn, reads the answer. Never throws for what comes back. */
export type Call = <Request extends RequestParts, Answer>(
  operation: Operation<Request, Answer>,
  request: Request,
  urgency: Urgency
) => Promise<Answered<Answer>>

/** `oneGroup`: all operations share that bucket, as in the sandbox. */
export function createCaller(parts: {
  readonly transport: Transport
  readonly limiter: Limiter
  readonly clock: Clock
  readonly log: Log
  readonly oneGroup: string | null
  /** Reads long answers elsewhere; this thread reads them all when absent. */
  readonly reader?: AnswerReader
  /** Hears the time (Unix ms) that each of the marketplace's own answers bears. */
  readonly onTime?: ((at: number) => void) | undefined
  /** Hears of every read that was answered. */
  readonly onRead?: (news: ReadNews) => void
}): Call {
  const { transport, limiter, clock, log } = parts
  /** Methods that are no more, or not for this token: asking again would cost ten requests each time. */
  const gone = new Map<string, Failure>()
  const circuits = new Map<string, Circuit>()
  let outage = CALM

  /** One more failure, or the same outage that others met who were on their way together. */
  function worse(startedAt: number): Outage {
    return startedAt < outage.at ? outage : { failures: outage.failures + 1, at: clock.monotonic() }
  }

  /**
   * Counts what the method met; a lost answer, a stranger's and a trouble of the whole account tell nothing of it, nor
   * does what parts of the same request are asked again for.
   */
  function learn({ name }: Pick<Operation, 'name'>, reply: Reply<unknown>, startedAt: number): void {
    outage = isOutage(reply) ? worse(startedAt) : CALM
    if (reply.kind === 'ok') circuits.delete(name)
    if (reply.kind === 'blocked' && (reply.why === 'pathGone' || reply.why === 'baseToken')) gone.set(name, reply)
    if (reply.kind !== 'refused' || isTooMany(reply) || isUndeclared(reply)) return
    const before = circuits.get(name) ?? CLOSED
    const after = afterRefusal(before, reply.code, clock.monotonic())
    circuits.set(name, after)
    if (after.holdMs > before.holdMs)
      log.warn({ operation: name, code: reply.code }, 'the same refusal again and again')
  }

  return async (operation, request, urgency) => {
    const end = gone.get(operation.name)
    if (end !== undefined) return end
    const checked = operation.request.safeParse(request)
    if (!checked.success) return refusedHere(placeOf(checked.error), checked.error)
    const restMs = restOf(circuits.get(operation.name) ?? CLOSED, clock.monotonic())
    if (restMs > 0) return { kind: 'retry', why: 'limited', inMs: restMs }
    const permit = await limiter.acquire(parts.oneGroup ?? operation.group, urgency)
    if (permit === null) return { kind: 'retry', why: 'offline', inMs: retryDelay(0, 0) }
    const startedAt = clock.monotonic()
    const circuit = circuits.get(operation.name)
    if (circuit !== undefined) {
      // It may have opened while the request waited for its turn.
      const closedFor = restOf(circuit, startedAt)
      if (closedFor > 0) {
        permit.cancel()
        return { kind: 'retry', why: 'limited', inMs: closedFor }
      }
      circuits.set(operation.name, afterDeparture(circuit, startedAt))
    }
    const outcome = await transport.exchange(wireRequest(operation, checked.data))
    const ms = Math.round(clock.monotonic() - startedAt)
    if (outcome.kind === 'lost') permit.settle(outcome.sent ? NO_NEWS : NEVER_LEFT)
    else permit.settle(limitNews(outcome, operation.penalty))
    const { failures } = worse(startedAt)
    const reply = await judge(operation, outcome, retryDelay(failures - 1, jitterOf(failures)), parts.reader)
    learn(operation, reply, startedAt)
    note(operation, outcome, ms, reply)
    tell(operation, reply)
    if (outcome.kind === 'answer' && isOwn(reply)) hearTime(outcome)
    return reply
  }

  function hearTime({ headers }: Extract<Outcome, { readonly kind: 'answer' }>): void {
    const at = Date.parse(String(headers.date ?? ''))
    if (!Number.isNaN(at)) parts.onTime?.(at)
  }

  function note(
    { method, path }: Pick<Operation, 'method' | 'path'>,
    outcome: Outcome,
    ms: number,
    reply: Answered<unknown>
  ): void {
    const facts = { method, path, ms }
    if (outcome.kind === 'lost') {
      const { why, sent } = outcome
      return log.warn({ ...facts, lost: why, sent }, 'no answer from the marketplace')
    }
    const { status } = outcome
    const isStranger = 'why' in reply && reply.why === 'stranger'
    if (isStranger) log.warn({ ...facts, status }, 'somebody answered in the place of the marketplace')
    else log[status >= 400 ? 'warn' : 'debug']({ ...facts, status }, 'the marketplace answered')
  }

  /** What was read and what was not: the screen counts it. */
  function tell({ name, effect }: Pick<Operation, 'name' | 'effect'>, reply: Answered<unknown>): void {
    const odd = reply.kind === 'ok' ? reply.odd : []
    const broken = reply.kind === 'broken' ? reply.field : null
    if (broken !== null) log.warn({ operation: name, field: broken }, 'an answer not as documented')
    const [first] = odd
    if (first !== undefined) log.warn({ operation: name, count: odd.length, ...first }, 'items not as documented')
    if (effect === 'read' && (reply.kind === 'ok' || broken !== null)) parts.onRead?.({ operation: name, odd, broken })
  }
}

/** Whether the marketplace itself has answered: nobody on the way can say so much. */
function isOwn(reply: Answered<unknown>): boolean {
  return reply.kind === 'ok' || reply.kind === 'refused'
}

/** Failures in a row, those of one outage counted once however many calls meet it; `at`: the last (monotonic ms). */
interface Outage {
  readonly failures: number
  readonly at: number
}
const CALM: Outage = { failures: 0, at: Number.NEGATIVE_INFINITY }

/** Whether the way to the marketplace, or the marketplace itself, failed. */
function isOutage(reply: Reply<unknown>): boolean {
  if (reply.kind === 'retry') return reply.why !== 'limited' && reply.why !== 'processing'
  return reply.kind === 'unknown'
}

/** A request outside the documents' bounds is not sent: a refusal by the marketplace costs ten requests. */
function refusedHere(place: string, error: z.ZodError): Failure {
  const message = `${place}: ${error.issues[0]?.message ?? ''}`
  return { kind: 'refused', status: 0, code: 'NotAsDocumented', message, culprits: [] }
}

/**
 * The same call for whoever looks something up: what can't be read may be what is looked for, so one odd item spoils the
 * answer.
 */
export function strictly(call: Call): Call {
  return async (operation, request, urgency) => {
    const reply = await call(operation, request, urgency)
    const [odd] = reply.kind === 'ok' ? reply.odd : []
    return odd === undefined ? reply : { kind: 'broken', field: odd.field }
  }
}
