import { z } from 'zod'

/** CUPS: no spaces, slashes or #; a leading hyphen would be taken for an option of its commands. */
const QUEUE_NAME = /^[^\s/#-][^\s/#]{0,126}$/

/** Which printer, and how it is reached. */
export const printerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('practice') }),
  z.object({
    kind: z.literal('tcp'),
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535).default(9100)
  }),
  /** A queue of the system's print service. */
  z.object({ kind: z.literal('queue'), queue: z.string().regex(QUEUE_NAME) })
])
