import type { ListTopic } from '../../../shared/contract/topics.ts'
import type { Core } from '../core/core.ts'
import type { Clock, SecretsPort, StorePort } from '../ports/ports.ts'
import { IdleLock } from './idle-lock.ts'
import { LeadDoor } from './lead-door.ts'

/** What is a lead's alone and the lock of a station without anybody; `core` is asked later, when there is one. */
export function createGate(
  parts: { readonly store: StorePort; readonly clock: Clock; readonly secrets: SecretsPort },
  station: {
    readonly core: () => Core
    /** Nobody checks a scanner any more. */
    readonly onLock: () => void
    readonly onChange: (topics?: readonly ListTopic[]) => void
  }
): { readonly lead: LeadDoor; readonly lock: IdleLock } {
  const { store, clock, secrets } = parts
  const { core, onLock, onChange } = station
  const packers = () => core().bench.packers
  const lead = new LeadDoor({ store, clock, secrets, packers, onChange: () => onChange(['setup']) })
  const lock = new IdleLock({
    clock,
    minutes: () => core().bench.settings.lockMinutes,
    mayLock: () => lead.isSet || packers().size > 0,
    onChange(isLocked) {
      if (isLocked) {
        onLock()
        // The history knows when nobody was there.
        core().note('locked', null)
      }
      onChange()
    }
  })
  return { lead, lock }
}
