import type { CourierParcel } from '../../shared/contract/courier-methods.ts'

const HOUR = 3_600_000

function parcel(id: number, now: number, part: Partial<CourierParcel> = {}): CourierParcel {
  return {
    id,
    told: String(id % 10_000),
    article: 'Футболка-оверсайз-хлопок-премиум/графит-меланж-3XL',
    colorCode: 'RAL 3017',
    scheme: {
      kind: 'dbs',
      slot: { date: '05.08.2026', from: '15:00', to: '16:00' },
      deliveryType: 'dbs',
      groupId: null
    },
    deadlineAt: now + 20 * HOUR,
    roundName: 'Verstak 2026-08-04 · 3f9a1c',
    comment: 'Позвоните за час, домофон не работает',
    state: 'packed',
    handover: null,
    hasOldLabel: false,
    ...part
  }
}

/** A courier's day with all that may have to be said of a parcel. */
export function fakeCourierDesk(now: number): readonly CourierParcel[] {
  const { scheme } = parcel(1, now)
  return [
    parcel(13_833_031, now, { scheme: { ...scheme, deliveryType: 'edbs' }, deadlineAt: now + 2 * HOUR }),
    parcel(13_833_032, now, { state: 'packing', told: null }),
    parcel(13_833_033, now, {
      scheme: { ...scheme, movedFrom: { date: '04.08.2026', from: '10:00', to: '12:00' } },
      hasOldLabel: true
    }),
    parcel(13_833_034, now, { state: 'out', deadlineAt: now - HOUR }),
    parcel(13_833_035, now, { state: 'telling' }),
    parcel(13_833_036, now, { state: 'shelved', scheme: { ...scheme, slot: { date: '', from: '', to: '' } } })
  ]
}
