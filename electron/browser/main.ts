import { join } from 'node:path'
import { OPTIONS_HELP, parseHostOptions } from '../host-options.ts'
import { keepPausesSmall } from '../small-pauses.ts'
import { trustSystemCertificates } from './certificates.ts'
import { startTrouble } from '../start-trouble.ts'
import { startBrowserHost } from './host.ts'
import type { BrowserHost } from './host.ts'

/** A station that cannot stop in this time is ended: what was beeped is on disk since the beep, ms. */
const STOP_LIMIT = 15_000

/** The browser host as a program: runs until a signal ends it, and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const parsed = parseHostOptions(args)
  if (parsed.kind === 'wrong') {
    console.error(`${parsed.message}\n\n${OPTIONS_HELP}`)
    process.exitCode = 2
    return
  }
  if (parsed.options.help) return console.log(OPTIONS_HELP)
  keepPausesSmall()
  const ending = untilSignal()
  trustSystemCertificates()
  const host = await startBrowserHost(parsed.options, {
    loadCompose: async () => (await import('../compose.ts')).compose,
    say: line => console.log(line),
    built: join(import.meta.dirname, '..', '..', 'out')
  }).catch((error: unknown): BrowserHost => {
    const trouble = startTrouble(error, parsed.options.dataDirectory)
    if (trouble === null) throw error
    console.error(`Verstak did not start. ${trouble.en}\n\nVerstak не запустился. ${trouble.ru}`)
    return { kind: 'ended', code: 1 }
  })
  if (host.kind === 'ended') {
    process.exitCode = host.code
    return
  }
  await ending
  const limit = setTimeout(() => {
    console.error('Verstak did not stop in time.')
    process.exit(1)
  }, STOP_LIMIT)
  await host.close()
  clearTimeout(limit)
}

/** Settles at the first wish to end; a second one ends the process at once. npm passes Ctrl+C on, so it comes twice by itself. */
function untilSignal(): Promise<void> {
  return new Promise(resolve => {
    let askedAt: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (askedAt !== null && performance.now() - askedAt > 1000) process.exit(130)
        askedAt ??= performance.now()
        resolve()
      })
    }
  })
}

if (import.meta.main) await main(process.argv.slice(2))
