import { z } from 'zod'
import { parseJson } from './json.ts'

export type TokenType = 'base' | 'test' | 'personal' | 'service' | 'other'

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
  | { readonly kind: 'bad'; readonly why: 'notToken' | 'expired' | 'noMarketplace' | 'readOnly' }

const MARKETPLACE_BIT = 4
const READ_ONLY_BIT = 30
const TYPES: readonly TokenType[] = ['other', 'base', 'test', 'personal', 'service']

const claimsSchema = z.object({
  exp: z.number(),
  sid: z.union([z.string(), z.number()]).transform(String),
  s: z.number().int().nonnegative(),
  t: z.boolean().optional(),
  acc: z.number().int().optional()
})

/**
 * What the seller's token says of itself, read on this PC without proof of its signature; `now` in Unix ms.
 * A read-only token is bad here: packing writes.
 */
export function readToken(token: string, now: number): TokenFacts {
  const parts = token.trim().split('.')
  const middle = parts[1]
  if (parts.length !== 3 || middle === undefined) return { kind: 'bad', why: 'notToken' }
  const claims = claimsSchema.safeParse(parseJson(Buffer.from(middle, 'base64url').toString('utf8')))
  if (!claims.success) return { kind: 'bad', why: 'notToken' }
  const { exp, sid, s, t, acc } = claims.data
  const scopes = bitsOf(s)
  if (exp * 1000 <= now) return { kind: 'bad', why: 'expired' }
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

/** Bits by arithmetic: the mask may be wider than the 32 that `&` sees. */
function bitsOf(mask: number): readonly number[] {
  const bits: number[] = []
  for (let bit = 0, rest = mask; rest >= 1; bit += 1, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) bits.push(bit)
  }
  return bits
}
