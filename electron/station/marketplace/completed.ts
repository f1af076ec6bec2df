import type { CompletedAsked, CompletedRow, CompletedState } from '../../../shared/contract/completed-methods.ts'
import type { SeenOrder } from '../../../shared/domain/bench.ts'
import { isCancelled } from '../../../shared/domain/orders/orders.ts'
import type { RoundScheme } from '../../../shared/domain/schemes/scheme.ts'
import { sortedInStretches, Stretch } from '../stretches.ts'
import { whyOf } from './why-of.ts'
import type { ArchivedOrder, Clock, MarketplacePort, Reply, SchemeOrder } from '../ports/ports.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** The longest period that one question covers, and how far back the lists of living orders reach (API documents). */
const WINDOW_MS = 30 * DAY_MS - 60_000
const LISTED_MS = 90 * DAY_MS
/** More rows are not held; the period is to be made shorter. */
const MOST = 200_000

/** One part of a period: read for itself, so that there is progress and a moment to stop. */
interface Part {
  /** Gives what was found as it comes. */
  readonly read: () => AsyncIterable<Reply<readonly CompletedRow[]>>
}

/** Orders that ended, read for one period at a time; nothing of them is kept on disk. */
export class CompletedOrders {
  readonly #marketplace: MarketplacePort
  readonly #clock: Clock
  readonly #onChange: () => void
  #rows = new Map<number, CompletedRow>()
  #sorted: Promise<readonly CompletedRow[]> | null = null
  #state: CompletedState = { kind: 'idle' }
  /** Counts readings: one that is not the newest has to stop. */
  #reading = 0

  constructor(parts: { readonly marketplace: MarketplacePort; readonly clock: Clock; readonly onChange: () => void }) {
    this.#marketplace = parts.marketplace
    this.#clock = parts.clock
    this.#onChange = parts.onChange
  }

  get state(): CompletedState {
    return this.#state
  }

  /** Begins to read a period; one that is being read is given up. */
  read(asked: CompletedAsked): void {
    this.#rows = new Map()
    this.#sorted = null
    void this.#read(asked, ++this.#reading)
  }

