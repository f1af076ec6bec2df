import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Launch addresses that wait to be opened; the oldest is forgotten beyond this. */
const MAX_KEYS = 8

export interface Session {
  /** A new one-time key for the launch address. */
  mintKey(): string
  /** True once for a minted key, false ever after. */
  redeem(key: string): boolean
  /** The header that a redeemed key is answered with. */
  readonly setCookie: string
  /** Whether a request's Cookie header carries this run's cookie. */
  admits(cookieHeader: string | undefined): boolean
}

/**
 * The secrets of one run: none of them outlives it. Cookies do not know ports, so the cookie's name carries it: two stations
 * on one PC do not sign each other out.
 */
export function createSession(port: number): Session {
  const name = `verstak-${port}`
  const secret = newSecret()
  let keys: readonly string[] = []
  return {
    mintKey() {
      const key = newSecret()
      keys = [...keys, key].slice(-MAX_KEYS)
      return key
    },
    redeem(given) {
      const left = keys.filter(key => !sameSecret(key, given))
      const found = left.length < keys.length
      keys = left
      return found
    },
    setCookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    admits(header) {
      const pairs = (header ?? '').split(';').map(pair => pair.trim())
      return pairs.some(pair => pair.startsWith(`${name}=`) && sameSecret(pair.slice(name.length + 1), secret))
    }
  }
}

/** 256 random bits, fit for an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in a time that tells nothing about where the two differ, lengths included. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
