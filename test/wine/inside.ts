import { readFileSync, writeFileSync } from 'node:fs'
import { createSpooler } from '../../electron/devices/printers/queues/create-spooler.ts'
import { createQueuePrinter } from '../../electron/devices/printers/queues/queue.ts'
import type { DeviceState, PrintOutcome } from '../../electron/station/ports/ports.ts'
import { quietLog } from '../support/quiet-log.ts'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'

/** What the Windows side is asked to do; labels in base64. */
export type Errand =
  | { readonly kind: 'list' }
  | { readonly kind: 'print'; readonly queue: string; readonly labels: readonly string[] }

export interface Errands {
  readonly platform: string
  readonly queues: readonly string[]
  /** How the queue was before the first label. */
  readonly first: DeviceState | null
  readonly outcomes: readonly PrintOutcome[]
}

async function run(errand: Errand): Promise<Errands> {
  const spooler = createSpooler(realClock)
  const queues = await spooler.queues()
  if (errand.kind === 'list') return { platform: process.platform, queues, first: null, outcomes: [] }
  const printer = createQueuePrinter({ queue: errand.queue, spooler, clock: realClock, log: quietLog })
  let state: DeviceState = { kind: 'absent' }
  const stop = printer.start(next => (state = next))
  const first = await until('a state', () => state.kind !== 'absent' && state.kind !== 'connecting' && state)
  const outcomes: PrintOutcome[] = []
  for (const label of errand.labels) outcomes.push(await printer.print(Buffer.from(label, 'base64')))
  await stop()
  return { platform: process.platform, queues, first, outcomes }
}

const [, , errand = '', result = ''] = process.argv
writeFileSync(result, JSON.stringify(await run(JSON.parse(readFileSync(errand, 'utf8')))))
