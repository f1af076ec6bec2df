import { assertNever } from '../../../shared/domain/assert.ts'
import type { PrinterSettings } from '../../../shared/domain/printers.ts'
import type { Clock, Log, PrinterPort } from '../../station/ports.ts'
import { createSpooler } from './create-spooler.ts'
import { createFolderPrinter } from './folder.ts'
import { createLinkedPrinter } from './linked-printer.ts'
import { createQueuePrinter } from './queue.ts'
import { openSerialLink } from './serial-link.ts'
import { openTcpLink } from './tcp-link.ts'
import { openUsbLink } from './usb-link.ts'

/** The real printer that the settings name. */
export function createPrinter(
  printer: Exclude<PrinterSettings, { readonly kind: 'none' | 'practice' }>,
  { clock, log }: { readonly clock: Clock; readonly log: Log }
): PrinterPort {
  switch (printer.kind) {
    case 'tcp': {
      const { host, port } = printer
      const name = `${host}:${port}`
      return createLinkedPrinter({ name, open: signal => openTcpLink({ host, port, clock, signal }), clock, log })
    }
    case 'usb':
      return createLinkedPrinter({
        name: printer.name === '' ? `USB ${hex(printer.vendorId)}:${hex(printer.productId)}` : printer.name,
        open: () => openUsbLink({ ...printer, log }),
        clock,
        log
      })
    case 'serial': {
      const { path, baudRate } = printer
      return createLinkedPrinter({
        name: path,
        open: signal => openSerialLink({ path, baudRate, clock, signal }),
        clock,
        log
      })
    }
    case 'queue':
      return createQueuePrinter({ queue: printer.queue, spooler: createSpooler(clock), clock, log })
    case 'folder':
      return createFolderPrinter({ path: printer.path, extension: printer.extension, clock, log })
    default:
      return assertNever(printer)
  }
}

function hex(id: number): string {
  return id.toString(16).padStart(4, '0')
}
