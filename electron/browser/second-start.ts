import { setTimeout as sleep } from 'node:timers/promises'
import { readHolder } from '../instance-lock.ts'
import type { Control, LockHolder } from '../instance-lock.ts'

const POLL_MS = 200

export type SecondStart =
  /** The station that runs already gives addresses to open. */
  | { readonly kind: 'address'; readonly mintAddress: () => Promise<string> }
  | { readonly kind: 'desktop'; readonly pid: number }
  /** Alive and silent; `pid` null: nobody knows which one. */
  | { readonly kind: 'silent'; readonly pid: number | null }
  /** It ended meanwhile, or has only begun: start as the first, if that is possible now. */
  | { readonly kind: 'gone' }

/** Asks the station that holds the directory for a launch address; it may still be starting or stopping, so it is given until `deadline` (monotonic ms). */
export async function askFirst(dataDirectory: string, deadline: number): Promise<SecondStart> {
  for (;;) {
    const holder: LockHolder | null = readHolder(dataDirectory)
    if (holder === null) {
      if (performance.now() > deadline) return { kind: 'silent', pid: null }
      await sleep(POLL_MS)
      return { kind: 'gone' }
    }
    if (holder.host === 'desktop') return { kind: 'desktop', pid: holder.pid }
    const control = holder.control
    if (control !== null && (await answers(control))) {
      return { kind: 'address', mintAddress: () => requestAddress(control) }
    }
    if (performance.now() > deadline) return { kind: 'silent', pid: holder.pid }
    await sleep(POLL_MS)
  }
}

async function answers(control: Control): Promise<boolean> {
  return requestAddress(control).then(
    () => true,
    () => false
  )
}

async function requestAddress(control: Control): Promise<string> {
  const own = `http://127.0.0.1:${control.port}`
  const response = await fetch(`${own}/control/launch`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${control.secret}` },
    signal: AbortSignal.timeout(3000)
  })
  const text = response.ok ? await response.text() : ''
  // Whatever listens on that port now, only an address of its own page is opened.
  if (!text.startsWith(`${own}/?key=`)) throw new Error('the station gave no address')
  return text
}
