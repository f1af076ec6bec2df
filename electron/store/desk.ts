import { z } from 'zod'
import type { Bench, GtinOverride, Packer, ProductSet } from '../../shared/domain/bench.ts'
import { defaultSettings, settingsSchema } from '../../shared/domain/settings.ts'
import { EMPTY_BOOK } from '../../shared/domain/orders/shipping.ts'
import { EMPTY_SPOT_BOOK } from '../../shared/domain/orders/spot.ts'
import type { Database } from './database.ts'
import { feedbackSchema, noteSchema } from './message-schemas.ts'
import type { RowReader } from './rows.ts'
import { summed } from './sums.ts'
import { bookSchema } from './shipping-schemas.ts'
import { spotBookSchema } from './spot-schemas.ts'
import { overrideSchema, packerSchema, setSchema, shiftSchema, tableSchema } from './desk-schemas.ts'

/** The parts of the bench of which there is one each. */
export interface Desk extends Pick<
  Bench,
  'table' | 'supplyId' | 'packerId' | 'feedback' | 'notes' | 'shift' | 'settings' | 'shipping' | 'spot'
> {
  readonly packers: readonly Packer[]
  readonly gtinOverrides: readonly GtinOverride[]
  readonly sets: readonly ProductSet[]
}

const schemas: { readonly [K in keyof Desk]: z.ZodType<Desk[K]> } = {
  table: tableSchema,
  supplyId: z.string().nullable(),
  packerId: z.string().nullable(),
  feedback: feedbackSchema,
  notes: z.array(noteSchema),
  shift: shiftSchema,
  settings: settingsSchema,
  shipping: bookSchema,
  spot: spotBookSchema,
  packers: z.array(packerSchema),
  gtinOverrides: z.array(overrideSchema),
  sets: z.array(setSchema)
}

/** An empty table. */
export const CLEAR_TABLE: Bench['table'] = {
  orderId: null,
  entry: 'item',
  undo: [],
  question: null,
  lastOrderId: null,
  skipped: []
}

export interface DeskTable {
  readonly write: <K extends keyof Desk>(key: K, value: Desk[K]) => void
  /** What is there, and for the rest what a new station has; `now`: Unix ms. */
  readonly load: (now: number) => Desk
}

/** Key-value rows; one that says what it said before costs no write. */
export function openDesk(database: Database, rows: RowReader): DeskTable {
  const write = database.prepare(`
    INSERT INTO desk (key, body, sum) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET body = excluded.body, sum = excluded.sum WHERE body <> excluded.body`)
  const select = database.prepare('SELECT key, body, sum FROM desk WHERE key = ?')

  function read<K extends keyof Desk>(key: K, otherwise: Desk[K]): Desk[K] {
    const [value] = rows.all('desk', select.all(key), schemas[key])
    return value === undefined ? otherwise : value
  }

  return {
    write(key, value) {
      write.run(key, ...summed(value))
    },
    load: now => ({
      table: read('table', CLEAR_TABLE),
      supplyId: read('supplyId', null),
      packerId: read('packerId', null),
      feedback: read('feedback', { face: 'waiting', message: { code: 'openSupply', fresh: 0 }, at: now }),
      notes: read('notes', []),
      shift: read('shift', { day: '', packed: 0 }),
      settings: read('settings', defaultSettings()),
      shipping: read('shipping', EMPTY_BOOK),
      spot: read('spot', EMPTY_SPOT_BOOK),
      packers: read('packers', []),
      gtinOverrides: read('gtinOverrides', []),
      sets: read('sets', [])
    })
  }
}
