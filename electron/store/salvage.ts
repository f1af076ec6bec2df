import { z } from 'zod'
import { freshOrder, META_KEYS, NO_CODES, ORDER_LIVES } from '../../shared/domain/orders/orders.ts'
import type { CodeEntry, LabelState, MetaKey, Order, OrderFacts, OrderLife } from '../../shared/domain/orders/orders.ts'
import { newSupply, SUPPLY_STATES } from '../../shared/domain/orders/supplies.ts'
import type { Supply } from '../../shared/domain/orders/supplies.ts'
import { ownSticker } from '../../shared/domain/schemes/own-sticker.ts'
import { FBS, ROUND_SCHEMES } from '../../shared/domain/schemes/scheme.ts'
import type { OrderScheme, RoundScheme } from '../../shared/domain/schemes/scheme.ts'
import type { Round } from '../../shared/domain/orders/rounds.ts'
import type { Database } from './database.ts'
import type { OrderKind } from './order-schemas.ts'

const orderSchema = z.object({
  life: z.enum(ORDER_LIVES).catch('claimed'),
  supplyId: z.string().nullable(),
  createdAt: z.number(),
  article: z.string()
})
const codeSchema = z.object({ code: z.string(), key: z.enum(META_KEYS), at: z.number() })
const stickerSchema = z.object({ partA: z.string(), partB: z.string(), barcode: z.string() })
const momentSchema = z.object({ at: z.number().nullable() })
const supplySchema = z.object({
  remoteId: z.string().nullable(),
  state: z.enum(SUPPLY_STATES).catch('open'),
  createdAt: z.number()
})

const roundSchema = z.object({ state: z.enum(['open', 'left']).catch('open'), createdAt: z.number() })
const schemeSchema = z.object({ scheme: z.string().nullable() })

/** What is known of a row whose text can't be read: its other columns, and what other tables say. */
export interface Salvage {
  /** `kind`: what its order may have alike with others, if that can be read; `comment`: its buyer's. */
  readonly order: (id: number, kind: OrderKind | null, comment: string) => Order | undefined
  readonly supply: (id: string) => Supply | undefined
  readonly round: (id: string) => Round | undefined
}

