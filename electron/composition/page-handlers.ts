import type { MethodName } from '../../shared/contract/contract.ts'
import type { LeadDoor } from '../station/lead/lead-door.ts'
import type { Handlers } from '../station/methods/methods.ts'
import type { Desks } from './desks.ts'

type PageMethod = Extract<MethodName, `desk.${string}` | `lead.${string}`>

/** The methods whose answer depends on which page calls; `lead` undefined: no station is at work. */
export function pageHandlers(options: {
  readonly page: string
  readonly desks: Desks
  readonly lead: LeadDoor | undefined
}): Handlers<PageMethod> {
  const { page, desks, lead } = options
  return {
    'desk.open': ({ desk }) => desks.tell(page, desk !== null),
    'lead.enter': ({ pin }) => lead?.enter(page, pin) ?? { kind: 'wrong' },
    'lead.leave': () => lead?.leave(page),
    'lead.setPin': ({ packerId, pin }) => lead?.setPin(packerId, pin) ?? 'noPacker'
  }
}
