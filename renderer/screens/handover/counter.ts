import type { IdentityAnswer } from '../../../shared/contract/pickup-methods.ts'

/** The counter as it stands; nothing of it outlives the page. */
export interface Handover {
  readonly orderCode: string
  readonly passcode: string
  /** What is said of the two codes; null: nothing yet. */
  readonly said: IdentityAnswer | { readonly kind: 'asking' | 'notScanned' } | null
  /** How many scans there were: each leads the hand to the next field. */
  readonly scans: number
  /** When the next passcode may be asked for (ms of the page's monotonic clock). */
  readonly freeAt: number
}

export const NOBODY: Handover = { orderCode: '', passcode: '', said: null, scans: 0, freeAt: 0 }
