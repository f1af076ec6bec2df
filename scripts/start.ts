import { spawn } from 'node:child_process'
import { OPTIONS_HELP, parseHostOptions } from '../electron/host-options.ts'
import { buildIfStale } from './build-if-stale.ts'
import { obtainRuntime } from './electron-runtime.ts'
import { ROOT } from './repository.ts'
import { whyNoWindow } from './window-system.ts'

/** Starts the station under Electron, or in a browser where Electron can't run; `--browser` asks for the latter at once. */
async function start(all: readonly string[]): Promise<void> {
  const wantsBrowser = all.includes('--browser')
  // Chromium's own switch goes to Electron as it is.
  const noSandbox = all.includes('--no-sandbox')
  const args = all.filter(argument => argument !== '--browser' && argument !== '--no-sandbox')
  const parsed = parseHostOptions(args)
  if (parsed.kind === 'wrong' || parsed.options.help) {
    if (parsed.kind === 'wrong') console.error(`${parsed.message}\n`)
    console.log(`npm start -- [options]\n\n${OPTIONS_HELP}\n  --browser      the page in a browser, without Electron`)
    process.exitCode = parsed.kind === 'wrong' ? 2 : 0
    return
  }
  if (!buildIfStale(ROOT, say)) {
    process.exitCode = 1
    return
  }
  const reason = wantsBrowser ? null : await runElectron(args, noSandbox)
  if (reason === 'ran') return
  if (reason !== null) say(`${reason}: the page opens in a browser instead.`)
  const { main } = await import('../electron/browser/main.ts')
  await main(args)
}

/** Runs the Electron host to its end; otherwise why it can't run here, as the start of a sentence. */
async function runElectron(args: readonly string[], noSandbox: boolean): Promise<string> {
  const obstacle = whyNoWindow({ noSandbox })
  if (obstacle !== null) return obstacle
  const runtime = await obtainRuntime(ROOT, say)
  if (runtime.kind === 'absent') return runtime.why
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(runtime.executable, [...(noSandbox ? ['--no-sandbox'] : []), ROOT, ...args], {
      stdio: 'inherit'
    })
    child.once('error', reject)
    child.once('exit', (ended, signal) => resolve(ended ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
    // npm passes signals on to this process alone; Ctrl+C reaches both, and Electron stops at the first.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  })
  if (code !== 0) say(`Electron ended with code ${code}; “npm start -- --browser” does without it.`)
  process.exitCode = code
  return 'ran'
}

function say(line: string): void {
  console.log(line)
}

await start(process.argv.slice(2))
