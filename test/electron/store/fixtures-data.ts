import type { LogEntry } from '../../../electron/station/ports/ports.ts'
import { freshOrder, type Order } from '../../../shared/domain/orders/orders.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import { newSupply } from '../../../shared/domain/orders/supplies.ts'
import type { Supply } from '../../../shared/domain/orders/supplies.ts'

/** 2026-11-20, noon UTC. */
export const NOON = Date.UTC(2026, 10, 20, 12)
export const DAY = 24 * 60 * 60 * 1000

export function order(id: number, changes: Partial<Order> = {}, createdAt = NOON - 1000): Order {
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
    toPickupPoint: null,
    sellerDate: '',
    isB2b: false,
    isCrossBorder: false,
    offices: [],
    officeId: null,
    comment: '',
    createdAt,
    requiredMeta: ['sgtin'] as const,
    optionalMeta: [],
    metaKnown: true,
    unknownMeta: []
  }
  return { ...freshOrder(facts, 'new', 'waiting'), ...changes }
}

export function supply(id: string, state: Supply['state'], createdAt = NOON): Supply {
  return { ...newSupply({ id, remoteId: id, name: `Supply ${id}`, createdAt, cargoType: 1 }), state }
}

export function supplies(...all: readonly Supply[]): ReadonlyMap<string, Supply> {
  return new Map(all.map(one => [one.id, one]))
}

export function intent(id: string, seq: number, state: Intent['state']): Intent {
  return { id, seq, body: { kind: 'deleteMeta', orderId: 1, key: 'sgtin' }, bornAt: NOON, packerId: null, state }
}

export function job(id: string, seq: number, orderId: number | null, state: PrintJob['state']): PrintJob {
  const source =
    orderId === null ? ({ kind: 'own', label: { kind: 'test' } } as const) : ({ kind: 'sticker', orderId } as const)
  return { id, seq, source, bornAt: NOON, packerId: null, reason: null, printerId: null, printedOn: null, state }
}

export function entry(id: string, orderId: number | null = null): LogEntry {
  return { id, at: NOON, packerId: 'A1', kind: 'scan', orderId, facts: '{"kind":"product"}' }
}