  /** Gives up the reading; what was found stays. */
  stop(): void {
    this.#reading += 1
    if (this.#state.kind === 'reading') this.#set({ ...this.#state, kind: 'stopped' })
  }

  /** A page of what was found, newest first. */
  async page(
    offset: number,
    limit: number
  ): Promise<{ readonly rows: readonly CompletedRow[]; readonly total: number }> {
    this.#sorted ??= sortedInStretches([...this.#rows.values()], newestFirst, new Stretch())
    const sorted = await this.#sorted
    return { rows: sorted.slice(offset, offset + limit), total: sorted.length }
  }

  async #read(asked: CompletedAsked, reading: number): Promise<void> {
    const parts = this.#parts(asked)
    const told = { asked, parts: parts.length }
    this.#set({ kind: 'reading', ...told, found: 0, partsDone: 0 })
    for (const [place, part] of parts.entries()) {
      for await (const page of part.read()) {
        if (reading !== this.#reading) return
        if (page.kind !== 'ok') return this.#set({ kind: 'failed', asked, found: this.#rows.size, why: whyOf(page) })
        this.#take(asked, page.value)
        this.#set({ kind: 'reading', ...told, found: this.#rows.size, partsDone: place })
        if (this.#rows.size >= MOST)
          return this.#set({ kind: 'stopped', ...told, found: this.#rows.size, partsDone: place })
      }
    }
    if (reading !== this.#reading) return
    this.#set({ kind: 'here', ...told, found: this.#rows.size, partsDone: parts.length })
  }

  #take({ from, to }: CompletedAsked, rows: readonly CompletedRow[]): void {
    for (const row of rows) {
      const isInside = row.createdAt === null || (row.createdAt >= from && row.createdAt <= to)
      if (isInside) this.#rows.set(row.id, row)
    }
    this.#sorted = null
  }

  #parts({ scheme, from, to }: CompletedAsked): readonly Part[] {
    if (scheme !== 'fbs') {
      return windows(from, to).map(window => ({ read: () => once(this.#schemeOrders(scheme, window.from, window.to)) }))
    }
    const listed = Math.max(from, this.#clock.now() - LISTED_MS)
    const months = from < listed ? monthsOf(from, Math.min(to, listed)) : []
    return [
      ...months.map(({ year, month }) => ({ read: () => once(this.#archive(year, month)) })),
      ...(to > listed ? windows(listed, to) : []).map(window => ({ read: () => this.#listed(window.from, window.to) }))
    ]
  }

  async *#listed(from: number, to: number): AsyncIterable<Reply<readonly CompletedRow[]>> {
    for await (const page of this.#marketplace.ordersSince(from, () => false, to)) {
      yield page.kind === 'ok' ? { kind: 'ok', value: page.value.filter(hasEnded).map(listedRow) } : page
    }
  }

  async #archive(year: number, month: number): Promise<Reply<readonly CompletedRow[]>> {
    const reply = await this.#marketplace.archive(year, month)
    return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.map(archivedRow) } : reply
  }

  async #schemeOrders(scheme: RoundScheme, from: number, to: number): Promise<Reply<readonly CompletedRow[]>> {
    const reply = await this.#marketplace[scheme].completedOrders(from, to)
    if (reply.kind !== 'ok') return reply
    const told = await this.#marketplace[scheme].statuses(reply.value.map(({ facts }) => facts.id))
    if (told.kind !== 'ok') return told
    const statuses = new Map(told.value.map(status => [status.orderId, status]))
    return { kind: 'ok', value: reply.value.map(order => schemeRow(scheme, order, statuses.get(order.facts.id))) }
  }

  #set(state: CompletedState): void {
    this.#state = state
    this.#onChange()
  }
}

function newestFirst(one: CompletedRow, other: CompletedRow): number {
  return (other.createdAt ?? 0) - (one.createdAt ?? 0)
}

function windows(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.ceil((to - from) / WINDOW_MS))
  return Array.from({ length: count }, (_, place) => ({
    from: from + place * WINDOW_MS,
    to: Math.min(to, from + (place + 1) * WINDOW_MS)
  }))
}

/** The months that a period touches, by Moscow's calendar as near as a day; the period itself cuts what is outside. */
function monthsOf(from: number, to: number): readonly { readonly year: number; readonly month: number }[] {
  const months: { readonly year: number; readonly month: number }[] = []
  const at = new Date(from - DAY_MS)
  const last = new Date(to + DAY_MS)
  for (let year = at.getUTCFullYear(), month = at.getUTCMonth(); ; month += 1) {
    if (month === 12) {
      year += 1
      month = 0
    }
    if (year > last.getUTCFullYear() || (year === last.getUTCFullYear() && month > last.getUTCMonth())) return months
    months.push({ year, month: month + 1 })
  }
}

async function* once(reply: Promise<Reply<readonly CompletedRow[]>>): AsyncIterable<Reply<readonly CompletedRow[]>> {
  yield await reply
}

function hasEnded({ supplierStatus, wbStatus }: SeenOrder): boolean {
  return (supplierStatus !== 'new' && supplierStatus !== 'confirm') || isCancelled(supplierStatus, wbStatus)
}

function listedRow({ facts, supplierStatus, wbStatus, supplyRemoteId }: SeenOrder): CompletedRow {
  const { id, createdAt, article, skus, nmId, price, currencyCode } = facts
  const told = { supplierStatus, wbStatus, supply: supplyRemoteId, isArchived: false }
  return { id, scheme: 'fbs', createdAt, article, barcode: skus[0] ?? '', nmId, price, currencyCode, ...told }
}

function schemeRow(
  scheme: RoundScheme,
  { facts }: SchemeOrder,
  status: { readonly supplierStatus: string; readonly wbStatus: string } | undefined
): CompletedRow {
  const { id, createdAt, article, skus, nmId, price, currencyCode } = facts
  const { supplierStatus = '', wbStatus = '' } = status ?? {}
  const told = { supplierStatus, wbStatus, supply: null, isArchived: false }
  return { id, scheme, createdAt, article, barcode: skus[0] ?? '', nmId, price, currencyCode, ...told }
}

function archivedRow(order: ArchivedOrder): CompletedRow {
  const { orderId: id, createdAt, article, skus, nmId, price, currencyCode, supplierStatus, wbStatus } = order
  const told = { supplierStatus, wbStatus, supply: order.supplyRemoteId, isArchived: true }
  return { id, scheme: 'fbs', createdAt, article, barcode: skus[0] ?? '', nmId, price, currencyCode, ...told }
}
