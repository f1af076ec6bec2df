import { createSpooler } from '../../electron/devices/printers/create-spooler.ts'
import { createQueuePrinter } from '../../electron/devices/printers/queue.ts'
import type { DeviceState, PrinterPort } from '../../electron/station/ports.ts'
import { startPrintService, type PrintService } from './print-service.ts'
import { quietLog } from './quiet-log.ts'
import { realClock } from './real-clock.ts'
import { until } from './until.ts'

export interface QueueRig {
  readonly service: PrintService
  readonly printer: PrinterPort
  readonly states: readonly DeviceState[]
  /** Puts the printer out of use. */
  readonly stop: () => Promise<void>
  close(): Promise<void>
}

/** A print service with one raw queue to a port of this machine, and our printer on it, ready. */
export async function startQueueRig(queue: string, port: number, expireMs?: number): Promise<QueueRig> {
  const service = await startPrintService(queue, port)
  const printer = queuePrinter(queue, expireMs)
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  await until('ready', () => states.at(-1)?.kind === 'ready')
  return {
    service,
    printer,
    states,
    stop,
    async close() {
      await stop()
      await service.close()
    }
  }
}

/** A queue of this machine's print service. */
export function queuePrinter(queue: string, expireMs?: number): PrinterPort {
  return createQueuePrinter({
    queue,
    spooler: createSpooler(realClock),
    clock: realClock,
    log: quietLog,
    ...(expireMs === undefined ? {} : { expireMs })
  })
}
