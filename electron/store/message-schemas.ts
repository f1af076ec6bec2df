import { z } from 'zod'
import type { ScanNote } from '../../shared/domain/bench.ts'
import { DISK_WHYS } from '../../shared/domain/disk.ts'
import type { CodeProblem, Feedback, Message, Note } from '../../shared/domain/messages.ts'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import { schemaFor } from './schema-for.ts'
import { outcome, roundScheme, slotSchema } from './scheme-schemas.ts'
import { hitchSchema } from './shipping-schemas.ts'
import { shelfWhySchema } from './order-schemas.ts'
import { doubtSchema } from './schemas.ts'

const key = z.enum(META_KEYS)
const text = z.string()
const number = z.number()

function coded<C extends string, F extends z.ZodRawShape>(code: C, facts: F) {
  return z.object({ code: z.literal(code), ...facts })
}

const ofRound = { scheme: roundScheme.exactOptional() }
const kindPart = z.enum(['scheme', 'cargoType', 'warehouse', 'border', 'b2b'])

const problem = schemaFor<CodeProblem>()(
  z.discriminatedUnion('code', [
    z.object({
      code: z.enum([
        ...(['markingStructure', 'markingNoGs', 'markingNoCrypto', 'markingTail', 'markingGtinCheckDigit'] as const),
        ...(['imeiNotDigits', 'imeiLuhn', 'uinNotDigits', 'gtinNotDigits'] as const),
        ...(['expirationFormat', 'expirationNoSuchDay', 'declarationFormat', 'noSuchCountry'] as const)
      ])
    }),
    z.object({ code: z.enum(['markingCyrillic', 'markingNotAscii']), at: number, char: text }),
    z.object({
      code: z.enum(['markingLength', 'declarationLength']),
      length: number,
      minimum: number,
      maximum: number
    }),
    z.object({ code: z.enum(['imeiLength', 'uinLength', 'gtinLength']), length: number }),
    coded('gtinCheckDigit', { expected: text }),
    coded('expirationTooSoon', { days: number, minimum: number })
  ])
)

const plain = z.enum([
  ...(['scanItem', 'scanPrintCommand', 'printing'] as const),
  ...(['nothingToReprint', 'noOrderHere', 'notNow', 'unreadable', 'nothingFresh'] as const),
  ...([
    'expirationStays',
    'answerFirst',
    'itemFirst',
    'squareCodeNeeded',
    'badgeFirst',
    'leadFirst',
    'locked',
    'deskScanLost',
    'scanBadge'
  ] as const)
])
const aboutOrder = z.enum([
  ...(['skipped', 'shelved', 'finishCurrent'] as const),
  ...([
    'whyReprint',
    'whyShelf',
    'cancelling',
    'buyerIdentified',
    'cantCancel',
    'parcelReturns',
    'parcelLeft'
  ] as const),
  ...(['buyerCodeFirst', 'identityFirst'] as const)
])

