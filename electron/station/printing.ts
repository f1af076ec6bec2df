import type { PrintJob } from '../../shared/domain/print-jobs.ts'
import type { Core } from './core.ts'
import type { Clock, DeviceState, LabelsPort, Log, PrinterPort, StorePort } from './ports.ts'

/** How long a waiting label rests before the printer is asked again (ms). */
const ASK_AGAIN_MS = 2000

/** How long the program waits at its end for the label that is printing (ms). */
const LAST_LABEL_MS = 3000

export interface PrintingOptions {
  readonly core: Core
  readonly store: StorePort
  readonly labels: LabelsPort
  readonly clock: Clock
  readonly log: Log
  readonly onState: () => void
}

/**
 * Takes labels from the journal to the printer, one at a time, in the order in which they were wanted. The journal says
 * "sending" before the first byte leaves, so that a crash can never print a label twice unseen.
 */
export class Printing {
  readonly #options: PrintingOptions
  #printer: PrinterPort | null = null
  #stop: (() => Promise<void>) | null = null
  #state: DeviceState = { kind: 'absent' }
  #busy = false
  #closed = false
  #cancelTimer: (() => void) | null = null
  #toldFault: string | null = null
  readonly #idle: (() => void)[] = []

  constructor(options: PrintingOptions) {
    this.#options = options
  }

  get device(): { readonly name: string; readonly state: DeviceState } {
    return { name: this.#printer?.name ?? '', state: this.#state }
  }

  /** Puts a printer in use (and the former one out of it); waiting labels go to the new one. */
  async use(printer: PrinterPort): Promise<void> {
    await this.#stop?.()
    this.#printer = printer
    this.#state = { kind: 'connecting' }
    this.#toldFault = null
    this.#stop = printer.start(state => {
      if (this.#printer !== printer) return
      this.#state = state
      this.#options.onState()
      if (state.kind === 'ready') this.kick()
    })
    this.kick()
  }

  /** Labels that were on their way when the program stopped: nobody knows, so the packer is asked. */
  recover(): void {
    for (const job of inOrder(this.#options.core.bench.jobs.values())) {
      if (job.state.kind !== 'sending') continue
      this.#options.core.dispatch({ kind: 'jobUncertain', jobId: job.id, why: 'restarted' })
    }
  }

  kick(): void {
    const next = inOrder(this.#options.core.bench.jobs.values()).find(job => job.state.kind === 'intended')
    if (this.#busy || this.#closed || this.#printer === null || next === undefined) return
    this.#busy = true
    void this.#print(this.#printer, next)
  }

  /** A label that is printing gets a moment to come out; what does not is asked about at the next start. */
  async close(): Promise<void> {
    this.#closed = true
    this.#cancelTimer?.()
    const idle = this.#busy ? new Promise<void>(resolve => this.#idle.push(resolve)) : Promise.resolve()
    const patience = new Promise<void>(resolve => {
      const cancel = this.#options.clock.after(LAST_LABEL_MS, resolve)
      void idle.then(cancel)
    })
    await Promise.race([idle, patience])
    await this.#stop?.()
    await idle
  }

  async #print(printer: PrinterPort, job: PrintJob): Promise<void> {
    let again = true
    try {
      again = await this.#printOne(printer, job)
    } catch (error) {
      this.#options.log.error({ job: job.id, error }, 'label could not be printed')
      this.#options.core.dispatch({ kind: 'jobFailed', jobId: job.id, why: 'badLabel' })
    } finally {
      this.#busy = false
      for (const resolve of this.#idle.splice(0)) resolve()
      if (again) this.kick()
      else this.#askAgain()
    }
  }

  /** False when the printer can't take anything now. */
  async #printOne(printer: PrinterPort, job: PrintJob): Promise<boolean> {
    const { core } = this.#options
    if (this.#state.kind === 'fault' || this.#state.kind === 'absent') {
      this.#tellFault(job, this.#state.kind === 'fault' ? this.#state.fault : 'absent')
      return false
    }
    const zpl = this.#bytes(job)
    if (zpl === null) {
      core.dispatch({ kind: 'jobFailed', jobId: job.id, why: 'noLabel' })
      return true
    }
    core.dispatch({ kind: 'jobSending', jobId: job.id })
    const outcome = await printer.print(zpl)
    switch (outcome.kind) {
      case 'confirmed':
        this.#toldFault = null
        core.dispatch({ kind: 'jobConfirmed', jobId: job.id, by: 'printer' })
        return true
      case 'uncertain':
        core.dispatch({ kind: 'jobUncertain', jobId: job.id, why: outcome.why })
        return true
      case 'notSent':
        core.dispatch({ kind: 'jobWaiting', jobId: job.id, fault: outcome.fault })
        this.#toldFault = `${job.id}:${outcome.fault}`
        return false
    }
  }

  #tellFault(job: PrintJob, fault: string): void {
    const told = `${job.id}:${fault}`
    if (this.#toldFault === told) return
    this.#toldFault = told
    this.#options.core.dispatch({ kind: 'jobWaiting', jobId: job.id, fault })
  }

  #askAgain(): void {
    if (this.#closed) return
    this.#cancelTimer?.()
    this.#cancelTimer = this.#options.clock.after(ASK_AGAIN_MS, () => this.kick())
  }

  #bytes(job: PrintJob): Uint8Array | null {
    const { store, labels, core } = this.#options
    const { media } = core.bench.settings
    switch (job.source.kind) {
      case 'sticker': {
        const zpl = store.sticker(job.source.orderId)
        return zpl === null ? null : labels.normalise(zpl, media)
      }
      case 'supplyQr': {
        const zpl = store.supplyQr(job.source.supplyId)
        return zpl === null ? null : labels.normalise(zpl, media)
      }
      case 'own':
        return labels.compose(job.source.label, media)
    }
  }
}

function inOrder(jobs: Iterable<PrintJob>): readonly PrintJob[] {
  return [...jobs].toSorted((a, b) => a.seq - b.seq)
}
