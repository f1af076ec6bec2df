import fc from 'fast-check'
import type { IntentBody, Intent, IntentState } from '../../../shared/domain/intents.ts'
import { META_KEYS, SET_MAX, SUPPLIER_STATUSES } from '../../../shared/domain/orders/orders.ts'
import type { CodeEntry, Order } from '../../../shared/domain/orders/orders.ts'
import type { Round } from '../../../shared/domain/orders/rounds.ts'
import type { ShippingBook, ShippingState } from '../../../shared/domain/orders/shipping.ts'
import type { Spot, SpotBook } from '../../../shared/domain/orders/spot.ts'
import { ROUND_SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { OrderScheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Hitch, Supply } from '../../../shared/domain/orders/supplies.ts'

export const number = fc.nat({ max: Number.MAX_SAFE_INTEGER })
export const id = fc.nat({ max: 1_000_000 })
/** Any text a scanner or the marketplace may send, GS and Cyrillic and lone surrogates included. */
export const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('0104\u001d91"я\\\ud83d'))
export const name = fc.string({ minLength: 1, maxLength: 12 })
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const key = fc.constantFrom(...META_KEYS)
const flag = fc.boolean()
export const kind = <K extends string>(value: K) => fc.constant(value)

const values = fc.array(text, { minLength: 1, maxLength: 3 })

const codeEntry: fc.Arbitrary<CodeEntry> = fc.record(
  {
    values,
    of: fc.integer({ min: 2, max: SET_MAX }),
    at: number,
    packerId: maybe(name),
    state: fc.constantFrom('kept', 'queued', 'accepted', 'refused'),
    decision: maybe(text)
  },
  { requiredKeys: ['values', 'at', 'packerId', 'state', 'decision'] }
)

const scheme: fc.Arbitrary<OrderScheme> = fc.oneof(
  fc.constant({ kind: 'fbs' } as const),
  fc.record(
    {
      kind: kind('dbs'),
      slot: fc.record({ date: text, from: text, to: text }),
      movedFrom: fc.record({ date: text, from: text, to: text }),
      deliveryType: text,
      groupId: maybe(text)
    },
    { requiredKeys: ['kind', 'slot', 'deliveryType', 'groupId'] }
  ),
  fc.record({ kind: kind('pickup'), date: text, orderCode: text, payMode: text, tireService: flag, place: maybe(text) })
)

export const openRound: fc.Arbitrary<Round> = fc.record({
  kind: kind('round'),
  id: name,
  scheme: fc.constantFrom(...ROUND_SCHEMES),
  name: text,
  createdAt: number,
  state: kind('open')
})

/** Orders that belong in memory whatever the time is. */
export const openOrder: fc.Arbitrary<Order> = fc.record({
  facts: fc.record({
    id,
    orderUid: text,
    article: text,
    colorCode: text,
    skus: fc.array(text, { maxLength: 3 }),
    nmId: number,
    chrtId: number,
    price: number,
    currencyCode: number,
    cargoType: number,
    warehouseId: number,
    toPickupPoint: maybe(flag),
    sellerDate: text,
    isB2b: flag,
    isCrossBorder: flag,
    offices: fc.array(text, { maxLength: 2 }),
    officeId: maybe(number),
    comment: text,
    createdAt: number,
    requiredMeta: fc.subarray([...META_KEYS]),
    optionalMeta: fc.subarray([...META_KEYS]),
    metaKnown: flag,
    unknownMeta: fc.array(text, { maxLength: 2 })
  }),
  scheme,
  supplierStatus: fc.constantFrom(...SUPPLIER_STATUSES),
  wbStatus: text,
  supplyId: maybe(name),
  life: fc.constantFrom('fresh', 'claimed', 'coded', 'stickered', 'packed', 'shelved'),
  itemChecked: flag,
  codes: fc.record(
    {
      sgtin: codeEntry,
      imei: codeEntry,
      uin: codeEntry,
      gtin: codeEntry,
      expiration: codeEntry,
      customsDeclaration: codeEntry
    },
    { requiredKeys: [] }
  ),
  sticker: maybe(
    fc.record(
      {
        partA: text,
        partB: text,
        barcode: text,
        make: fc.record({ size: fc.constantFrom('58x40', '40x30'), picture: flag })
      },
      { requiredKeys: ['partA', 'partB', 'barcode'] }
    )
  ),
  label: fc.constantFrom('none', 'queued', 'printed', 'doubt', 'failed'),
  shelf: maybe(
    fc.record({
      why: fc.oneof(
        fc.record({ kind: kind('packer'), reason: fc.constantFrom('damaged', 'missing', 'noCode', 'other') }),
        fc.record({ kind: kind('codeRefused'), key, decision: text }),
        fc.record({ kind: kind('writeRefused'), what: text, code: text, message: text }),
        fc.record({ kind: kind('unknownMeta'), keys: fc.array(text, { maxLength: 2 }) }),
        fc.record({ kind: kind('cancelling') })
      ),
      at: number,
      packerId: maybe(name)
    })
  ),
  packedAt: maybe(number),
  packedBy: maybe(name)
})

