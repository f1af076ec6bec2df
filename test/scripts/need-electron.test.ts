import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { installedRuntime } from '../../scripts/electron-runtime.ts'

const ROOT = join(import.meta.dirname, '..', '..')

test.skipIf(installedRuntime(ROOT) !== null)(
  'without Electron’s runtime one line says so, and what works',
  async () => {
    const env = { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:9/' }
    const run = promisify(execFile)(process.execPath, [join(ROOT, 'scripts', 'need-electron.ts')], { env })
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'Electron’s runtime can’t be fetched (127.0.0.1:9 can’t be reached). Without it: npm start -- --browser\n'
    })
  }
)
