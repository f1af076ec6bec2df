import type { Deed, StorePort } from '../ports/ports.ts'
import { Stretch } from '../stretches.ts'
import { ShiftCount } from './shift-stats.ts'

/** Lines of the log that are read at a stretch: a millisecond or two. */
const LINES = 200
const HOUR_MS = 3_600_000

type LogStore = Pick<StorePort, 'deeds' | 'newDeeds' | 'logEnd'>

interface Period {
  /** Unix ms, `to` not included. */
  readonly from: number
  readonly to: number
}

interface Counted {
  readonly reader: LogReader
  readonly count: ShiftCount
}

/** When orders were packed of late. */
interface Lately {
  readonly reader: LogReader
  readonly times: number[]
}

/** What packers did, counted from the log: of a period it is read once, from then on only what is new in it. One count at a time. */
export class ShiftBook {
  readonly #store: LogStore
  #turn: Promise<void> = Promise.resolve()
  /** The period that was asked for last. */
  #counted: Counted | null = null
  #lately: Lately | null = null

  constructor(store: LogStore) {
    this.#store = store
  }

  /** What was done in a period, so far. */
  stats(period: Period): Promise<ShiftCount> {
    return this.#inTurn(async () => {
      const known = this.#counted
      const isSame = known?.reader.from === period.from && known.reader.to === period.to
      const counted = isSame ? known : this.#counting(period)
      // Unless it gets through, it is counted anew.
      this.#counted = null
      await counted.reader.catchUp()
      this.#counted = counted
      return counted.count
    })
  }

  /** Orders that were packed in the hour before `now` (Unix ms). */
  packedLately(now: number): Promise<number> {
    return this.#inTurn(async () => {
      const lately = this.#lately ?? this.#listening(now - HOUR_MS)
      this.#lately = null
      await lately.reader.catchUp()
      const { times } = lately
      const kept = times.filter(at => at >= now - HOUR_MS)
      times.splice(0, times.length, ...kept)
      this.#lately = lately
      return kept.length
    })
  }

  #counting({ from, to }: Period): Counted {
    const count = new ShiftCount(at => new Date(at).getHours())
    return { count, reader: new LogReader(this.#store, from, to, deed => count.add(deed)) }
  }

  #listening(from: number): Lately {
    const times: number[] = []
    const reader = new LogReader(this.#store, from, Number.MAX_SAFE_INTEGER, ({ at, orderId, answer }) => {
      if (answer === 'packed' && orderId !== null) times.push(at)
    })
    return { reader, times }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#turn.then(work)
    // Whoever asked hears of what went wrong; the next one's turn comes all the same.
    this.#turn = run.then(
      () => undefined,
      () => undefined
    )
    return run
  }
}

/** Gives each line of a period once, in stretches, however often it is asked to go on. */
class LogReader {
  readonly from: number
  readonly to: number
  readonly #store: LogStore
  readonly #take: (deed: Deed) => void
  /** The newest line that was looked at; null: none yet. */
  #end: number | null = null

  constructor(store: LogStore, from: number, to: number, take: (deed: Deed) => void) {
    this.#store = store
    this.from = from
    this.to = to
    this.#take = take
  }

  async catchUp(): Promise<void> {
    const stretch = new Stretch()
    this.#end ??= await this.#readPeriod(stretch)
    for (;;) {
      const deeds = this.#store.newDeeds({ after: this.#end, limit: LINES })
      // The clock may have been set meanwhile: any of them may be of the period.
      for (const deed of deeds) if (deed.at >= this.from && deed.at < this.to) this.#take(deed)
      this.#end = deeds.at(-1)?.seq ?? this.#end
      if (deeds.length < LINES) return
      await stretch.rest()
    }
  }

  /** All that the period has by now; the line up to which the log was looked at. */
  async #readPeriod(stretch: Stretch): Promise<number> {
    const upTo = this.#store.logEnd()
    for (let after: Pick<Deed, 'at' | 'seq'> = { at: this.from, seq: 0 }; ;) {
      const deeds = this.#store.deeds({ to: this.to, upTo, after, limit: LINES })
      for (const deed of deeds) this.#take(deed)
      const last = deeds.at(-1)
      if (last === undefined || deeds.length < LINES) return upTo
      after = last
      await stretch.rest()
    }
  }
}
