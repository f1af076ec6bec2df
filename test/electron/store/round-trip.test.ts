import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeal } from '../../../electron/store/seal.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { Change } from '../../../electron/station/ports/ports.ts'
import { isOpen } from '../../../shared/domain/intents.ts'
import { usualSerialScanner } from '../../../shared/domain/scanning/scanners.ts'
import { EMPTY_BOOK } from '../../../shared/domain/orders/shipping.ts'
import { EMPTY_SPOT_BOOK } from '../../../shared/domain/orders/spot.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { intent, openOrder, openRound, openSupply, shippingBook, spotBook } from './arbitraries.ts'
import { job } from './job-arbitraries.ts'
import { databasePath, NOON, openStore, order, supplies, supply } from './fixtures.ts'

const changes = fc.record({
  orders: fc.uniqueArray(openOrder, { selector: one => one.facts.id, maxLength: 5 }),
  supplies: fc.uniqueArray(openSupply, { selector: one => one.id, maxLength: 4 }),
  rounds: fc.uniqueArray(openRound, { selector: one => one.id, maxLength: 3 }),
  shipping: shippingBook,
  spot: spotBook,
  intents: fc.uniqueArray(intent, { selector: one => one.id, maxLength: 6 }),
  jobs: fc.uniqueArray(job, { selector: one => one.id, maxLength: 6 })
})

const seals = { seal: createSeal('token'), former: null }

test('orders, supplies, intents and jobs come back as they went in, after closing the file', () => {
  fc.assert(
    fc.property(changes, ({ orders, supplies: carried, rounds: listed, intents, jobs, shipping, spot }) => {
      const rounds = new Map(listed.map(one => [one.id, one]))
      const path = databasePath()
      const first = createStore({ path, log: quietLog, seals })
      first.commit({ orders, supplies: supplies(...carried), rounds, intents, jobs, shipping, spot })
      first.close()

      const store = createStore({ path, log: quietLog, seals })
      try {
        const { bench, intents: pending } = store.load(NOON)
        expect(new Map([...bench.orders.all()].map(one => [one.facts.id, one]))).toEqual(
          new Map(orders.map(one => [one.facts.id, one]))
        )
        expect(bench.supplies).toEqual(supplies(...carried))
        expect(bench.rounds).toEqual(rounds)
        expect(bench.shipping).toEqual(shipping)
        expect(bench.spot).toEqual(spot)
        expect(new Set(pending)).toEqual(new Set(intents.filter(isOpen)))
        expect(new Set(store.intents({ pending: false, offset: 0, limit: 100 }))).toEqual(new Set(intents))
        expect(new Set(store.jobs({ offset: 0, limit: 100 }))).toEqual(new Set(jobs))
      } finally {
        store.close()
      }
    }),
    { numRuns: 40 }
  )
})

test('the desk, settings, packers and overrides come back', () => {
  const path = databasePath()
  const feedback = {
    face: 'refused',
    message: { code: 'badCode', key: 'sgtin', problem: { code: 'markingCyrillic', at: 3, char: 'я' } },
    at: NOON
  } as const
  const change = {
    orders: [order(1)],
    supplies: supplies(supply('WB-GI-1', 'open')),
    desk: {
      table: {
        orderId: 1,
        entry: 'sticker',
        undo: [{ kind: 'product' }, { kind: 'code', key: 'imei' }],
        question: { kind: 'gtinDiffers', orderId: 1, code: '01\u001d', gtin: '04' },
        lastOrderId: 1,
        skipped: [4, 5]
      },
      supplyId: 'WB-GI-1',
      packerId: 'A1',
      feedback,
      notes: [{ id: 'n1', at: NOON, kind: 'markingCode', text: '01␝', feedback }],
      shift: { day: '2026-11-20', packed: 12 }
    },
    packers: new Map([['A1', { id: 'A1', name: 'Аня' }]]),
    shipping: { isDemanded: true, currencyCode: 643, routes: [] },
    sets: new Map([[9, { chrtId: 9, article: 'TEA-12', codes: 3, orderId: 7, at: NOON, packerId: null }]]),
    gtinOverrides: new Map([
      ['9:04600000000008', { chrtId: 9, gtin: '04600000000008', article: 'mug', orderId: 1, at: NOON, packerId: 'A1' }]
    ]),
    settings: {
      ...defaultSettings(),
      language: 'en',
      scanners: [usualSerialScanner({ name: 'left hand', path: '/dev/ttyACM0', serialNumber: 'S1' })]
    }
  } satisfies Change
  const first = createStore({ path, log: quietLog })
  first.commit(change)
  first.close()

  const { bench } = openStore(path).load(NOON + 1)
  expect(bench).toMatchObject(change.desk)
  expect(bench.packers).toEqual(change.packers)
  expect(bench.gtinOverrides).toEqual(change.gtinOverrides)
  expect(bench.sets).toEqual(change.sets)
  expect(bench.settings).toEqual(change.settings)
  expect(bench.shipping).toEqual(change.shipping)
})

test('a new station has a clear table, default settings and asks for a supply', () => {
  const { bench, intents } = openStore(':memory:').load(NOON)
  expect(intents).toEqual([])
  expect(bench.orders.size).toBe(0)
  expect(bench.jobs.size).toBe(0)
  expect(bench).toMatchObject({
    supplies: new Map(),
    supplyId: null,
    table: { orderId: null, entry: 'item', undo: [], question: null, lastOrderId: null, skipped: [] },
    packers: new Map(),
    packerId: null,
    shipping: EMPTY_BOOK,
    spot: EMPTY_SPOT_BOOK,
    gtinOverrides: new Map(),
    sets: new Map(),
    settings: defaultSettings(),
    feedback: { face: 'waiting', message: { code: 'openSupply', fresh: 0 }, at: NOON },
    notes: [],
    shift: { day: '', packed: 0 }
  })
})

test('stickers and supply QRs come back byte by byte; an unknown one is null', () => {
  const store = openStore(databasePath())
  const zpl = Uint8Array.from({ length: 256 }, (_, n) => n)
  store.commit({
    stickers: [{ orderId: 3, partA: '231', partB: '9753', barcode: '!uKEtQZVx', zpl: Uint8Array.of(1), png: null }],
    supplyQrs: [{ supplyId: 'WB-GI-1', zpl, png: null }],
    spotStickers: [{ supplyId: 'WB-GI-1', png: zpl }],
    borderLabels: [{ orderId: 3, pdf: zpl }]
  })
  store.commit({ stickers: [{ orderId: 3, partA: '231', partB: '9753', barcode: '!uKEtQZVx', zpl, png: zpl }] })
  const bytes = (one: Uint8Array | null | undefined) => one && [...one]
  expect([store.sticker(3)?.zpl, store.sticker(3)?.png].map(bytes)).toEqual([[...zpl], [...zpl]])
  expect([store.supplyQr('WB-GI-1')?.zpl, store.supplyQr('WB-GI-1')?.png].map(bytes)).toEqual([[...zpl], null])
  expect(bytes(store.spotSticker('WB-GI-1'))).toEqual([...zpl])
  expect([bytes(store.borderLabel(3)), store.borderLabel(4)]).toEqual([[...zpl], null])
  expect([store.sticker(4), store.supplyQr('WB-GI-2'), store.spotSticker('WB-GI-2')]).toEqual([null, null, null])
})
