import { expect, test } from 'vitest'
import type { StepView } from '../../../shared/view/view.ts'
import { viewOf, type BesideBench } from '../../../shared/view/view-of.ts'
import {
  ANNA,
  entry,
  markingCode,
  MUG,
  newDesk,
  newOrder,
  NOW,
  order,
  OTHER_SUPPLY,
  packedOrder,
  SCARF,
  stickerOf,
  SUPPLY,
  type BenchParts
} from '../domain/assembly/support.ts'

const BESIDE: BesideBench = {
  revision: 7,
  mode: 'live',
  network: { kind: 'online', block: null, status: null, waiting: 0, oldestAt: null, attention: 3 },
  damagedRows: 0,
  clockOffMs: 0,
  news: { isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] },
  printers: [],
  scanners: [],
  scannerTest: null,
  tokenExpiresAt: null,
  isSandbox: false,
  hasLead: false,
  isLocked: false,
  day: '2026-08-03'
}

/** The view after these scans. */
function viewAfter(parts: BenchParts, ...scans: readonly string[]) {
  const desk = newDesk(parts)
  desk.scan(...scans)
  return viewOf(desk.bench, BESIDE)
}

test('orders are counted by what is to be done with them, whatever supply they lie in', () => {
  const { counts } = viewAfter({
    orders: [
      newOrder(1),
      newOrder(2),
      order(3),
      packedOrder(4, {}, { supplyId: OTHER_SUPPLY }),
      order(5, {}, { life: 'shelved' }),
      packedOrder(6, {}, { life: 'cancelled' }),
      newOrder(7, {}, { life: 'cancelled' })
    ]
  })
  // A cancelled order is a problem only while its label is about.
  expect(counts).toMatchObject({ fresh: 2, problems: 2, attention: 3 })
})

test('a batch shows how far it is, without what was cancelled', () => {
  const orders = [
    order(1),
    packedOrder(2),
    order(3, {}, { life: 'shelved' }),
    packedOrder(4, {}, { life: 'cancelled' })
  ]
  expect(viewAfter({ orders }).batch).toMatchObject({ id: SUPPLY, total: 3, packed: 1, shelved: 1 })
  expect(viewAfter({ orders, supplyId: null }).batch).toBeNull()
})

test('the order on the table shows its basket and how many more the same thing would do for', () => {
  const orders = [
    order(1, { orderUid: 'basket' }),
    order(2, { orderUid: 'basket', skus: [SCARF] }),
    order(3),
    order(4, {}, { supplyId: OTHER_SUPPLY }),
    packedOrder(5)
  ]
  expect(viewAfter({ orders }, MUG).order).toMatchObject({ id: 1, basket: 1, others: 1 })
  expect(viewAfter({ orders }).order).toBeNull()
})

test.each<readonly [string, BenchParts, readonly string[], readonly string[]]>([
  ['a plain thing', { orders: [order(1)] }, [MUG], ['item done', 'sticker now', 'scanBack next']],
  [
    'nothing is scanned back',
    { orders: [order(1)], settings: { scanBack: false } },
    [MUG],
    ['item done', 'sticker now']
  ],
  [
    'a code is asked for',
    { orders: [order(1, { requiredMeta: ['sgtin'] })] },
    [MUG],
    ['item done', 'sgtin now', 'sticker next', 'scanBack next']
  ],
  [
    'a code was read',
    { orders: [order(1, { requiredMeta: ['sgtin'] })] },
    [MUG, markingCode(1)],
    ['item done', `sgtin done`, 'sticker now', 'scanBack next']
  ],
  [
    'begun by its sticker',
    { orders: [order(1, {}, { label: 'printed' })] },
    [stickerOf(1).barcode],
    ['product now', 'sticker next']
  ]
])('the steps of an order: %s', (_, parts, scans, steps) => {
  const shown = (viewAfter(parts, ...scans).order?.steps ?? []).map(({ kind, state }: StepView) => `${kind} ${state}`)
  expect(shown).toEqual(steps)
})

test('a code is shown as a person reads it', () => {
  const orders = [order(1, { requiredMeta: ['sgtin'] }, { codes: { sgtin: entry(markingCode(1)) } })]
  const value = viewAfter({ orders }, MUG).order?.steps.find(({ kind }) => kind === 'sgtin')?.value
  expect(value).toContain('␝')
  expect(value).not.toContain('\u001d')
})

test('what was packed counts for the day that it was packed on; the packer and what is beside the bench are shown', () => {
  const desk = newDesk({ orders: [order(1)], settings: { scanBack: true } })
  desk.badge(ANNA.id)
  desk.scan(MUG)
  desk.printAll()
  desk.scan(stickerOf(1).barcode)
  const view = viewOf(desk.bench, BESIDE)
  expect(view).toMatchObject({ revision: 7, mode: 'live', packer: ANNA, packedToday: 1 })
  expect(view.feedback).toMatchObject({ face: 'done', message: { code: 'packed', orderId: 1 } })
  expect(view.feedback.at).toBeGreaterThanOrEqual(NOW)
  expect(viewOf(desk.bench, { ...BESIDE, day: '2026-08-04' }).packedToday).toBe(0)
})

test('a cancelled parcel in the pile is told of until its label is scanned, whatever is pressed', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2)] })
  desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 2, supplierStatus: 'cancel', wbStatus: 'canceled' }] })
  desk.command('acknowledge')
  expect(desk.said).toBe('waiting scanItem')
  expect(viewOf(desk.bench, BESIDE).deadParcels).toEqual([stickerOf(2).partB])
  desk.scan(stickerOf(2).barcode)
  expect(viewOf(desk.bench, BESIDE).deadParcels).toEqual([])
})

test('a badge is asked for only where there are badges', () => {
  const { bench } = newDesk({ orders: [] })
  expect(viewOf(bench, BESIDE).knowsPackers).toBe(true)
  expect(viewOf({ ...bench, packers: new Map() }, BESIDE).knowsPackers).toBe(false)
})
