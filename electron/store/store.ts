import type { Bench } from '../../shared/domain/bench.ts'
import { OrderBook } from '../../shared/domain/orders/order-book.ts'
import { JobBook } from '../../shared/domain/printing/job-book.ts'
import type { Change, Loaded, Log, StorePort } from '../station/ports/ports.ts'
import { isSettled } from '../../shared/domain/orders/orders.ts'
import { dirname } from 'node:path'
import type { DiskWhy } from '../../shared/domain/disk.ts'
import { openBuyerCodes } from './buyer-codes.ts'
import { openBuyerComments } from './buyer-comments.ts'
import { openBuyers } from './buyers.ts'
import { openCards } from './cards.ts'
import { openCodes } from './codes.ts'
import { openDamaged } from './damaged.ts'
import { openDatabase, withoutWaiting, type Database } from './database.ts'
import { CLEAR_TABLE, openDesk } from './desk.ts'
import { diskWhy, folderWhy, saysCorrupt, sqliteCode, StoreError } from './errors.ts'
import { watchPlace } from './in-place.ts'
import { rememberEnd } from './remember-end.ts'
import { openIntents } from './intents.ts'
import { openJobs } from './jobs.ts'
import { openKeptBuyers } from './kept-buyers.ts'
import { openLabels } from './labels.ts'
import { openLeads } from './leads.ts'
import { openLog } from './log.ts'
import { FINISHED_KEPT_MS, openOrders } from './orders.ts'
import { openPoints } from './points.ts'
import { openRowReader } from './rows.ts'
import { openRounds } from './rounds.ts'
import { openSalvage } from './salvage.ts'
import { createPassingSeal, type Seal } from './seal.ts'
import { openStatuses } from './statuses.ts'
import { openSupplies } from './supplies.ts'

export interface StoreOptions {
  readonly path: string
  readonly log: Log
  /** Closes what is kept of buyers; absent: it can be read in this run only. `former`: closed them before. */
  readonly seals?: { readonly seal: Seal; readonly former: Seal | null }
}

/**
 * Opens the station's store over `path` (`:memory:` for none on disk). Throws `StoreError`: on opening as `openDatabase`;
 * from `commit` `codeTaken` and `notWritten`, after which nothing of the change is there (only after the code
 * `SQLITE_IOERR…` a fresh start alone can tell); from reading `notRead`; from both `corrupt` and `gone`.
 */
