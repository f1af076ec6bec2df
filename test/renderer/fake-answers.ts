import type { DataTrouble } from '../../shared/contract/account-methods.ts'
import { ROW_TABLES } from '../../shared/contract/contract.ts'
import type { Input, MethodName, Output, QueueRow } from '../../shared/contract/contract.ts'
import { commandBarcode, COMMANDS } from '../../shared/domain/scanning/commands.ts'
import { makeEan13, makeImei, makeMarkingCode } from '../../shared/domain/printing/samples.ts'
import { isFound } from '../../shared/domain/orders/search.ts'
import { SCHEMES } from '../../shared/domain/schemes/scheme.ts'
import type { OrderLife } from '../../shared/domain/orders/orders.ts'
import { history, HOUR, NAMES, ORDER_COUNT, orderPage, orderRow, REFUSED, REFUSED_WORDS } from './fake-orders.ts'
import { fakeCourierDesk } from './fake-courier.ts'
import { fakePasses } from './fake-passes.ts'
import { fakeShelf } from './fake-pickup.ts'
import { FAKE_REFUSALS, fakeRounds, fakeSupplies } from './fake-supplies.ts'

const LIVES_SHOWN: readonly (OrderLife | null)[] = [null, 'fresh', 'packed', 'claimed', 'shipped', 'shipped', 'handed']

function queue(now: number): readonly QueueRow[] {
  const states = [
    { kind: 'parked', why: 'server', attempts: 12 },
    { kind: 'refused', code: 'MetaValidationFail', message: 'Метаданные не прошли проверку', at: now - HOUR },
    { kind: 'refused', code: 'FailedToUpdateMeta', message: REFUSED_WORDS, at: now - HOUR },
    { kind: 'waiting', attempts: 3, why: 'offline' },
    { kind: 'unknown', attempts: 1 },
    { kind: 'sending', attempts: 1 },
    { kind: 'waiting', attempts: 0, why: null }
  ] as const
  const bodies = [
    { kind: 'setMeta', orderId: 13_833_711, key: 'sgtin', values: ['0104…'] },
    { kind: 'deliverSupply', supplyId: 's1', orderIds: [1, 2, 3] },
    { kind: 'setMeta', orderId: 13_833_000 + REFUSED, key: 'sgtin', values: ['0104…'] },
    { kind: 'addToSupply', supplyId: 's1', orderIds: [13_833_711, 13_833_712] },
    { kind: 'createSupply', supplyId: 's1', name: 'Verstak 2026-08-04 · 3f9a1c' }
  ] as const
  return Array.from({ length: 24 }, (_, index) => ({
    id: `q${index}`,
    body: bodies[index % bodies.length] ?? bodies[0],
    bornAt: now - index * 61_000,
    packer: 'Сборщик 7',
    state: states[Math.min(index, states.length - 1)] ?? states[5],
    nextAt: index === 3 ? now + 95_000 : null,
    isBehind: index > 8,
    limitGroup: 'fbs'
  }))
}

