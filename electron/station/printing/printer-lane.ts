import type { BenchEvent } from '../../../shared/domain/bench.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import type { Core } from '../core/core.ts'
import type { Clock, Composed, DeviceState, Log, PrinterInUse, PrintOutcome } from '../ports/ports.ts'

/** How long a printer that is put out of use, or the program at its end, waits for the label that is printing (ms). */
const LAST_LABEL_MS = 3000

export interface LaneOptions {
  readonly printer: PrinterInUse
  readonly core: Core
  readonly clock: Clock
  readonly log: Log
  readonly compose: (job: PrintJob, printer: PrinterSetting) => Promise<Composed | NoLabel>
  /** The label that a packer waits for, if this printer's fault is what keeps it. */
  readonly awaited: () => PrintJob | undefined
  readonly onState: () => void
}

/** The marketplace has not drawn it yet. */
export interface NoLabel {
  readonly kind: 'impossible'
  readonly why: 'noLabel'
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
  #jobId: string | null = null
  #busy = false
  #closed = false
  #toldFault: string | null = null
  /** What became of the last label, while the disk would not take it. */
  #unwritten: BenchEvent | null = null
  readonly #idle: (() => void)[] = []

  constructor(options: LaneOptions) {
    const { port, setting } = options.printer
    this.#options = options
    this.setting = setting
    this.#stop = port.start(state => {
      if (this.#closed) return
      const isUnable = state.kind === 'fault' || state.kind === 'absent'
      if (!isUnable) this.#unableSince = null
      else this.#unableSince ??= options.clock.monotonic()
      this.#state = state
      options.onState()
    })
  }

  get state(): DeviceState {
    return this.#state
  }

  get isBusy(): boolean {
    return this.#busy
  }

  /** The job it has in hand. */
  get jobId(): string | null {
    return this.#jobId
  }

  /** Whether an outcome still waits for the disk: that goes before any label. */
  get isUnwritten(): boolean {
    return this.#unwritten !== null
  }

  /** For how long it could not print (ms). */
  get unableMs(): number {
    return this.#unableSince === null ? 0 : this.#options.clock.monotonic() - this.#unableSince
  }

  /** Prints one label; false if nothing can be done for now. Never rejects. */
  async print(job: PrintJob | undefined): Promise<boolean> {
    if (this.#busy || this.#closed) return false
    this.#busy = true
    this.#jobId = job?.id ?? null
    try {
      if (this.#unwritten !== null) this.#write(this.#unwritten)
      return job === undefined ? true : await this.#printOne(job)
    } catch (error) {
      // The disk refused a row: the label, or what became of it, waits until there is room.
      this.#options.log.error({ error }, 'print journal could not be written')
      return false
    } finally {
      this.#busy = false
      this.#jobId = null
      for (const resolve of this.#idle.splice(0)) resolve()
    }
  }

  /** A label that is printing gets a moment to come out; what does not is asked about. */
  async close(): Promise<void> {
    this.#closed = true
    const idle = this.#busy ? new Promise<void>(resolve => this.#idle.push(resolve)) : Promise.resolve()
    const patience = new Promise<void>(resolve => {
      const cancel = this.#options.clock.after(LAST_LABEL_MS, resolve)
      void idle.then(cancel)
    })
    await Promise.race([idle, patience])
    await this.#stop()
    await idle
    if (this.#unwritten === null) return
    try {
      this.#write(this.#unwritten)
    } catch (error) {
      // At the next start it is a label of unknown fate, and the packer is asked.
      this.#options.log.error({ error }, 'the last label could not be put on record')
    }
  }

  async #printOne(job: PrintJob): Promise<boolean> {
    const { core, compose, awaited } = this.#options
    if (this.#state.kind === 'fault' || this.#state.kind === 'absent') {
      this.#tellFault(awaited() ?? job, this.#state.kind === 'fault' ? this.#state.fault : 'absent')
      return false
    }
    const composed = await compose(job, this.setting)
    // Meanwhile it may have been called back, and the printer put out of use.
    if (core.bench.jobs.get(job.id)?.state.kind !== 'intended') return true
    if (this.#closed) return false
    if (composed.kind === 'impossible') {
      this.#write({ kind: 'jobFailed', jobId: job.id, why: composed.why })
      return true
    }
    core.dispatch({ kind: 'jobSending', jobId: job.id, printer: this.setting.name })
    const outcome = await this.#handOver(composed.bytes)
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

  #tellFault(job: PrintJob, fault: string): void {
    const told = `${job.id}:${fault}`
    if (this.#toldFault === told) return
    this.#toldFault = told
    this.#options.core.dispatch({ kind: 'jobWaiting', jobId: job.id, fault })
  }
}
