import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { StoreError } from '../../../electron/store/errors.ts'
import { createStore } from '../../../electron/store/store.ts'
import { entry, intent, job, NOON, order, supplies, supply } from '../../electron/store/fixtures-data.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { door, type Door } from '../door.ts'
import { mutateText } from '../mutate.ts'

/** A cell that another hand has changed: which of all, and what stands there now. */
interface Input {
  readonly cell: number
  readonly value: string | number | null
}

interface Cell {
  readonly table: string
  readonly column: string
  readonly row: number
  readonly value: string | number | null
}

const nameSchema = z.object({ name: z.string() })
const valueSchema = z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)])
const rowSchema = z.object({ rowid: z.number() }).catchall(valueSchema)

/** A station's whole database with a cell changed: it opens and is read, or it says itself what is wrong with it. */
export function openDatabases(): Door {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-fuzz-'))
  const whole = join(folder, 'whole.db')
  fill(whole)
  const cells = cellsOf(whole)
  return door<Input>({
    name: 'databases',
    share: 0.1,
    samples: cells.map(({ value }, cell) => ({ cell, value })),
    mutate: (random, base, other) => {
      const text = String(base.value ?? '')
      const mangled = mutateText(random, text, String(other.value ?? ''))
      const value = random.pick([null, 0, -1, 1e15, 2.5, mangled, mangled, mangled])
      return { cell: random.oneIn(2) ? random.below(cells.length) : base.cell, value }
    },
    enter({ cell, value }) {
      const where = cells[cell]
      if (where === undefined) throw new Error('no such cell')
      const path = join(folder, 'changed.db')
      for (const end of ['', '-wal', '-shm', '.seen']) rmSync(path + end, { force: true })
      copyFileSync(whole, path)
      if (!put(path, where, value)) return 'not stored'
      try {
        readAll(path)
        return `read ${where.table}.${where.column}`
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        return `${error.fault.kind} ${where.table}.${where.column}`
      }
    },
    words: [],
    show: ({ cell, value }) => `${cells[cell]?.table}.${cells[cell]?.column} = ${JSON.stringify(value)}`,
    close: async () => rmSync(folder, { recursive: true, force: true })
  })
}

function fill(path: string): void {
  const store = createStore({ path, log: quietLog })
  const png = Buffer.from('png')
  store.commit({
    entry: entry('first', 1),
    orders: [order(1), order(2, { supplyId: 's', life: 'packed' }), order(3, { life: 'shipped' })],
    statuses: [{ orderId: 1, supplierStatus: 'confirm', wbStatus: 'waiting', at: NOON }],
    supplies: supplies(supply('s', 'open')),
    rounds: new Map([
      ['r', { kind: 'round', id: 'r', scheme: 'dbs', name: 'Morning', createdAt: NOON, state: 'open' } as const]
    ]),
    intents: [intent('i', 1, { kind: 'waiting', attempts: 0, why: null })],
    jobs: [job('j', 1, 1, { kind: 'intended' })],
    bindCodes: [{ code: '0104600000000017215canary-code', key: 'sgtin', orderId: 1, at: NOON }],
    buyers: [{ kind: 'delivery', orderId: 1, address: 'Lenina 1' }],
    supplyQrs: [{ supplyId: 's', zpl: png, png }],
    spotStickers: [{ supplyId: 's', png }],
    borderLabels: [{ orderId: 1, pdf: png }],
    desk: { supplyId: 's', packerId: null },
    packers: new Map([['A1', { id: 'A1', name: 'Anna' }]])
  })
  store.close()
}

function cellsOf(path: string): readonly Cell[] {
  const database = new Sqlite(path)
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%WITHOUT ROWID%'"
    )
    .all()
    .map(row => nameSchema.parse(row).name)
  const cells = tables.flatMap(table =>
    database
      .prepare(`SELECT rowid AS rowid, * FROM "${table}"`)
      .all()
      .map(row => rowSchema.parse(row))
      .flatMap(({ rowid: row, ...columns }) =>
        Object.entries(columns).map(([column, value]) => ({
          table,
          column,
          row,
          value: value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
        }))
      )
  )
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  return cells
}

/** False: the database's own rules do not take it. */
function put(path: string, { table, column, row }: Cell, value: Input['value']): boolean {
  const database = new Sqlite(path)
  try {
    database.pragma('synchronous = OFF')
    const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()
    for (const trigger of triggers) database.exec(`DROP TRIGGER "${nameSchema.parse(trigger).name}"`)
    database.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(value, row)
    return true
  } catch {
    return false
  } finally {
    database.close()
  }
}

function readAll(path: string): void {
  const store = createStore({ path, log: quietLog })
  const page = { offset: 0, limit: 50 }
  try {
    store.load(NOON)
    store.history({ ...page, orderId: null, before: null })
    store.intents({ ...page, pending: false })
    store.jobs(page)
    store.damagedRows()
    store.codeUse('0104600000000017215canary-code')
    store.supplyQr('s')
    store.spotSticker('s')
    for (const id of [1, 2, 3]) {
      store.order(id)
      store.statuses(id)
      store.buyer(id)
      store.sticker(id)
      store.borderLabel(id)
    }
  } finally {
    store.close()
  }
}
