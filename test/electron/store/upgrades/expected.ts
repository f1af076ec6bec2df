import type { Order } from '../../../../shared/domain/orders/orders.ts'
import { defaultSettings } from '../../../../shared/domain/settings.ts'
import { DAY, NOON } from '../fixtures-data.ts'
import { CODE, HOUR, LABEL, LONG_AGO } from './first-rows.ts'

const POINT = { id: 507, name: 'Kol', address: 'Lenina, 1', city: 'Москва', officeType: 'sc', fulfilment: true }
const CARRIER = { name: 'Way', taxNumber: '123456789012', countryCode: 'KZ', vehicle: 'A123BC', trailer: null }
const PACKED = { face: 'done', message: { code: 'packed', orderId: 103, partB: '4589' }, at: NOON } as const
const NO_WORDS = { name: '', color: '', size: '', place: '', ownPicture: '', picture: '' }
const USED = { at: NOON, packerId: 'A1', decision: null } as const

/** The orders that live in memory, as rows of a version tell them, and last the one that was over long ago. */
function ordersOf(version: number): readonly Order[] {
  const order = (id: number, its: Partial<Order>, createdAt = NOON - HOUR): Order => ({
    facts: {
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
      toPickupPoint: version < 3 ? null : false,
      sellerDate: '',
      isB2b: false,
      isCrossBorder: false,
      offices: version < 3 ? [] : ['Kol'],
      officeId: version < 3 ? null : 507,
      // Those of orders that are over are erased.
      comment: id === 102 ? 'Подарок' : '',
      createdAt,
      requiredMeta: ['sgtin'],
      optionalMeta: [],
      metaKnown: true,
      unknownMeta: []
    },
    scheme: { kind: 'fbs' },
    supplierStatus: 'confirm',
    wbStatus: 'waiting',
    life: 'fresh',
    itemChecked: false,
    label: 'none',
    shelf: null,
    packedBy: null,
    supplyId: null,
    codes: {},
    sticker: null,
    packedAt: null,
    ...its
  })
  const slot = { date: '2026-11-20', from: '18:00', to: '20:00' }
  const pickup = { orderCode: '77', payMode: 'prepay', tireService: false, place: 'A-3' }
  const schemes = [
    order(
      201,
      {
        supplierStatus: 'deliver',
        supplyId: 'by-us',
        life: 'shipped',
        scheme: { kind: 'dbs', slot, deliveryType: 'dbs', groupId: null },
        handover: { outcome: 'receive', at: NOON, packerId: 'A1', state: { kind: 'queued' } }
      },
      NOON - DAY
    ),
    order(202, {
      supplyId: 'in-store',
      life: 'packed',
      scheme: { kind: 'pickup', date: version < 10 ? '' : '2026-11-22', ...pickup },
      packedAt: NOON,
      packedBy: 'A1'
    })
  ]
  return [
    order(101, { supplierStatus: 'new' }),
    order(102, {
      supplyId: 'WB-GI-1',
      life: 'coded',
      itemChecked: true,
      codes: { sgtin: { values: [CODE], ...USED, state: 'queued' } }
    }),
    order(103, {
      supplyId: 'WB-GI-1',
      life: 'packed',
      itemChecked: true,
      codes: { expiration: { values: ['01.12.2027'], ...USED, state: 'accepted' } },
      sticker: { partA: '231648', partB: '4589', barcode: '!uKEtQZVx' },
      label: 'printed',
      packedAt: NOON,
      packedBy: 'A1'
    }),
    order(104, {
      supplyId: 'WB-GI-1',
      life: 'shelved',
      shelf: { why: { kind: 'codeRefused', key: 'sgtin', decision: 'sgtinSold' }, at: NOON, packerId: null }
    }),
    order(106, { supplierStatus: 'cancel', wbStatus: 'canceled', life: 'cancelled' }),
    ...(version < 8 ? [] : schemes),
    order(105, { supplierStatus: 'complete', supplyId: 'WB-GI-0', life: 'shipped', label: 'printed' }, LONG_AGO)
  ]
}

