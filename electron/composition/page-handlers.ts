import type { MethodName } from '../../shared/contract/contract.ts'
import { openLock } from '../station/lead/gate.ts'
import type { Station } from '../station/station.ts'
import type { Handlers } from '../station/methods/methods.ts'
import type { Desks } from './desks.ts'

type PageMethod = Extract<MethodName, `desk.${string}` | `lead.${string}` | `lock.${string}`>

/** The methods whose answer depends on which page calls; `station` undefined: none is at work. */
export function pageHandlers(options: {
  readonly page: string
  readonly desks: Desks
  readonly station: Station | undefined
}): Handlers<PageMethod> {
  const { page, desks, station } = options
  const lead = station?.lead
  return {
    'desk.open': ({ desk }) => desks.tell(page, desk !== null),
    'desk.took': ({ id }) => desks.took(id),
    'lead.enter': ({ pin }) => lead?.enter(page, pin) ?? { kind: 'wrong' },
    'lock.open': ({ pin }) => (station === undefined ? { kind: 'wrong' } : openLock(station, pin)),
    'lock.now': () => station?.lock.lock(),
    'lock.alive': () => station?.lock.alive(),
    'lead.leave': () => lead?.leave(page),
    'lead.setPin': ({ packerId, pin }) => lead?.setPin(packerId, pin) ?? 'noPacker'
  }
}
