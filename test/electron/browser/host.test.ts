import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBrowserHost } from '../../../electron/browser/host.ts'
import type { BrowserHost } from '../../../electron/browser/host.ts'
import { USUAL_HEAP } from '../../../electron/host-options.ts'
import type { ComposeStation } from '../../../electron/host.ts'
import { takeInstanceLock } from '../../../electron/instance-lock.ts'
import { createFakeStation } from '../../support/fake-station.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { builtPage } from './built-page.ts'

interface Started {
  readonly host: BrowserHost
  readonly said: readonly string[]
  readonly composed: readonly Parameters<ComposeStation>[0][]
  readonly closed: () => number
}

async function start(dataDirectory: string, options: { practice?: boolean; port?: number } = {}): Promise<Started> {
  const said: string[] = []
  const composed: Parameters<ComposeStation>[0][] = []
  let closed = 0
  const compose: ComposeStation = async given => {
    composed.push(given)
    return { api: createFakeStation(), close: async () => void (closed += 1) }
  }
  const host = await startBrowserHost(
    {
      practice: false,
      heap: USUAL_HEAP,
      marketplaceUrl: null,
      open: false,
      port: 0,
      help: false,
      ...options,
      dataDirectory
    },
    { loadCompose: async () => compose, say: line => said.push(line), built: builtPage() }
  )
  if (host.kind === 'running') onTestFinished(() => host.close())
  return { host, said, composed, closed: () => closed }
}

function addressIn(said: readonly string[]): string {
  return said.join('\n').match(/http:\S+/)?.[0] ?? ''
}

async function statusOf(address: string): Promise<number> {
  return (await fetch(address, { redirect: 'manual' })).status
}

test('the first start composes the station over its data directory and prints an address that works', async () => {
  const folder = join(tempFolder(), 'new', 'folder')
  const first = await start(folder, { practice: true })
  expect(first.composed).toMatchObject([{ practice: true, host: { dataDirectory: folder } }])
  expect(await statusOf(addressIn(first.said))).toBe(303)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('the token is kept for this run only and never written', async () => {
  const folder = tempFolder()
  const first = await start(folder)
  const vault = first.composed[0]?.host.vault
  await vault?.write('secret-token')
  expect([await vault?.strength(), await vault?.read()]).toEqual(['none', 'secret-token'])
  expect(readdirSync(folder)).toEqual(['running.json', 'running.lock'])
})

test('a second start composes nothing and prints a new address of the first', async () => {
  const folder = tempFolder()
  const first = await start(folder)
  const second = await start(folder)
  expect(second.host).toEqual({ kind: 'ended', code: 0 })
  expect(second.composed).toEqual([])
  const address = addressIn(second.said)
  expect(address).not.toBe(addressIn(first.said))
  expect(new URL(address).origin).toBe(new URL(addressIn(first.said)).origin)
  expect(await statusOf(address)).toBe(303)
})

test('another data directory is another station', async () => {
  await start(tempFolder())
  expect((await start(tempFolder())).host.kind).toBe('running')
})

test('closing stops the station and lets the next start in', async () => {
  const folder = tempFolder()
  const first = await start(folder)
  if (first.host.kind === 'running') await first.host.close()
  expect(first.closed()).toBe(1)
  expect(readdirSync(folder)).toEqual(['running.lock'])
  expect((await start(folder)).host.kind).toBe('running')
})

test('a port that is taken fails the start and leaves nothing behind', async () => {
  const first = await start(tempFolder())
  const folder = tempFolder()
  const port = Number(new URL(addressIn(first.said)).port)
  await expect(start(folder, { port })).rejects.toThrow('EADDRINUSE')
  expect(readdirSync(folder)).toEqual(['running.lock'])
})

test('beside a desktop program over the same data it does not start', async () => {
  const folder = tempFolder()
  const taken = takeInstanceLock(folder, 'desktop')
  onTestFinished(() => (taken.kind === 'held' ? taken.lock.release() : undefined))
  const second = await start(folder)
  expect(second.host).toEqual({ kind: 'ended', code: 1 })
  expect(second.said.join()).toContain('desktop')
})
