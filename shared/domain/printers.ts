import { z } from 'zod'

/** CUPS: no spaces, slashes or #; a leading hyphen would be taken for an option of its commands. */
const QUEUE_NAME = /^[^\s/#-][^\s/#]{0,126}$/

const LP_NODE = /^\/dev\/usb\/lp[0-9]{1,3}$/

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
  /** On a node of Linux' own driver for USB printers; with a serial number, on whichever of them it is. */
  z.object({
    kind: z.literal('lp'),
    path: z.string().regex(LP_NODE),
    serialNumber: z.string().min(1).max(126).nullable()
  }),
  /** On a COM port or a USB-serial adapter, 8-N-1 with XON/XOFF. */
  z.object({
    kind: z.literal('serial'),
    path: z.string().min(1).max(253),
    baudRate: z.number().int().min(300).max(921_600).default(9600)
  }),
  /** A queue of the system's print service. */
  z.object({ kind: z.literal('queue'), queue: z.string().regex(QUEUE_NAME) })
])
export type PrinterSettings = z.infer<typeof printerSchema>