function settingsOf(version: number) {
  const cleaning = { before: '', after: '', gs: '' }
  const link = { kind: 'tcp', host: '10.0.0.5', port: 9100 }
  const head = { language: 'zpl', dpi: 203, paper: 80, handling: 'tear', darkness: null, speed: null }
  const line = { serialNumber: null, baudRate: 115_200, dataBits: 8, stopBits: 1, parity: 'none' }
  const port = { kind: 'serial', name: '/dev/ttyACM0', path: '/dev/ttyACM0' }
  return {
    ...defaultSettings(),
    language: 'en',
    theme: 'dark',
    textSize: 'huge',
    volume: 0.2,
    voice: true,
    printWhen: 'onCommand',
    scanBack: false,
    stickerType: 'zplv',
    repeatMs: 500,
    wedgeGapMs: 40,
    scanners: [{ ...port, ...line, suffix: 'any', encoding: 'auto', cleaning }],
    printers: [{ ...head, media: '40x30', offsetX: 0, offsetY: 0, rotation: 0, id: '1', name: '10.0.0.5', link }],
    labelsExpireMinutes: version < 2 ? 120 : 90,
    edition: 'seed',
    pollSeconds: 60
  }
}

/** What `readAll` has to give of the rows of a version: all that it knew, and for the rest what a new station has. */
export function expectedOf(version: number): object {
  const since = (first: number, then: unknown, before: unknown) => (version < first ? before : then)
  const orders = ordersOf(version)
  const job = { bornAt: NOON, packerId: 'A1', reason: null, printerId: since(2, '1', null), printedOn: null }
  const separator = { kind: 'separator', article: 'TEA-12', colorCode: '', count: 2, name: '', place: '' }
  const wish = { bornAt: NOON, packerId: 'A1' }
  const hand = { kind: 'handOver', scheme: 'dbs', orderId: 201, outcome: 'receive', code: '481516' }
  const drawn = { zpl: LABEL, png: since(2, LABEL, null) }
  const line = { packerId: 'A1', kind: 'scan', orderId: 103 }
  const round = { kind: 'round', createdAt: NOON, state: 'open' }
  const about = { chrtId: 9, article: 'TEA-12', at: NOON, packerId: 'A1' }
  const shipping = { point: POINT, type: 'selfShipping', day: '2026-11-21', state: { kind: 'accepted' } }
  return {
    orders: orders.slice(0, -1),
    overLongAgo: orders.at(-1),
    supplies: [
      {
        kind: 'supply',
        id: 'WB-GI-1',
        remoteId: 'WB-GI-1',
        name: 'Supply WB-GI-1',
        createdAt: NOON - DAY,
        state: 'open',
        cargoType: 1,
        qrWanted: false,
        demand: since(3, 'demanded', null),
        shipping: since(3, shipping, null),
        boxes: since(3, { ids: ['WB-TRBX-1'], queued: 1 }, { ids: [], queued: 0 }),
        hitch: null,
        scannedAt: null,
        ...(version < 6 ? {} : { spot: { carrier: CARRIER, state: { kind: 'completed' }, sticker: 'here' } })
      }
    ],
    rounds: since(
      8,
      [
        { ...round, id: 'by-us', scheme: 'dbs', name: 'by-us' },
        { ...round, id: 'in-store', scheme: 'pickup', name: 'in-store' }
      ],
      []
    ),
    jobs: [
      {
        ...job,
        id: 'job-1',
        seq: 1,
        source: { kind: 'sticker', orderId: 103 },
        state: { kind: 'confirmed', at: NOON, by: 'packer' }
      },
      {
        ...job,
        id: 'job-2',
        seq: 2,
        source: { kind: 'sticker', orderId: 102 },
        state: { kind: 'uncertain', why: 'noAnswer' }
      },
      { ...job, id: 'job-3', seq: 3, source: { kind: 'own', label: separator }, state: { kind: 'intended' } }
    ],
    packers: [{ id: 'A1', name: 'Anya' }],
    sets: since(11, [{ ...about, codes: 2, orderId: 103 }], []),
    // Those of versions 1 to 4 had no name and no date, and are asked for again.
    gtinOverrides: since(5, [{ ...about, gtin: '04600012424861', orderId: 102 }], []),
    desk: {
      table: {
        orderId: 102,
        entry: 'item',
        undo: [{ kind: 'item' }, { kind: 'code', key: 'sgtin' }],
        question: { kind: 'labelInHand', jobId: 'job-2' },
        lastOrderId: 103,
        skipped: [104]
      },
      supplyId: 'WB-GI-1',
      packerId: 'A1',
      feedback: PACKED,
      notes: [{ id: 'note', at: NOON, kind: 'sticker', text: '!uKEtQZVx', feedback: PACKED }],
      shift: { day: '2026-11-20', packed: 1 },
      settings: settingsOf(version),
      shipping: { isDemanded: version >= 3, currencyCode: since(3, 643, null), routes: [] },
      spot: { countries: since(6, [{ code: 'KZ', name: 'Казахстан' }], []), carriers: since(6, [CARRIER], []) }
    },
    pending: [
      {
        ...wish,
        id: 'added',
        seq: 2,
        body: { kind: 'addToSupply', supplyId: 'WB-GI-1', orderIds: [102, 103] },
        state: { kind: 'unknown', attempts: 1 }
      },
      {
        ...wish,
        id: 'code',
        seq: 3,
        body: { kind: 'setMeta', orderId: 102, key: 'sgtin', values: [CODE] },
        state: { kind: 'waiting', attempts: 2, why: 'network' }
      },
      ...(version < 8 ? [] : [{ ...wish, id: 'hand', seq: 4, body: hand, state: { kind: 'sending', attempts: 1 } }])
    ],
    wishes: [...(version < 8 ? [] : ['hand']), 'code', 'added', 'made'],
    wishesOf: [['code', 'added'], ['added'], since(8, ['hand'], [])],
    printed: ['job-3', 'job-2', 'job-1'],
    log: [
      {
        ...line,
        id: 'line-2',
        at: NOON,
        facts: '{"text":"!uK","face":"done","answer":{"code":"packed","orderId":103,"partB":"4589"}}'
      },
      { ...line, id: 'line-1', at: NOON - 1, facts: '{"text":"460","face":"goOn","answer":{"code":"scanItem"}}' }
    ],
    deeds: [
      { ...line, seq: 1, at: NOON - 1, face: 'goOn', answer: 'scanItem' },
      { ...line, seq: 2, at: NOON, face: 'done', answer: 'packed' }
    ],
    codes: [{ orderId: 102, at: NOON }, null],
    labels: [drawn, drawn],
    pictures: [since(6, LABEL, null), since(7, LABEL, null)],
    points: since(3, { points: [POINT], total: 1, fetchedAt: NOON }, null),
    gtins: [since(4, ['04600000000008'], []), since(4, [{ chrtId: 9, article: since(5, 'TEA-12', '') }], [])],
    // Cards are read anew for what each of the versions 5 and 17 came to ask of them.
    cardsRead: since(
      17,
      { cursor: { updatedAt: '2026-11-20T10:00:00Z', nmId: 7 }, readAt: NOON },
      { cursor: null, readAt: null }
    ),
    words: since(
      17,
      { ...NO_WORDS, name: 'Tea', color: 'green', size: '0', place: 'B-7', picture: 'https://example.com/1.webp' },
      NO_WORDS
    ),
    buyer: since(
      9,
      { address: 'Москва, Тверская 1', contact: { name: 'Buyer', dials: [{ phone: '+70000000000', code: null }] } },
      null
    ),
    statuses: since(14, [{ orderId: 103, at: NOON, supplierStatus: 'confirm', wbStatus: 'waiting' }], []),
    damage: { isDamaged: false, rows: [] }
  }
}
