import { gzipSync } from 'node:zlib'
import { allOperations } from '../../../electron/api/operations.ts'
import { limitNews } from '../../../electron/api/wire/replies.ts'
import { judge } from '../../../electron/api/wire/judge.ts'
import { blamedCodes } from '../../../electron/api/wire/blamed-codes.ts'
import type { Outcome } from '../../../electron/api/wire/transport.ts'
import { door, type Door } from '../door.ts'
import { valuesOf } from '../from-schema.ts'
import { mutateJson } from '../mutate-json.ts'
import { mutateText } from '../mutate.ts'
import { Random } from '../random.ts'

/** One answer to one of the API's methods. */
interface Answer {
  readonly operation: number
  readonly status: number
  readonly json: unknown
  /** In the place of the JSON; null: the JSON goes. */
  readonly text: string | null
  readonly isPacked: boolean
  readonly headers: Readonly<Record<string, string>>
}

const ERRORS: readonly unknown[] = [
  { code: 'StatusMismatch', message: 'The status does not allow it', data: null },
  { title: 'too many requests', detail: 'limited by global limiter', requestId: 'a1', status: 429, statusText: '' },
  { title: 'path not found', detail: 'Please consult the documentation', requestId: 'a1', status: 404 },
  { code: 'FailedToUpdateMeta', message: '', data: [{ orderId: 1, errors: ['sgtin'] }] },
  {
    code: 'DeliverFailed',
    data: { orders: [{ id: 1, metaDetails: [{ key: 'sgtin', value: ['x'], decision: 'wrong' }] }] }
  },
  { error: true, errorText: 'no', errors: [{ location: 'body.orders', message: 'too many' }] },
  {},
  null
]
const STATUSES = [200, 200, 200, 201, 204, 302, 400, 401, 402, 403, 404, 405, 408, 409, 410, 429, 500, 502, 503]
const HEADERS = ['x-ratelimit-remaining', 'x-ratelimit-retry', 'x-ratelimit-reset', 'x-ratelimit-limit', 'retry-after']
const PAGES = ['', '<html><body>Sign in</body></html>', '['.repeat(600), '{"orders":[{"id":1e999}]}', '\u0000', '{"a":']

function samplesOf(random: Random): readonly Answer[] {
  return allOperations.flatMap((operation, index): readonly Answer[] => {
    const value = valuesOf(operation.reply)
    const plain = { operation: index, text: null, isPacked: false, headers: {} }
    return [
      ...Array.from({ length: 4 }, () => ({ ...plain, status: operation.success, json: value(random) })),
      { ...plain, status: 400, json: random.pick(ERRORS) }
    ]
  })
}

function mutated(random: Random, base: Answer, other: Answer): Answer {
  const { operation, status, text, headers } = base
  const json = mutateJson(random, base.json, random.oneIn(3) ? random.pick(ERRORS) : other.json)
  return {
    operation: random.oneIn(8) ? other.operation : operation,
    status: random.oneIn(4) ? random.pick(STATUSES) : status,
    json,
    text: random.oneIn(6)
      ? mutateText(random, JSON.stringify(json) ?? '', random.pick(PAGES))
      : random.oneIn(20)
        ? null
        : text,
    isPacked: random.oneIn(60),
    headers: random.oneIn(6)
      ? { ...headers, [random.pick(HEADERS)]: random.pick(['0', '1', '-1', '1e99', 'x', '60']) }
      : headers
  }
}

/** Whatever comes back for a call: an answer, or a failure with its words and bounds; a write is never called broken. */
export function openReplies(): Door {
  return door<Answer>({
    name: 'replies',
    share: 12,
    samples: samplesOf(new Random(12)),
    mutate: mutated,
    async enter(answer) {
      const operation = allOperations[answer.operation]
      if (operation === undefined) throw new Error('no such operation')
      const outcome = outcomeOf(answer)
      const reply = await judge(operation, outcome, 1000)
      const news = limitNews(outcome, operation.penalty)
      const wait = news.limited?.retryMs ?? 0
      if (!Number.isFinite(wait) || wait < 0 || wait > 3_600_000) throw new Error(`a limit of ${wait} ms`)
      blamedCodes(answer.json)
      const word = `${reply.kind} ${'why' in reply ? reply.why : ''}`
      switch (reply.kind) {
        case 'ok':
          return `${operation.name} ok ${reply.odd.length > 0}`
        case 'retry':
          if (!Number.isFinite(reply.inMs) || reply.inMs < 0 || reply.inMs > 3_600_000)
            throw new Error(`in ${reply.inMs} ms`)
          return `${operation.effect} ${word}`
        case 'refused':
          if (reply.code.length > 300 || reply.message.length > 400) throw new Error('an endless refusal')
          return `${word} ${answer.status} ${reply.culprits.length > 0}`
        case 'broken':
          if (operation.effect === 'write') throw new Error('a write that is called broken')
          return `${operation.name} broken`
        case 'blocked':
        case 'unknown':
          return word
      }
    },
    words: ['ping ok false', 'newOrders ok true', 'read retry limited', 'write retry limited', 'unknown stranger'],
    show: answer => `${allOperations[answer.operation]?.name}: ${JSON.stringify(answer)}`
  })
}

function outcomeOf({ status, json, text, isPacked, headers }: Answer): Extract<Outcome, { readonly kind: 'answer' }> {
  const said = text ?? JSON.stringify(json) ?? ''
  const plain: Outcome = { kind: 'answer', status, headers, text: said }
  if (!isPacked || status < 200 || status > 299) return plain
  const chunk = gzipSync(said)
  return { ...plain, text: '', body: { chunks: [chunk], encoding: 'gzip', most: 1_000_000 } }
}
