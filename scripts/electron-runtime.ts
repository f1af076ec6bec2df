import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { whyNoWindow } from './window-system.ts'

/** The npm package of Electron is a fetcher; the runtime itself, 100 MB, comes from elsewhere and may be out of reach. */
export type Runtime =
  | { readonly kind: 'present'; readonly executable: string }
  /** `why` is one plain sentence. */
  | { readonly kind: 'absent'; readonly why: string }

type Environment = Readonly<Record<string, string | undefined>>

/** A host that doesn't answer in this time can't be reached, ms. */
const PROBE_LIMIT = 4000
/** Ten minutes: a slow line takes its time. */
const FETCH_LIMIT = 600_000

/** Where the runtime's program lies, or null; as Electron's own package looks for it. */
export function installedRuntime(root: string, environment: Environment = process.env): string | null {
  const folder = packageFolder(root)
  const place = read(join(folder, 'path.txt'))
  if (place === null || read(join(folder, 'dist', 'version'))?.replace(/^v/, '') !== version(root)) return null
  const executable = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), place)
  return existsSync(executable) ? executable : null
}

/** Why the tests under the real runtime can't run here, in a few words; null when they can. */
export function whyNoElectronTests(root: string): string | null {
  return installedRuntime(root) === null ? 'no Electron runtime' : whyNoWindow({ noSandbox: true })
}

/** The runtime as it lies there, or fetched now where its host can be reached; says no within seconds where not. */
export async function obtainRuntime(
  root: string,
  say: (line: string) => void,
  environment: Environment = process.env
): Promise<Runtime> {
  const present = installedRuntime(root, environment)
  if (present !== null) return { kind: 'present', executable: present }
  const address = artifactAddress(version(root), environment)
  const problem = await probe(address)
  if (problem !== null) return { kind: 'absent', why: `Electron’s runtime can’t be fetched (${problem})` }
  say(`Fetching Electron’s runtime from ${new URL(address).host}, about 120 MB, once…`)
  const fetched = await fetchRuntime(root, environment)
  const executable = fetched ? installedRuntime(root, environment) : null
  return executable === null
    ? { kind: 'absent', why: 'Electron’s runtime could not be fetched' }
    : { kind: 'present', executable }
}

/** The address that Electron's package would fetch; a mirror may be named as in its documentation. */
export function artifactAddress(
  electronVersion: string,
  environment: Environment = process.env,
  platform: string = process.platform,
  arch: string = process.arch
): string {
  function setting(name: string): string | undefined {
    const upper = name.toUpperCase()
    return (
      environment[`npm_config_electron_${name}`] ||
      environment[`NPM_CONFIG_ELECTRON_${upper}`] ||
      environment[`npm_package_config_electron_${name}`] ||
      environment[`ELECTRON_${upper}`]
    )
  }
  const tag = `v${electronVersion}`
  const mirror = setting('mirror') ?? 'https://github.com/electron/electron/releases/download/'
  const folder = (setting('custom_dir') ?? tag).replace('{{ version }}', electronVersion)
  const file = setting('custom_filename') ?? `electron-${tag}-${platform}-${arch}.zip`
  return `${mirror}${folder}/${file}`
}

/** Why the address can't be had, in a few words; null when it can. Redirects are followed, for the file lies behind one. */
export async function probe(address: string, limit = PROBE_LIMIT): Promise<string | null> {
  const host = URL.parse(address)?.host ?? address
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(limit) })
    return answer.ok ? null : `${host} answers ${answer.status}`
  } catch {
    return `${host} can’t be reached`
  }
}

function fetchRuntime(root: string, environment: Environment): Promise<boolean> {
  const child = spawn(process.execPath, [join(packageFolder(root), 'install.js')], {
    stdio: 'inherit',
    timeout: FETCH_LIMIT,
    env: { ...environment }
  })
  return new Promise(resolve => {
    child.once('error', () => resolve(false))
    child.once('exit', code => resolve(code === 0))
  })
}

function version(root: string): string {
  const text = readFileSync(join(packageFolder(root), 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

function packageFolder(root: string): string {
  return join(root, 'node_modules', 'electron')
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