const shippingType = fc.constantFrom('selfShipping', 'transportCompany')
const point = fc.record({ id, name: text, address: text, city: text, officeType: text, fulfilment: flag })
const choice = { point, type: shippingType }
const shippingState: fc.Arbitrary<ShippingState> = fc.oneof(
  fc.record({ kind: fc.constantFrom('wanted', 'queued', 'accepted') }),
  fc.record({ kind: kind('refused'), code: text })
)
const hitch: fc.Arbitrary<Hitch> = fc.oneof(
  fc.record({ kind: fc.constantFrom('noPoint', 'noBoxes', 'empty', 'gone', 'processing') }),
  fc.record({ kind: kind('processing'), since: number }),
  fc.record({ kind: kind('badPoint'), why: fc.constantFrom('fulfilment', 'gone', 'unfit'), point: text }),
  fc.record({ kind: kind('badDay'), day: text }),
  fc.record({ kind: kind('codes'), orderIds: fc.array(id, { maxLength: 3 }) }),
  fc.record({ kind: kind('other'), code: text, message: text })
)
export const shippingBook: fc.Arbitrary<ShippingBook> = fc.record({
  isDemanded: flag,
  currencyCode: maybe(number),
  routes: fc.array(
    fc.record({ warehouseId: id, cargoType: number, choices: fc.array(fc.record(choice), { maxLength: 3 }) }),
    { maxLength: 3 }
  )
})

const carrier = fc.record({ name: text, taxNumber: text, countryCode: text, vehicle: text, trailer: maybe(text) })
const spot: fc.Arbitrary<Spot> = fc.record({
  carrier: maybe(carrier),
  state: fc.oneof(
    fc.record({ kind: fc.constantFrom('wanted', 'queued', 'pending', 'completed') }),
    fc.record({ kind: fc.constantFrom('failed', 'refused'), code: text })
  ),
  sticker: fc.constantFrom('none', 'wanted', 'here')
})
export const spotBook: fc.Arbitrary<SpotBook> = fc.record({
  countries: fc.array(fc.record({ code: text, name: text }), { maxLength: 3 }),
  carriers: fc.array(carrier, { maxLength: 3 })
})

export const openSupply: fc.Arbitrary<Supply> = fc.record(
  {
    kind: kind('supply'),
    id: name,
    remoteId: maybe(name),
    name: text,
    createdAt: number,
    state: fc.constantFrom('open', 'closing', 'delivering'),
    cargoType: maybe(number),
    qrWanted: flag,
    demand: maybe(fc.constantFrom('exempt', 'demanded')),
    shipping: maybe(fc.record({ ...choice, day: text, state: shippingState })),
    boxes: fc.record({ ids: fc.array(text, { maxLength: 2 }), queued: number }),
    hitch: maybe(hitch),
    scannedAt: maybe(number),
    spot: maybe(spot)
  },
  {
    requiredKeys: [
      'kind',
      'id',
      'remoteId',
      'name',
      'createdAt',
      'state',
      'cargoType',
      'qrWanted',
      'demand',
      'shipping',
      'boxes',
      'hitch',
      'scannedAt'
    ]
  }
)

const orderIds = fc.array(id, { maxLength: 4 })
const intentBody: fc.Arbitrary<IntentBody> = fc.oneof(
  fc.record({ kind: kind('createSupply'), supplyId: name, name: text }),
  fc.record({ kind: kind('addToSupply'), supplyId: name, orderIds }),
  fc.record(
    { kind: kind('setMeta'), scheme: fc.constantFrom(...ROUND_SCHEMES), orderId: id, key, values },
    { requiredKeys: ['kind', 'orderId', 'key', 'values'] }
  ),
  fc.record({ kind: kind('deleteMeta'), orderId: id, key }),
  fc.record({
    kind: kind('setShipping'),
    supplyId: name,
    method: fc.record({ pointId: id, type: shippingType, day: text })
  }),
  fc.record({ kind: kind('addBoxes'), supplyId: name, amount: number }),
  fc.record({ kind: kind('deleteBoxes'), supplyId: name, boxIds: fc.array(name) }),
  fc.record({ kind: kind('deliverSupply'), supplyId: name, orderIds }),
  fc.record({ kind: kind('setSpot'), supplyId: name, carrier }),
  fc.record({ kind: kind('deleteSupply'), supplyId: name }),
  fc.record({ kind: kind('confirm'), scheme: fc.constantFrom(...ROUND_SCHEMES), orderIds }),
  fc.record({ kind: kind('deliver'), scheme: kind('dbs'), orderIds }),
  fc.record({ kind: kind('prepare'), scheme: kind('pickup'), orderIds }),
  fc.record({ kind: kind('cancel'), scheme: fc.constantFrom('fbs', ...ROUND_SCHEMES), orderIds }),
  fc.record({
    kind: kind('handOver'),
    scheme: fc.constantFrom(...ROUND_SCHEMES),
    orderId: id,
    outcome: fc.constantFrom('receive', 'reject'),
    code: maybe(text)
  })
)
const intentState: fc.Arbitrary<IntentState> = fc.oneof(
  fc.record({ kind: kind('waiting'), attempts: number, why: maybe(text) }),
  fc.record({ kind: fc.constantFrom('sending', 'unknown'), attempts: number }),
  fc.record({ kind: fc.constantFrom('done', 'withdrawn'), at: number }),
  fc.record({ kind: kind('refused'), code: text, message: text, at: number }),
  fc.record({ kind: kind('parked'), why: text, attempts: number })
)
export const intent: fc.Arbitrary<Intent> = fc.record({
  id: name,
  seq: id,
  body: intentBody,
  bornAt: number,
  packerId: maybe(name),
  state: intentState
})
