import type { Database } from '../../../../electron/store/database.ts'
import { DAY, NOON } from '../fixtures-data.ts'
import { FIRST, intentRow, LABEL, orderRow, type Row, type Rows } from './first-rows.ts'

/** The token by which buyers and what they said were sealed. */
export const TOKEN = 'frozen token'
const SEALED_BY = '85fff306fadc8ca5'
const SEALED = {
  comment: 'VAptfge6CDQ+ZfZpO/dfAMQ2bHTAFtHnPnzOaMsz0oIBke+PmOhsXBDxzrk=',
  delivery: 'nq+4Wy0p46nmDwWPRNYuyjIZyaLrxfx8Qj4iLnYdMaspBTrfptxM0xTUPsECFam9rd0YKYc4HZGVRnVIl4EqU/Eh7JSZCfTStZE=',
  contact:
    'okLcHzCLCfDIylctMcVlqZ94YxL0XPX9pwT+ei+nMvJyK+5hq1ZBtI26cPiKoYiAvsGG2Z9xdNUYJ+8EwAmk+lTBR6lYKMQamtytJOoNKquLAQ7nb4UD3CCC5w==',
  code: 'U+VNYFhubCkVrnE9OE5Wg6s2x5MGZYacUyUV0a81jwDcKoUT'
}
const POINT = { id: 507, name: 'Kol', address: 'Lenina, 1', city: 'Москва', officeType: 'sc', fulfilment: true }
const CARRIER = { name: 'Way', taxNumber: '123456789012', countryCode: 'KZ', vehicle: 'A123BC', trailer: null }

function added(rows: Rows, more: Rows): Rows {
  const tables = Object.entries(more).map(([table, its]) => [table, [...(rows[table] ?? []), ...its]] as const)
  return { ...rows, ...Object.fromEntries(tables) }
}

function each(rows: Rows, table: string, change: (row: Row) => Row): Rows {
  return { ...rows, [table]: (rows[table] ?? []).map(change) }
}

/** Changes what the rows of a table hold as JSON. */
function eachBody(rows: Rows, table: string, change: (body: Row, row: Row) => Row): Rows {
  return each(rows, table, row => ({ ...row, body: change(part(row, 'body'), row) }))
}

/** What stands in a field, as an object. */
function part(row: Row, field: string): Row {
  const value = row[field]
  if (typeof value !== 'object' || value === null) throw new Error(`no object in ${field}`)
  return Object.fromEntries(Object.entries(value))
}

/** What an order's text held from version 12 on of its own, and of many alike. */
function apart(body: Row): { readonly own: Row; readonly kind: Row } {
  const { facts: _, supplyId, codes, sticker, packedAt, ...kind } = body
  const { id, orderUid, price, comment, createdAt, ...kindFacts } = part(body, 'facts')
  return {
    own: { facts: { id, orderUid, price, comment, createdAt }, supplyId, codes, sticker, packedAt },
    kind: { facts: kindFacts, ...kind }
  }
}

/** An order with what version 3 told of where it goes. */
function withOffice(body: Row): Row {
  const more = { offices: ['Kol'], officeId: 507, toPickupPoint: false, sellerDate: '' }
  return { ...body, facts: { ...part(body, 'facts'), ...more } }
}

/** The sum of a text as version 13 reckoned it. */
export function sumThen(text: string, seed = 0x811c_9dc5): number {
  return (
    [...Array(text.length).keys()].reduce((sum, at) => Math.imul(sum ^ text.charCodeAt(at), 0x0100_0193), seed) >>> 0
  )
}

function summed(row: Row): Row {
  return { ...row, sum: sumThen(JSON.stringify(row.body)) }
}

function withKinds(rows: Rows): Rows {
  const texts = [...new Set((rows.orders ?? []).map(({ body }) => JSON.stringify(body)))]
  const kinds = texts.map((text, place) => ({ id: place + 1, body: JSON.parse(text), sum: sumThen(text) }))
  const orders = (rows.orders ?? []).map(({ body, ...row }) => {
    const kind = texts.indexOf(JSON.stringify(body))
    return { ...row, kind: kind + 1, sum: sumThen(JSON.stringify(row.own), kinds[kind]?.sum) }
  })
  return { ...rows, orders, order_kinds: kinds }
}

