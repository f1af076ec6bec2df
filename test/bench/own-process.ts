import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Work } from './packing-work.ts'

/** What a station's own process found out: nothing that was measured before has left anything in its heap. */
export async function inOwnProcess(work: Work): Promise<unknown> {
  const child = fork(new URL('packing-station.ts', import.meta.url), [JSON.stringify(work)])
  const gone = once(child, 'exit').then(([code]: unknown[]) =>
    Promise.reject(new Error(`bench: a station ended with ${String(code)}`))
  )
  const [result]: unknown[] = await Promise.race([once(child, 'message'), gone])
  gone.catch(() => undefined)
  if (child.exitCode === null) await once(child, 'exit')
  return result
}
