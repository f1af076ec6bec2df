import { DAY, NOON } from '../fixtures-data.ts'

/** A row by its columns; `body`, `own` and `facts` stand for their JSON. */
export type Row = Readonly<Record<string, unknown>>
/** The rows of each table. */
export type Rows = Readonly<Record<string, readonly Row[]>>

export const HOUR = 60 * 60 * 1000
/** Longer ago than finished orders stay in memory. */
export const LONG_AGO = NOON - 30 * DAY
export const CODE = '010460001242486121abc\u001d91EE06\u001d92"\\'
export const FORMER_CODE = '010460001242486121old\u001d91EE06\u001d92old='
/** Stands for the bytes of a label of the marketplace's. */
export const LABEL = Buffer.from('label')

/** An order as the first version kept it; `body`: what is its own. */
export function orderRow(id: number, body: Row, createdAt = NOON - HOUR, comment = ''): Row {
  const facts = {
    id,
    orderUid: `basket-${id}`,
    article: 'TEA-12',
    colorCode: '',
    skus: ['4600000000008'],
    nmId: 7,
    chrtId: 9,
    price: 19_900,
    currencyCode: 643,
    cargoType: 1,
    warehouseId: 5,
    isB2b: false,
    isCrossBorder: false,
    comment,
    createdAt,
    requiredMeta: ['sgtin'],
    optionalMeta: [],
    metaKnown: true,
    unknownMeta: []
  }
  const whole = {
    facts,
    supplierStatus: 'confirm',
    wbStatus: 'waiting',
    supplyId: null,
    life: 'fresh',
    itemChecked: false,
    codes: {},
    sticker: null,
    label: 'none',
    shelf: null,
    packedAt: null,
    packedBy: null,
    ...body
  }
  const { life, supplyId } = whole
  return { id, life, supply_id: supplyId, created_at: createdAt, article: 'TEA-12', sticker_barcode: null, body: whole }
}

/** A wish in the outbox as the first version kept it. */
export function intentRow(seq: number, id: string, wish: Row, state: Row, pending: 0 | 1): Row {
  return { id, seq, pending, body: { id, seq, body: wish, bornAt: NOON, packerId: 'A1', state } }
}

function jobRow(seq: number, orderId: number | null, source: Row, state: Row, settled: 0 | 1): Row {
  const id = `job-${seq}`
  const body = { id, seq, source, bornAt: NOON, packerId: 'A1', reason: null, state }
  return { id, seq, order_id: orderId, settled, body }
}

function supplyRow(id: string, state: string, deliveredAt: number | null): Row {
  const body = { id, remoteId: id, name: `Supply ${id}`, createdAt: NOON - DAY, state, cargoType: 1, qrWanted: false }
  return { id, remote_id: id, state, created_at: NOON - DAY, delivered_at: deliveredAt, body }
}

const ENTRY = { at: NOON, packerId: 'A1', decision: null }
const STICKER = { partA: '231648', partB: '4589', barcode: '!uKEtQZVx' }
const PACKED = { face: 'done', message: { code: 'packed', orderId: 103, partB: '4589' }, at: NOON }

