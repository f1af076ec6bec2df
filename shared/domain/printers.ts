import { z } from 'zod'

/** Windows allows nearly anything, `\\server\queue` too; what CUPS would choke on, its side refuses. */
const QUEUE_NAME = /^[^\p{Cc}]*[^\p{Cc}\s][^\p{Cc}]*$/u

/** Which printer, and how it is reached. */
export const printerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('practice') }),
  z.object({
    kind: z.literal('tcp'),
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535).default(9100)
  }),
  /** On USB; an empty serial number fits any printer of that make. */
  z.object({
    kind: z.literal('usb'),
    vendorId: z.number().int().min(0).max(0xffff),
    productId: z.number().int().min(0).max(0xffff),
    serialNumber: z.string().max(126),
    name: z.string().max(253)
  }),
  /** On a COM port or a USB-serial adapter, 8-N-1 with XON/XOFF. */
  z.object({
    kind: z.literal('serial'),
    path: z.string().min(1).max(253),
    baudRate: z.number().int().min(300).max(921_600).default(9600)
  }),
  /** A queue of the system's print service. */
  z.object({ kind: z.literal('queue'), queue: z.string().max(260).regex(QUEUE_NAME) }),
  /** A folder from which another program prints: every label becomes a file in it. */
  z.object({
    kind: z.literal('folder'),
    path: z.string().min(1).max(1024),
    extension: z
      .string()
      .regex(/^[A-Za-z0-9]{1,16}$/)
      .default('zpl')
  })
])
export type PrinterSettings = z.infer<typeof printerSchema>
