import type { ListTopic } from '../../../shared/contract/topics.ts'
import type { Core } from '../core/core.ts'
import type { Clock, Log, SecretsPort, StorePort } from '../ports/ports.ts'
import { IdleLock } from './idle-lock.ts'
import { LeadDoor } from './lead-door.ts'

/** What is a lead's alone and the lock of a station without anybody; `core` is asked later, when there is one. */
export function createGate(
  parts: { readonly store: StorePort; readonly clock: Clock; readonly secrets: SecretsPort; readonly log: Log },
  station: {
    readonly core: () => Core
    /** Nobody checks a scanner any more. */
    readonly onLock: () => void
    readonly onChange: (topics?: readonly ListTopic[]) => void
  }
): { readonly lead: LeadDoor; readonly lock: IdleLock } {
  const { store, clock, secrets, log } = parts
  const { core, onLock, onChange } = station
  const packers = () => core().bench.packers
  const lead = new LeadDoor({
    store,
    clock,
    secrets,
    packers,
    onChange: () => onChange(['setup']),
    // The history knows who was signed in then.
    onMiss: () => core().note('pinMissed', null)
  })
  const lock = new IdleLock({
    clock,
    minutes: () => core().bench.settings.lockMinutes,
    mayLock: () => lead.isSet || packers().size > 0,
    onChange(isLocked) {
      // Whoever opens it again need not be the lead who was there.
      if (isLocked) lead.endTurns()
      onChange()
      if (!isLocked) return
      onLock()
      try {
        // The history knows when nobody was there.
        core().note('locked', null)
      } catch (error) {
        // A disk that takes nothing is told on the stage; the lock is no less locked.
        log.error({ error }, 'that the station locked itself could not be written down')
      }
    }
  })
  return { lead, lock }
}
