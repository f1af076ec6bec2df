import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSystemVault } from '../../../electron/desktop/vault.ts'
import type { VaultSystem } from '../../../electron/desktop/vault.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A keyring that seals by turning bytes round, with a key that can change. */
function keyring(change: Partial<VaultSystem> = {}) {
  let key = 1
  const system: VaultSystem = {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async text => Buffer.from([key, ...Buffer.from(text).toReversed()]),
    async decryptStringAsync(sealed) {
      if (sealed[0] === undefined || sealed[0] > key) throw new Error('sealed by somebody else')
      return {
        result: sealed
          .subarray(1)
          .toReversed()
          .reduce((text, byte) => text + String.fromCharCode(byte), ''),
        shouldReEncrypt: sealed[0] < key
      }
    },
    ...change
  }
  return { system, turnKey: () => (key += 1) }
}

test('a token written comes back in the next run, and lies there sealed, for its owner alone', async () => {
  const file = join(tempFolder(), 'token.sealed')
  const { system } = keyring()
  await createSystemVault(file, system, 'linux').write('secret-token')
  expect(await createSystemVault(file, system, 'linux').read()).toBe('secret-token')
  expect(readFileSync(file).includes('secret-token')).toBe(false)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(file, '..'))).toEqual(['token.sealed'])
})

test('a forgotten token leaves no file', async () => {
  const file = join(tempFolder(), 'token.sealed')
  const vault = createSystemVault(file, keyring().system, 'linux')
  await vault.write('secret-token')
  await vault.write(null)
  expect(existsSync(file)).toBe(false)
  expect(await vault.read()).toBeNull()
})

test('a token under an older key is sealed anew', async () => {
  const file = join(tempFolder(), 'token.sealed')
  const { system, turnKey } = keyring()
  const vault = createSystemVault(file, system, 'linux')
  await vault.write('secret-token')
  turnKey()
  expect(await vault.read()).toBe('secret-token')
  expect(readFileSync(file)[0]).toBe(2)
})

test('what another user or PC sealed has to be given again', async () => {
  const file = join(tempFolder(), 'token.sealed')
  writeFileSync(file, Buffer.from([9, 1, 2]))
  expect(await createSystemVault(file, keyring().system, 'linux').read()).toBeNull()
})

test.each([
  ['linux', 'gnome_libsecret', true, 'safe'],
  ['linux', 'kwallet6', true, 'safe'],
  ['linux', 'basic_text', true, 'plain'],
  ['linux', 'unknown', true, 'plain'],
  ['linux', 'gnome_libsecret', false, 'none'],
  ['win32', 'unknown', true, 'safe'],
  ['darwin', 'unknown', false, 'none']
] as const)(
  'on %s with %s (available: %s) the strength is told honestly',
  async (platform, backend, available, strength) => {
    const { system } = keyring({
      isAsyncEncryptionAvailable: async () => available,
      getSelectedStorageBackend: () => backend
    })
    expect(await createSystemVault(join(tempFolder(), 'x'), system, platform).strength()).toBe(strength)
  }
)

test('without encryption nothing is written, and nothing left from before', async () => {
  const file = join(tempFolder(), 'token.sealed')
  writeFileSync(file, 'old')
  const { system } = keyring({ isAsyncEncryptionAvailable: async () => false })
  await createSystemVault(file, system, 'linux').write('secret-token')
  expect(existsSync(file)).toBe(false)
})
