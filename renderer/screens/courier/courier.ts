import type { CourierParcel } from '../../../shared/contract/courier-methods.ts'
import type { Message } from '../../../shared/domain/messages.ts'
import type { HandoverOutcome } from '../../../shared/domain/schemes/scheme.ts'

/** A parcel with which the courier is back, or of which he brought word. */
export interface Returned {
  readonly orderId: number
  /** The buyer's; '' = not here yet. */
  readonly code: string
  readonly outcome: HandoverOutcome
}

/** The desk of the seller's courier as it stands; nothing of it outlives the page. */
export interface CourierDesk {
  /** Scanned, and about to leave. */
  readonly loading: readonly number[]
  readonly back: readonly Returned[]
  /** Whose buyer's code comes next. */
  readonly atId: number | null
  /** Why the last scan did nothing; null: it did. */
  readonly said:
    | { readonly kind: 'notParcel' | 'notCode' }
    /** The station does not take it, and why; the piles are as they were. */
    | { readonly kind: 'notTaken'; readonly why: Message }
    /** The others have left; these lie on the pile still, and must not go. */
    | { readonly kind: 'stay'; readonly orderIds: readonly number[] }
    /** They bear labels with a former time: the next word that all leave means it. */
    | { readonly kind: 'oldLabels'; readonly orderIds: readonly number[] }
    /** `state`: null: no such order is here. */
    | { readonly kind: 'notNow'; readonly orderId: number; readonly state: CourierParcel['state'] | null }
    | null
}

export const NOTHING_LOADED: CourierDesk = { loading: [], back: [], atId: null, said: null }
