import { z } from 'zod'
import { method } from './method.ts'

/** Screens where a scan is about what they show, whichever scanner read it. */
export const DESKS = ['courier', 'handover', 'problems', 'orders', 'supplies', 'history'] as const
export type Desk = (typeof DESKS)[number]

/** The contract's methods about the page's own desks. */
export const deskMethods = {
  /**
   * From here on what the program's own scanners read goes to this page as `deskScan`; null: to the packing table again. Of several
   * pages the last word counts; a page that is gone has no desk.
   */
  'desk.open': method<void>()(z.object({ desk: z.enum(DESKS).nullable() })),
  /** The page has this scan: one that it never had when it is gone is told as lost. */
  'desk.took': method<void>()(z.object({ id: z.string().min(1).max(64) }))
} as const
