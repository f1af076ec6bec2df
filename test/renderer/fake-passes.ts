import type { PassDesk } from '../../shared/contract/pass-methods.ts'

const HOUR = 3_600_000
const OFFICE = { officeId: 15, name: 'Склад Коледино', address: 'Московская область, Подольск, деревня Коледино, 1' }

/** Two passes, one of which ends soon; the next can be made in some minutes. */
export function fakePasses(now: number): PassDesk {
  const pass = {
    passId: 1,
    officeId: OFFICE.officeId,
    officeName: OFFICE.name,
    officeAddress: OFFICE.address,
    firstName: 'Водитель',
    lastName: 'Учебный-Долгополов',
    carModel: 'ГАЗель Некст',
    carNumber: 'А123ВС777',
    endsAt: now + 47 * HOUR
  }
  return {
    passes: [pass, { ...pass, passId: 2, carNumber: 'В456ЕК99', endsAt: now + 3 * HOUR }],
    offices: [OFFICE, { ...OFFICE, officeId: 16, name: 'СЦ Калуга 1' }],
    nextAt: now + 8 * 60_000
  }
}
