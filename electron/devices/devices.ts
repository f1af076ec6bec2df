import { assertNever } from '../../shared/domain/assert.ts'
import type { PrinterSetting } from '../../shared/domain/printing/printers.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { Clock, DevicesPort, Log, PrinterPort, ScannerPort } from '../station/ports/ports.ts'
import { createPrinter } from './printers/create-printer.ts'
import { createSpooler } from './printers/queues/create-spooler.ts'
import { listLpPrinters } from './printers/links/lp-printers.ts'
import { listUsbPrinters } from './printers/links/usb-devices.ts'
import { listSerialPorts } from './scanners/list-serial.ts'
import { createHidScanner } from './scanners/hid.ts'
import { listHidScanners } from './scanners/list-hid.ts'
import { createSerialScanner } from './scanners/serial.ts'

/** The devices that the settings name; the practice ones, where a host has them, are handed in. */
export function createDevices(options: {
  readonly clock: Clock
  readonly log: Log
  /** What a link of kind `practice` leads to; null: this station has none, and nothing is ever sent there. */
  readonly practicePrinter: PrinterPort | null
  /** Always among the scanners when given. */
  readonly practiceScanner: ScannerPort | null
}): DevicesPort {
  const { clock, log, practicePrinter, practiceScanner } = options

  function portFor({ link, name, language }: PrinterSetting): PrinterPort {
    if (link.kind === 'practice') return practicePrinter ?? absentPrinter(name)
    return createPrinter(link, { name, dialect: language, clock, log })
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
    printers: ({ printers }) => printers.map(setting => ({ setting, port: portFor(setting) })),
    scanners({ scanners }) {
      const own = scanners.map((scanner, settingAt) => ({ ...scannerFor(scanner), settingAt }))
      return practiceScanner ? [practiceScanner, ...own] : own
    },
    listSerial: () => listSerialPorts(log),
    listHid: () => listHidScanners(log),
    listUsbPrinters: () => listUsbPrinters(log),
    listLpPrinters,
    listQueues: () => createSpooler(clock).queues()
  }
}

function absentPrinter(name: string): PrinterPort {
  return {
    name,
    start(onState) {
      onState({ kind: 'absent' })
      return () => Promise.resolve()
    },
    print: () => Promise.resolve({ kind: 'notSent', fault: 'unreachable' })
  }
}