export function createStore(options: StoreOptions): StorePort {
  const database = openDatabase(options.path)
  const tables = openTables(database, options)
  const commit = database.transaction((change: Change) => write(tables, change))
  const isInPlace = database.memory ? () => true : watchPlace(options.path)
  const folder = dirname(options.path)
  const memory = database.memory ? null : rememberEnd(options.path, () => tables.log.end(), options.log)
  let onTrouble: (why: DiskWhy) => void = () => undefined

  /** What fails of it is the store's error, and told to whoever watches the disk. */
  function guarded<T>(kind: 'notWritten' | 'notRead', work: () => T): T {
    try {
      if (!isInPlace()) throw new StoreError({ kind: 'gone' })
      return work()
    } catch (error) {
      const known = asStoreError(kind, error)
      if (known === null) throw error
      const why = diskWhy(known.fault, folder)
      if (why !== null) onTrouble(why)
      throw known
    }
  }

  return {
    folder,
    onTrouble(listener) {
      onTrouble = listener
    },
    isInPlace,
    tryDisk() {
      if (database.memory) return null
      const why = isInPlace() ? folderWhy(folder) : 'gone'
      if (why !== null) return why
      try {
        // As it is already: all the way to the disk, and nothing is different.
        database.pragma(`user_version = ${String(database.pragma('user_version', { simple: true }))}`)
        return null
      } catch (error) {
        const known = asStoreError('notWritten', error)
        if (known === null) throw error
        return diskWhy(known.fault, folder) ?? 'failing'
      }
    },
    load: now => {
      guarded('notWritten', () => {
        tables.labels.dropBorderLabels(now - FINISHED_KEPT_MS)
        tables.orders.dropKinds()
      })
      return guarded('notRead', () => load(tables, now))
    },
    commit: (change, when = 'now') =>
      guarded('notWritten', () => {
        if (when === 'now') commit.immediate(change)
        else withoutWaiting(database, () => commit.immediate(change))
        if (change.entry ?? change.noted) memory?.grown()
      }),
    leads: () => guarded('notRead', () => tables.leads.find()),
    buyer: orderId => guarded('notRead', () => tables.buyers.find(orderId)),
    keptBuyers: of => guarded('notRead', () => tables.keptBuyers.count(of)),
    order: orderId => guarded('notRead', () => tables.orders.find(orderId)),
    statuses: orderId => guarded('notRead', () => tables.statuses.find(orderId)),
    codeUse: code => guarded('notRead', () => tables.codes.find(code)),
    sticker: orderId => guarded('notRead', () => tables.labels.sticker(orderId)),
    point: named => guarded('notRead', () => tables.points.one(named)),
    points: query => guarded('notRead', () => tables.points.find(query)),
    spotSticker: supplyId => guarded('notRead', () => tables.labels.spotSticker(supplyId)),
    borderLabel: orderId => guarded('notRead', () => tables.labels.borderLabel(orderId)),
    supplyQr: supplyId => guarded('notRead', () => tables.labels.supplyQr(supplyId)),
    cards: {
      gtins: chrtId => guarded('notRead', () => tables.cards.gtins(chrtId)),
      owners: gtin => guarded('notRead', () => tables.cards.owners(gtin)),
      words: named => guarded('notRead', () => tables.cards.words(named)),
      keepOwn: (batch, cards) => guarded('notWritten', () => tables.cards.keepOwn(batch, cards)),
      dropOwnBut: (batch, after) => guarded('notWritten', () => tables.cards.dropOwnBut(batch, after)),
      ownCount: () => guarded('notRead', () => tables.cards.ownCount()),
      progress: () => guarded('notRead', () => tables.cards.progress()),
      keep: page => guarded('notWritten', () => tables.cards.keep(page))
    },
    logEnd: () => guarded('notRead', () => tables.log.end()),
    newDeeds: query => guarded('notRead', () => tables.log.newDeeds(query)),
    deeds: query => guarded('notRead', () => tables.log.deeds(query)),
    history: query => guarded('notRead', () => tables.log.page(query)),
    intents: query => guarded('notRead', () => tables.intents.page(query)),
    jobs: query => guarded('notRead', () => tables.jobs.page(query)),
    isRestored: memory?.isRestored === true,
    restoredSettled: () => memory?.settled(),
    damagedRows: () => guarded('notRead', () => tables.damaged.unseen()),
    close() {
      memory?.close()
      database.close()
    }
  }
}

type Tables = ReturnType<typeof openTables>

function openTables(database: Database, options: StoreOptions) {
  const { log, seals = { seal: createPassingSeal(), former: null } } = options
  const rows = openRowReader(database, log, Date.now)
  const salvage = openSalvage(database)
  const buyerCodes = openBuyerCodes(database, seals, log)
  return {
    buyers: openBuyers(database, seals, log),
    buyerCodes,
    keptBuyers: openKeptBuyers(database),
    orders: openOrders(database, rows, salvage, openBuyerComments(database, seals, log)),
    statuses: openStatuses(database),
    supplies: openSupplies(database, rows, salvage),
    rounds: openRounds(database, rows, salvage),
    intents: openIntents(database, rows, buyerCodes),
    jobs: openJobs(database, rows),
    desk: openDesk(database, rows),
    leads: openLeads(database, rows),
    codes: openCodes(database),
    cards: openCards(database),
    labels: openLabels(database),
    log: openLog(database),
    points: openPoints(database),
    damaged: openDamaged(database)
  }
}

