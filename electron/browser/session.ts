import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Launch addresses that wait to be opened; the oldest is forgotten beyond this. */
const MAX_KEYS = 8
/** Keys that are over are remembered, so that whoever brings one late is told what became of it. */
const MAX_OVER = 64
/** A key that nobody has used in this time is worth nothing any more (ms). */
export const KEY_LIFE = 10 * 60 * 1000

/** What a key that was brought is worth: `used`: somebody was let in by it before. */
export type Redeemed = 'fine' | 'used' | 'expired' | 'unknown'

export interface Session {
  /** A new one-time key for the launch address. */
  mintKey(): string
  /** `fine` once for a minted key, never again. */
  redeem(key: string): Redeemed
  /** The header that a redeemed key is answered with. */
  readonly setCookie: string
  /** Whether a request's Cookie header carries this run's cookie. */
  admits(cookieHeader: string | undefined): boolean
}

/**
 * The secrets of one run: none of them outlives it. Cookies do not know ports, so the cookie's name carries it: two stations
 * on one PC do not sign each other out.
 */
export function createSession(port: number, monotonic: () => number = () => performance.now()): Session {
  const name = `verstak-${port}`
  const secret = newSecret()
  let keys: readonly { readonly key: string; readonly until: number }[] = []
  let over: readonly { readonly key: string; readonly how: 'used' | 'expired' }[] = []

  function end(ended: typeof keys, how: 'used' | 'expired'): void {
    keys = keys.filter(one => !ended.includes(one))
    over = [...over, ...ended.map(({ key }) => ({ key, how }))].slice(-MAX_OVER)
  }

  return {
    mintKey() {
      const key = newSecret()
      keys = [...keys, { key, until: monotonic() + KEY_LIFE }]
      end(keys.slice(0, -MAX_KEYS), 'expired')
      return key
    },
    redeem(given) {
      end(
        keys.filter(({ until }) => until <= monotonic()),
        'expired'
      )
      const found = keys.filter(({ key }) => sameSecret(key, given))
      if (found.length === 0) return over.find(({ key }) => sameSecret(key, given))?.how ?? 'unknown'
      end(found, 'used')
      return 'fine'
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
