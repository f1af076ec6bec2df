import { createServer, type Server } from 'node:net'
import {
  createSimulatedPrinter,
  type PrinterControls,
  type SimulatedPrinter,
  type SimulatedPrinterOptions
} from './simulated-printer.ts'

export interface PrinterSimulator extends PrinterControls {
  readonly port: number
  /** Every label that came out, `^XA` to `^XZ`, in order. */
  readonly labels: readonly Uint8Array[]
  close(): Promise<void>
}

export interface SimulatorOptions extends Omit<SimulatedPrinterOptions, 'onPaper'> {
  /** 0: any free port. */
  readonly port?: number
}

/** A network printer on 127.0.0.1: takes ZPL or ESC/POS, prints with a delay, answers its language's questions. */
export async function startPrinterSimulator(options: SimulatorOptions): Promise<PrinterSimulator> {
  const labels: Uint8Array[] = []
  const printer = createSimulatedPrinter({
    ...options,
    onPaper: event => void (event.kind === 'label' && labels.push(event.bytes))
  })
  const { port, close } = await putOnNetwork(printer, options.port ?? 0)
  return { ...printer.controls, port, labels, close }
}

/** Gives a printer a port of 127.0.0.1. */
export async function putOnNetwork(
  printer: SimulatedPrinter,
  port: number
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer(socket => {
    const wire = { send: (bytes: Uint8Array) => void socket.write(bytes), hangUp: () => void socket.destroy() }
    const receive = printer.plugIn(wire)
    socket.on('error', () => undefined)
    socket.on('close', () => printer.unplug(wire))
    socket.on('data', receive)
  })
  await listen(server, port)
  return {
    port: portOf(server),
    async close() {
      printer.close()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the simulator listens on no port')
  return address.port
}
