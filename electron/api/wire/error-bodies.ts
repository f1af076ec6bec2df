import { z } from 'zod'
import type { MetaSeen } from '../../../shared/domain/bench.ts'
import { blamedCodes } from './blamed-codes.ts'
import type { HttpHeaders } from '../../station/ports/ports.ts'
import { parseJson } from '../../../shared/domain/shallow-json.ts'

/** An error that the marketplace itself has written. */
export interface MarketplaceError {
  /** Its gateway turned the request away before any of its methods saw it. */
  readonly byGateway: boolean
  /** The code of the documents, where a body has none its title, else `HTTP 409`. */
  readonly name: string
  /** For a person; may be empty. */
  readonly message: string
  /** Orders that it blames. */
  readonly culprits: readonly number[]
  /** Their codes that it blames; absent: it names none. */
  readonly metas?: readonly MetaSeen[]
}

export interface WholeAnswer {
  readonly status: number
  readonly headers: HttpHeaders
  readonly text: string
}

/** Stands in the head of every answer of the marketplace but a 429. */
export const REMAINING = 'x-ratelimit-remaining'

/** Whether the marketplace's own limits stand in the head of an answer: its mark where the body is empty. */
export function bearsLimits(headers: HttpHeaders): boolean {
  return headers[REMAINING] !== undefined
}

/** Longest text of somebody else's that goes on to a screen or a log. */
const TEXT_MAX = 300

/** Words that the marketplace puts into its errors: a body with other ones has to prove itself by more than a word. */
const FIELDS: ReadonlySet<string> = new Set([
  'code',
  'message',
  'data',
  'orders',
  'title',
  'detail',
  'origin',
  'requestId',
  'status',
  'statusText',
  'timestamp',
  'errors'
])
/** `StatusMismatch`; the gateway's own codes are opaque, and stand beside a title. */
const CODE = /^[A-Z][A-Za-z0-9]+$/
const GATEWAY = /^(ag|s2s)-/
/** Statuses with which a message alone, without code or title, is believed whoever's head stands over it. */
const NAMELESS: readonly number[] = [400, 404, 409, 422]
/** What these say is a proxy's by definition. */
const NEVER_OURS: readonly number[] = [407, 511]

const words = z.string().nullish()
const bodySchema = z.looseObject({
  code: words,
  message: words,
  title: words,
  detail: z.unknown().optional(),
  origin: words,
  requestId: words,
  statusText: words,
  data: z.unknown().optional(),
  orders: z.unknown().optional(),
  errors: z.array(z.object({ location: z.string().catch(''), message: z.string().catch('') })).catch([])
})
type Body = z.infer<typeof bodySchema>

/**
 * What the body of an answer outside 2XX says, in any of the shapes that the marketplace is known to use (API documents,
 * and what sellers' programs met); null: somebody else has written it, whatever the status.
 */
export function readError({ status, headers, text }: WholeAnswer): MarketplaceError | null {
  if (status < 400 || NEVER_OURS.includes(status)) return null
  const json = parseJson(text)
  const read = bodySchema.safeParse(Array.isArray(json) ? json[0] : json)
  if (!read.success || !isMarketplaces(read.data, NAMELESS.includes(status) || bearsLimits(headers))) return null
  const { code, title, origin, statusText, data, orders } = read.data
  const metas = [data, { orders }].flatMap(blamedCodes)
  const byGateway = GATEWAY.test(origin ?? '') || filled(statusText)
  const name = !byGateway && filled(code) ? code : filled(title) ? title : `HTTP ${status}`
  return {
    byGateway,
    name: tame(name),
    message: tame(messageOf(read.data)),
    culprits: culpritsIn(data) ?? culpritsIn({ orders }) ?? [],
    ...(metas.length > 0 && { metas })
  }
}

function isMarketplaces(body: Body, mayBeNameless: boolean): boolean {
  const { code, message, title, origin, requestId } = body
  const isCoded = filled(code) && CODE.test(code)
  if (isCoded && typeof message === 'string') return true
  if (filled(title) && filled(origin) && filled(requestId)) return true
  if (Object.keys(body).some(key => body[key] !== undefined && !FIELDS.has(key))) return false
  // A code that is none of the documents' words beside a message alone is some other program's.
  if (filled(title)) return true
  if (filled(code)) return isCoded
  return filled(message) && mayBeNameless
}

/** `message`, or `detail`; an archive's error has the places beside it. */
function messageOf({ message, detail, errors }: Body): string {
  // Anything but a text may hold an order with its buyer.
  const own = filled(message) ? message : typeof detail === 'string' ? detail : ''
  const places = errors.map(({ location, message: why }) => [location, why].filter(filled).join(': '))
  return [own, ...places].filter(filled).join('; ')
}

const culprit = z.union([
  z.number(),
  z.object({ id: z.number() }).transform(order => order.id),
  z.object({ orderId: z.number() }).transform(order => order.orderId)
])
const culprits = z.union([z.array(culprit), z.object({ orders: z.array(culprit) }).transform(({ orders }) => orders)])

/** The orders in a list, or in `orders` of an object; null: there are none. */
function culpritsIn(data: unknown): readonly number[] | null {
  const read = culprits.safeParse(data)
  return read.success ? read.data : null
}

function filled(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text !== ''
}

/** A stranger's text, bounded and without anything that looks like a token echoed back. */
export function tame(text: string): string {
  return text.replaceAll(/eyJ[\w-]*\.[\w-]*(\.[\w-]*)?/g, '…').slice(0, TEXT_MAX)
}
