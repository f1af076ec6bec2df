import type { Host } from '../../electron/host.ts'
import type { MethodName, Output, StationApi } from '../../shared/contract/contract.ts'
import type { View } from '../../shared/view/view.ts'
import { PATIENCE_MS, until } from './until.ts'

/** A host with everything that a station needs, its page and its keyring aside. */
export function hostFor(parts: {
  readonly dataDirectory: string
  readonly marketplaceUrl: string
  readonly vault: { token: string | null }
}): Host {
  const { dataDirectory, marketplaceUrl, vault } = parts
  return {
    dataDirectory,
    marketplaceUrl,
    vault: {
      strength: async () => 'none',
      read: async () => vault.token,
      write: async token => void (vault.token = token)
    },
    labelWorker: new URL('../../electron/labels/label-worker.ts', import.meta.url),
    answerWorker: new URL('../../electron/api/answers/answer-worker.ts', import.meta.url),
    backupWorker: new URL('../../electron/store/backup-worker.ts', import.meta.url),
    marketplaceWorker: new URL('../../electron/practice/marketplace-worker.ts', import.meta.url)
  }
}

/** Runs a method as a host does; throws when the station refuses the call. */
export async function callStation<N extends MethodName>(api: StationApi, name: N, input: unknown): Promise<Output<N>> {
  const result = await api.invoke(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.kind}: ${result.error.message}`)
  // The station answers a name with that name's output; the union of all names can't say so.
  return result.value as Output<N>
}

/** Settles with the first view that is as wanted, the present one included; fails after `withinMs` with what is there. */
export function awaitView(wanted: {
  readonly what: string
  readonly test: (view: View) => boolean
  readonly withinMs: number | undefined
  readonly view: () => View
  readonly listeners: Set<(view: View) => void>
}): Promise<View> {
  const { what, test, withinMs = PATIENCE_MS, view, listeners } = wanted
  return new Promise((resolve, reject) => {
    let isFound = false
    const look = (next: View): void => {
      if (isFound || !test(next)) return
      isFound = true
      listeners.delete(look)
      resolve(next)
    }
    listeners.add(look)
    look(view())
    until(what, () => isFound, withinMs).catch((error: Error) => {
      listeners.delete(look)
      reject(new Error(`${error.message}; there is ${summary(view())}`))
    })
  })
}

function summary({ feedback, order, network, counts, printers, batch }: View): string {
  const steps = order?.steps.map(({ kind, state }) => `${kind} ${state}`)
  return JSON.stringify({ message: feedback.message, steps, network, counts, printers, batch })
}