/** What the first version that ran wrote, in each of its tables. */
export const FIRST: Rows = {
  orders: [
    orderRow(101, { supplierStatus: 'new' }),
    orderRow(
      102,
      {
        supplyId: 'WB-GI-1',
        life: 'coded',
        itemChecked: true,
        codes: { sgtin: { value: CODE, ...ENTRY, state: 'queued' } }
      },
      NOON - HOUR,
      'Подарок'
    ),
    orderRow(103, {
      supplyId: 'WB-GI-1',
      life: 'packed',
      itemChecked: true,
      codes: { expiration: { value: '01.12.2027', ...ENTRY, state: 'accepted' } },
      sticker: STICKER,
      label: 'printed',
      packedAt: NOON,
      packedBy: 'A1'
    }),
    orderRow(104, {
      supplyId: 'WB-GI-1',
      life: 'shelved',
      shelf: { why: { kind: 'codeRefused', key: 'sgtin', decision: 'sgtinSold' }, at: NOON, packerId: null }
    }),
    orderRow(
      105,
      { supplierStatus: 'complete', supplyId: 'WB-GI-0', life: 'shipped', label: 'printed' },
      LONG_AGO,
      'Спасибо'
    ),
    orderRow(106, { supplierStatus: 'cancel', wbStatus: 'canceled', life: 'cancelled' })
  ],
  supplies: [supplyRow('WB-GI-0', 'delivered', LONG_AGO), supplyRow('WB-GI-1', 'open', null)],
  intents: [
    intentRow(1, 'made', { kind: 'createSupply', supplyId: 'WB-GI-1', name: 'One' }, { kind: 'done', at: NOON }, 0),
    intentRow(
      2,
      'added',
      { kind: 'addToSupply', supplyId: 'WB-GI-1', orderIds: [102, 103] },
      { kind: 'unknown', attempts: 1 },
      1
    ),
    intentRow(
      3,
      'code',
      { kind: 'setMeta', orderId: 102, key: 'sgtin', value: CODE },
      { kind: 'waiting', attempts: 2, why: 'network' },
      1
    )
  ],
  jobs: [
    jobRow(1, 103, { kind: 'sticker', orderId: 103 }, { kind: 'confirmed', at: NOON, by: 'packer' }, 1),
    jobRow(2, 102, { kind: 'sticker', orderId: 102 }, { kind: 'uncertain', why: 'noAnswer' }, 0),
    jobRow(
      3,
      null,
      { kind: 'own', label: { kind: 'separator', article: 'TEA-12', colorCode: '', count: 2 } },
      { kind: 'intended' },
      0
    )
  ],
  codes: [
    { code: FORMER_CODE, key: 'sgtin', order_id: 102, at: NOON - HOUR, released_at: NOON },
    { code: CODE, key: 'sgtin', order_id: 102, at: NOON, released_at: null }
  ],
  stickers: [{ order_id: 103, part_a: '231648', part_b: '4589', barcode: '!uKEtQZVx', zpl: LABEL }],
  supply_qrs: [{ supply_id: 'WB-GI-1', zpl: LABEL }],
  desk: [
    {
      key: 'table',
      body: {
        orderId: 102,
        entry: 'item',
        undo: [{ kind: 'item' }, { kind: 'code', key: 'sgtin' }],
        question: { kind: 'labelInHand', jobId: 'job-2' },
        lastOrderId: 103,
        skipped: [104]
      }
    },
    { key: 'supplyId', body: 'WB-GI-1' },
    { key: 'packerId', body: 'A1' },
    { key: 'feedback', body: PACKED },
    { key: 'notes', body: [{ id: 'note', at: NOON, kind: 'sticker', text: '!uKEtQZVx', feedback: PACKED }] },
    { key: 'shift', body: { day: '2026-11-20', packed: 1 } },
    { key: 'packers', body: [{ id: 'A1', name: 'Anya' }] },
    { key: 'gtinOverrides', body: ['9:04600012424861'] },
    {
      key: 'settings',
      body: {
        language: 'en',
        theme: 'dark',
        textSize: 'huge',
        volume: 0.2,
        voice: true,
        printWhen: 'onCommand',
        scanBack: false,
        media: '40x30',
        stickerType: 'zplv',
        repeatMs: 500,
        wedgeGapMs: 40,
        serialScanner: { path: '/dev/ttyACM0', baudRate: 115_200 },
        printer: { kind: 'tcp', host: '10.0.0.5', port: 9100 },
        edition: 'seed',
        pollSeconds: 60
      }
    }
  ],
  log: [
    {
      id: 'line-1',
      at: NOON - 1,
      packer_id: 'A1',
      kind: 'scan',
      order_id: 103,
      facts: { text: '460', face: 'goOn', answer: { code: 'scanItem' } }
    },
    {
      id: 'line-2',
      at: NOON,
      packer_id: 'A1',
      kind: 'scan',
      order_id: 103,
      facts: { text: '!uK', face: 'done', answer: PACKED.message }
    }
  ]
}