export function openSalvage(database: Database): Salvage {
  const order = database.prepare(
    'SELECT life, supply_id AS supplyId, created_at AS createdAt, article FROM orders WHERE id = ?'
  )
  const codes = database.prepare(
    'SELECT code, key, at FROM codes WHERE order_id = ? AND released_at IS NULL ORDER BY use'
  )
  const sticker = database.prepare('SELECT part_a AS partA, part_b AS partB, barcode FROM stickers WHERE order_id = ?')
  const lastAt = database.prepare('SELECT max(at) AS at FROM log WHERE order_id = ?')
  const supply = database.prepare(
    'SELECT remote_id AS remoteId, state, created_at AS createdAt FROM supplies WHERE id = ?'
  )

  const round = database.prepare('SELECT state, created_at AS createdAt FROM rounds WHERE id = ?')
  const ofRound = database.prepare(
    "SELECT CASE WHEN json_valid(body) THEN body ->> '$.scheme' END AS scheme FROM rounds WHERE id = ?"
  )
  const inRound = database.prepare(`
    SELECT DISTINCT CASE WHEN json_valid(order_kinds.body) THEN order_kinds.body ->> '$.scheme.kind' END AS scheme
    FROM orders JOIN order_kinds ON order_kinds.id = orders.kind WHERE orders.supply_id = ?`)

  /** Whose orders a batch holds, by its own row or by what lies in it; undefined: no round's. */
  function schemeIn(id: string): RoundScheme | undefined {
    const found = schemeSchema.array().parse([...ofRound.all(id), ...inRound.all(id)])
    return ROUND_SCHEMES.find(scheme => found.some(row => row.scheme === scheme))
  }

  function codesOf(id: number, life: OrderLife): Order['codes'] {
    const found = codeSchema.array().parse(codes.all(id))
    if (found.length === 0) return NO_CODES
    // What was on its way is looked up at the marketplace before it is sent again.
    const state: CodeEntry['state'] = hasLeft(life) ? 'accepted' : 'queued'
    const entries = [...Map.groupBy(found, ({ key }) => key)].map(([key, uses]): readonly [MetaKey, CodeEntry] => {
      const values = uses.map(({ code }) => code)
      const of = values.length > 1 ? { of: values.length } : {}
      return [key, { values, ...of, at: uses[0]?.at ?? 0, packerId: null, state, decision: null }]
    })
    return Object.fromEntries(entries)
  }

  return {
    order(id, found, comment) {
      const row = orderSchema.safeParse(order.get(id))
      if (!row.success) return undefined
      const { life, supplyId, createdAt, article } = row.data
      const codes = codesOf(id, life)
      // Nothing happened to it here: the marketplace tells it again.
      if (life === 'fresh' && supplyId === null && codes === NO_CODES) return undefined
      // The row may point at the wrong kind: then its product and its life are others.
      const kind = found?.facts.article === article && found.life === life ? found : null
      const own = { id, orderUid: '', price: 0, comment, createdAt }
      const facts = { ...(kind?.facts ?? unknownFacts(article)), ...own }
      const scheme = kind?.scheme ?? unknownScheme(supplyId === null ? undefined : schemeIn(supplyId))
      const base = kind === null ? freshOrder(facts, statusOf(life), 'waiting', scheme) : { ...kind, facts }
      const { at } = momentSchema.parse(lastAt.get(id))
      return {
        ...base,
        facts,
        life,
        supplyId,
        itemChecked: life !== 'fresh' && life !== 'claimed',
        codes,
        sticker: stickerSchema.optional().parse(sticker.get(id)) ?? ownSticker(id, scheme),
        label: kind?.label ?? labelOf(life),
        packedAt: hasLeft(life) || life === 'packed' ? (at ?? createdAt) : null,
        packedBy: kind?.packedBy ?? null,
        shelf: life === 'shelved' ? (kind?.shelf ?? OTHER_REASON) : null
      }
    },
    supply(id) {
      const row = supplySchema.safeParse(supply.get(id))
      if (!row.success) return undefined
      const { remoteId, state, createdAt } = row.data
      return { ...newSupply({ id, remoteId, name: remoteId ?? id, createdAt, cargoType: null }), state }
    },
    round(id) {
      const row = roundSchema.safeParse(round.get(id))
      const scheme = schemeIn(id)
      if (!row.success || scheme === undefined) return undefined
      return { kind: 'round', id, scheme, name: id.slice(-6), ...row.data }
    }
  }
}

function unknownScheme(scheme: RoundScheme | undefined): OrderScheme {
  switch (scheme) {
    case undefined:
      return FBS
    case 'dbs':
      return { kind: 'dbs', slot: { date: '', from: '', to: '' }, deliveryType: '', groupId: null }
    case 'pickup':
      return { kind: 'pickup', date: '', orderCode: '', payMode: 'unknown', tireService: false, place: null }
  }
}

const OTHER_REASON = { why: { kind: 'packer', reason: 'other' }, at: 0, packerId: null } as const

function hasLeft(life: OrderLife): boolean {
  return life === 'shipped' || life === 'handed' || life === 'returned' || life === 'cancelled'
}

function statusOf(life: OrderLife): Order['supplierStatus'] {
  if (life === 'fresh') return 'new'
  if (life === 'cancelled') return 'cancel'
  return life === 'shipped' ? 'complete' : 'confirm'
}

function labelOf(life: OrderLife): LabelState {
  return life === 'stickered' || life === 'packed' || hasLeft(life) ? 'printed' : 'none'
}

/** The marketplace tells them again with its next lists. */
function unknownFacts(article: string): Omit<OrderFacts, 'id' | 'orderUid' | 'price' | 'comment' | 'createdAt'> {
  return {
    article,
    colorCode: '',
    skus: [],
    nmId: 0,
    chrtId: 0,
    currencyCode: 0,
    cargoType: 0,
    warehouseId: 0,
    toPickupPoint: null,
    sellerDate: '',
    isB2b: false,
    isCrossBorder: false,
    offices: [],
    officeId: null,
    requiredMeta: [],
    optionalMeta: [],
    metaKnown: false,
    unknownMeta: []
  }
}
