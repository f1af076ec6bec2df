import { z } from 'zod'
import { createAlike } from '../../shared/domain/orders/alike.ts'
import { isSettled, NO_CODES } from '../../shared/domain/orders/orders.ts'
import type { Order, OrderFacts } from '../../shared/domain/orders/orders.ts'
import type { BuyerCommentTable } from './buyer-comments.ts'
import type { Database } from './database.ts'
import { orderKindSchema, orderOwnSchema } from './order-schemas.ts'
import type { OrderKind, OrderOwn } from './order-schemas.ts'
import { fromText, Unreadable } from './rows.ts'
import type { RowReader } from './rows.ts'
import type { Salvage } from './salvage.ts'
import { sumOf } from './sums.ts'

/** How long finished orders and supplies stay in memory (ms); on disk they stay for good. */
export const FINISHED_KEPT_MS = 7 * 24 * 60 * 60 * 1000

/**
 * SQL: the orders that live in memory, found by indexes, however many are over; its one parameter is the time since which
 * finished ones do.
 */
export const IN_MEMORY = `orders.id IN (
  SELECT id FROM orders WHERE over = 0 UNION ALL SELECT id FROM orders WHERE created_at >= ?)`

const rowSchema = z.object({ key: z.number(), kind: z.number(), own: z.string(), sum: z.number().nullable() })
const kindRowSchema = z.object({ body: z.string(), sum: z.number().nullable() })
const foundSchema = z.object({ id: z.number(), sum: z.number().nullable() })

/** Kinds that are remembered while orders are read. */
const KINDS_MOST = 10_000

export interface OrderTable {
  readonly write: (order: Order) => void
  /** Open orders, and finished ones created since then (Unix ms). */
  readonly load: (since: number) => readonly Order[]
  /** Whatever its age; null: there is none that can be read. */
  readonly find: (id: number) => Order | null
  /** Forgets what no order has alike with another any more. */
  readonly dropKinds: () => void
}

/** Orders as this PC knows them; what their buyers wrote lies apart, sealed. */
export function openOrders(
  database: Database,
  rows: RowReader,
  salvage: Salvage,
  comments: BuyerCommentTable
): OrderTable {
  const write = database.prepare(`
    INSERT INTO orders (id, life, over, supply_id, created_at, article, sticker_barcode, kind, own, sum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET life = excluded.life, over = excluded.over, supply_id = excluded.supply_id,
      created_at = excluded.created_at, article = excluded.article, sticker_barcode = excluded.sticker_barcode,
      kind = excluded.kind, own = excluded.own, sum = excluded.sum`)
  // As `IN_MEMORY`, without a list of 100,000 ids in between.
  const load = database.prepare(`
    SELECT id AS key, kind, own, sum FROM orders WHERE over = 0
    UNION ALL SELECT id, kind, own, sum FROM orders WHERE over = 1 AND created_at >= ?`)
  const find = database.prepare('SELECT id AS key, kind, own, sum FROM orders WHERE id = ?')
  const drop = database.prepare(`
    DELETE FROM order_kinds WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.kind = order_kinds.id)`)
  const kinds = openKinds(database)
  const read = (found: Iterable<unknown>, commentOf: (id: number) => string) => {
    const kindOf = createKindReader(kinds)
    return rows.each(
      'orders',
      found,
      rowSchema,
      ({ key, kind: id, own, sum }) => {
        const { kind, seed } = kindOf(id)
        return together(kind, fromText(own, orderOwnSchema, sum, seed), commentOf(key))
      },
      {
        salvage: ({ key, kind }) => salvage.order(key, kindIfAny(kindOf, kind), commentOf(key)),
        write: writeOrder
      }
    )
  }
  function writeOrder(order: Order): void {
    const { id, createdAt, article } = order.facts
    const sticker = order.sticker?.barcode ?? null
    const over = isSettled(order)
    // What a buyer wrote is nobody's business once the order is over.
    comments.write(id, over ? '' : order.facts.comment)
    const parts = apart(order)
    const [kind, own] = [JSON.stringify(parts.kind), JSON.stringify(parts.own)]
    const kindSum = sumOf(kind)
    write.run(
      id,
      order.life,
      Number(over),
      order.supplyId,
      createdAt,
      article,
      sticker,
      kinds.idOf(kind, kindSum),
      own,
      sumOf(own, kindSum)
    )
  }
  return {
    write: writeOrder,
    load(since) {
      const written = comments.all()
      return read(load.iterate(since), id => written.get(id) ?? '')
    },
    find: id => read(find.all(id), comments.find)[0] ?? null,
    dropKinds() {
      drop.run()
    }
  }
}

