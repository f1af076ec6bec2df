import { z } from 'zod'
import { restoreSeparator } from './gs1.ts'

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

/** A scan without what its scanner adds; the AIM identifier, which some put before their own prefix, stays. */
export function cleanScan(text: string, { before, after, gs }: Cleaning): string {
  const aim = before !== '' && !text.startsWith(before) ? (AIM.exec(text)?.[0] ?? '') : ''
  let rest = text.slice(aim.length)
  if (before !== '' && rest.startsWith(before)) rest = rest.slice(before.length)
  if (after !== '' && rest.endsWith(after)) rest = rest.slice(0, rest.length - after.length)
  return gs === '' ? aim + rest : aim + restoreSeparator(rest, gs)
}
