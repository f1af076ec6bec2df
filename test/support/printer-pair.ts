import { onTestFinished } from 'vitest'
import { createPrinter } from '../../electron/devices/printers/create-printer.ts'
import type { Clock, DeviceState, PrinterPort } from '../../electron/station/ports/ports.ts'
import { startPrinterSimulator, type PrinterSimulator, type SimulatorOptions } from './printer-simulator.ts'
import { quietLog } from './quiet-log.ts'
import { until } from './until.ts'

/** A simulated network printer and the program's port to it, ready; closed with the test. */
export interface PrinterPair {
  readonly simulator: PrinterSimulator
  readonly printer: PrinterPort
  /** What the port said of its state, in order. */
  readonly states: DeviceState[]
  readonly stop: () => Promise<void>
}

export async function startPrinterPair(clock: Clock, options: Partial<SimulatorOptions> = {}): Promise<PrinterPair> {
  const simulator = await startPrinterSimulator({ answers: 'zebra', odometer: true, ...options })
  onTestFinished(() => simulator.close())
  const printer = createPrinter(
    { kind: 'tcp', host: '127.0.0.1', port: simulator.port },
    { name: 'Zebra', clock, log: quietLog, dialect: options.language ?? 'zpl' }
  )
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  onTestFinished(stop)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  return { simulator, printer, states, stop }
}
