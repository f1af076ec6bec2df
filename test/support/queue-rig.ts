import { createSpooler } from '../../electron/devices/printers/queues/create-spooler.ts'
import { createQueuePrinter } from '../../electron/devices/printers/queues/queue.ts'
import type { QueueJob, Spooler } from '../../electron/devices/printers/queues/spooler.ts'
import type { DeviceState, PrinterPort } from '../../electron/station/ports/ports.ts'
import { startPrintService, type PrintService } from './print-service.ts'
import { quietLog } from './quiet-log.ts'
import { realClock } from './real-clock.ts'
import { until } from './until.ts'

export interface QueueRig {
  readonly service: PrintService
  readonly printer: PrinterPort
  readonly states: readonly DeviceState[]
  /** What the print service has answered about jobs. */
  readonly answers: readonly QueueJob[]
  /** Puts the printer out of use. */
  readonly stop: () => Promise<void>
  close(): Promise<void>
}

/** A print service with one raw queue to a port of this machine, and our printer on it, ready. */
export async function startQueueRig(queue: string, port: number, expireMs = 60_000): Promise<QueueRig> {
  const service = await startPrintService(queue, port)
  const answers: QueueJob[] = []
  const spooler = createSpooler(realClock)
  const heard: Spooler = {
    ...spooler,
    async job(name, jobId) {
      const answer = await spooler.job(name, jobId)
      answers.push(answer)
      return answer
    }
  }
  const printer = queuePrinter(queue, { spooler: heard, expireMs })
  const states: DeviceState[] = []
  const stop = printer.start(state => states.push(state))
  await until('ready', () => states.at(-1)?.kind === 'ready')
  return {
    service,
    printer,
    states,
    answers,
    stop,
    async close() {
      await stop()
      await service.close()
    }
  }
}

/** A queue of this machine's print service; a label expires in it after a minute. */
export function queuePrinter(
  queue: string,
  { spooler = createSpooler(realClock), expireMs = 60_000 } = {}
): PrinterPort {
  return createQueuePrinter({ queue, spooler, clock: realClock, log: quietLog, expireMs })
}
