import { z } from 'zod'
import { META_KEYS, ORDER_LIVES, SUPPLIER_STATUSES } from '../../shared/domain/orders/orders.ts'
import type { Order, OrderFacts, ShelfWhy } from '../../shared/domain/orders/orders.ts'
import { SHELF_REASONS } from '../../shared/domain/scanning/commands.ts'
import { FBS } from '../../shared/domain/schemes/scheme.ts'
import { schemaFor } from './schema-for.ts'
import { handoverSchema, schemeSchema } from './scheme-schemas.ts'

/** What hardly two orders have alike, but for what the buyer wrote. */
export interface OrderOwn extends Pick<Order, 'supplyId' | 'codes' | 'sticker' | 'packedAt'> {
  readonly facts: Pick<OrderFacts, 'id' | 'orderUid' | 'price' | 'createdAt'>
}

/** The rest: of one product, in one state, the same for many orders. */
export interface OrderKind extends Omit<Order, keyof OrderOwn> {
  readonly facts: Omit<OrderFacts, keyof OrderOwn['facts'] | 'comment'>
}

const key = z.enum(META_KEYS)
const maybeText = z.string().nullable()

export const shelfWhySchema = schemaFor<ShelfWhy>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('packer'), reason: z.enum(SHELF_REASONS) }),
    z.object({ kind: z.literal('codeRefused'), key, decision: z.string() }),
    z.object({ kind: z.literal('writeRefused'), what: z.string(), code: z.string(), message: z.string() }),
    z.object({ kind: z.literal('unknownMeta'), keys: z.array(z.string()) }),
    z.object({ kind: z.literal('cancelling') })
  ])
)

const codeEntry = z.object({
  values: z.array(z.string()).min(1),
  of: z.number().exactOptional(),
  at: z.number(),
  packerId: maybeText,
  state: z.enum(['kept', 'queued', 'accepted', 'refused']),
  decision: maybeText,
  isVouched: z.literal(true).exactOptional()
})

export const orderOwnSchema = schemaFor<OrderOwn>()(
  z.object({
    facts: z.object({
      id: z.number(),
      orderUid: z.string(),
      price: z.number(),
      createdAt: z.number()
    }),
    supplyId: maybeText,
    codes: z.object({
      sgtin: codeEntry.exactOptional(),
      imei: codeEntry.exactOptional(),
      uin: codeEntry.exactOptional(),
      gtin: codeEntry.exactOptional(),
      expiration: codeEntry.exactOptional(),
      customsDeclaration: codeEntry.exactOptional()
    }),
    sticker: z
      .object({
        partA: z.string(),
        partB: z.string(),
        barcode: z.string(),
        make: z.object({ size: z.enum(['58x40', '40x30']), picture: z.boolean() }).exactOptional()
      })
      .nullable(),
    packedAt: z.number().nullable()
  })
)

export const orderKindSchema = schemaFor<OrderKind>()(
  z.object({
    facts: z.object({
      article: z.string(),
      colorCode: z.string(),
      skus: z.array(z.string()),
      nmId: z.number(),
      chrtId: z.number(),
      currencyCode: z.number(),
      cargoType: z.number(),
      warehouseId: z.number(),
      isB2b: z.boolean(),
      isCrossBorder: z.boolean(),
      // Absent in rows of an older version.
      offices: z.array(z.string()).default([]),
      officeId: z.number().nullable().default(null),
      toPickupPoint: z.boolean().nullable().default(null),
      sellerDate: z.string().default(''),
      requiredMeta: z.array(key),
      optionalMeta: z.array(key),
      metaKnown: z.boolean(),
      unknownMeta: z.array(z.string())
    }),
    // Absent in rows of an older version, which knew one scheme.
    scheme: schemeSchema.default(FBS),
    supplierStatus: z.enum(SUPPLIER_STATUSES),
    wbStatus: z.string(),
    life: z.enum(ORDER_LIVES),
    itemChecked: z.boolean(),
    stickerLack: z.enum(['parcelNumber', 'unreadable']).exactOptional(),
    label: z.enum(['none', 'queued', 'printed', 'doubt', 'failed']),
    shelf: z.object({ why: shelfWhySchema, at: z.number(), packerId: maybeText }).nullable(),
    takenOut: z.literal(true).exactOptional(),
    packedBy: maybeText,
    travelsAgain: z.literal(true).exactOptional(),
    boxId: z.string().exactOptional(),
    hasOldLabel: z.literal(true).exactOptional(),
    isPinned: z.literal(true).exactOptional(),
    isIdentified: z.literal(true).exactOptional(),
    handover: handoverSchema.exactOptional(),
    departure: z.enum(['due', 'told']).exactOptional()
  })
)
