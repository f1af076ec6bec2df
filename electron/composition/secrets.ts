import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { SecretsPort } from '../station/ports/ports.ts'

/** About a tenth of a second and 32 MiB a try on a packing PC. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const LENGTH = 32
const FORM = /^scrypt\$([0-9a-f]{32})\$([0-9a-f]{64})$/

/** Secrets as scrypt hashes, each with a salt of its own. */
export function createSecrets(): SecretsPort {
  return {
    async hash(secret) {
      const salt = randomBytes(16)
      return `scrypt$${salt.toString('hex')}$${(await derive(secret, salt)).toString('hex')}`
    },
    async isOf(secret, hash) {
      const [, salt, key] = FORM.exec(hash) ?? []
      if (salt === undefined || key === undefined) return false
      return timingSafeEqual(await derive(secret, Buffer.from(salt, 'hex')), Buffer.from(key, 'hex'))
    }
  }
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, LENGTH, COST, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
