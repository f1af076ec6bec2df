import { z } from 'zod'

export type TokenType = 'base' | 'test' | 'personal' | 'service' | 'other'

/** How a token stands in the header `Authorization`: the API's files print it raw, its guides put `Bearer` before it. */
export type Authorization = 'raw' | 'bearer'

export type TokenFacts =
  | {
      readonly kind: 'ok'
      readonly sellerId: string
      /** Unix ms. */
      readonly expiresAt: number
      /** Numbers of the bits that are set in the claim `s`. */
      readonly scopes: readonly number[]
      readonly type: TokenType
      readonly sandbox: boolean
      readonly readOnly: boolean
    }
  /** `notWhole`: a part of a token, copied without its beginning or its end. */
  | { readonly kind: 'bad'; readonly why: 'notToken' | 'notWhole' | 'noMarketplace' | 'readOnly' }

const MARKETPLACE_BIT = 4
const READ_ONLY_BIT = 30
const TYPES: readonly TokenType[] = ['other', 'base', 'test', 'personal', 'service']
/** Characters of a signature, by the algorithm that the head names. */
const SIGNATURES: Readonly<Record<string, number>> = { ES256: 86, HS256: 43, RS256: 342 }

const headSchema = z.object({ alg: z.string() })
const claimsSchema = z.object({
  exp: z.number(),
  sid: z.union([z.string(), z.number()]).transform(String),
  s: z.number().int().nonnegative(),
  t: z.boolean().optional(),
  acc: z.number().int().optional()
})

/** A token as somebody pasted it, without what clings to it: spaces, line breaks, quotes, the word `Bearer` and a header's name. */
export function cleanToken(pasted: string): string {
  const dense = pasted.replaceAll(/[\s\u200B-\u200D\u2060\uFEFF\u00AD]+/g, '')
  const bare = dense.replace(/^["'`«»“”„‘’]*(authorization[:=])?["'`«»“”„‘’]*(bearer:?)?/i, '')
  return bare.replaceAll(/^["'`«»“”„‘’]+|["'`«»“”„‘’,;]+$/g, '')
}

/** The value of the header `Authorization`. */
export function authorizationOf(token: string, authorization: Authorization): string {
  return authorization === 'bearer' ? `Bearer ${token}` : token
}

/**
 * What the seller's token says of itself, read on this PC without proof of its signature; whether it has run out the
 * marketplace says, for this PC's clock may be wrong. A read-only token is bad here: packing writes.
 */
export function readToken(token: string): TokenFacts {
  const parts = cleanToken(token).split('.')
  const [first = '', middle = '', signature = ''] = parts
  const head = headSchema.safeParse(jsonOf(first))
  const json = jsonOf(middle)
  const claims = claimsSchema.safeParse(json)
  const isBegun = head.success || (parts.length === 1 && first.startsWith('eyJ'))
  if (parts.length > 3 || (!isBegun && !claims.success)) return { kind: 'bad', why: 'notToken' }
  const wanted = head.success ? (SIGNATURES[head.data.alg] ?? signature.length) : 0
  const isWhole = head.success && parts.length === 3 && signature !== '' && signature.length === wanted
  if (json !== undefined && !claims.success) return { kind: 'bad', why: 'notToken' }
  if (!isWhole || !claims.success) return { kind: 'bad', why: 'notWhole' }
  const { exp, sid, s, t, acc } = claims.data
  const scopes = bitsOf(s)
  if (!scopes.includes(MARKETPLACE_BIT)) return { kind: 'bad', why: 'noMarketplace' }
  if (scopes.includes(READ_ONLY_BIT)) return { kind: 'bad', why: 'readOnly' }
  return {
    kind: 'ok',
    sellerId: sid,
    expiresAt: exp * 1000,
    scopes,
    type: TYPES[acc ?? 0] ?? 'other',
    sandbox: t === true,
    readOnly: false
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The JSON in a part of a token (base64url of UTF-8); undefined when there is none. */
function jsonOf(part: string): unknown {
  let bits = 0
  let held = 0
  let escaped = ''
  for (const letter of part) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return undefined
    held = held * 64 + value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    const byte = Math.floor(held / 2 ** bits)
    held %= 2 ** bits
    escaped += `%${byte.toString(16).padStart(2, '0')}`
  }
  try {
    return JSON.parse(decodeURIComponent(escaped))
  } catch {
    return undefined
  }
}

/** Bits by arithmetic: the mask may be wider than the 32 that `&` sees. */
function bitsOf(mask: number): readonly number[] {
  const bits: number[] = []
  for (let bit = 0, rest = mask; rest >= 1; bit += 1, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) bits.push(bit)
  }
  return bits
}
