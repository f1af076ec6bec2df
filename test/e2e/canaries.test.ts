import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import { launchChromium } from '../support/chromium.ts'
import { awaitView, call } from '../support/practice-page.ts'
import { startProgram } from '../support/program.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Everything that the page's scripts hold or left lying about, as the browser itself tells it. */
async function memoryOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  return chunks.join('')
}

/** Programs of the system that a station starts, in whose place stand ones that write down how they were started. */
function spies(folder: string): { readonly path: string; told(): string } {
  for (const name of ['lpstat', 'lp', 'cancel', 'udevadm']) {
    const file = join(folder, name)
    writeFileSync(file, `#!/bin/sh\n{ echo "ran ${name}"; echo "$0 $*"; env; } >> "${folder}/told"\n`)
    chmodSync(file, 0o755)
  }
  const told = join(folder, 'told')
  return { path: `${folder}:${process.env['PATH']}`, told: () => (existsSync(told) ? readFileSync(told, 'utf8') : '') }
}

/** Command lines and environments of a process and all that it has started, as any program of the same user reads them. */
function startedWith(pid: number): string {
  const family = new Set([String(pid)])
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const read = (of: string, what: string) => {
    try {
      return readFileSync(`/proc/${of}/${what}`, 'utf8')
    } catch {
      // It is over already.
      return ''
    }
  }
  for (const one of all) if (family.has(/^PPid:\s+(\d+)/m.exec(read(one, 'status'))?.[1] ?? '')) family.add(one)
  return [...family].map(one => read(one, 'cmdline') + read(one, 'environ')).join('\n')
}

test('a token that was typed in is neither left in the page’s memory nor told to any other process', async () => {
  const marketplace = await startMarketplace({
    seed: 4,
    orders: 6,
    seller: 'abroad',
    now: () => Date.now(),
    monotonic: () => performance.now()
  })
  onTestFinished(() => marketplace.close())
  const watched = spies(tempFolder())
  vi.stubEnv('VERSTAK_MARKETPLACE_URL', marketplace.url)
  vi.stubEnv('PATH', watched.path)
  const program = await startProgram(tempFolder())
  onTestFinished(() => program.kill())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(program.address)
  const { token } = marketplace
  const secrets = token.split('.').slice(1)
  await page.locator('input[type=password]').fill(token)
  // The search finds what is there.
  expect(secrets.every(secret => secret.length > 40)).toBe(true)
  const before = await memoryOf(page)
  expect(secrets.some(secret => before.includes(secret))).toBe(true)
  await page.locator('button[type=submit]').click()
  await awaitView(page, 'the orders', view => view.counts.fresh > 0)
  await page.locator('.rail').waitFor()
  await call(page, 'devices.printQueues', undefined)
  await call(page, 'devices.serialPorts', undefined)
  const after = await memoryOf(page)
  expect(after).toContain('rail')
  expect(secrets.filter(secret => after.includes(secret))).toEqual([])
  const told = watched.told()
  expect(told).toContain('ran lpstat')
  const others = `${told}\n${startedWith(program.process.pid ?? 0)}`
  expect(others).toContain('--no-open')
  expect(secrets.filter(secret => others.includes(secret))).toEqual([])
})
