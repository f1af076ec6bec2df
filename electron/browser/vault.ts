import type { VaultPort } from '../station/ports/ports.ts'

/** Plain Node has no keyring, and a token is never written in the clear: it is kept for this run only. */
export function createMemoryVault(): VaultPort {
  let token: string | null = null
  return {
    strength: async () => 'none',
    read: async () => token,
    async write(next) {
      token = next
    }
  }
}
