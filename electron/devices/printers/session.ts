import type { ZebraStatus } from '../../../shared/domain/zebra-status.ts'

/** One open link to a printer that may or may not answer. */
export interface PrinterSession {
  readonly closed: boolean
  /** The host status; null if none came within `withinMs` or the link went. */
  status(withinMs: number): Promise<ZebraStatus | null>
  /** Labels printed in the printer's life; `unknown` if it does not count, null if it did not say in time. */
  odometer(withinMs: number): Promise<number | 'unknown' | null>
  /** True once every byte was taken by the system; false if the link went or stood still for `stallMs`. */
  write(bytes: Uint8Array, stallMs: number): Promise<boolean>
  /** Ends the link; open questions get null. */
  drop(): Promise<void>
}
