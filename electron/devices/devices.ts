import { assertNever } from '../../shared/domain/assert.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { Clock, DevicesPort, Log, PrinterPort, ScannerPort } from '../station/ports.ts'
import { createPrinter } from './printers/create-printer.ts'
import { createSpooler } from './printers/create-spooler.ts'
import { listUsbPrinters } from './printers/usb-devices.ts'
import { listSerialPorts } from './scanners/list-serial.ts'
import { createHidScanner } from './scanners/hid.ts'
import { listHidScanners } from './scanners/list-hid.ts'
import { createSerialScanner } from './scanners/serial.ts'

/** The devices that the settings name; the practice ones, where a host has them, are handed in. */
export function createDevices(options: {
  readonly clock: Clock
  readonly log: Log
  /** What the setting `practice` means; null: this station has none, and that setting means no printer. */
  readonly practicePrinter: PrinterPort | null
  /** Always among the scanners when given. */
  readonly practiceScanner: ScannerPort | null
}): DevicesPort {
  const { clock, log, practicePrinter, practiceScanner } = options

  function printerFor(printer: Settings['printer']): PrinterPort {
    switch (printer.kind) {
      case 'none':
        return absentPrinter()
      case 'practice':
        return practicePrinter ?? absentPrinter()
      default:
        return createPrinter(printer, { clock, log })
    }
  }

  function scannerFor(scanner: Settings['scanners'][number]): ScannerPort {
    switch (scanner.kind) {
      case 'serial':
        return createSerialScanner({ scanner, clock, log })
      case 'hid':
        return createHidScanner({ scanner, clock, log })
      default:
        return assertNever(scanner)
    }
  }

  return {
    printer: settings => printerFor(settings.printer),
    scanners({ scanners }) {
      const own = scanners.map(scannerFor)
      return practiceScanner ? [practiceScanner, ...own] : own
    },
    listSerial: () => listSerialPorts(log),
    listHid: () => listHidScanners(log),
    listUsbPrinters: () => listUsbPrinters(log),
    listQueues: () => createSpooler(clock).queues()
  }
}

/** No printer is set up: nothing is ever sent. */
function absentPrinter(): PrinterPort {
  return {
    name: '',
    start(onState) {
      onState({ kind: 'absent' })
      return () => Promise.resolve()
    },
    print: () => Promise.resolve({ kind: 'notSent', fault: 'unreachable' })
  }
}
