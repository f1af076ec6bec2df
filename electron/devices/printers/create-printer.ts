import { assertNever } from '../../../shared/domain/assert.ts'
import type { PrinterSettings } from '../../../shared/domain/printers.ts'
import type { Clock, Log, PrinterPort } from '../../station/ports.ts'
import { createLinkedPrinter } from './linked-printer.ts'
import { openLpLink } from './lp-link.ts'
import { createQueuePrinter } from './queue.ts'
import { openSerialLink } from './serial-link.ts'
import { openTcpLink } from './tcp-link.ts'
import { openUsbLink } from './usb-link.ts'

/** Longest pause between two looks for a printer (ms): who plugs one in again waits for it; a network is not to be pestered. */
const LOCAL_RETRY_MS = 1000
const NETWORK_RETRY_MS = 5000

/** The real printer that the settings name. */
export function createPrinter(
  printer: Exclude<PrinterSettings, { readonly kind: 'none' | 'practice' }>,
  { clock, log }: { readonly clock: Clock; readonly log: Log }
): PrinterPort {
  switch (printer.kind) {
    case 'tcp': {
      const { host, port } = printer
      const name = `${host}:${port}`
      return createLinkedPrinter({
        name,
        open: signal => openTcpLink({ host, port, clock, signal }),
        lastRetryMs: NETWORK_RETRY_MS,
        clock,
        log
      })
    }
    case 'usb':
      return createLinkedPrinter({
        name: printer.name === '' ? `USB ${hex(printer.vendorId)}:${hex(printer.productId)}` : printer.name,
        open: () => openUsbLink({ ...printer, clock, log }),
        lastRetryMs: LOCAL_RETRY_MS,
        clock,
        log
      })
    case 'lp': {
      const { path, serialNumber } = printer
      return createLinkedPrinter({
        name: path,
        open: signal => openLpLink({ path, serialNumber, clock, log, signal }),
        lastRetryMs: LOCAL_RETRY_MS,
        clock,
        log
      })
    }
    case 'serial': {
      const { path, baudRate } = printer
      return createLinkedPrinter({
        name: path,
        open: signal => openSerialLink({ path, baudRate, clock, signal }),
        lastRetryMs: LOCAL_RETRY_MS,
        clock,
        log
      })
    }
    case 'queue':
      return createQueuePrinter({ queue: printer.queue, clock, log })
    default:
      return assertNever(printer)
  }
}

function hex(id: number): string {
  return id.toString(16).padStart(4, '0')
}
