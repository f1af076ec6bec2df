import { join } from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { installedRuntime, whyNoElectronTests } from '../../scripts/electron-runtime.ts'
import { EVENT_NAMES } from '../../shared/contract/contract.ts'
import { INPUTS, METHOD_NAMES } from '../support/contract-inputs.ts'
import { hearOn, invokeOn } from '../support/page-calls.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const obstacle = whyNoElectronTests(ROOT)

interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

async function launch(dataDirectory: string): Promise<Running> {
  const isRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: installedRuntime(ROOT) ?? '',
    args: [...(isRoot ? ['--no-sandbox'] : []), ROOT, '--practice', '--data', dataDirectory]
  })
  onTestFinished(() => app.close())
  const page = await app.firstWindow()
  await page.locator('#root > *').first().waitFor()
  return { app, page }
}

// The same walk as over the stand-in, under the real runtime wherever it can open a window.
describe.skipIf(obstacle !== null)(`Electron itself${obstacle === null ? '' : `: ${obstacle}`}`, () => {
  test('the page is sandboxed, with the contract on it and every method and event passing', async () => {
    const { page } = await launch(tempFolder())
    expect(page.url()).toBe('app://verstak/')
    expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
    for (const name of EVENT_NAMES) expect(await hearOn(page, name)).toMatchObject({ after: 0 })
    for (const name of METHOD_NAMES)
      expect([name, await invokeOn(page, name, INPUTS[name])]).toMatchObject([name, { ok: true }])
    expect(await invokeOn(page, 'files.read', undefined)).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } })
  })

  test('the content policy stands, and the window goes nowhere else', async () => {
    const { app, page } = await launch(tempFolder())
    expect(
      await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'fetched',
          () => 'refused'
        )
      )
    ).toBe('refused')
    await page.evaluate(() => window.open('https://example.com/'))
    expect(app.windows().length).toBe(1)
    await page.evaluate(() => location.assign('https://example.com/'))
    expect(await page.evaluate(() => location.protocol)).toBe('app:')
  })

  test('what was saved is there at the next start', async () => {
    const folder = tempFolder()
    const first = await launch(folder)
    await invokeOn(first.page, 'packers.save', INPUTS['packers.save'])
    await first.app.close()
    const second = await launch(folder)
    const packers = await invokeOn(second.page, 'packers.list', undefined)
    expect(packers).toMatchObject({ ok: true, value: [INPUTS['packers.save']] })
  })
})
