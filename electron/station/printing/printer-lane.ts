import type { BenchEvent } from '../../../shared/domain/bench.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import type { Core } from '../core/core.ts'
import type { Clock, DeviceState, Log, PrinterInUse, PrintOutcome } from '../ports/ports.ts'

/** How long a printer that is put out of use, or the program at its end, waits for the label that is printing (ms). */
const LAST_LABEL_MS = 3000

export interface LaneOptions {
  readonly printer: PrinterInUse
  readonly core: Core
  readonly clock: Clock
  readonly log: Log
  readonly onState: () => void
}

/**
 * One printer and the label on its way there, one at a time. The journal says "sending" before the first byte leaves, so
 * that a crash can never print a label twice unseen.
 */
export class PrinterLane {
  readonly setting: PrinterSetting
  readonly #options: LaneOptions
  readonly #stop: () => Promise<void>
  #state: DeviceState = { kind: 'connecting' }
  /** Since when it can't print (monotonic ms); null: it can, or is being connected. */
  #unableSince: number | null = null
  /** The label that is being handed over; null: none. */
  #handover: Promise<unknown> | null = null
  #closed = false
  #toldFault: string | null = null
  /** What became of the last label, while the disk would not take it. */
  #unwritten: BenchEvent | null = null

  constructor(options: LaneOptions) {
    const { port, setting } = options.printer
    this.#options = options
    this.setting = setting
    this.#stop = port.start(state => {
      if (this.#closed) return
      this.#state = state
      if (this.fault === null) this.#unableSince = null
      else this.#unableSince ??= options.clock.monotonic()
      options.onState()
    })
  }

  get state(): DeviceState {
    return this.#state
  }

  /** Why it can't print for now; null: it can, or is being connected. */
  get fault(): string | null {
    const state = this.#state
    return state.kind === 'fault' ? state.fault : state.kind === 'absent' ? 'absent' : null
  }

  /** Whether an outcome still waits for the disk: that goes before any label. */
  get isUnwritten(): boolean {
    return this.#unwritten !== null
  }

  /** For how long it could not print (ms). */
  get unableMs(): number {
    return this.#unableSince === null ? 0 : this.#options.clock.monotonic() - this.#unableSince
  }

  /** Puts on record what the disk would not take before. Throws if it still does not. */
  settle(): void {
    if (this.#unwritten !== null) this.#write(this.#unwritten)
  }

  /**
   * Prints one label; false if nothing more can be done for now, also for a printer out of use. Rejects when the disk refuses
   * a row: the label, or what became of it, waits until there is room.
   */
  async print(job: PrintJob, bytes: Uint8Array): Promise<boolean> {
    if (this.#closed) return false
    const { core } = this.#options
    core.dispatch({ kind: 'jobSending', jobId: job.id, printer: this.setting.name })
    const handover = this.#handOver(bytes)
    this.#handover = handover
    const outcome = await handover
    this.#handover = null
    switch (outcome.kind) {
      case 'confirmed':
        this.#toldFault = null
        this.#write({ kind: 'jobConfirmed', jobId: job.id, by: 'printer' })
        return true
      case 'sent':
        this.#toldFault = null
        this.#write({ kind: 'jobSent', jobId: job.id })
        return true
      case 'uncertain':
        this.#write({ kind: 'jobUncertain', jobId: job.id, why: outcome.why })
        return true
      case 'notSent':
        this.#write({ kind: 'jobWaiting', jobId: job.id, fault: outcome.fault })
        this.#toldFault = `${job.id}:${outcome.fault}`
        return false
    }
  }

  /** Says once what keeps this label. */
  tellFault(job: PrintJob, fault: string): void {
    const told = `${job.id}:${fault}`
    if (this.#toldFault === told) return
    this.#toldFault = told
    this.#options.core.dispatch({ kind: 'jobWaiting', jobId: job.id, fault })
  }

  /** A label that is printing gets a moment to come out; what does not is asked about. */
  async close(): Promise<void> {
    this.#closed = true
    const handover = this.#handover ?? Promise.resolve()
    const patience = new Promise<void>(resolve => {
      const cancel = this.#options.clock.after(LAST_LABEL_MS, resolve)
      void handover.then(cancel)
    })
    await Promise.race([handover, patience])
    await this.#stop()
    await handover
    try {
      this.settle()
    } catch (error) {
      // At the next start it is a label of unknown fate, and the packer is asked.
      this.#options.log.error({ error }, 'the last label could not be put on record')
    }
  }

  async #handOver(bytes: Uint8Array): Promise<PrintOutcome> {
    const { port } = this.#options.printer
    try {
      return await port.print(bytes)
    } catch (error) {
      this.#options.log.error({ printer: port.name, error }, 'printer failed')
      return { kind: 'uncertain', why: 'linkLost' }
    }
  }

  /** Throws if the disk does; then the event is kept and written before the next label. */
  #write(event: BenchEvent): void {
    this.#unwritten = event
    this.#options.core.dispatch(event)
    this.#unwritten = null
  }
}
