import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
const ID_BYTES = 8

/** Closes texts so that only the same secret opens them, each in the place that it was closed for. */
export interface Seal {
  /** Tells seals of different secrets apart, and nothing of the secret. */
  readonly id: string
  readonly close: (place: string, text: string) => Uint8Array
  /** Null: closed by another secret, for another place, or damaged. */
  readonly open: (place: string, sealed: Uint8Array) => string | null
}

/** A seal whose key is derived from `secret`, which must be hard to guess: a token, or random bytes. */
export function createSeal(secret: string): Seal {
  const derive = (what: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, '', what, bytes))
  const key = derive('verstak buyers key', KEY_BYTES)
  return {
    id: derive('verstak buyers id', ID_BYTES).toString('hex'),
    close(place, text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place))
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(place, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place))
      cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      const text = cipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES))
      try {
        return Buffer.concat([text, cipher.final()]).toString('utf8')
      } catch {
        // The tag does not fit.
        return null
      }
    }
  }
}

/** A seal that nothing opens after this run. */
export function createPassingSeal(): Seal {
  return createSeal(randomBytes(KEY_BYTES).toString('hex'))
}
