import type { BenchEvent } from '../../shared/domain/bench.ts'
import type { PrintJob } from '../../shared/domain/print-jobs.ts'
import type { Core } from './core.ts'
import type { Clock, DeviceState, LabelsPort, Log, PrinterPort, PrintOutcome, StorePort } from './ports.ts'

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
  #change = 0
  #state: DeviceState = { kind: 'absent' }
  #busy = false
  #closed = false
  #cancelTimer: (() => void) | null = null
  #toldFault: string | null = null
  /** What became of the last label, while the disk would not take it. */
  #unwritten: BenchEvent | null = null
  readonly #idle: (() => void)[] = []

  constructor(options: PrintingOptions) {
    this.#options = options
  }

  get device(): { readonly name: string; readonly state: DeviceState } {
    return { name: this.#printer?.name ?? '', state: this.#state }
  }

  /**
   * Puts a printer in use (and the former one out of it); waiting labels go to the new one. Of changes that overtake
   * each other the last one counts.
   */
  async use(printer: PrinterPort): Promise<void> {
    const change = ++this.#change
    await this.#stop?.()
    if (change !== this.#change || this.#closed) return
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
    const printer = this.#printer
    const unwritten = this.#unwritten
    const next = inOrder(this.#options.core.bench.jobs.values()).find(job => job.state.kind === 'intended')
    if (this.#busy || this.#closed || printer === null || (next === undefined && unwritten === null)) return
    this.#busy = true
    void this.#print(async () => {
      if (unwritten !== null) this.#write(unwritten)
      return next === undefined ? true : this.#printOne(printer, next)
    })
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

  async #print(work: () => Promise<boolean>): Promise<void> {
    let again = false
    try {
      again = await work()
    } catch (error) {
      // The disk refused a row: the label, or what became of it, waits until there is room.
      this.#options.log.error({ error }, 'print journal could not be written')
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
      this.#tellFault(this.#awaited() ?? job, this.#state.kind === 'fault' ? this.#state.fault : 'absent')
      return false
    }
    const zpl = this.#bytes(job)
    if (typeof zpl === 'string') {
      this.#write({ kind: 'jobFailed', jobId: job.id, why: zpl })
      return true
    }
    core.dispatch({ kind: 'jobSending', jobId: job.id })
    const outcome = await this.#handOver(printer, zpl)
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

  async #handOver(printer: PrinterPort, zpl: Uint8Array): Promise<PrintOutcome> {
    try {
      return await printer.print(zpl)
    } catch (error) {
      this.#options.log.error({ printer: printer.name, error }, 'printer failed')
      return { kind: 'uncertain', why: 'linkLost' }
    }
  }

  /** Throws if the disk does; then the event is kept and written first at the next kick. */
  #write(event: BenchEvent): void {
    this.#unwritten = event
    this.#options.core.dispatch(event)
    this.#unwritten = null
  }

  /** The waiting label of the order on the table: others may be before it, but its packer is the one who waits. */
  #awaited(): PrintJob | undefined {
    const { jobs, table } = this.#options.core.bench
    return [...jobs.values()].find(
      ({ source, state }) => state.kind === 'intended' && source.kind === 'sticker' && source.orderId === table.orderId
    )
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

  /** The label, or why there is none. */
  #bytes({ id, source }: PrintJob): Uint8Array | 'noLabel' | 'badLabel' {
    const { store, labels, core, log } = this.#options
    const { media } = core.bench.settings
    try {
      if (source.kind === 'own') return labels.compose(source.label, media)
      const zpl = source.kind === 'sticker' ? store.sticker(source.orderId) : store.supplyQr(source.supplyId)
      return zpl === null ? 'noLabel' : labels.normalise(zpl, media)
    } catch (error) {
      log.error({ job: id, error }, 'not a label')
      return 'badLabel'
    }
  }
}

function inOrder(jobs: Iterable<PrintJob>): readonly PrintJob[] {
  return [...jobs].toSorted((a, b) => a.seq - b.seq)
}
