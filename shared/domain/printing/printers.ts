import { z } from 'zod'
import { profileSchema } from './media.ts'
import { LABEL_KINDS } from './print-jobs.ts'

/** Windows allows nearly anything, `\\server\queue` too; what CUPS would choke on, its side refuses. */
const QUEUE_NAME = /^[^\p{Cc}]*[^\p{Cc}\s][^\p{Cc}]*$/u

const LP_NODE = /^\/dev\/usb\/lp[0-9]{1,3}$/

/** How a printer is reached. */
const linkSchema = z.discriminatedUnion('kind', [
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
export type PrinterLink = z.infer<typeof linkSchema>

const idSchema = z.string().regex(/^[0-9a-z]{1,16}$/)

/** One printer of the station: its name, how it is reached and what it is. */
const printerSchema = profileSchema.extend({
  id: idSchema,
  name: z.string().trim().min(1).max(40),
  link: linkSchema
})
export type PrinterSetting = z.infer<typeof printerSchema>

/** The station's printers, each with an id of its own. */
export const printersSchema = z
  .array(printerSchema)
  .max(8)
  .refine(printers => new Set(printers.map(({ id }) => id)).size === printers.length, 'two printers with one id')

/** Which printer a kind of label goes to, and which one steps in when that one can't print; a kind left out goes where it can. */
export const routesSchema = z.partialRecord(
  z.enum(LABEL_KINDS),
  z.object({ printerId: idSchema, fallbackId: idSchema.nullable().default(null) })
)

/** A 203 dpi label printer with 58 × 40 mm labels, as most of them come. */
export function usualPrinter(found: Pick<PrinterSetting, 'id' | 'name' | 'link'>): PrinterSetting {
  return printerSchema.parse(found)
}

const olderSchema = z.object({
  printers: z.undefined().optional(),
  media: z.unknown(),
  printer: z.union([z.object({ kind: z.literal('none') }), linkSchema])
})

/** Stored settings with the one printer of an older version put among the printers; anything else as it is. */
export function withOlderPrinter(stored: unknown): unknown {
  const older = olderSchema.safeParse(stored)
  if (!older.success || typeof stored !== 'object') return stored
  const { printer: link, media } = older.data
  const found = link.kind === 'none' ? [] : [{ id: '1', name: nameOf(link), link, media }]
  return { ...stored, printers: found }
}

function nameOf(link: PrinterLink): string {
  const name = link.kind === 'tcp' ? link.host : link.kind === 'usb' ? link.name : ''
  return name.trim().slice(0, 40) || link.kind
}
