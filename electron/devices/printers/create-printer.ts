import { assertNever } from '../../../shared/domain/assert.ts'
import type { PrinterLink } from '../../../shared/domain/printers.ts'
import type { Clock, Log, PrinterPort } from '../../station/ports.ts'
import type { ByteLink } from './byte-link.ts'
import { createLinkedPrinter } from './linked-printer.ts'
import { openLpLink } from './lp-link.ts'
import { createQueuePrinter } from './queue.ts'
import { openSerialLink } from './serial-link.ts'
import type { Dialect } from './session.ts'
import { openTcpLink } from './tcp-link.ts'
import { openUsbLink } from './usb-link.ts'

/** The real printer at the end of a link; `name` is what people here call it, ZPL its language unless told otherwise. */
export function createPrinter(
  link: Exclude<PrinterLink, { readonly kind: 'practice' }>,
  parts: { readonly name: string; readonly clock: Clock; readonly log: Log; readonly dialect?: Dialect }
): PrinterPort {
  const { name, clock, log, dialect = 'zpl' } = parts
  const over = (open: (signal: AbortSignal) => Promise<ByteLink | null>) =>
    createLinkedPrinter({ name, open, dialect, clock, log })
  switch (link.kind) {
    case 'tcp':
      return over(signal => openTcpLink({ host: link.host, port: link.port, clock, signal }))
    case 'usb':
      return over(() => openUsbLink({ ...link, clock, log }))
    case 'lp':
      return over(signal => openLpLink({ path: link.path, serialNumber: link.serialNumber, clock, log, signal }))
    case 'serial':
      return over(signal => openSerialLink({ path: link.path, baudRate: link.baudRate, clock, signal }))
    case 'queue':
      return createQueuePrinter({ queue: link.queue, clock, log })
    default:
      return assertNever(link)
  }
}
