import { assertNever } from '../../../shared/domain/assert.ts'
import type { PrinterLink } from '../../../shared/domain/printers.ts'
import type { Clock, Log, PrinterPort } from '../../station/ports.ts'
import { createLinkedPrinter } from './linked-printer.ts'
import { createQueuePrinter } from './queue.ts'
import { openSerialLink } from './serial-link.ts'
import { openTcpLink } from './tcp-link.ts'
import { openUsbLink } from './usb-link.ts'

/** The real printer at the end of a link; `name` is what people here call it. */
export function createPrinter(
  link: Exclude<PrinterLink, { readonly kind: 'practice' }>,
  { name, clock, log }: { readonly name: string; readonly clock: Clock; readonly log: Log }
): PrinterPort {
  switch (link.kind) {
    case 'tcp': {
      const { host, port } = link
      return createLinkedPrinter({ name, open: signal => openTcpLink({ host, port, clock, signal }), clock, log })
    }
    case 'usb':
      return createLinkedPrinter({ name, open: () => openUsbLink({ ...link, log }), clock, log })
    case 'serial': {
      const { path, baudRate } = link
      const open = (signal: AbortSignal) => openSerialLink({ path, baudRate, clock, signal })
      return createLinkedPrinter({ name, open, clock, log })
    }
    case 'queue':
      return createQueuePrinter({ queue: link.queue, clock, log })
    default:
      return assertNever(link)
  }
}
