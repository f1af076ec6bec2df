import { z } from 'zod'
import { restoreSeparator } from '../codes/gs1.ts'

/** What one scanner adds to every scan and writes in place of GS, as its check found; empty: nothing. */
export const cleaningSchema = z.object({
  before: z.string().max(20),
  after: z.string().max(20),
  gs: z.string().max(12)
})
export type Cleaning = z.infer<typeof cleaningSchema>

/** A scanner that sends what it reads. */
export const NO_CLEANING: Cleaning = { before: '', after: '', gs: '' }

const AIM = /^\][A-Za-z][0-9]/

/** What a scan has of the things that its scanner is known to add. */
export function addedTo(text: string, { before, after }: Cleaning): Pick<Cleaning, 'before' | 'after'> {
  const aim = aimOf(text, before)
  const rest = text.slice(aim.length)
  const start = rest.startsWith(before) ? before : ''
  return { before: start, after: rest.slice(start.length).endsWith(after) ? after : '' }
}

/** A scan without what its scanner adds; the AIM identifier, which some put before their own prefix, stays. */
export function cleanScan(text: string, cleaning: Cleaning): string {
  const aim = aimOf(text, cleaning.before)
  const { before, after } = addedTo(text, cleaning)
  return aim + restoreSeparator(text.slice(aim.length + before.length, text.length - after.length), cleaning.gs)
}

function aimOf(text: string, before: string): string {
  return text.startsWith(before) ? '' : (AIM.exec(text)?.[0] ?? '')
}
