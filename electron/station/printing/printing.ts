import { wayOf } from '../../../shared/domain/printing/job-book.ts'
import type { WaitingLabels, Way } from '../../../shared/domain/printing/job-book.ts'
import { orderOf, type PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import type { PrinterSetting } from '../../../shared/domain/printing/printers.ts'
import { isReceipt, routeFor } from '../../../shared/domain/printing/routes.ts'
import { isSame } from '../../../shared/domain/same.ts'
import type { PrinterView } from '../../../shared/view/view.ts'
import type { Core } from '../core/core.ts'
import { deviceView } from '../methods/device-view.ts'
import { contentOf } from './label-content.ts'
import type { Clock, Composed, LabelsPort, Log, PrinterInUse, StorePort } from '../ports/ports.ts'
import { PrinterLane } from './printer-lane.ts'
import type { StatusCheck } from '../marketplace/status-check.ts'

/** How long a waiting label rests before the printers are looked at again (ms). */
const ASK_AGAIN_MS = 2000
/** A printer may be filled with paper for so long before the one that steps in for it does (ms). */
const STEP_IN_AFTER_MS = 10_000
const MINUTE_MS = 60_000

export interface PrintingOptions {
  readonly core: Core
  readonly store: StorePort
  readonly labels: LabelsPort
  readonly clock: Clock
  readonly log: Log
  readonly statusCheck: StatusCheck
  readonly onState: () => void
}

/** Takes labels from the journal to their printers, for each printer in the order in which they were wanted. */
export class Printing {
  readonly #options: PrintingOptions
  #lanes: readonly PrinterLane[] = []
  /** Printers that something is being done for, each with the label it has in hand. */
  readonly #inHand = new Map<PrinterLane, PrintJob | undefined>()
  readonly #works = new Set<Promise<void>>()
  #change = 0
  #closed = false
  #cancelTimer: (() => void) | null = null
  /** The label that has no printer to go to, and was told so. */
  #toldAbsent: string | null = null

  constructor(options: PrintingOptions) {
    this.#options = options
  }

  get devices(): readonly PrinterView[] {
    const { waiting } = this.#options.core.bench.jobs
    return this.#lanes.map(({ setting, state }) => {
      const ways = waiting.filter(way => this.#route(way).printer?.id === setting.id)
      return {
        id: setting.id,
        ...deviceView({ name: setting.name, state }),
        waiting: ways.reduce((sum, { jobs }) => sum + jobs.size, 0)
      }
    })
  }

  /**
   * Puts these printers in use; what was not changed goes on as it is, what is gone ends its label first. Of changes
   * that overtake each other the last one counts.
   */
  async use(printers: readonly PrinterInUse[]): Promise<void> {
    const change = ++this.#change
    const isKept = (lane: PrinterLane) => printers.some(({ setting }) => isSame(setting, lane.setting))
    const gone = this.#lanes.filter(lane => !isKept(lane))
    this.#lanes = this.#lanes.filter(isKept)
    await Promise.all(gone.map(lane => lane.close()))
    if (change !== this.#change || this.#closed) return
    const { core, clock, log, onState } = this.#options
    this.#lanes = printers.map(
      printer =>
        this.#lanes.find(lane => isSame(lane.setting, printer.setting)) ??
        new PrinterLane({
          printer,
          core,
          clock,
          log,
          onState: () => {
            onState()
            this.kick()
          }
        })
    )
    this.kick()
  }

  /** Labels that were on their way when the program stopped: nobody knows, so the packer is asked. */
  recover(): void {
    for (const job of this.#options.core.bench.jobs.inState('sending')) {
      this.#options.core.dispatch({ kind: 'jobUncertain', jobId: job.id, why: 'restarted' })
    }
  }

  /** Looks for printers that are free and labels that wait for them. */
  kick(): void {
    if (this.#closed) return
    try {
      // A decision leads back here.
      if (this.#expire()) return
      for (const lane of this.#lanes) this.#start(lane)
      this.#tellHomeless()
    } catch (error) {
      // The disk refused a row: whoever called, a timer or a printer's state, can do nothing about it.
      this.#options.log.error({ error }, 'print journal could not be written')
      this.#toldAbsent = null
      this.#askAgain()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#cancelTimer?.()
    await Promise.all([...this.#lanes.map(lane => lane.close()), ...this.#works])
  }

  #start(lane: PrinterLane): void {
    if (this.#inHand.has(lane)) return
    const mine = this.#options.core.bench.jobs.waiting.filter(way => this.#laneOf(way) === lane)
    const job = earliest(mine.map(way => this.#firstOf(way)))
    if (job === undefined && !lane.isUnwritten) return
    this.#inHand.set(lane, job)
    const work = this.#work(lane, job).then(again => {
      this.#inHand.delete(lane)
      this.#works.delete(work)
      if (again) this.kick()
      else this.#askAgain()
    })
    this.#works.add(work)
  }

  /** One label, drawn for this printer and handed over to it; false if nothing can be done for now. Never rejects. */
  async #work(lane: PrinterLane, job: PrintJob | undefined): Promise<boolean> {
    try {
      lane.settle()
      if (job === undefined) return true
      if (lane.fault !== null) {
        lane.tellFault(this.#awaited(lane.setting) ?? job, lane.fault)
        return false
      }
      const { core } = this.#options
      const composed = await this.#compose(job, lane.setting)
      // Meanwhile it may have been called back.
      if (core.bench.jobs.get(job.id)?.state.kind !== 'intended') return true
      if (composed.kind !== 'impossible') return await lane.print(job, composed.bytes)
      core.dispatch({ kind: 'jobFailed', jobId: job.id, why: composed.why })
      return true
    } catch (error) {
      // The disk refused a row: the label, or what became of it, waits until there is room.
      this.#options.log.error({ error }, 'print journal could not be written')
      return false
    }
  }

  /** The first label on a way that no printer has in hand. */
  #firstOf({ jobs }: WaitingLabels): PrintJob | undefined {
    for (const job of jobs) if (!this.#isInHand(job)) return job
    return undefined
  }

  #isInHand({ id }: PrintJob): boolean {
    return [...this.#inHand.values()].some(job => job?.id === id)
  }

  /** Orders whose stickers wait for a printer. */
  #stickersWaiting(): readonly number[] {
    const waiting = this.#options.core.bench.jobs.inState('intended')
    return [...waiting].flatMap(job =>
      job.source.kind === 'sticker' && !this.#isInHand(job) ? [job.source.orderId] : []
    )
  }

  #route({ kind, printerId }: Way) {
    return routeFor(this.#options.core.bench.settings, kind, printerId)
  }

  /** Its own printer's, or that of the one that steps in: only when that one is ready and the own one has been unable for a while. */
  #laneOf(way: Way): PrinterLane | undefined {
    const { printer, fallback } = this.#route(way)
    const [own, other] = [printer, fallback].map(one => this.#lanes.find(({ setting }) => setting.id === one?.id))
    const stepsIn = other?.state.kind === 'ready' && (own === undefined || own.unableMs >= STEP_IN_AFTER_MS)
    return stepsIn ? other : own
  }

  /** The waiting label of the order on the table, if it waits for this printer: others may be before it, but its packer is the one who waits. */
  #awaited(setting: PrinterSetting): PrintJob | undefined {
    const { table, jobs } = this.#options.core.bench
    const mine = table.orderId === null ? [] : [...jobs.ofOrder(table.orderId)]
    return mine.find(
      job => job.state.kind === 'intended' && !this.#isInHand(job) && this.#route(wayOf(job)).printer?.id === setting.id
    )
  }

  /** What could not print for too long must not come out in the evening; a packer who still waits for it does want it. */
  #expire(): boolean {
    const { core, clock } = this.#options
    const limit = clock.now() - core.bench.settings.labelsExpireMinutes * MINUTE_MS
    const old: string[] = []
    for (const job of core.bench.jobs.inState('intended')) {
      // Those behind it are younger.
      if (job.bornAt >= limit) break
      if (!this.#isInHand(job) && !isAwaited(job, core.bench.table.orderId)) old.push(job.id)
    }
    if (old.length > 0) core.dispatch({ kind: 'labelsExpired', jobIds: old })
    return old.length > 0
  }

  #tellHomeless(): void {
    const { core } = this.#options
    const homeless = core.bench.jobs.waiting.filter(way => this.#laneOf(way) === undefined)
    const receipt = earliest(homeless.filter(({ kind }) => isReceipt(kind)).map(way => this.#firstOf(way)))
    if (receipt !== undefined) {
      return core.dispatch({ kind: 'jobFailed', jobId: receipt.id, why: 'noReceiptPrinter' })
    }
    const { orderId } = core.bench.table
    const mine = orderId === null ? [] : [...core.bench.jobs.ofOrder(orderId)].filter(job => this.#isHomeless(job))
    const told = mine[0] ?? earliest(homeless.map(way => this.#firstOf(way)))
    if (told === undefined || told.id === this.#toldAbsent) return
    this.#toldAbsent = told.id
    core.dispatch({ kind: 'jobWaiting', jobId: told.id, fault: 'absent' })
  }

  #isHomeless(job: PrintJob): boolean {
    return job.state.kind === 'intended' && !this.#isInHand(job) && this.#laneOf(wayOf(job)) === undefined
  }

  #askAgain(): void {
    if (this.#closed) return
    this.#cancelTimer?.()
    this.#cancelTimer = this.#options.clock.after(ASK_AGAIN_MS, () => this.kick())
  }

  /** `noLabel`: the marketplace has not drawn it yet. */
  async #compose(
    { source }: PrintJob,
    printer: PrinterSetting
  ): Promise<Composed | { readonly kind: 'impossible'; readonly why: 'noLabel' }> {
    const { store, labels, core, clock, statusCheck } = this.#options
    // The buyer may have cancelled it since the last round of news: what died does not print.
    if (source.kind === 'sticker') await statusCheck.before(source.orderId, this.#stickersWaiting())
    const content = contentOf(source, { store, bench: core.bench, now: clock.now() })
    return content === null ? { kind: 'impossible', why: 'noLabel' } : labels.compose(content, printer)
  }
}

function isAwaited(job: PrintJob, tableId: number | null): boolean {
  return tableId !== null && orderOf(job) === tableId
}

/** The one that was wanted first. */
function earliest(jobs: readonly (PrintJob | undefined)[]): PrintJob | undefined {
  return jobs.flatMap(job => job ?? []).toSorted((a, b) => a.seq - b.seq)[0]
}
