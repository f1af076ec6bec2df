import {
  createZebraReplyReader,
  formatZebraStatus,
  type ZebraStatus
} from '../../shared/domain/printing/zebra-status.ts'
import type { Clock, DeviceState, PrinterPort, PrintOutcome } from '../station/ports/ports.ts'

/** Labels that are kept to be looked at, newest last. */
export const LABELS_KEPT = 200
const PRINT_MS = 150
/** How long a label waits for paper before nobody knows any more (ms), as with a real printer. */
const HOLD_LIMIT_MS = 600_000

export interface PrintedLabel {
  readonly id: string
  /** Unix ms. */
  readonly at: number
  readonly zpl: Uint8Array
}

export interface PracticePrinter extends PrinterPort {
  /** What came out, oldest first, at most `LABELS_KEPT`. */
  readonly labels: () => readonly PrintedLabel[]
  /** Takes the paper out (`true`) or puts it in; held labels come out then. */
  setPaper(out: boolean): void
  /** Hears of every label that comes out; the result stops it. */
  onLabel(listener: (label: PrintedLabel) => void): () => void
}

interface Job {
  readonly zpl: Uint8Array
  readonly settle: (outcome: PrintOutcome) => void
}

/**
 * A Zebra without hardware: a label takes 150 ms, without paper it is held and comes out when there is some again. It
 * answers `~HS` in the real printer's words, and is read by the real reader; with `answersStatus: false` it is a
 * one-way clone.
 */
export function createPracticePrinter(options: {
  readonly clock: Clock
  readonly answersStatus?: boolean
}): PracticePrinter {
  const { clock, answersStatus = true } = options
  const queue: Job[] = []
  const stateListeners = new Set<(state: DeviceState) => void>()
  const labelListeners = new Set<(label: PrintedLabel) => void>()
  let labels: readonly PrintedLabel[] = []
  let printed = 0
  let paperOut = false
  let cancelPrinting: (() => void) | null = null

  function state(): DeviceState {
    if (!answersStatus) return { kind: 'ready' }
    const status = readBack(
      formatZebraStatus({ fault: paperOut ? 'paperOut' : null, labelsWaiting: 0, formatsWaiting: queue.length })
    )
    return status.fault === null ? { kind: 'ready' } : { kind: 'fault', fault: status.fault }
  }

  function work(): void {
    if (cancelPrinting || paperOut || queue.length === 0) return
    cancelPrinting = clock.after(PRINT_MS, () => {
      cancelPrinting = null
      const job = queue.shift()
      if (job) comeOut(job)
      work()
    })
  }

  function comeOut({ zpl, settle }: Job): void {
    printed += 1
    const label: PrintedLabel = { id: `label-${printed}`, at: clock.now(), zpl }
    labels = [...labels, label].slice(-LABELS_KEPT)
    for (const listener of labelListeners) listener(label)
    settle({ kind: 'confirmed' })
  }

  function hold(zpl: Uint8Array): Promise<PrintOutcome> {
    return new Promise(resolve => {
      const cancelLimit = clock.after(HOLD_LIMIT_MS, () => resolve({ kind: 'uncertain', why: 'noAnswer' }))
      queue.push({
        zpl,
        settle(outcome) {
          cancelLimit()
          resolve(outcome)
        }
      })
      work()
    })
  }

  return {
    name: 'practice',
    labels: () => labels,
    setPaper(out) {
      if (paperOut === out) return
      paperOut = out
      if (out) {
        cancelPrinting?.()
        cancelPrinting = null
      }
      for (const listener of stateListeners) listener(state())
      work()
    },
    onLabel(listener) {
      labelListeners.add(listener)
      return () => void labelListeners.delete(listener)
    },
    start(onState) {
      stateListeners.add(onState)
      onState(state())
      return () => {
        stateListeners.delete(onState)
        // Nobody follows the held labels any more; they stay in the printer and come out with the next paper.
        for (const job of queue) job.settle({ kind: 'uncertain', why: 'linkLost' })
        return Promise.resolve()
      }
    },
    print(zpl) {
      const copy = Uint8Array.from(zpl)
      if (answersStatus) return hold(copy)
      void hold(copy)
      return Promise.resolve({ kind: 'uncertain', why: 'oneWayLink' })
    }
  }
}

/** The printer's own words, understood as a real one's are; throws if they are not understood, which is a bug. */
function readBack(reply: string): ZebraStatus {
  let status: ZebraStatus | null = null
  createZebraReplyReader(answer => {
    if (answer.kind === 'status') status = answer.status
  })(reply)
  if (status === null) throw new Error('the practice printer does not speak like a Zebra')
  return status
}
