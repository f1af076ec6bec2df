/** How near a deadline is: amber under 24 hours, red under 6, then past. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'over'

const HOUR = 60 * 60 * 1000
/** Under this the time left is amber (ms). */
const SOON_MS = 24 * HOUR
/** Under this it is red (ms). */
const URGENT_MS = 6 * HOUR

/** The urgency of what ends at `deadlineAt`, both in Unix ms. */
export function urgencyOf(deadlineAt: number, now: number): Urgency {
  const left = deadlineAt - now
  if (left <= 0) return 'over'
  if (left < URGENT_MS) return 'urgent'
  return left < SOON_MS ? 'soon' : 'calm'
}
