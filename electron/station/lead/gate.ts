import type { MethodName, Output } from '../../../shared/contract/contract.ts'
import type { BenchEvent } from '../../../shared/domain/bench.ts'
import { badgeBarcode } from '../../../shared/domain/scanning/commands.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import { needsLead } from '../../../shared/contract/needs-lead.ts'
import type { Core } from '../core/core.ts'
import { isAnsweredWhileLocked } from '../../../shared/contract/while-locked.ts'
import type { IdleLock } from './idle-lock.ts'
import type { LeadDoor } from './lead-door.ts'

interface Gate {
  readonly lead: LeadDoor
  readonly lock: IdleLock
  readonly core: Core
}

/**
 * Why this page may not call the method now with this input, which the contract has parsed; null: it may. What only a lead may is written into the
 * log with who does it, before it is done. Throws `StoreError` where the disk does not take that.
 */
export function refusalOf(gate: Gate, page: string, name: MethodName, input: unknown): 'needsLead' | 'locked' | null {
  const { lead, lock } = gate
  if (lock.isLocked && !isAnsweredWhileLocked(name)) return 'locked'
  // The contract parsed the input with the schema of this very name.
  if (!lead.isSet || !needsLead(name, input as never)) return null
  if (!lead.isOpenFor(page)) return 'needsLead'
  noteLead(gate, page, name, input)
  return null
}

/** A line of the log: this is done by the word of the lead at that page, or (null) at any. No line while there are no leads. */
export function noteLead(
  gate: Pick<Gate, 'lead' | 'core'>,
  page: string | null,
  act: MethodName | 'vouch' | 'vouchGtin',
  input: unknown
): void {
  const { lead, core } = gate
  if (!lead.isSet) return
  const packer = lead.leadAt(page)
  core.note('leadAct', orderIn(input), { act, ...(packer !== null && { packer }) })
}

/** Whether a lead's word is taken for what was scanned, which comes from no page; it is then written down. */
export function takesLeadsWord(gate: Pick<Gate, 'lead' | 'core'>, act: MethodName): boolean {
  if (!gate.lead.isAnyIn()) return false
  noteLead(gate, null, act, null)
  return true
}

function orderIn(input: unknown): number | null {
  return typeof input === 'object' && input !== null && 'orderId' in input && typeof input.orderId === 'number'
    ? input.orderId
    : null
}

/** Opens a station that locked itself: by a lead's PIN or, where there is no lead, by the number of a packer, who then is signed in. */
export async function openLock(
  station: Gate & { readonly act: (event: BenchEvent) => void },
  pin: string
): Promise<Output<'lock.open'>> {
  const { lead, lock, core } = station
  if (!lead.isSet) {
    if (!core.bench.packers.has(pin)) return { kind: 'wrong' }
    // On disk first: what nobody signed for stays shut.
    station.act({ kind: 'scan', scan: decodeScan(badgeBarcode(pin)) })
    lock.open()
    return { kind: 'open' }
  }
  const answer = await lead.whose(pin)
  if (answer.kind !== 'lead') return answer
  core.note('unlocked', null, { packer: answer.packer })
  lock.open()
  // What the table asked for is asked again.
  if (core.bench.feedback.message.code === 'locked') station.act({ kind: 'command', command: 'acknowledge' })
  return { kind: 'open' }
}
