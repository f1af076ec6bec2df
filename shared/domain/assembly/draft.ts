import type { Bench, Table } from '../bench.ts'
import type { BenchContext, Effect, Step } from '../step.ts'
import type { IntentBody } from '../intents.ts'
import type { Feedback, FaceKind, Message, Note } from '../messages.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { Order } from '../orders/orders.ts'
import type { PrintJob, PrintSource } from '../printing/print-jobs.ts'
import type { ReprintReason } from '../scanning/commands.ts'
import type { Batch, Round } from '../orders/rounds.ts'
import type { Supply } from '../orders/supplies.ts'
import { isSame } from '../same.ts'

/** What of a bench a question's words are made of; a draft has it with its own changes. */
export type Known = Pick<Draft, 'bench' | 'order' | 'orders'>

/**
 * One decision being made: the rules change the draft, `finish` turns it into the immutable step.
 * The bench it started from is never touched.
 */
export class Draft {
  /** As it was when the decision began. */
  readonly before: Bench
  readonly context: BenchContext
  readonly effects: Effect[] = []
  #bench: Bench
  readonly #changed = new Map<number, Order>()
  readonly #changedJobs = new Map<string, PrintJob>()
  /** The orders as far as somebody asked for them, and what was put since. */
  #orders: OrderBook
  readonly #unfiled = new Map<number, Order>()
  #feedback: Feedback | null = null
  #note: Note | null = null

  constructor(bench: Bench, context: BenchContext) {
    this.before = bench
    this.#bench = bench
    this.#orders = bench.orders
    this.context = context
  }

  get bench(): Bench {
    return this.#bench
  }

  get table(): Table {
    return this.#bench.table
  }

  order(id: number): Order | undefined {
    return this.#changed.get(id) ?? this.#bench.orders.get(id)
  }

  /** The order on the table. */
  get current(): Order | undefined {
    return this.table.orderId === null ? undefined : this.order(this.table.orderId)
  }

  /** Whether news may take the stage: nothing on the table, no question. */
  get isQuiet(): boolean {
    return this.table.orderId === null && this.table.question === null
  }

  get supply(): Supply | undefined {
    return this.#bench.supplyId === null ? undefined : this.#bench.supplies.get(this.#bench.supplyId)
  }

  /** The supply or round being packed. */
  get batch(): Batch | undefined {
    return this.#bench.supplyId === null ? undefined : this.batchOf(this.#bench.supplyId)
  }

  batchOf(batchId: string): Batch | undefined {
    return this.#bench.supplies.get(batchId) ?? this.#bench.rounds.get(batchId)
  }

  /** Everything that can be packed from, the oldest first. */
  get openBatches(): readonly Batch[] {
    return [...this.#bench.supplies.values(), ...this.#bench.rounds.values()]
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => a.createdAt - b.createdAt)
  }

  /** All orders, changes of this draft included. */
  get orders(): OrderBook {
    this.#orders = this.#orders.with([...this.#unfiled.values()])
    this.#unfiled.clear()
    return this.#orders
  }

  /** Orders put by this draft, as they are now. */
  get touched(): readonly Order[] {
    return [...this.#changed.values()]
  }

  put(order: Order): Order {
    this.#changed.set(order.facts.id, order)
    this.#unfiled.set(order.facts.id, order)
    return order
  }

  set(part: Partial<Bench>): void {
    this.#bench = { ...this.#bench, ...part }
  }

  setTable(part: Partial<Table>): void {
    this.set({ table: { ...this.table, ...part } })
  }

  putSupply(supply: Supply): void {
    this.set({ supplies: new Map(this.#bench.supplies).set(supply.id, supply) })
  }

  putRound(round: Round): void {
    this.set({ rounds: new Map(this.#bench.rounds).set(round.id, round) })
  }

  queue(body: IntentBody): void {
    this.effects.push({ kind: 'queue', body })
  }

  /** As `queue`, of a wish that may have been carried out already: it is looked up first. */
  queueAnew(body: IntentBody): void {
    this.effects.push({ kind: 'queue', body, mayStand: true })
  }

  /** Starts a label on its way: a row of the journal first, paper later. */
  print(source: PrintSource, reason: ReprintReason | null, printerId: string | null = null): PrintJob {
    const job: PrintJob = {
      id: this.context.newId(),
      seq: this.#bench.jobs.nextSeq,
      source,
      bornAt: this.context.now,
      packerId: this.#bench.packerId,
      reason,
      printerId,
      printedOn: null,
      state: { kind: 'intended' }
    }
    this.putJob(job)
    this.effects.push({ kind: 'print', job })
    return job
  }

  /** The label will not come out of this job any more. */
  failJob(job: PrintJob, why: string): void {
    this.putJob({ ...job, state: { kind: 'failed', why, at: this.context.now } })
  }

  putJob(job: PrintJob): void {
    this.#changedJobs.set(job.id, job)
    this.set({ jobs: this.#bench.jobs.with([job]) })
  }

  say(face: FaceKind, message: Message): void {
    this.#feedback = { face, message, at: this.context.now }
  }

  /** Joins whatever the packer is told in the end. */
  note(note: Note): void {
    this.#note = note
  }

  get noted(): Note | null {
    return this.#note
  }

  get said(): Feedback | null {
    return this.#feedback
  }

  finish(): Step {
    const changed = [...this.#changed.values()].filter(order => differs(order, this.#bench.orders.get(order.facts.id)))
    // What was put as it was keeps its place in the book.
    const isAllNew = changed.length === this.#changed.size
    const bench = { ...this.#bench, orders: isAllNew ? this.orders : this.#bench.orders.with(changed) }
    const feedback =
      this.#feedback === null || this.#note === null ? this.#feedback : { ...this.#feedback, note: this.#note }
    return {
      bench: feedback === null ? bench : { ...bench, feedback },
      changed,
      changedJobs: [...this.#changedJobs.values()],
      effects: this.effects,
      feedback
    }
  }
}

function differs(order: Order, before: Order | undefined): boolean {
  return before === undefined || (order !== before && !isSame(order, before))
}
