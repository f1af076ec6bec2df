import { createCaller } from '../../../electron/api/wire/caller.ts'
import { createFbsClient } from '../../../electron/api/fbs/fbs.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { limits } from '../../../electron/api/limits/limits.ts'
import { allPages } from '../../../electron/api/packing/paging.ts'
import { createReads } from '../../../electron/api/packing/reads.ts'
import { createDbsClient } from '../../../electron/api/schemes/dbs.ts'
import { createDbwClient } from '../../../electron/api/schemes/dbw.ts'
import { createPickupClient } from '../../../electron/api/schemes/pickup.ts'
import { createSandboxClient } from '../../../electron/api/sandbox.ts'
import type { Transport } from '../../../electron/api/wire/transport.ts'
import { createWrites } from '../../../electron/api/packing/writes.ts'
import { USUAL_API_CHOICES } from '../../../shared/domain/account/api-choices.ts'
import type { FbsWrite, Log, Reply, SetCodes, SetMeta, WireIntent } from '../../../electron/station/ports/ports.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import type { PinnedEdition } from './practice.ts'

export type AnyCall = () => Promise<Reply<unknown>>

const endless = Object.fromEntries(Object.keys(limits).map(group => [group, { burst: 1_000_000, intervalMs: 1 }]))
const ids = [1, 2]
const code = '0104600000000017215canary-code'
const boxes = { remoteId: 'WB-GI-1', amount: 2, orders: 4, before: [] }
const carrier = { name: 'Road', taxNumber: '1', countryCode: '417', vehicle: 'A1', trailer: null }
const waybills = [{ remoteId: 'WB-GI-1', waybillUuid: '7a2c8810-1db2-4011-9682-5c7fa33afd83' }]

