import type { PrinterFault } from './acts.ts'
import type { TableDevices } from './table-devices.ts'

/** A person's or bad luck's doing to the printer; `until` hears what puts it right again, where somebody has to. */
export function hurtPrinter(devices: TableDevices, fault: PrinterFault, until: (heal: () => void) => void): void {
  const { printer } = devices
  switch (fault) {
    case 'paperOut':
    case 'headOpen':
    case 'paused':
      printer.setFault(fault)
      return until(() => printer.setFault(null))
    case 'unplugged':
      devices.plug(false)
      return until(() => devices.plug(true))
    case 'silent':
      printer.setSilent(true)
      return until(() => printer.setSilent(false))
    case 'dropped':
      return printer.dropNext('label', false)
    case 'printedAndDropped':
      return printer.dropNext('label', true)
    case 'cut':
      return printer.cutNext(100)
    case 'swallowed':
      return printer.swallowNext()
    case 'garbled':
      return printer.garbleNext(2)
    case 'cancelled':
      return printer.cancel()
    case 'switchedOff':
      return printer.reset()
  }
}