/** What each version's first program wrote otherwise than the version before it; the first stands for version 1. */
const STEPS: readonly ((before: Rows) => Rows)[] = [
  () => FIRST,
  function labelPictures(before) {
    const rows = ['stickers', 'supply_qrs'].reduce(
      (all, table) => each(all, table, row => ({ ...row, png: LABEL })),
      before
    )
    const jobs = eachBody(rows, 'jobs', body => ({ ...body, printerId: '1', printedOn: null }))
    return each(jobs, 'desk', row => {
      if (row.key !== 'settings') return row
      const { printer, media, serialScanner: _, ...rest } = part(row, 'body')
      const scanners = [{ kind: 'serial', name: '/dev/ttyACM0', path: '/dev/ttyACM0', baudRate: 115_200 }]
      const printers = [{ id: '1', name: '10.0.0.5', link: printer, media }]
      return { ...row, body: { ...rest, scanners, printers, labelsExpireMinutes: 90 } }
    })
  },
  function shippingPoints(before) {
    const shipping = { point: POINT, type: 'selfShipping', day: '2026-11-21', state: { kind: 'accepted' } }
    const boxes = { ids: ['WB-TRBX-1'], queued: 1 }
    const supplies = eachBody(before, 'supplies', body => ({
      ...body,
      demand: 'demanded',
      shipping,
      boxes,
      hitch: null,
      scannedAt: null
    }))
    const orders = eachBody(supplies, 'orders', withOffice)
    const { officeType, ...point } = POINT
    return added(orders, {
      shipping_points: [
        {
          ...point,
          fulfilment: 1,
          office_type: officeType,
          cargo_type: 1,
          rank: 0,
          search: ' москва kol lenina 1',
          fetched_at: NOON
        }
      ],
      shipping_cities: [{ city: 'Москва', cargo_type: 1, fetched_at: NOON }],
      desk: [{ key: 'shipping', body: { isDemanded: true, currencyCode: 643, routes: [] } }]
    })
  },
  rows =>
    added(rows, {
      card_gtins: [{ chrt_id: 9, gtin: '04600000000008' }],
      cards_read: [{ id: 1, updated_at: '2026-11-20T10:00:00Z', nm_id: 7, read_at: NOON }]
    }),
  function gtinOwners(before) {
    const named = each(before, 'card_gtins', row => ({ ...row, article: 'TEA-12' }))
    const override = { chrtId: 9, gtin: '04600012424861', article: 'TEA-12', orderId: 102, at: NOON, packerId: 'A1' }
    return each(named, 'desk', row => (row.key === 'gtinOverrides' ? { ...row, body: [override] } : row))
  },
  function spotStickers(before) {
    const spot = { carrier: CARRIER, state: { kind: 'completed' }, sticker: 'here' }
    return added(
      eachBody(before, 'supplies', body => ({ ...body, spot })),
      {
        spot_stickers: [{ supply_id: 'WB-GI-1', png: LABEL }],
        desk: [{ key: 'spot', body: { countries: [{ code: 'KZ', name: 'Казахстан' }], carriers: [CARRIER] } }]
      }
    )
  },
  rows => added(rows, { border_labels: [{ order_id: 103, pdf: LABEL }] }),
  function rounds(before) {
    const over = { shipped: 1, cancelled: 1 }
    const rows = ['orders', 'supplies'].reduce(
      (all, table) =>
        eachBody(all, table, body => ({
          ...body,
          ...(table === 'orders' ? { scheme: { kind: 'fbs' } } : { kind: 'supply' })
        })),
      before
    )
    const slot = { date: '2026-11-20', from: '18:00', to: '20:00' }
    const dbs = { kind: 'dbs', slot, deliveryType: 'dbs', groupId: null }
    const handover = { outcome: 'receive', at: NOON, packerId: 'A1', state: { kind: 'queued' } }
    const pickup = { kind: 'pickup', orderCode: '77', payMode: 'prepay', tireService: false, place: 'A-3' }
    const round = (id: string, scheme: string) => ({
      id,
      state: 'open',
      created_at: NOON,
      left_at: null,
      body: { kind: 'round', id, scheme, name: id, createdAt: NOON, state: 'open' }
    })
    const fresh = [
      orderRow(
        201,
        { supplierStatus: 'deliver', supplyId: 'by-us', life: 'shipped', scheme: dbs, handover },
        NOON - DAY
      ),
      orderRow(202, { supplyId: 'in-store', life: 'packed', scheme: pickup, packedAt: NOON, packedBy: 'A1' })
    ]
    const handOver = { kind: 'handOver', scheme: 'dbs', orderId: 201, outcome: 'receive', code: '481516' }
    return added(
      each(rows, 'orders', row => ({ ...row, over: Number(String(row.life) in over) })),
      {
        orders: fresh.map(row => ({ ...row, over: 0, body: withOffice(part(row, 'body')) })),
        rounds: [round('by-us', 'dbs'), round('in-store', 'pickup')],
        intents: [intentRow(4, 'hand', handOver, { kind: 'sending', attempts: 1 }, 1)]
      }
    )
  },
  rows =>
    added(rows, {
      buyers: (['delivery', 'contact'] as const).map(name => ({
        order_id: 201,
        part: name,
        key_id: SEALED_BY,
        sealed: Buffer.from(SEALED[name], 'base64')
      }))
    }),
  function buyerCodes(before) {
    const bare = eachBody(before, 'intents', (body, { id }) =>
      id === 'hand' ? { ...body, body: { ...part(body, 'body'), code: null } } : body
    )
    const dated = eachBody(bare, 'orders', body =>
      part(body, 'scheme').kind === 'pickup'
        ? { ...body, scheme: { ...part(body, 'scheme'), date: '2026-11-22' } }
        : body
    )
    const sealed = Buffer.from(SEALED.code, 'base64')
    return added(dated, { buyer_codes: [{ intent_id: 'hand', order_id: 201, key_id: SEALED_BY, sealed }] })
  },
  function codeValues(before) {
    const listed = ({ value, ...entry }: Row): Row => (value === undefined ? entry : { ...entry, values: [value] })
    const orders = eachBody(before, 'orders', body => {
      const codes = part(body, 'codes')
      return { ...body, codes: Object.fromEntries(Object.keys(codes).map(key => [key, listed(part(codes, key))])) }
    })
    const set = { chrtId: 9, article: 'TEA-12', codes: 2, orderId: 103, at: NOON, packerId: 'A1' }
    return added(
      eachBody(orders, 'intents', body => ({ ...body, body: listed(part(body, 'body')) })),
      { desk: [{ key: 'sets', body: [set] }] }
    )
  },
  rows =>
    each(rows, 'orders', row => {
      const { own, kind } = apart(part(row, 'body'))
      return { ...row, own, body: kind }
    }),
  rows =>
    ['supplies', 'rounds', 'intents', 'jobs', 'desk'].reduce((all, table) => each(all, table, summed), withKinds(rows)),
  rows =>
    added(rows, {
      order_statuses: [{ order_id: 103, at: NOON, supplier_status: 'confirm', wb_status: 'waiting' }],
      intent_orders: [
        { order_id: 102, intent_id: 'added' },
        { order_id: 103, intent_id: 'added' },
        { order_id: 102, intent_id: 'code' },
        { order_id: 201, intent_id: 'hand' }
      ]
    }),
  // Version 15 keeps more of damaged rows, and has none here; 16 finds lines by their time.
  rows => rows,
  rows => rows,
  rows =>
    added(rows, {
      market_cards: [{ chrt_id: 9, name: 'Tea', color: 'green', size: '0', picture: 'https://example.com/1.webp' }],
      own_cards: [{ code: 'tea-12', name: '', color: '', size: '', place: 'B-7', picture: '', batch: 'first' }]
    }),
  function buyerComments(before) {
    const kinds = new Map((before.order_kinds ?? []).map(({ id, sum }) => [id, Number(sum)]))
    const orders = each(before, 'orders', row => {
      const own = part(row, 'own')
      const { comment: _, ...facts } = part(own, 'facts')
      const bare = { ...own, facts }
      return { ...row, own: bare, sum: sumThen(JSON.stringify(bare), kinds.get(row.kind)) }
    })
    const sealed = Buffer.from(SEALED.comment, 'base64')
    return added(orders, { buyer_comments: [{ order_id: 102, key_id: SEALED_BY, sealed }] })
  }
]

/** The rows of a version in each of its tables; throws for one that nobody froze rows of. */
function frozenRows(version: number): Rows {
  if (STEPS.length < version) throw new Error(`version ${version} has no step in frozen-rows.ts: what does it write?`)
  return STEPS.slice(0, version).reduce<Rows>((rows, step) => step(rows), {})
}

/** Puts them into a database of that version. */
export function fill(database: Database, version: number): void {
  database
    .transaction(() => {
      for (const [table, rows] of Object.entries(frozenRows(version)))
        for (const row of rows) insert(database, table, row)
    })
    .immediate()
}

function insert(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row)
  const values = columns.map(column => (TEXTS.has(column) ? JSON.stringify(row[column]) : row[column]))
  const marks = columns.map(() => '?').join(', ')
  database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...values)
}

const TEXTS: ReadonlySet<string> = new Set(['body', 'own', 'facts'])
