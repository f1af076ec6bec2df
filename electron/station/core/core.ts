import type { Bench, BenchEvent } from '../../../shared/domain/bench.ts'
import type { BenchContext, Effect } from '../../../shared/domain/step.ts'
import { SCAN_NOTES } from '../../../shared/domain/bench.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { isSettled } from '../../../shared/domain/orders/orders.ts'
import type { BuyerCounts, WhoseBuyers } from '../../../shared/domain/orders/buyer-counts.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { ListTopic } from '../../../shared/contract/topics.ts'
import { reduce } from '../../../shared/domain/assembly/reduce.ts'
import { comesEachRound, journalEntry } from './journal.ts'
import { ErasedCodes } from './erased-codes.ts'
import { noteOf } from './scan-notes.ts'
import { Outbox } from './outbox.ts'
import { topicsOf } from './topics.ts'
import type {
  BuyerPart,
  Change,
  Clock,
  Loaded,
  LogEntry,
  Log,
  PointsPart,
  StatusChange,
  StickerFile,
  StorePort
} from '../ports/ports.ts'

export interface CoreOptions {
  readonly clock: Clock
  readonly log: Log
  readonly store: StorePort
  readonly newId: () => string
  /** The PC's calendar day at a moment (Unix ms). */
  readonly dayOf: (at: number) => BenchContext['today']
  readonly loaded: Loaded
  readonly lastSeq: number
  /** Whether a word that is a shift lead's is taken now; absent: always. */
  readonly mayOverride?: () => boolean
}

/** Rows that ride in a decision's transaction beside what the rules decided. */
export interface Riders {
  readonly intents?: readonly Intent[]
  readonly stickers?: readonly StickerFile[]
  readonly supplyQrs?: Change['supplyQrs']
  readonly spotStickers?: Change['spotStickers']
  readonly borderLabels?: Change['borderLabels']
  /** Those whose order has ended meanwhile are not kept. */
  readonly buyers?: readonly BuyerPart[]
  readonly erasesBuyers?: Change['erasesBuyers']
  /** It is the answer to rows that could not be read. */
  readonly areRowsHealed?: true
  /** The next part of the same news follows at once. */
  readonly isMoreToCome?: boolean
  /** The marketplace tells it again at each round: what is lost with the power comes back by itself. */
  readonly isToldAgain?: boolean
}

/** `topics`: the lists that changed; none while more of the same news follows. */
type DecisionListener = (effects: readonly Effect[], event: BenchEvent, topics: readonly ListTopic[]) => void
type Told = Parameters<DecisionListener>

/**
 * The single writer: every event, from a scanner, a button, the marketplace or the printer, becomes one decision, one
 * transaction on disk, one view; only then its effects run. Nothing here awaits, so decisions can't overlap; one that a listener
 * causes is on disk at once, and told when all have heard of those before it.
 */
export class Core {
  readonly outbox: Outbox
  /** Without what was loaded: it would stay in memory as it was. */
  readonly #options: Omit<CoreOptions, 'loaded'>
  readonly #listeners = new Set<DecisionListener>()
  /** On disk, and not told yet. */
  readonly #untold: Told[] = []
  readonly #erasedCodes = new ErasedCodes()
  #isTelling = false
  readonly #seen = new Set<string>()
  /** Lists that changed and were not named yet. */
  readonly #untoldTopics = new Set<ListTopic>()
  #bench: Bench

  constructor(options: CoreOptions) {
    const { loaded, ...kept } = options
    this.#options = kept
    this.#bench = keepingFewJobs(loaded.bench)
    this.outbox = new Outbox(loaded.intents, kept.lastSeq)
  }

  get bench(): Bench {
    return this.#bench
  }

