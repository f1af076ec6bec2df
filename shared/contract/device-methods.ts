import { z } from 'zod'
import { META_KEYS } from '../domain/orders/orders.ts'
import { isPlaceName } from '../domain/scanning/commands.ts'
import { method } from './method.ts'
import type { LabelCount } from './method.ts'

const nothing = z.undefined()
const printerId = z.string()
const orderId = z.number().int().positive()

/** The labels that a printer can be asked to print of itself. */
const OWN_TESTS = ['test', 'calibration'] as const
export type OwnTest = (typeof OWN_TESTS)[number]

export interface ListedHidScanner {
  readonly vendorId: number
  readonly productId: number
  readonly maker: string
  readonly model: string
  readonly serialNumber: string
}

export interface ListedSerialPort {
  readonly path: string
  readonly maker: string
  readonly serialNumber: string
}

export interface ListedUsbPrinter {
  readonly vendorId: number
  readonly productId: number
  readonly serialNumber: string
  readonly name: string
}

/** A USB printer that Linux's own driver holds, under `/dev/usb/`. */
export interface ListedLpPrinter {
  readonly path: string
  readonly name: string
  readonly serialNumber: string | null
}

/** Labels that a person asks for: the station fills in what stands on them. */
const labelSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('packingSlip'), orderId }),
  /** For the courier, on a receipt. */
  z.object({ kind: z.literal('routeSheet'), orderIds: z.array(orderId).min(1).max(200) }),
  z.object({ kind: z.literal('shelf'), orderId }),
  z.object({ kind: z.literal('markingCode'), orderId, key: z.enum(META_KEYS) }),
  z.object({ kind: z.literal('supplySheet'), supplyId: z.string() }),
  /** Labels for all boxes of a supply, numbered from 1. */
  z.object({ kind: z.literal('boxes'), supplyId: z.string(), boxes: z.number().int().min(1).max(100) }),
  /** For one box that the marketplace has named. */
  z.object({ kind: z.literal('box'), supplyId: z.string(), boxId: z.string() }),
  /** For a place of the store's shelf. */
  z.object({ kind: z.literal('storePlace'), place: z.string().refine(isPlaceName) }),
  z.object({ kind: z.literal('scannerTest') })
])
export type AskedLabel = z.output<typeof labelSchema>

/** The contract's methods about devices and the labels that they print. */
export const deviceMethods = {
  /** What is plugged in, for the devices screen. */
  'devices.hidScanners': method<readonly ListedHidScanner[]>()(nothing),
  'devices.serialPorts': method<readonly ListedSerialPort[]>()(nothing),
  'devices.usbPrinters': method<readonly ListedUsbPrinter[]>()(nothing),
  'devices.lpPrinters': method<readonly ListedLpPrinter[]>()(nothing),
  'devices.printQueues': method<readonly string[]>()(nothing),
  /** `receipt`: a sample, which a receipt printer alone prints. */
  'devices.printTest': method<LabelCount>()(z.object({ printerId, label: z.enum([...OWN_TESTS, 'receipt']) })),
  /** PNG of a printer's test label, base64; null where it can't be drawn. */
  'devices.previewTest': method<string | null>()(z.object({ printerId, label: z.enum(OWN_TESTS) })),
  'labels.print': method<LabelCount>()(labelSchema)
} as const
