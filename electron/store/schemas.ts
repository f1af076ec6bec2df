import { z } from 'zod'
import { REPRINT_REASONS } from '../../shared/domain/scanning/commands.ts'
import type { Intent } from '../../shared/domain/intents.ts'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import type { Round } from '../../shared/domain/orders/rounds.ts'
import type { PrintDoubt, PrintJob } from '../../shared/domain/printing/print-jobs.ts'
import { SUPPLY_STATES } from '../../shared/domain/orders/supplies.ts'
import type { Supply } from '../../shared/domain/orders/supplies.ts'
import { schemaFor } from './schema-for.ts'
import { roundScheme, schemeIntents } from './scheme-schemas.ts'
import { hitchSchema, methodSchema, shippingSchema } from './shipping-schemas.ts'
import { carrierOnDisk, spotSchema } from './spot-schemas.ts'

const key = z.enum(META_KEYS)
const orderIds = z.array(z.number())
const maybeText = z.string().nullable()

export const supplySchema = schemaFor<Supply>()(
  z.object({
    // Absent in rows of an older version.
    kind: z.literal('supply').default('supply'),
    id: z.string(),
    remoteId: maybeText,
    name: z.string(),
    createdAt: z.number(),
    state: z.enum(SUPPLY_STATES),
    cargoType: z.number().nullable(),
    isCrossBorder: z.boolean().exactOptional(),
    isB2b: z.boolean().exactOptional(),
    qrWanted: z.boolean(),
    // From here on absent in rows of an older version, which knew nothing of shipping.
    demand: z.enum(['exempt', 'demanded']).nullable().default(null),
    shipping: shippingSchema.nullable().default(null),
    boxes: z.object({ ids: z.array(z.string()), queued: z.number() }).default({ ids: [], queued: 0 }),
    hitch: hitchSchema.nullable().default(null),
    scannedAt: z.number().nullable().default(null),
    spot: spotSchema.nullable().exactOptional()
  })
)

export const roundSchema = schemaFor<Round>()(
  z.object({
    kind: z.literal('round'),
    id: z.string(),
    scheme: roundScheme,
    name: z.string(),
    createdAt: z.number(),
    state: z.enum(['open', 'left'])
  })
)

export const intentSchema = schemaFor<Intent>()(
  z.object({
    id: z.string(),
    seq: z.number(),
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('createSupply'), supplyId: z.string(), name: z.string() }),
      z.object({ kind: z.literal('addToSupply'), supplyId: z.string(), orderIds }),
      z.object({
        kind: z.literal('setMeta'),
        scheme: roundScheme.exactOptional(),
        orderId: z.number(),
        key,
        values: z.array(z.string()).min(1)
      }),
      z.object({
        kind: z.literal('deleteMeta'),
        scheme: roundScheme.exactOptional(),
        orderId: z.number(),
        key
      }),
      z.object({ kind: z.literal('setShipping'), supplyId: z.string(), method: methodSchema }),
      z.object({ kind: z.literal('deleteBoxes'), supplyId: z.string(), boxIds: z.array(z.string()) }),
      z.object({ kind: z.literal('addBoxes'), supplyId: z.string(), amount: z.number() }),
      z.object({ kind: z.literal('deliverSupply'), supplyId: z.string(), orderIds }),
      z.object({ kind: z.literal('setSpot'), supplyId: z.string(), carrier: carrierOnDisk }),
      z.object({ kind: z.literal('deleteSupply'), supplyId: z.string() }),
      ...schemeIntents
    ]),
    bornAt: z.number(),
    packerId: maybeText,
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('waiting'), attempts: z.number(), why: maybeText }),
      z.object({ kind: z.literal('sending'), attempts: z.number() }),
      z.object({ kind: z.literal('unknown'), attempts: z.number() }),
      z.object({ kind: z.literal('done'), at: z.number() }),
      z.object({ kind: z.literal('refused'), code: z.string(), message: z.string(), at: z.number() }),
      z.object({ kind: z.literal('parked'), why: z.string(), attempts: z.number() }),
      z.object({ kind: z.literal('withdrawn'), at: z.number() })
    ])
  })
)

export const doubtSchema = schemaFor<PrintDoubt>()(
  z.enum(['noAnswer', 'linkLost', 'restarted', 'countDiffers', 'oneWayLink'])
)

const pickedLines = z.array(z.object({ place: z.string(), article: z.string(), name: z.string(), count: z.number() }))

const ownLabel = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('separator'),
    article: z.string(),
    colorCode: z.string(),
    count: z.number(),
    // Absent in rows of an older version.
    name: z.string().default(''),
    place: z.string().default('')
  }),
  z.object({
    kind: z.literal('pickSheet'),
    title: z.string(),
    page: z.number(),
    pages: z.number(),
    lines: pickedLines
  }),
  z.object({ kind: z.literal('commands'), page: z.number() }),
  z.object({ kind: z.literal('badge'), packerId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('shelf'), orderId: z.number(), article: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('storePlace'), place: z.string() }),
  z.object({
    kind: z.literal('supplySheet'),
    name: z.string(),
    remoteId: maybeText,
    orders: z.number(),
    at: z.number(),
    articles: z.array(z.object({ article: z.string(), colorCode: z.string(), count: z.number() }))
  }),
  z.object({
    kind: z.literal('box'),
    boxId: maybeText,
    supplyName: z.string(),
    number: z.number(),
    boxes: z.number()
  }),
  z.object({ kind: z.literal('markingCode'), code: z.string(), article: z.string(), colorCode: z.string() }),
  z.object({ kind: z.literal('scannerTest'), page: z.number() }),
  z.object({ kind: z.literal('calibration') }),
  z.object({ kind: z.literal('test') })
])

const pickupReceipt = z.object({
  kind: z.literal('pickupReceipt'),
  orderId: z.number(),
  lines: z.array(z.object({ title: z.string(), quantity: z.number(), price: z.number() })),
  currencyCode: z.number(),
  at: z.number()
})

export const jobSchema = schemaFor<PrintJob>()(
  z.object({
    id: z.string(),
    seq: z.number(),
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sticker'), orderId: z.number() }),
      z.object({ kind: z.enum(['supplyQr', 'spotSticker']), supplyId: z.string() }),
      z.object({ kind: z.literal('own'), label: ownLabel }),
      z.object({ kind: z.literal('packingSlip'), orderId: z.number() }),
      z.object({ kind: z.literal('routeSheet'), orderIds: z.array(z.number()) }),
      z.object({
        kind: z.literal('pickList'),
        receipt: z.object({ kind: z.literal('pickList'), title: z.string(), lines: pickedLines, at: z.number() })
      }),
      z.object({ kind: z.literal('pickupReceipt'), receipt: pickupReceipt })
    ]),
    bornAt: z.number(),
    packerId: maybeText,
    reason: z.enum(REPRINT_REASONS).nullable(),
    // Absent in rows of an older version, which had one printer.
    printerId: maybeText.default(null),
    printedOn: maybeText.default(null),
    isUnwanted: z.literal(true).exactOptional(),
    showsFormerTime: z.literal(true).exactOptional(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('intended') }),
      z.object({ kind: z.literal('sending') }),
      z.object({ kind: z.literal('sent'), at: z.number() }),
      z.object({ kind: z.literal('confirmed'), at: z.number(), by: z.enum(['printer', 'packer']) }),
      z.object({ kind: z.literal('uncertain'), why: doubtSchema }),
      z.object({ kind: z.literal('failed'), why: z.string(), at: z.number() })
    ])
  })
)
