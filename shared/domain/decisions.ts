/** Verdicts on a code after which it may travel (published list of `decision` values). */
const FINE: readonly string[] = [
  'filled',
  'sgtinIntroduced',
  'sgtinSoldB2B',
  'imeiMaySell',
  'imeiSoldB2B',
  'deadlineExceeded'
]

/** Verdicts that say that no code stands there. */
const NOT_SET: readonly string[] = ['optional', 'required']

/** Whether the marketplace has finished looking at the code; only `pending` says that it has not. */
export function isSettledDecision(decision: string): boolean {
  return decision !== 'pending'
}

/** Whether the code is turned down; a verdict that nobody has heard of is never taken as fine. */
export function isRefusedDecision(decision: string): boolean {
  return decision !== 'pending' && !FINE.includes(decision) && !NOT_SET.includes(decision)
}

/** Whether the verdict says that the marketplace holds no code under the key. */
export function isUnsetDecision(decision: string): boolean {
  return NOT_SET.includes(decision)
}
