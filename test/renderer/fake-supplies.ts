import type { Output } from '../../shared/contract/contract.ts'
import { moscowDay } from '../../shared/domain/orders/moscow-day.ts'

const HOUR = 3_600_000

/** A carrier that did not pass, with long words. */
const FAILED_SPOT = {
  carrier: {
    name: 'Общество с ограниченной ответственностью «Ала-Тоо Международные Транспортные Линии»',
    taxNumber: '02912345678901',
    countryCode: '417',
    vehicle: '01KG123ABC',
    trailer: '01KG4567PE'
  },
  state: { kind: 'failed', code: 'doppFailed' },
  sticker: 'none'
} as const

/** A round of each scheme, one of them over. */
export function fakeRounds(now: number): Output<'rounds.list'> {
  const part = { kind: 'round', total: 8, packed: 3, shelved: 1 } as const
  return [
    { ...part, id: 'r1', scheme: 'dbs', name: '2026-08-05 · 3f9a1c', state: 'open', createdAt: now - 2 * HOUR },
    { ...part, id: 'r2', scheme: 'pickup', name: '2026-08-04 · 8b2c0d', state: 'left', createdAt: now - 30 * HOUR }
  ]
}

/** Supplies in every state, the delivered one with a carrier to name anew. */
export function fakeSupplies(now: number): Output<'supplies.list'> {
  const name = (day: number) => `Verstak 2026-08-0${day} · 3f9a1${day}`
  const point = { id: 301_100, name: 'СЦ Калуга 1', address: 'г. Калуга, ул. Ленина, д. 1', city: 'Калуга' }
  const shipping = {
    point: { ...point, officeType: 'sc', fulfilment: false },
    type: 'selfShipping',
    day: moscowDay(now),
    state: { kind: 'accepted' }
  } as const
  const goods = { warehouseId: 658_434, cargoType: 1, needsShipping: true, isShippingOpen: true, shipping }
  const part = {
    kind: 'supply',
    ...goods,
    packed: 12,
    shelved: 1,
    total: 30,
    boxes: { ids: [], queued: 0 },
    spot: null,
    hitch: null,
    dead: 1,
    unjudged: 2,
    offices: ['Москва']
  } as const
  return [
    { id: 's1', remoteId: 'WB-GI-1234567', name: name(4), state: 'open', createdAt: now - 4 * HOUR, ...part },
    {
      id: 's2',
      remoteId: null,
      name: name(5),
      state: 'open',
      createdAt: now - HOUR,
      ...part,
      packed: 0,
      shelved: 0,
      total: 8,
      shipping: null
    },
    { id: 's3', remoteId: 'WB-GI-1234560', name: name(3), state: 'closing', createdAt: now - 28 * HOUR, ...part },
    {
      id: 's4',
      remoteId: 'WB-GI-1234550',
      name: name(2),
      state: 'delivered',
      createdAt: now - 52 * HOUR,
      ...part,
      spot: FAILED_SPOT
    }
  ]
}

/** Ends of parcels that the marketplace did not take, with long words. */
export const FAKE_REFUSALS: Output<'handovers.refused'> = [
  {
    orderId: 13_833_004,
    scheme: 'dbs',
    article: 'Футболка-оверсайз-хлопок-премиум-унисекс/графит-меланж-3XL (52-54)',
    outcome: 'receive',
    code: 'IncorrectCode',
    message: 'Код подтверждения не совпадает с кодом получателя сборочного задания'
  }
]
