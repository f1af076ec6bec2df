import type { z } from 'zod'
import type { Clock, Failure, Log, OddItem, ReadNews, Reply, Urgency } from '../station/ports.ts'
import { NEVER_LEFT, NO_NEWS } from './bucket.ts'
import { afterDeparture, afterRefusal, CLOSED, restOf, type Circuit } from './circuit.ts'
import { failureOfLoss, failureOfShape, failureOfStatus, pathGone } from './failures.ts'
import type { Limiter } from './limiter.ts'
import type { Operation, RequestParts } from './operations/operation.ts'
import { placeOf, readAnswer } from './answers.ts'
import { limitNews } from './replies.ts'
import { jitterOf, retryDelay } from './retry.ts'
import type { Outcome, Transport } from './transport.ts'
import { wireRequest } from './wire-request.ts'

/** What a call gives; `odd`: items of a list that could not be read and are not there. */
export type Answered<Answer> =
  | { readonly kind: 'ok'; readonly value: Answer; readonly odd: readonly OddItem[] }
  | Failure

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
  /** Hears of every read that was answered. */
  readonly onRead?: (news: ReadNews) => void
}): Call {
  const { transport, limiter, clock, log } = parts
  const gone = new Set<string>()
  const circuits = new Map<string, Circuit>()
  /** Failures in a row, those of one outage counted once however many calls meet it. */
  let failures = 0
  let failedAt = Number.NEGATIVE_INFINITY

  function retryMs(startedAt: number): number {
    if (startedAt >= failedAt) {
      failures += 1
      failedAt = clock.monotonic()
    }
    return retryDelay(failures - 1, jitterOf(failures))
  }

  /** Counts what the method met; a lost answer and a trouble of the whole account tell nothing of it. */
  function learn(name: string, reply: Reply<unknown>): void {
    if (reply.kind === 'ok') circuits.delete(name)
    if (reply.kind !== 'refused') return
    const before = circuits.get(name) ?? CLOSED
    const after = afterRefusal(before, reply.code, clock.monotonic())
    circuits.set(name, after)
    if (after.holdMs > before.holdMs)
      log.warn({ operation: name, code: reply.code }, 'the same refusal again and again')
  }

  async function judge<Request extends RequestParts, Answer>(
    operation: Operation<Request, Answer>,
    outcome: Outcome,
    startedAt: number
  ): Promise<Answered<Answer>> {
    if (outcome.kind === 'lost') return failureOfLoss(operation, outcome, retryMs(startedAt))
    if (outcome.status < 200 || outcome.status >= 300) {
      const ours = outcome.status < 500 && outcome.status >= 400
      if (ours) failures = 0
      const failure = failureOfStatus(operation, outcome, ours ? 0 : retryMs(startedAt))
      if (failure.kind === 'blocked' && failure.why === 'pathGone') gone.add(operation.name)
      return failure
    }
    failures = 0
    const read = await readAnswer(operation.reply, outcome.list ?? [Buffer.from(outcome.text)])
    return read.kind === 'ok' ? read : failureOfShape(operation, read.field)
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

  return async (operation, request, urgency) => {
    const facts = { method: operation.method, path: operation.path }
    if (gone.has(operation.name)) return pathGone(operation)
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
    if (outcome.kind === 'lost') {
      permit.settle(outcome.sent ? NO_NEWS : NEVER_LEFT)
      log.warn({ ...facts, lost: outcome.why, sent: outcome.sent, ms }, 'no answer from the marketplace')
    } else {
      permit.settle(limitNews(outcome.status, outcome.headers, operation.penalty))
      const level = outcome.status >= 400 ? 'warn' : 'debug'
      log[level]({ ...facts, status: outcome.status, ms }, 'the marketplace answered')
    }
    const reply = await judge(operation, outcome, startedAt)
    learn(operation.name, reply)
    tell(operation, reply)
    return reply
  }
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
