import type { MethodName } from '../../../shared/contract/contract.ts'
import { needsLead } from '../../../shared/contract/needs-lead.ts'
import type { Core } from '../core/core.ts'
import type { LeadDoor } from './lead-door.ts'

interface Gate {
  readonly lead: LeadDoor
  readonly core: Core
}

/**
 * Whether this page may call the method with this input, which the contract has parsed. What only a lead may is written into the
 * log with who does it, before it is done. Throws `StoreError` where the disk does not take that.
 */
export function allow(gate: Gate, page: string, name: MethodName, input: unknown): boolean {
  const { lead } = gate
  // The contract parsed the input with the schema of this very name.
  if (!lead.isSet || !needsLead(name, input as never)) return true
  if (!lead.isOpenFor(page)) return false
  noteLead(gate, page, name, input)
  return true
}

/** A line of the log: this is done by the word of the lead at that page, or (null) at any. No line while there are no leads. */
export function noteLead(gate: Gate, page: string | null, act: MethodName | 'vouch', input: unknown): void {
  const { lead, core } = gate
  if (!lead.isSet) return
  const packer = lead.leadAt(page)
  core.note('leadAct', orderIn(input), { act, ...(packer !== null && { packer }) })
}

function orderIn(input: unknown): number | null {
  return typeof input === 'object' && input !== null && 'orderId' in input && typeof input.orderId === 'number'
    ? input.orderId
    : null
}