/** What a station would answer; `png` draws a label, `trouble` is what is wrong with the files. */
export function fakeAnswer(
  name: MethodName,
  input: unknown,
  now: number,
  png: () => string,
  trouble: DataTrouble | null
): unknown {
  switch (name) {
    case 'queue.limits':
      return [
        { group: 'fbs', urgent: 2, background: 1, sleepMs: 0, level: 0, burst: 20, everyMs: 200 },
        { group: 'fbsSetMeta', urgent: 0, background: 0, sleepMs: 0, level: 14, burst: 20, everyMs: 60 }
      ] satisfies Output<'queue.limits'>
    case 'orders.list': {
      const { lives, problems = false, search, offset, limit } = input as Input<'orders.list'>
      const all = Array.from({ length: ORDER_COUNT }, (_, index) => orderRow(index, now)).filter(
        row =>
          (lives === null || lives.includes(row.life)) &&
          (!problems || row.shelf !== null) &&
          isFound([String(row.id), row.article, `231648${row.partB}`], search)
      )
      return { rows: all.slice(offset, offset + limit), total: all.length } satisfies Output<'orders.list'>
    }
    case 'cards.of':
      return (input as Input<'cards.of'>).orderIds.map(id => ({
        name: 'Кружка эмалированная «Походная» с крышкой и ложкой в подарочной упаковке, 350 мл',
        color: 'тёмно-бирюзовый',
        size: 'один размер',
        place: `А-${id % 40}-12`,
        picture: `w-${'0'.repeat(32)}`
      })) satisfies Output<'cards.of'>
    case 'cards.picture':
      return `data:image/png;base64,${png()}`
    case 'orders.get':
      return orderPage((input as Input<'orders.get'>).orderId, now)
    case 'handovers.refused':
      return FAKE_REFUSALS
    case 'rounds.list':
      return fakeRounds(now)
    case 'supplies.list':
      return fakeSupplies(now)
    case 'shipping.routes':
      return [] satisfies Output<'shipping.routes'>
    case 'pickup.identity':
      return { kind: 'noSuchOrder', nextTryMs: 12_000 } satisfies Output<'pickup.identity'>
    case 'pickup.parcels':
      return fakeShelf(now).rows satisfies Output<'pickup.parcels'>
    case 'pickup.shelf':
      return fakeShelf(now)
    case 'supplies.content':
      return [
        {
          article: 'Футболка-оверсайз-хлопок-премиум/графит-меланж-3XL',
          colorCode: 'RAL 3017',
          total: 20,
          packed: 4,
          orderIds: [1]
        },
        { article: 'one-ring-7548', colorCode: '', total: 10, packed: 8, orderIds: [2] }
      ] satisfies Output<'supplies.content'>
    case 'passes.desk':
      return fakePasses(now)
    case 'passes.wanted':
      return [{ officeId: 15, name: 'Склад Коледино', address: '' }] satisfies Output<'passes.wanted'>
    case 'courier.desk':
      return fakeCourierDesk(now)
    case 'spot.book':
      return {
        countries: [{ code: '417', name: 'Киргизия' }],
        carriers: []
      } satisfies Output<'spot.book'>
    case 'queue.list':
      return (input as Input<'queue.list'>).offset > 0 ? [] : queue(now)
    case 'history.list':
      return (input as Input<'history.list'>).offset > 400 ? [] : history(now, null)
    case 'jobs.list':
      return [
        job(1, now, { kind: 'uncertain', why: 'oneWayLink' }),
        job(2, now, { kind: 'confirmed', at: now, by: 'printer' }),
        job(3, now, { kind: 'failed', why: 'paperOut', at: now })
      ]
    case 'label.preview':
      return png()
    case 'commandSheet.pages':
      return [0, 1].map(() => ({
        png: png(),
        commands: COMMANDS.map(code => ({ code, barcode: commandBarcode(code) }))
      }))
    case 'packers.list':
      return [
        { id: '7', name: 'Сборщик 7', badge: 'VRSTK-P-7', isLead: true },
        { id: '12', name: 'Сергей', badge: 'VRSTK-P-12', isLead: false }
      ] satisfies Output<'packers.list'>
    case 'gtins.vouched':
      return [
        { chrtId: 1, gtin: '04601234567893', article: 'palantir-mini', at: now - HOUR, packer: 'Сборщик 7' },
        { chrtId: 2, gtin: '04601234567909', article: 'lembas-12 шт.', at: now - 48 * HOUR, packer: null }
      ] satisfies Output<'gtins.vouched'>
    case 'devices.hidScanners':
      return [
        { vendorId: 0x0c2e, productId: 0x0907, maker: 'Honeywell', model: 'Xenon 1950', serialNumber: '' }
      ] satisfies Output<'devices.hidScanners'>
    case 'devices.serialPorts':
      return [
        { path: '/dev/ttyACM0', maker: 'Honeywell', serialNumber: '21A4' }
      ] satisfies Output<'devices.serialPorts'>
    case 'devices.usbPrinters':
      return [
        {
          vendorId: 0x0a5f,
          productId: 0x0164,
          serialNumber: 'D8N0001',
          name: 'Zebra Technologies ZTC ZD421-203dpi ZPL'
        }
      ] satisfies Output<'devices.usbPrinters'>
    case 'devices.lpPrinters':
      return [
        { path: '/dev/usb/lp0', name: 'Zebra ZTC ZD421-203dpi ZPL', serialNumber: 'D8N0001' }
      ] satisfies Output<'devices.lpPrinters'>
    case 'devices.previewTest':
      return png()
    case 'devices.printQueues':
      return ['Zebra_ZD421', 'office'] satisfies Output<'devices.printQueues'>
    case 'buyers.kept':
      return {
        over: { contacts: 0, codes: 0, comments: 0 },
        all: { contacts: 1234, codes: 12, comments: 567 }
      } satisfies Output<'buyers.kept'>
    case 'account.get':
      return {
        kind: 'live',
        sellerId: '1f0b…9a',
        expiresAt: now + 40 * 24 * HOUR,
        sandbox: false,
        tokenType: 'base',
        vault: 'none',
        keepsWork: true,
        trouble
      } satisfies Output<'account.get'>
    case 'account.mend':
      return (trouble === null ? undefined : { kind: 'trouble', trouble }) satisfies Output<'account.mend'> | undefined
    case 'damage.list':
      return ROW_TABLES.map((table, index) => ({
        table,
        key: table === 'orders' ? '13833711' : `s${index}`,
        at: now - index * HOUR
      })) satisfies Output<'damage.list'>
    case 'account.connect':
      return { kind: 'refused', why: 'readOnly' } satisfies Output<'account.connect'>
    case 'practice.things':
      return Array.from({ length: 12 }, (_, index) => ({
        orderId: 13_833_700 + index,
        article: NAMES[index % NAMES.length] ?? '',
        title: 'Кольцо всевластия, золото, с гравировкой',
        codes: [
          { kind: 'barcode', text: makeEan13(index) },
          { kind: 'sgtin', text: makeMarkingCode({ gtin: makeEan13(index), seed: index, tail: 'short' }) },
          ...(index % 3 === 0 ? ([{ kind: 'imei', text: makeImei(index) }] as const) : [])
        ],
        scheme: SCHEMES[index % 3] ?? 'fbs',
        life: LIVES_SHOWN[index % LIVES_SHOWN.length] ?? null,
        buyer:
          [
            null,
            { kind: 'door', code: '170046' } as const,
            { kind: 'counter', orderCode: '170046918-0011', passcode: '4567' } as const
          ][index % 3] ?? null
      })) satisfies Output<'practice.things'>
    case 'practice.labels':
      return [1, 2, 3].map(index => ({ id: `l${index}`, at: now - index * 60_000, png: png(), text: '!uKEtQZVx' }))
    case 'labels.print':
      return { labels: labelsOf(input as Input<'labels.print'>) } satisfies Output<'labels.print'>
    case 'packers.printBadge':
    case 'supplies.printQr':
    case 'devices.printTest':
      return { labels: 1 } satisfies Output<'packers.printBadge'>
    case 'commandSheet.print':
      return { labels: 2 } satisfies Output<'commandSheet.print'>
    case 'practice.state':
      return { network: true, paper: true, latencyMs: 200 } satisfies Output<'practice.state'>
    default:
      return undefined
  }
}

function labelsOf(asked: Input<'labels.print'>): number {
  return asked.kind === 'boxes' ? asked.boxes : asked.kind === 'scannerTest' ? 4 : 1
}

function job(seq: number, now: number, state: Output<'jobs.list'>[number]['state']): Output<'jobs.list'>[number] {
  return {
    id: `j${seq}`,
    seq,
    source: seq === 3 ? { kind: 'own', label: { kind: 'test' } } : { kind: 'sticker', orderId: 13_833_711 },
    bornAt: now - seq * 60_000,
    packerId: '7',
    reason: seq === 1 ? 'damaged' : null,
    printerId: null,
    printedOn: 'ZD421',
    state
  }
}