const message = schemaFor<Message>()(
  z.discriminatedUnion('code', [
    z.object({ code: plain }),
    z.object({ code: aboutOrder, orderId: number }),
    z.object({ code: z.enum(['scanOptionalCode', 'codeNotNeeded', 'codeAlreadyHere']), key }),
    coded('deliveryMoved', { orderId: number, before: slotSchema, slot: slotSchema, isPrinted: z.boolean() }),
    coded('scanCode', { key, place: z.number().exactOptional(), of: z.number().exactOptional() }),
    z.object({
      code: z.enum(['signedIn', 'supplyDelivered', 'supplyDropped', 'emptySupply', 'roundEnded']),
      name: text
    }),
    z.object({ code: z.enum(['wrongProduct', 'wrongSticker']), expected: text }),
    // Absent in what an older version said.
    coded('supplyKindDiffers', { by: kindPart.default('cargoType') }),
    coded('waitSticker', { lack: z.enum(['parcelNumber', 'unreadable']).exactOptional() }),
    z.object({ code: z.enum(['handingOver', 'handedOver', 'parcelOver']), orderId: number, outcome }),
    coded('handoverRefused', { orderId: number, outcome, vendorCode: text, vendorMessage: text }),
    coded('roundPacked', { scheme: roundScheme, name: text }),
    coded('roundOpened', { scheme: roundScheme, name: text, orders: number }),
    coded('roundLeft', { scheme: roundScheme, name: text, orders: number, codes: number.exactOptional() }),
    coded('ordersMoved', { orders: number, name: text }),
    coded('noBoxesHere', { name: text, vendorCode: text }),
    z.object({ code: z.enum(['boxOpen', 'boxClosed']), name: text, orders: number }),
    coded('boxed', { name: text, orders: number, partB: text }),
    coded('tooManyBoxes', { maximum: number }),
    coded('labelsRenewed', { partBs: z.array(text) }),
    coded('withCourier', { orders: number }),
    coded('oldLabels', { name: text, partBs: z.array(text) }),
    coded('placed', { orderId: number, place: text }),
    coded('parcelFirst', { place: text }),
    coded('pickupWaits', { orderId: number, place: text.nullable(), isToBePaid: z.boolean() }),
    coded('checkDigitWrong', { text }),
    coded('nothingToUndo', { readyOrderId: number.exactOptional() }),
    coded('stickerFirst', { partB: text }),
    coded('openSupply', { fresh: number, ...ofRound }),
    coded('resumeSupply', { supplies: number, rounds: number.exactOptional() }),
    coded('supplyEmpty', ofRound),
    coded('notInSupply', { orderId: number, ...ofRound }),
    coded('allPacked', { supplyName: text }),
    coded('allCancelled', { supplyName: text, parcels: number, ...ofRound }),
    coded('takenOut', { orderId: number, partB: text, left: number, onTable: text.exactOptional() }),
    coded('ordersCancelled', { orderIds: z.array(number), partBs: z.array(text) }),
    coded('scanProduct', { article: text }),
    coded('waitPrinter', { fault: text }),
    coded('wavePrinting', { labels: number, missing: number }),
    coded('printingStopped', { labels: number }),
    coded('waveEmpty', { missing: number, printing: number, printed: number, failed: number }),
    coded('wholeWave', { labels: number, separators: number, missing: number }),
    coded('scanStickerBack', { partB: text }),
    coded('undone', { what: z.enum(['item', 'product', 'set', ...META_KEYS]) }),
    coded('supplyOpened', { name: text, orders: number }),
    coded('reopened', { orderId: number, partB: text }),
    coded('packed', { orderId: number, partB: text, ended: text.exactOptional() }),
    coded('settled', { orderId: number.nullable() }),
    coded('notFound', { text }),
    coded('printFailed', { orderId: number.nullable(), why: text }),
    coded('alreadyPacked', {
      orderId: number,
      at: number.nullable(),
      justNow: text.exactOptional(),
      canReopen: z.literal(true).exactOptional()
    }),
    coded('wrongSupply', { orderId: number, supplyName: text, ...ofRound }),
    coded('onShelf', { orderId: number, why: shelfWhySchema }),
    coded('codeOfOther', { product: text, gtin: text }),
    coded('codeUsed', { orderId: number, at: number }),
    coded('badCode', { key, problem }),
    coded('codesMissing', { keys: z.array(key) }),
    coded('numberTaken', { badge: text, name: text }),
    coded('unknownBadge', { badge: text }),
    coded('wrongKind', { kind: z.enum(['supply', 'box', 'pickupCode']) }),
    coded('noSupply', { isClosed: z.literal(true).exactOptional(), scheme: roundScheme.exactOptional() }),
    coded('supplyBusy', { name: text, since: number }),
    coded('orderCancelled', { orderId: number, partB: text.exactOptional() }),
    coded('supplyRefused', { name: text, vendorCode: text, vendorMessage: text }),
    coded('codeRefusedAtMarketplace', { orderId: number, key, decision: text }),
    coded('diskTrouble', { why: z.enum(DISK_WHYS), since: number, folder: text }),
    coded('notWritten', { isBack: z.boolean() }),
    coded('unknownMeta', { keys: z.array(text) }),
    coded('labelInHand', {
      orderId: number.nullable(),
      doubt: doubtSchema,
      partB: text.nullable(),
      supply: z.object({ label: z.enum(['supplyQr', 'spotSticker']), remoteId: text }).exactOptional()
    }),
    coded('replaceCode', { key, here: text, value: text }),
    coded('gtinDiffers', { gtin: text, barcode: text }),
    coded('codesWarned', { name: text, orderIds: z.array(number), keys: z.array(key) }),
    coded('supplyClosing', { name: text, codes: number.exactOptional() }),
    z.object({ code: z.enum(['pointChosen', 'addBox']), name: text, point: text }),
    coded('cancelledInside', {
      name: text,
      orderIds: z.array(number),
      partBs: z.array(text).exactOptional(),
      ...ofRound
    }),
    coded('whichPoint', {
      name: text,
      step: z.enum(['known', 'city', 'point', 'loading', 'none']),
      city: text,
      closes: z.boolean()
    }),
    coded('deliveryStuck', { name: text, hitch: hitchSchema }),
    coded('supplyUnfinished', {
      name: text,
      orderIds: z.array(number),
      // Absent in messages of an older version.
      articles: z.array(text).default([]),
      shelved: number.exactOptional(),
      ...ofRound
    })
  ])
)

const note = schemaFor<Note>()(
  z.discriminatedUnion('code', [
    coded('expirationRead', { date: text }),
    coded('capsLock', {}),
    coded('parcelOut', { partB: text }),
    coded('takenOver', { name: text, before: text }),
    coded('leftSupply', {
      supplyId: text,
      name: text,
      orders: number,
      packed: number.exactOptional(),
      shelved: number,
      others: z.array(text).exactOptional(),
      ...ofRound
    }),
    coded('otherSupply', {
      orderId: number,
      article: text,
      entry: z.enum(['item', 'sticker', 'chosen']),
      way: z.enum(['join', 'new', 'open']),
      by: kindPart.nullable(),
      supplyName: text,
      ...ofRound
    }),
    z.object({ code: z.enum(['stickerOut', 'stickerComing']), partB: text, isOver: z.boolean() })
  ])
)

export const feedbackSchema = schemaFor<Feedback>()(
  z.object({
    face: z.enum(['waiting', 'goOn', 'done', 'refused', 'ask']),
    message,
    note: note.exactOptional(),
    at: number
  })
)

export const noteSchema = schemaFor<ScanNote>()(
  z.object({
    id: text,
    at: number,
    kind: z.enum([
      ...(['product', 'markingCode', 'imei', 'uin', 'expiration', 'sticker', 'supply', 'box', 'pickupCode'] as const),
      ...(['city', 'shippingPoint', 'storePlace'] as const),
      ...(['command', 'operator', 'shelfReason', 'reprintReason', 'unknown', 'button'] as const)
    ]),
    text,
    feedback: feedbackSchema
  })
)
