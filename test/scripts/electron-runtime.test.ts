import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { artifactAddress, installedRuntime, obtainRuntime, probe } from '../../scripts/electron-runtime.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}

/** A package as npm leaves it, and as its fetcher leaves it when `version` of the runtime is given. */
function repository(runtime?: string): string {
  const root = tempFolder()
  const folder = join(root, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  if (runtime !== undefined) {
    writeFileSync(join(folder, 'path.txt'), 'electron')
    writeFileSync(join(folder, 'dist', 'version'), `v${runtime}`)
    writeFileSync(join(folder, 'dist', 'electron'), '')
    chmodSync(join(folder, 'dist', 'electron'), 0o755)
  }
  return root
}

test('a runtime of the right version is there; an older or half-fetched one is not', () => {
  const root = repository('45.4.1')
  expect(installedRuntime(root, {})).toBe(join(root, 'node_modules', 'electron', 'dist', 'electron'))
  expect(installedRuntime(repository('45.4.0'), {})).toBeNull()
  expect(installedRuntime(repository(), {})).toBeNull()
  expect(installedRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeNull()
})

test('the runtime comes from Electron’s releases, or from a mirror named in any of its ways', () => {
  const file = 'v45.4.1/electron-v45.4.1-linux-x64.zip'
  const address = (environment: Readonly<Record<string, string>>): string =>
    artifactAddress('45.4.1', environment, 'linux', 'x64')
  expect(address({})).toBe(`https://github.com/electron/electron/releases/download/${file}`)
  expect(address({ ELECTRON_MIRROR: 'http://mirror/' })).toBe(`http://mirror/${file}`)
  expect(address({ npm_config_electron_mirror: 'http://npmrc/', ELECTRON_MIRROR: 'http://mirror/' })).toBe(
    `http://npmrc/${file}`
  )
  expect(address({ ELECTRON_MIRROR: 'http://mirror/', ELECTRON_CUSTOM_DIR: '{{ version }}' })).toBe(
    'http://mirror/45.4.1/electron-v45.4.1-linux-x64.zip'
  )
})

test('a host that refuses, is silent, or has no such file can’t be fetched from', async () => {
  const refusing = createTcpServer()
  const gone = await listening(refusing)
  await new Promise(resolve => refusing.close(resolve))
  expect(await probe(`${gone}/a.zip`)).toContain('can’t be reached')

  const silent = await listening(createTcpServer(socket => onTestFinished(() => void socket.destroy())))
  expect(await probe(`${silent}/a.zip`, 50)).toContain('can’t be reached')

  const empty = await listening(createServer((_, response) => response.writeHead(404).end()))
  expect(await probe(`${empty}/a.zip`)).toContain('answers 404')
  const there = await listening(createServer((_, response) => response.writeHead(200).end()))
  expect(await probe(`${there}/a.zip`)).toBeNull()
})

test('a probe follows the redirect behind which the file lies', async () => {
  const blocked = await listening(createServer((_, response) => response.writeHead(403).end()))
  const front = await listening(
    createServer((_, response) => response.writeHead(302, { Location: `${blocked}/real.zip` }).end())
  )
  expect(await probe(`${front}/a.zip`)).toContain('answers 403')
})

test('without runtime and host the answer is one plain sentence, and nothing is fetched', async () => {
  const empty = await listening(createServer((_, response) => response.writeHead(404).end()))
  const said: string[] = []
  const runtime = await obtainRuntime(repository(), line => said.push(line), { ELECTRON_MIRROR: `${empty}/` })
  expect(runtime).toEqual({
    kind: 'absent',
    why: `Electron’s runtime can’t be fetched (${new URL(empty).host} answers 404)`
  })
  expect(said).toEqual([])
})
