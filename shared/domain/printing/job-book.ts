import { Book } from '../books/book.ts'
import type { Filing, Marked } from '../books/book.ts'
import { labelKind, orderOf } from './print-jobs.ts'
import type { LabelKind, PrintJob, PrintState } from './print-jobs.ts'

const EVERY = 'every'
const SETTLED = 'settled'

/** By its kind, or to the one printer that it is meant for. */
export interface Way {
  readonly kind: LabelKind
  readonly printerId: string | null
}

export interface WaitingLabels extends Way {
  /** In the order in which they were wanted. */
  readonly jobs: Marked<PrintJob>
}

function wayMark({ kind, printerId }: Way): string {
  return printerId === null ? `way ${kind}` : `way ${kind} to ${printerId}`
}

/** Which way a label goes. */
export function wayOf({ source, printerId }: PrintJob): Way {
  return { kind: labelKind(source), printerId }
}

/** Oldest first. */
const FILING: Filing<string, PrintJob> = {
  idOf: job => job.id,
  placeOf: job => job.seq,
  marksOf(job) {
    const { kind } = job.state
    const orderId = orderOf(job)
    return [
      EVERY,
      kind,
      ...(orderId === null ? [] : [`of ${orderId}`]),
      ...(kind === 'intended' ? [wayMark(wayOf(job))] : []),
      ...(kind === 'confirmed' || kind === 'failed' ? [SETTLED] : [])
    ]
  }
}

/** Print jobs by id, by order and by state, each list counted and in order: nothing here walks but `values`. */
export class JobBook {
  readonly #book: Book<string, PrintJob>
  readonly #lastSeq: number
  /** Every way that was ever gone: there are few. */
  readonly #ways: ReadonlyMap<string, Way>

  private constructor(book: Book<string, PrintJob>, lastSeq: number, ways: ReadonlyMap<string, Way>) {
    this.#book = book
    this.#ways = ways
    this.#lastSeq = lastSeq
  }

  /** A book of these jobs. */
  static of(jobs: Iterable<PrintJob>): JobBook {
    return new JobBook(Book.empty(FILING), 0, new Map()).with([...jobs])
  }

  get size(): number {
    return this.#book.size
  }

  /** The number of the next job. */
  get nextSeq(): number {
    return this.#lastSeq + 1
  }

  get(id: string): PrintJob | undefined {
    return this.#book.get(id)
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  /** Every job: a walk. */
  values(): Marked<PrintJob> {
    return this.#book.marked(EVERY)
  }

  /** The ids of every job: a walk. */
  *keys(): IterableIterator<string> {
    for (const { id } of this.values()) yield id
  }

  /** The jobs of an order's sticker. */
  ofOrder(orderId: number): Marked<PrintJob> {
    return this.#book.marked(`of ${orderId}`)
  }

  inState(kind: PrintState['kind']): Marked<PrintJob> {
    return this.#book.marked(kind)
  }

  /** Labels that have not left, way by way. */
  get waiting(): readonly WaitingLabels[] {
    return [...this.#ways].flatMap(([mark, way]) => {
      const jobs = this.#book.marked(mark)
      return jobs.size === 0 ? [] : [{ ...way, jobs }]
    })
  }

  /** The book with these jobs put in place of their older selves. */
  with(changed: readonly PrintJob[]): JobBook {
    if (changed.length === 0) return this
    const lastSeq = changed.reduce((last, { seq }) => Math.max(last, seq), this.#lastSeq)
    const unknown = changed.map(wayOf).filter(way => !this.#ways.has(wayMark(way)))
    const ways =
      unknown.length === 0 ? this.#ways : new Map([...this.#ways, ...unknown.map(way => [wayMark(way), way] as const)])
    return new JobBook(this.#book.with(changed), lastSeq, ways)
  }

  /** The book with the newest so many settled jobs only, once there are twice as many: the others live on disk. */
  forgetSettled(kept: number): JobBook {
    const settled = this.#book.marked(SETTLED)
    if (settled.size <= kept * 2) return this
    const old = settled.slice(0, settled.size - kept).map(({ id }) => id)
    return new JobBook(this.#book.with([], old), this.#lastSeq, this.#ways)
  }
}