/** Every function that the client offers, over a transport that does whatever a test likes; reads and writes apart. */
export function everyCall(transport: Transport, edition: PinnedEdition, log: Log) {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits: endless, start: 'full' })
  const call = createCaller({ transport, limiter, clock, log, oneGroup: null })
  const parts = { call, clock, log, edition } as const
  const reads = createReads(parts)
  const choices = { ...USUAL_API_CHOICES, waybill: true }
  const fbs = createFbsClient({ ...parts, choices }, reads)
  const dbs = createDbsClient(parts)
  const pickup = createPickupClient({ ...parts, choices, nextIdentityMs: () => 0 })
  const dbw = createDbwClient(parts)
  const { send, readBack } = createWrites({ ...parts, lookUp: call, reads, fbs, dbs, pickup })
  const sandbox = createSandboxClient(call)
  const dbwSet: readonly SetCodes[] = [
    { orderId: 1, key: 'sgtin', values: [code] },
    { orderId: 2, key: 'uin', values: ['1'.repeat(16)] }
  ]
  const intents: readonly WireIntent[] = [
    { kind: 'createSupply', name: 'Wave 1' },
    { kind: 'addToSupply', remoteId: 'WB-GI-1', orderIds: ids },
    { kind: 'setMeta', orderId: 1, key: 'sgtin', values: [code] },
    { kind: 'deleteMeta', orderId: 1, key: 'uin' },
    {
      kind: 'setShipping',
      remoteId: 'WB-GI-1',
      method: { pointId: 300_100, type: 'selfShipping', day: '2026-10-01' }
    },
    { kind: 'addBoxes', remoteId: 'WB-GI-1', amount: 1, before: [] },
    { kind: 'deliverSupply', remoteId: 'WB-GI-1' }
  ]
  const set: readonly SetMeta[] = [
    { orderId: 1, key: 'sgtin', values: [code] },
    { orderId: 2, key: 'uin', values: ['1'.repeat(16)] }
  ]
  const fields = { firstName: 'Ян', lastName: 'Петров', carModel: 'Lada', carNumber: 'A456BC', officeId: 1 }
  const fbsWrites: readonly FbsWrite[] = [
    { kind: 'cancel', orderIds: ids },
    { kind: 'deleteSupply', remoteId: 'WB-GI-1' },
    { kind: 'addBoxes', ...boxes },
    { kind: 'setSgtins', orderId: 1, codes: [code] },
    { kind: 'createPass', fields, before: [] },
    { kind: 'setSpot', remoteId: 'WB-GI-1', carrier },
    { kind: 'setWaybills', waybills }
  ]
  const handovers = ids.map(orderId => ({ orderId, code: '1' }))
  const from = clock.now() - 1000
  const asked: readonly AnyCall[] = [
    () => reads.ping(),
    () => reads.newOrders(),
    () => allPages(reads.ordersSince(from, () => false)),
    () => reads.statuses(ids),
    () => reads.stickers(ids, { size: '58x40', type: 'zplv', picture: false }, 'urgent'),
    () => reads.supplies(),
    () => reads.shippingPoints('Москва', 1),
    () => reads.supplyOrderIds('WB-GI-1'),
    () => reads.metas(ids, 'urgent'),
    () => reads.supplyQr('WB-GI-1', { type: 'zplv', picture: false }),
    ...intents.map(intent => () => readBack(intent)),
    () => fbs.reshipment(),
    () => fbs.crossBorderStickers(ids),
    () => fbs.supply('WB-GI-1'),
    () => fbs.boxes('WB-GI-1'),
    () => fbs.boxStickers('WB-GI-1', ['WB-TRBX-1'], 'png'),
    () => fbs.statusHistory(ids),
    () => fbs.clients(ids),
    () => fbs.archive(2026, 1),
    () => fbs.countries(),
    () => fbs.spots(['WB-GI-1']),
    () => fbs.spotSticker('WB-GI-1'),
    () => fbs.passes(),
    () => fbs.passOffices(),
    ...fbsWrites.map(write => () => fbs.readBack(write)),
    ...[dbs, pickup].flatMap((scheme): readonly AnyCall[] => [
      () => scheme.newOrders(),
      () => scheme.completedOrders(from, clock.now()),
      () => scheme.statuses(ids),
      () => scheme.client(ids),
      () => scheme.metas(ids, 'urgent'),
      () => scheme.readBack({ kind: 'confirm', orderIds: ids }),
      () => scheme.readBack({ kind: 'setMeta', items: set })
    ]),
    () => dbw.newOrders(),
    () => dbw.completedOrders(from, clock.now()),
    () => dbw.statuses(ids),
    () => dbw.client(ids),
    () => dbw.metas(ids, 'urgent'),
    () => dbw.deliveryDates(ids),
    () => dbw.couriers(ids),
    () => dbw.stickers(ids, { size: '58x40', type: 'zplv' }),
    () => dbw.readBack({ kind: 'deliver', orderIds: ids }),
    () => dbw.readBack({ kind: 'setMeta', items: dbwSet }),
    () => dbs.organisations(ids),
    () => dbs.finalPrices(ids),
    () => pickup.finalPrices(ids),
    () => dbs.deliveryDates(ids),
    () => dbs.groups(['a']),
    () => dbs.stickers(ids),
    () => pickup.identity('170046918-0011', '4567')
  ]
  const written: readonly AnyCall[] = [
    ...intents.map(intent => () => send(intent)),
    () => fbs.cancel(ids),
    () => fbs.setSgtins(1, [code]),
    () => fbs.setSpot('WB-GI-1', carrier),
    () => fbs.setWaybills(waybills),
    () => fbs.deleteSupply('WB-GI-1'),
    () => fbs.addBoxes(boxes),
    () => fbs.deleteBoxes('WB-GI-1', ['WB-TRBX-1']),
    () => fbs.createPass(fields),
    () => fbs.updatePass(1, fields),
    () => fbs.deletePass(1),
    ...[dbs, pickup].flatMap((scheme): readonly AnyCall[] => [
      () => scheme.confirm(ids),
      () => scheme.cancel(ids),
      () => scheme.setMeta(set),
      () => scheme.deleteMeta(ids, 'uin')
    ]),
    () => dbw.send({ kind: 'confirm', orderIds: ids }),
    () => dbw.send({ kind: 'deliver', orderIds: ids }),
    () => dbw.send({ kind: 'cancel', orderIds: ids }),
    () => dbw.send({ kind: 'setMeta', items: dbwSet }),
    () => dbw.send({ kind: 'deleteMeta', orderIds: ids, key: 'uin' }),
    () => sandbox.make('dbs', [{ sku: '4600000000017', amount: 1, deliveryType: 'edbs' }]),
    () => sandbox.decline('fbs', 1),
    () => sandbox.receive(1, '123'),
    () => sandbox.close('WB-GI-1', ids),
    () => dbs.deliver(ids),
    () => dbs.receive(handovers),
    () => dbs.reject(handovers),
    () => pickup.prepare(ids),
    () => pickup.receive(ids),
    () => pickup.reject(ids)
  ]
  return { asked, written, clock }
}
