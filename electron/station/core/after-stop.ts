import type { StorePort } from '../ports/ports.ts'
import type { Core } from './core.ts'

type Restored = Pick<StorePort, 'isRestored' | 'restoredSettled'>

/** What was being sent when the station stopped is looked up first; of a copy also what waited: it may have been sent since. */
export function settleIntents(core: Core, { isRestored }: Restored): void {
  const lost = core.outbox
    .all()
    .filter(({ state }) => state.kind === 'sending' || (isRestored && state.kind === 'waiting'))
  const attempts = 1
  if (lost.length > 0) core.saveIntents(lost.map(intent => ({ ...intent, state: { kind: 'unknown', attempts } })))
}

/** Rows could not be read: what hung on them goes on. */
export function settleRows(core: Core): void {
  const queued = core.outbox.all().map(({ body }) => body)
  core.dispatch({ kind: 'rowsLost', queued }, { areRowsHealed: true })
}

/** Labels that wait in a copy may be out: they are called back, and print when they are asked for. The last step of a restore. */
export function settleLabels(core: Core, store: Restored): void {
  if (!store.isRestored) return
  const jobIds = [...core.bench.jobs.inState('intended')].map(({ id }) => id)
  if (jobIds.length > 0) core.dispatch({ kind: 'labelsExpired', jobIds })
  store.restoredSettled()
}
