import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { SafeStorage } from 'electron'
import type { VaultPort } from '../station/ports/ports.ts'

export type VaultSystem = Pick<
  SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
>

/**
 * Keeps the token encrypted by the system's own keyring, in a file that only its owner can read. Where Linux has no keyring,
 * Electron's "encryption" has a key that everyone knows: `plain`, and the account screen says so before a token is kept.
 */
export function createSystemVault(
  file: string,
  system: VaultSystem,
  platform: NodeJS.Platform = process.platform
): VaultPort {
  async function strength(): Promise<'safe' | 'plain' | 'none'> {
    if (!(await system.isAsyncEncryptionAvailable())) return 'none'
    const backend = platform === 'linux' ? system.getSelectedStorageBackend() : null
    return backend === 'basic_text' || backend === 'unknown' ? 'plain' : 'safe'
  }

  async function write(token: string | null): Promise<void> {
    if (token === null || (await strength()) === 'none') return rm(file, { force: true })
    const draft = `${file}.new`
    await writeFile(draft, await system.encryptStringAsync(token), { mode: 0o600, flush: true })
    await rename(draft, file)
  }

  return {
    strength,
    write,
    async read() {
      const sealed = await readFile(file).catch(() => null)
      if (sealed === null || (await strength()) === 'none') return null
      try {
        const opened = await system.decryptStringAsync(sealed)
        // The system changed its key: the file is sealed anew with the present one.
        if (opened.shouldReEncrypt) await write(opened.result)
        return opened.result
      } catch {
        // Sealed by another user or PC: the token has to be given again.
        return null
      }
    }
  }
}
