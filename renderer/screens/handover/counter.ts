import type { IdentityAnswer } from '../../../shared/contract/pickup-methods.ts'
import type { Message } from '../../../shared/domain/messages.ts'
import type { HandoverOutcome } from '../../../shared/domain/schemes/scheme.ts'

/** What is said to whoever stands at the counter, of the last thing that was done there. */
export type Said =
  | IdentityAnswer
  /** `passcodeFirst`: a parcel before its buyer's passcode; `whichParcel`: there are several to turn down. */
  | { readonly kind: 'asking' | 'notScanned' | 'passcodeFirst' | 'whichParcel' | 'bothBusy' }
  /** A parcel that can't be given out: another buyer's, one that is told already, one that is not ready. */
  | { readonly kind: 'otherParcel' | 'alreadyTold' | 'notReady'; readonly orderId: number }
  /** The station does not take it, and why. */
  | { readonly kind: 'notTaken'; readonly why: Message }
  | { readonly kind: 'told'; readonly outcome: HandoverOutcome }

/** One buyer at the counter. */
export interface Buyer {
  readonly id: number
  readonly orderCode: string
  readonly passcode: string
  /** The passcode was the order's. */
  readonly isKnown: boolean
  /** Null: nothing yet. */
  readonly said: Said | null
  /** How many scans there were: each leads the hand to the next field. */
  readonly scans: number
}

/** The counter as it stands; nothing of it outlives the page. */
export interface Counter {
  /** One, or two side by side. */
  readonly buyers: readonly Buyer[]
  /** Whom the next scan or key is about. */
  readonly currentId: number
  /** When the next passcode may be asked for (ms of the page's monotonic clock). */
  readonly freeAt: number
}

/** Buyers who can be served at a time. */
const BUYERS_MAX = 2

/** A place at the counter that nobody stands at. */
function nobody(id: number): Buyer {
  return { id, orderCode: '', passcode: '', isKnown: false, said: null, scans: 0 }
}

export const NOBODY_YET: Counter = { buyers: [nobody(1)], currentId: 1, freeAt: 0 }

/** Whom the next scan or key is about. */
export function currentOf({ buyers, currentId }: Counter): Buyer {
  const buyer = buyers.find(({ id }) => id === currentId) ?? buyers[0]
  if (buyer === undefined) throw new Error('a counter without a place')
  return buyer
}

/** The counter with one buyer changed; what was said of something else is no longer so. */
export function withBuyer(counter: Counter, id: number, part: Partial<Buyer>): Counter {
  const buyers = counter.buyers.map(buyer => (buyer.id === id ? { ...buyer, said: null, ...part } : buyer))
  return { ...counter, buyers }
}

/** One more place beside the others, and it is the current one; full, or with an empty one, that one. */
export function withAnother(counter: Counter): Counter {
  const free = counter.buyers.find(({ orderCode }) => orderCode === '')
  if (free !== undefined) return { ...counter, currentId: free.id }
  if (counter.buyers.length >= BUYERS_MAX) return counter
  const id = Math.max(...counter.buyers.map(buyer => buyer.id)) + 1
  return { ...counter, buyers: [...counter.buyers, nobody(id)], currentId: id }
}

/** The counter when a buyer has gone: who stood beside comes to the turn. */
export function withoutBuyer(counter: Counter, id: number): Counter {
  const rest = counter.buyers.filter(buyer => buyer.id !== id)
  const [next] = rest
  if (next !== undefined) return { ...counter, buyers: rest, currentId: next.id }
  return { ...counter, buyers: [nobody(id + 1)], currentId: id + 1 }
}