function apart(order: Order): { readonly kind: OrderKind; readonly own: OrderOwn } {
  const { facts, supplyId, codes, sticker, packedAt, ...kind } = order
  const { id, orderUid, price, comment: _comment, createdAt, ...kindFacts } = facts
  return {
    kind: { facts: kindFacts, ...kind },
    own: {
      facts: { id, orderUid, price, createdAt },
      supplyId,
      codes,
      sticker,
      packedAt
    }
  }
}

function together(kind: OrderKind, own: OrderOwn, comment: string): Order {
  const { supplyId, codes, sticker, packedAt } = own
  return {
    ...kind,
    facts: factsOf(kind.facts, own.facts, comment),
    supplyId,
    codes: Object.keys(codes).length === 0 ? NO_CODES : codes,
    sticker,
    packedAt
  }
}

/** Field by field: put together by spreads, 100,000 of them take a quarter more memory and half as much more time. */
function factsOf(kind: OrderKind['facts'], own: OrderOwn['facts'], comment: string): OrderFacts {
  return {
    id: own.id,
    orderUid: own.orderUid,
    article: kind.article,
    colorCode: kind.colorCode,
    skus: kind.skus,
    nmId: kind.nmId,
    chrtId: kind.chrtId,
    price: own.price,
    currencyCode: kind.currencyCode,
    cargoType: kind.cargoType,
    warehouseId: kind.warehouseId,
    toPickupPoint: kind.toPickupPoint,
    sellerDate: kind.sellerDate,
    isB2b: kind.isB2b,
    isCrossBorder: kind.isCrossBorder,
    offices: kind.offices,
    officeId: kind.officeId,
    comment,
    createdAt: own.createdAt,
    requiredMeta: kind.requiredMeta,
    optionalMeta: kind.optionalMeta,
    metaKnown: kind.metaKnown,
    unknownMeta: kind.unknownMeta
  }
}

function kindIfAny(kindOf: ReturnType<typeof createKindReader>, id: number): OrderKind | null {
  try {
    return kindOf(id).kind
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

type Kinds = ReturnType<typeof openKinds>

/** What orders have alike, a row each. */
function openKinds(database: Database) {
  const find = database.prepare('SELECT id, sum FROM order_kinds WHERE body = ?')
  const add = database.prepare(`
    INSERT INTO order_kinds (body, sum) VALUES (?, ?)
    ON CONFLICT (body) DO UPDATE SET sum = excluded.sum RETURNING id, sum`)
  const read = database.prepare('SELECT body, sum FROM order_kinds WHERE id = ?')
  return {
    /** The row that holds this text of that sum, a new one where there is none. */
    idOf(text: string, sum: number): number {
      const known = foundSchema.optional().parse(find.get(text))
      return known?.sum === sum ? known.id : foundSchema.parse(add.get(text, sum)).id
    },
    rowOf: (id: number) => kindRowSchema.optional().parse(read.get(id))
  }
}

/** Reads what many orders have alike once: most of a start with very many orders. `seed`: what their own texts' sums begin with. */
function createKindReader(kinds: Kinds): (id: number) => { readonly kind: OrderKind; readonly seed: number } {
  const known = new Map<number, { readonly kind: OrderKind; readonly seed: number }>()
  const share = createAlike()
  return id => {
    const before = known.get(id)
    if (before !== undefined) return before
    const { body, sum } = kinds.rowOf(id) ?? { body: '', sum: null }
    const made = { kind: fromText(body, orderKindSchema, sum), seed: sumOf(body) }
    share(made.kind)
    if (known.size < KINDS_MOST) known.set(id, made)
    return made
  }
}