function write(tables: Tables, change: Change): void {
  const at = change.entry?.at ?? Date.now()
  if (change.entry) tables.log.append(change.entry)
  for (const entry of change.noted ?? []) tables.log.append(entry)
  for (const part of change.buyers ?? []) tables.buyers.write(part)
  for (const intent of change.intents ?? []) tables.intents.write(intent)
  if (change.areRowsHealed === true) tables.damaged.heal()
  if (change.areRowsSeen === true) tables.damaged.see()
  for (const order of change.orders ?? []) {
    tables.orders.write(order)
    if (isSettled(order)) forgetBuyer(tables, order.facts.id)
  }
  for (const status of change.statuses ?? []) tables.statuses.write(status)
  for (const supply of change.supplies?.values() ?? []) tables.supplies.write(supply, at)
  for (const round of change.rounds?.values() ?? []) tables.rounds.write(round, at)
  for (const job of change.jobs ?? []) tables.jobs.write(job)
  // Releases first: one decision may move a code from one order to another.
  for (const code of change.releaseCodes ?? []) tables.codes.release(code, at)
  for (const use of change.bindCodes ?? []) tables.codes.bind(use)
  for (const sticker of change.stickers ?? []) tables.labels.writeSticker(sticker)
  if (change.points) tables.points.write(change.points)
  for (const qr of change.supplyQrs ?? []) tables.labels.writeSupplyQr(qr)
  for (const sticker of change.spotStickers ?? []) tables.labels.writeSpotSticker(sticker)
  for (const label of change.borderLabels ?? []) tables.labels.writeBorderLabel(label)
  if (change.leads) tables.leads.write(change.leads)
  if (change.erasesBuyers) tables.keptBuyers.erase(change.erasesBuyers)
  writeDesk(tables, change)
}

function forgetBuyer({ buyers, buyerCodes }: Tables, orderId: number): void {
  buyers.forget(orderId)
  buyerCodes.forget(orderId)
}

function writeDesk({ desk }: Tables, change: Change): void {
  const { table, supplyId, packerId, feedback, notes, shift } = change.desk ?? {}
  if (table !== undefined) desk.write('table', table)
  if (supplyId !== undefined) desk.write('supplyId', supplyId)
  if (packerId !== undefined) desk.write('packerId', packerId)
  if (feedback !== undefined) desk.write('feedback', feedback)
  if (notes !== undefined) desk.write('notes', notes)
  if (shift !== undefined) desk.write('shift', shift)
  if (change.packers) desk.write('packers', [...change.packers.values()])
  if (change.gtinOverrides) desk.write('gtinOverrides', [...change.gtinOverrides.values()])
  if (change.sets) desk.write('sets', [...change.sets.values()])
  if (change.settings) desk.write('settings', change.settings)
  if (change.shipping) desk.write('shipping', change.shipping)
  if (change.spot) desk.write('spot', change.spot)
}

function load(tables: Tables, now: number): Loaded {
  const since = now - FINISHED_KEPT_MS
  const desk = tables.desk.load(now)
  const bench: Bench = {
    ...desk,
    orders: OrderBook.of(tables.orders.load(since)),
    supplies: byId(tables.supplies.load(since)),
    rounds: byId(tables.rounds.load(since)),
    packers: byId(desk.packers),
    gtinOverrides: new Map(desk.gtinOverrides.map(one => [`${one.chrtId}:${one.gtin}`, one])),
    sets: new Map(desk.sets.map(one => [one.chrtId, one])),
    jobs: JobBook.of(tables.jobs.load(since))
  }
  const intents = tables.intents.loadPending()
  return { bench: withoutDanglingIds(bench), intents, isDamaged: tables.damaged.areUnhealed() }
}

/** What lies on the table must exist: its row may be damaged, or have grown too old for memory. */
function withoutDanglingIds(bench: Bench): Bench {
  const { orderId, question } = bench.table
  const known = {
    order: orderId === null || bench.orders.get(orderId) !== undefined,
    job: question?.kind !== 'labelInHand' || bench.jobs.has(question.jobId),
    supply: bench.supplyId !== null && (bench.supplies.has(bench.supplyId) || bench.rounds.has(bench.supplyId)),
    packer: bench.packerId !== null && bench.packers.has(bench.packerId)
  }
  const table = known.order ? bench.table : CLEAR_TABLE
  return {
    ...bench,
    table: known.job ? table : { ...table, question: null },
    supplyId: known.supply ? bench.supplyId : null,
    packerId: known.packer ? bench.packerId : null
  }
}

function byId<T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map(value => [value.id, value]))
}

/** Null: not the database's. */
function asStoreError(kind: 'notWritten' | 'notRead', error: unknown): StoreError | null {
  if (error instanceof StoreError) return error
  if (saysCorrupt(error)) return new StoreError({ kind: 'corrupt', detail: String(error) }, error)
  const code = sqliteCode(error)
  return code === null ? null : new StoreError({ kind, code }, error)
}
