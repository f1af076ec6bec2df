import { assertNever } from '../../../shared/domain/assert.ts'
import type { PrinterLink } from '../../../shared/domain/printing/printers.ts'
import type { Clock, Log, PrinterPort } from '../../station/ports/ports.ts'
import type { ByteLink } from './links/byte-link.ts'
import { createSpooler } from './queues/create-spooler.ts'
import { createFolderPrinter } from './queues/folder.ts'
import { createLinkedPrinter } from './talk/linked-printer.ts'
import { openLpLink } from './links/lp-link.ts'
import { createQueuePrinter } from './queues/queue.ts'
import { openSerialLink } from './links/serial-link.ts'
import type { Dialect } from './talk/session.ts'
import { openTcpLink } from './links/tcp-link.ts'
import { openUsbLink } from './links/usb-link.ts'

/** Longest pause between two looks for a printer (ms): who plugs one in again waits for it; a network is not to be pestered. */
const LOCAL_RETRY_MS = 1000
const NETWORK_RETRY_MS = 5000

/** The real printer at the end of a link; `name` is what people here call it, ZPL its language unless told otherwise. */
export function createPrinter(
  link: Exclude<PrinterLink, { readonly kind: 'practice' }>,
  parts: { readonly name: string; readonly clock: Clock; readonly log: Log; readonly dialect?: Dialect }
): PrinterPort {
  const { name, clock, log, dialect = 'zpl' } = parts
  const over = (open: (signal: AbortSignal) => Promise<ByteLink | null>, lastRetryMs = LOCAL_RETRY_MS) =>
    createLinkedPrinter({ name, open, lastRetryMs, dialect, clock, log })
  switch (link.kind) {
    case 'tcp':
      return over(signal => openTcpLink({ host: link.host, port: link.port, clock, signal }), NETWORK_RETRY_MS)
    case 'usb':
      return over(() => openUsbLink({ ...link, clock, log }))
    case 'lp':
      return over(signal => openLpLink({ path: link.path, serialNumber: link.serialNumber, clock, log, signal }))
    case 'serial':
      return over(signal => openSerialLink({ path: link.path, baudRate: link.baudRate, clock, signal }))
    case 'queue':
      return createQueuePrinter({ queue: link.queue, spooler: createSpooler(clock), clock, log })
    case 'folder':
      return createFolderPrinter({ path: link.path, extension: link.extension, clock, log })
    default:
      return assertNever(link)
  }
}