  /** Called after each commit, in their order, with the effects to run; never within another call. The result stops it. */
  onDecision(listener: DecisionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether this delivery was taken before. The last thousand are known. */
  isRepeated(deliveryId: string): boolean {
    return this.#seen.has(deliveryId)
  }

  /** Call it once the delivery's decision is on disk: one that failed may come again. */
  remember(deliveryId: string): void {
    this.#seen.add(deliveryId)
    const [oldest] = this.#seen
    if (this.#seen.size > 1000 && oldest !== undefined) this.#seen.delete(oldest)
  }

  /** One decision, on disk when this returns. Throws only if the disk does: then nothing has changed. */
  dispatch(event: BenchEvent, riders: Riders = {}): void {
    const { clock, store, newId } = this.#options
    const now = clock.now()
    const before = this.#bench
    const step = reduce(before, event, {
      now,
      today: this.#options.dayOf(now),
      newId,
      mayOverride: this.#options.mayOverride?.() ?? true,
      codeUse: code => store.codeUse(code),
      cardGtins: chrtId => store.cards.gtins(chrtId),
      shippingPoints: (city, cargoType, from, most) => store.points({ city, cargoType, text: '', from, most }),
      productWords: facts => store.cards.words(facts),
      gtinOwners: gtin => store.cards.owners(gtin)
    })
    const note = step.feedback === null ? null : noteOf(event, step.feedback, newId)
    const bench =
      note === null ? step.bench : { ...step.bench, notes: [note, ...step.bench.notes].slice(0, SCAN_NOTES) }
    const born = { bornAt: now, packerId: bench.packerId }
    const wishes = step.effects.filter(effect => effect.kind === 'queue')
    const intents = [
      ...this.#erasedCodes.bare(riders.intents ?? []),
      ...this.outbox.pointless(riders.intents ?? [], step.changed, now),
      ...this.outbox.plan(wishes, born, newId)
    ]
    const moved = differences(before, bench)
    const isOldNews = comesEachRound(event) && isEmpty({ ...moved, orders: step.changed, jobs: step.changedJobs })
    const tableOrderId = before.table.orderId ?? bench.table.orderId
    const change: Change = {
      ...moved,
      ...(isOldNews ? {} : journalEntry(event, step.feedback, now, bench.packerId, newId, tableOrderId)),
      orders: step.changed,
      statuses: statusChanges(before, step.changed, now),
      intents,
      jobs: step.changedJobs,
      bindCodes: step.effects.flatMap(effect =>
        effect.kind === 'bindCode' ? [{ code: effect.code, key: effect.key, orderId: effect.orderId, at: now }] : []
      ),
      releaseCodes: step.effects.flatMap(effect => (effect.kind === 'releaseCode' ? [effect.code] : [])),
      ...(riders.buyers ? { buyers: stillNeeded(bench, riders.buyers) } : {}),
      ...(riders.erasesBuyers ? { erasesBuyers: riders.erasesBuyers } : {}),
      ...(riders.stickers ? { stickers: riders.stickers } : {}),
      ...(riders.supplyQrs ? { supplyQrs: riders.supplyQrs } : {}),
      ...(riders.spotStickers ? { spotStickers: riders.spotStickers } : {}),
      ...(riders.borderLabels ? { borderLabels: riders.borderLabels } : {}),
      ...(riders.areRowsHealed ? { areRowsHealed: riders.areRowsHealed } : {})
    }
    if (isEmpty(change)) return this.#nothingNew(event, riders)
    store.commit(change, riders.isToldAgain === true && isNewsOnly(change) ? 'soon' : 'now')
    this.#bench = keepingFewJobs(bench)
    this.outbox.adopt(intents)
    for (const topic of topicsOf(change)) this.#untoldTopics.add(topic)
    this.#tell(step.effects, event, riders)
  }

  /** Most news says what is known already: nothing to write, nothing to show, unless parts before this one were new. */
  #nothingNew(event: BenchEvent, riders: Riders): void {
    if (riders.isMoreToCome !== true && this.#untoldTopics.size > 0) this.#tell([], event, riders)
  }

  #tell(effects: readonly Effect[], event: BenchEvent, { isMoreToCome = false }: Riders): void {
    this.#untold.push([effects, event, isMoreToCome ? [] : [...this.#untoldTopics]])
    if (!isMoreToCome) this.#untoldTopics.clear()
    if (this.#isTelling) return
    this.#isTelling = true
    for (let told = this.#untold.shift(); told !== undefined; told = this.#untold.shift()) {
      for (const listener of this.#listeners) this.#tellOne(listener, told)
    }
    this.#isTelling = false
  }

  /** Whoever decided must not take a listener's failure for the disk's: the decision stands. */
  #tellOne(listener: DecisionListener, told: Told): void {
    try {
      listener(...told)
    } catch (error) {
      this.#options.log.error({ error, event: told[1].kind }, 'what follows from a decision failed')
    }
  }

  /** Writes a part of a city's shipping points; the rules hear of them when all are there. */
  savePoints(points: PointsPart): void {
    this.#options.store.commit({ points })
  }

  /** Writes what became known of buyers: no rule needs to hear of it. */
  saveBuyers(parts: readonly BuyerPart[]): void {
    const buyers = stillNeeded(this.#bench, parts)
    if (buyers.length > 0) this.#options.store.commit({ buyers })
  }

  /** What is kept of buyers is gone when this returns, and what a hand-over that still waits has of its buyer; the result: of how many orders. */
  eraseBuyers(of: WhoseBuyers): BuyerCounts {
    const counts = this.#options.store.keptBuyers(of)
    const intents = of === 'all' ? this.#erasedCodes.erase(this.outbox.all()) : []
    this.dispatch({ kind: 'eraseBuyers', of, counts }, { intents, erasesBuyers: of })
    return counts
  }

  /** A person has been told of every row that could not be read. */
  seeDamage(): void {
    this.#options.store.commit({ areRowsSeen: true })
  }

  /** A line of the log about something that changes nothing. */
  note(kind: string, orderId: number | null, facts: object = {}): void {
    this.#options.store.commit({ entry: this.#lineOf(kind, orderId, JSON.stringify(facts)) })
  }

  /** As `note`, a line for each of these orders: all in one transaction. */
  noteEach(kind: string, orderIds: readonly number[]): void {
    if (orderIds.length === 0) return
    this.#options.store.commit({ noted: orderIds.map(orderId => this.#lineOf(kind, orderId, '{}')) })
  }

  #lineOf(kind: string, orderId: number | null, facts: string): LogEntry {
    const { clock, newId } = this.#options
    return { id: newId(), at: clock.now(), packerId: this.#bench.packerId, kind, orderId, facts }
  }

  /** Writes intents' states that no rule needs to hear of (being sent, retried, parked). */
  saveIntents(intents: readonly Intent[]): void {
    const bare = this.#erasedCodes.bare(intents)
    this.#options.store.commit({ intents: bare })
    this.outbox.adopt(bare)
  }
}

function stillNeeded({ orders }: Bench, parts: readonly BuyerPart[]): readonly BuyerPart[] {
  return parts.filter(({ orderId }) => {
    const order = orders.get(orderId)
    return order !== undefined && !isSettled(order)
  })
}

/** Of orders that were known before: what they are at first, their own facts tell. */
function statusChanges({ orders }: Bench, changed: readonly Order[], at: number): readonly StatusChange[] {
  return changed.flatMap(({ facts, supplierStatus, wbStatus }) => {
    const before = orders.get(facts.id)
    if (before === undefined || (before.supplierStatus === supplierStatus && before.wbStatus === wbStatus)) return []
    return [{ orderId: facts.id, at, supplierStatus, wbStatus }]
  })
}

function isEmpty(change: Change): boolean {
  return Object.values(change).every(isNothing)
}

function isNothing(part: unknown): boolean {
  return Array.isArray(part) && part.length === 0
}

/** Whether nothing but orders and the words on the stage follow from it: no print, no write, no code, no line of the log. */
function isNewsOnly({ orders: _orders, statuses: _statuses, desk: _desk, ...rest }: Change): boolean {
  return isEmpty(rest)
}

const DESK_PARTS = ['table', 'supplyId', 'packerId', 'feedback', 'notes', 'shift'] as const

/** The parts of the bench that changed by this decision: only they are written. */
function differences(before: Bench, after: Bench): Change {
  const desk = DESK_PARTS.filter(part => after[part] !== before[part])
  const supplies =
    after.supplies === before.supplies
      ? []
      : [...after.supplies].filter(([id, supply]) => before.supplies.get(id) !== supply)
  return {
    ...(desk.length === 0 ? {} : { desk: Object.fromEntries(desk.map(part => [part, after[part]])) }),
    ...(supplies.length === 0 ? {} : { supplies: new Map(supplies) }),
    ...(after.rounds === before.rounds ? {} : { rounds: after.rounds }),
    ...(after.packers === before.packers ? {} : { packers: after.packers }),
    ...(after.gtinOverrides === before.gtinOverrides ? {} : { gtinOverrides: after.gtinOverrides }),
    ...(after.sets === before.sets ? {} : { sets: after.sets }),
    ...(after.shipping === before.shipping ? {} : { shipping: after.shipping }),
    ...(after.spot === before.spot ? {} : { spot: after.spot }),
    ...(after.settings === before.settings ? {} : { settings: after.settings })
  }
}

const JOBS_KEPT = 500

/** Settled jobs beyond the newest few hundred live on disk only. */
function keepingFewJobs(bench: Bench): Bench {
  const jobs = bench.jobs.forgetSettled(JOBS_KEPT)
  return jobs === bench.jobs ? bench : { ...bench, jobs }
}
