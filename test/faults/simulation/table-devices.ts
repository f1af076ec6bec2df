import { createLinkedPrinter } from '../../../electron/devices/printers/talk/linked-printer.ts'
import type { ByteLink } from '../../../electron/devices/printers/links/byte-link.ts'
import type { Machine } from '../../../electron/composition/machine.ts'
import type { Clock, DevicesPort, ScannerPort } from '../../../electron/station/ports/ports.ts'
import { labelText } from '../../support/packer.ts'
import { createSimulatedPrinter } from '../../support/simulated-printer.ts'
import type { PrinterControls } from '../../support/simulated-printer.ts'
import type { LifeLine } from './life-line.ts'

const PRINT_MS = 400
const WIRE_MS = 2
const LAST_RETRY_MS = 5000

/** A label printer and a scanner on the table, which outlive the stations that use them. */
export interface TableDevices {
  readonly printer: PrinterControls
  /** What the labels that came out say, oldest first; null: nothing that a scanner reads. */
  readonly labels: readonly (string | null)[]
  /** Takes the printer's plug out, or puts it in. */
  plug(isIn: boolean): void
  /** Holds a barcode before the scanner; false: nothing reads it. */
  scan(text: string): boolean
  opener(life: LifeLine): Machine['openDevices']
}

type ScanListener = Parameters<ScannerPort['start']>[0]

export function createTableDevices(clock: Clock): TableDevices {
  const labels: (string | null)[] = []
  const links = new Set<() => void>()
  let isPlugged = true
  let scanner: { readonly life: LifeLine; readonly listener: ScanListener } | null = null
  const printer = createSimulatedPrinter({
    answers: 'zebra',
    odometer: true,
    printMs: PRINT_MS,
    after: (ms, job) => clock.after(ms, job),
    onPaper: event => void (event.kind === 'label' && labels.push(labelText(event.bytes)))
  })

  function openLink(life: LifeLine): ByteLink | null {
    if (!isPlugged || life.isCut) return null
    let isClosed = false
    let onClosed = (): void => undefined
    let onData = (_bytes: Uint8Array): void => undefined
    function hangUp(): void {
      links.delete(hangUp)
      if (isClosed) return
      isClosed = true
      if (!life.isCut) onClosed()
    }
    links.add(hangUp)
    const wire = {
      send: (bytes: Uint8Array) =>
        void clock.after(WIRE_MS, () => {
          if (!isClosed && !life.isCut) onData(bytes)
        }),
      hangUp
    }
    const receive = printer.plugIn(wire)
    return {
      get closed() {
        return isClosed
      },
      write(bytes) {
        life.step('print')
        if (isClosed || life.isCut) return Promise.resolve(false)
        receive(bytes)
        return new Promise(resolve => void clock.after(WIRE_MS, () => !life.isCut && resolve(!isClosed)))
      },
      onData: listener => void (onData = listener),
      onClosed: listener => void (onClosed = listener),
      close() {
        printer.unplug(wire)
        hangUp()
        return Promise.resolve()
      }
    }
  }

  function scannerOf(life: LifeLine): ScannerPort {
    return {
      name: 'simulated',
      start(listener) {
        scanner = { life, listener }
        listener.onState({ kind: 'ready' })
        return () => {
          if (scanner?.listener === listener) scanner = null
          return Promise.resolve()
        }
      }
    }
  }

  function hangUpAll(): void {
    for (const hangUp of links) hangUp()
  }

  return {
    printer: printer.controls,
    labels,
    plug(isIn) {
      isPlugged = isIn
      if (!isIn) hangUpAll()
    },
    scan(text) {
      if (scanner === null || scanner.life.isCut) return false
      scanner.life.step('scan')
      scanner.listener.onFrame(text)
      return true
    },
    opener: life => options => devicesOf(options, () => openLink(life), scannerOf(life))
  }
}

function devicesOf(
  { clock, log }: Parameters<Machine['openDevices']>[0],
  open: () => ByteLink | null,
  scanner: ScannerPort
): DevicesPort {
  return {
    printers: ({ printers }) =>
      printers.map(setting => ({
        setting,
        port: createLinkedPrinter({
          name: setting.name,
          open: () => Promise.resolve(open()),
          lastRetryMs: LAST_RETRY_MS,
          clock,
          log
        })
      })),
    scanners: () => [scanner],
    listSerial: () => Promise.resolve([]),
    listHid: () => Promise.resolve([]),
    listUsbPrinters: () => Promise.resolve([]),
    listLpPrinters: () => Promise.resolve([]),
    listQueues: () => Promise.resolve([])
  }
}
