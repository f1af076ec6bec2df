import { z } from 'zod'
import { cleaningSchema, NO_CLEANING } from './scan-cleaning.ts'

/** How a scanner on a serial port marks the end of what it read; `any`: CR, LF, Tab or ETX; `pause`: it just falls silent. */
export const SCAN_SUFFIXES = ['any', 'cr', 'lf', 'crlf', 'tab', 'etx', 'pause'] as const
export type ScanSuffix = (typeof SCAN_SUFFIXES)[number]

/** `auto`: UTF-8 where the bytes are that, Windows-1251 otherwise. */
export const SCAN_ENCODINGS = ['auto', 'utf8', 'windows1251'] as const
export type ScanEncoding = (typeof SCAN_ENCODINGS)[number]

/** Of a scanner as a person knows it: whose it is, or at which hand it lies. */
const name = z.string().trim().min(1).max(40)
/** What its maker wrote into it; null: it has none, or nobody looked. */
const serialNumber = z.string().min(1).max(200).nullable().default(null)
/** What is taken off each of its scans. */
const cleaning = cleaningSchema.default(NO_CLEANING)

const serialSchema = z.object({
  kind: z.literal('serial'),
  name,
  /** Where it was seen last; with a serial number it is found on any other port too. */
  path: z.string().min(1).max(300),
  serialNumber,
  baudRate: z.number().int().min(300).max(921_600).default(9600),
  dataBits: z.literal([7, 8]).default(8),
  stopBits: z.literal([1, 2]).default(1),
  parity: z.enum(['none', 'even', 'odd', 'mark', 'space']).default('none'),
  suffix: z.enum(SCAN_SUFFIXES).default('any'),
  encoding: z.enum(SCAN_ENCODINGS).default('auto'),
  cleaning
})

const hidSchema = z.object({
  kind: z.literal('hid'),
  name,
  vendorId: z.number().int().min(0).max(0xffff),
  productId: z.number().int().min(0).max(0xffff),
  serialNumber,
  cleaning
})

const scannerSchema = z.discriminatedUnion('kind', [serialSchema, hidSchema])

/** The scanners of one table. */
export const scannersSchema = z.array(scannerSchema).max(8)

/** A scanner that the program opens itself; one that types like a keyboard needs no setting up. */
export type ScannerSetting = z.infer<typeof scannerSchema>
export type SerialScannerSetting = z.infer<typeof serialSchema>
/** A USB scanner in its HID POS mode; without a serial number any of its make and model. */
export type HidScannerSetting = z.infer<typeof hidSchema>

/** A serial scanner as most of them come out of the box: 9600 baud, 8-N-1, any suffix. */
export function usualSerialScanner(found: {
  readonly name: string
  readonly path: string
  readonly serialNumber: string | null
}): SerialScannerSetting {
  return serialSchema.parse({ kind: 'serial', ...found })
}

const olderSchema = z.object({
  scanners: z.undefined().optional(),
  serialScanner: z.object({ path: z.string().min(1), baudRate: z.number().default(9600) })
})

/** Stored settings with the one scanner of an older version put among the scanners; anything else as it is. */
export function withOlderScanner(stored: unknown): unknown {
  const older = olderSchema.safeParse(stored)
  if (!older.success || typeof stored !== 'object') return stored
  const { path, baudRate } = older.data.serialScanner
  return { ...stored, scanners: [{ kind: 'serial', name: path.slice(-40), path, baudRate }] }
}
