import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'

/** Everyone may know it: it only tells a practice token from a mistyped one. */
const PRACTICE_KEY = 'practice'
const DAY_SECONDS = 24 * 60 * 60
const CONTENT_BIT = 1
const MARKETPLACE_BIT = 4
const READ_ONLY_BIT = 30

export interface TokenShape {
  /** 180 days unless told otherwise; negative for one that has run out. */
  readonly expiresInDays?: number
  readonly readOnly?: boolean
  /** False leaves the Marketplace category out. */
  readonly marketplace?: boolean
  /** False leaves the Content category out. */
  readonly content?: boolean
  /** A practice token is of the Personal type, but of the sandbox, unless told otherwise. */
  readonly type?: TokenType
}

export const TOKEN_TYPES = ['base', 'test', 'personal', 'service'] as const
export type TokenType = (typeof TOKEN_TYPES)[number]

/** What the claims of each type say (the vendor's notes on tokens). */
const TYPE_CLAIMS: Readonly<Record<TokenType, Readonly<Record<string, unknown>>>> = {
  base: { acc: 1, t: false },
  test: { acc: 2, t: true },
  personal: { acc: 3, for: 'self', t: false },
  service: { acc: 4, for: 'asid:practice', t: false }
}

/** Whose methods a path belongs to. */
export type Category = 'marketplace' | 'content'

const BITS: Readonly<Record<Category, number>> = { marketplace: MARKETPLACE_BIT, content: CONTENT_BIT }

/** A token as the seller's account would issue it, for practice: the same seed is the same seller. `now` in ms. */
export function makePracticeToken(seed: number, now: number, shape: TokenShape = {}): string {
  const scope =
    (shape.marketplace === false ? 0 : 2 ** MARKETPLACE_BIT) +
    (shape.content === false ? 0 : 2 ** CONTENT_BIT) +
    (shape.readOnly === true ? 2 ** READ_ONLY_BIT : 0)
  const claims = {
    acc: 3,
    ent: 1,
    exp: Math.floor(now / 1000) + (shape.expiresInDays ?? 180) * DAY_SECONDS,
    id: uuidOf(`token ${seed} ${now} ${JSON.stringify(shape)}`),
    iid: 10_000_000 + seed,
    oid: 100_000 + seed,
    s: scope,
    sid: uuidOf(`seller ${seed}`),
    t: true,
    uid: 10_000_000 + seed,
    ...(shape.type !== undefined && TYPE_CLAIMS[shape.type])
  }
  const signed = `${encode({ alg: 'HS256', kid: 'practice', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${sign(signed)}`
}

const claimsSchema = z.object({ exp: z.number(), s: z.number(), acc: z.number().optional() })

export type TokenVerdict =
  | { readonly kind: 'fine'; readonly readOnly: boolean; readonly isBase: boolean }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly detail: string }

/** Judges an `Authorization` header; `own` is a token accepted whatever it looks like. */
export function checkToken(
  header: string | undefined,
  own: string | null,
  now: number,
  category: Category = 'marketplace'
): TokenVerdict {
  if (header === undefined || header === '') return refused('empty Authorization header')
  const [head, payload, signature, ...rest] = header.split('.')
  const claims = payload === undefined ? null : decode(payload)
  if (claims === null || signature === undefined || rest.length > 0) {
    return header === own
      ? { kind: 'fine', readOnly: false, isBase: false }
      : refused('token problem; token is malformed')
  }
  if (header !== own && sign(`${head}.${payload}`) !== signature) return refused('token problem; signature is invalid')
  if (claims.exp * 1000 <= now) return refused('token problem; token is expired')
  if (!hasBit(claims.s, BITS[category])) {
    return { kind: 'refused', status: 403, detail: 'token problem; scope is not allowed for this token' }
  }
  return { kind: 'fine', readOnly: hasBit(claims.s, READ_ONLY_BIT), isBase: claims.acc === TYPE_CLAIMS.base['acc'] }
}

function refused(detail: string): TokenVerdict {
  return { kind: 'refused', status: 401, detail }
}

function hasBit(scope: number, bit: number): boolean {
  return Math.floor(scope / 2 ** bit) % 2 === 1
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decode(part: string): z.infer<typeof claimsSchema> | null {
  try {
    const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function sign(text: string): string {
  return createHmac('sha256', PRACTICE_KEY).update(text).digest('base64url')
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-'
  )
}
