import type { ShippingPoint } from '../../shared/domain/orders/shipping.ts'

/* The longest facts that may stand on the stage in earnest. */

export const HOUR = 3_600_000
export const ORDER = 13_833_711_048
export const ARTICLE = 'Футболка-оверсайз-хлопок-премиум-унисекс/графит-меланж-3XL (52-54)'
export const SUPPLY = 'Ночная смена, четверг 6 августа, склад Коледино, второй стол у окна, крупные'
export const CODE = '010460123456789321xR2kW8vL1Zp0a␝91EE10␝92dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q9'
export const VENDOR =
  'Метаданные сборочных заданий не прошли проверку: код маркировки 010460123456789321xR2kW8vL1Zp0a выбыл из оборота 03.08.2026, владелец товара в «Честном знаке» не совпадает с продавцом'
export const COMMENT =
  'Упакуйте, пожалуйста, в плёнку с пузырьками и положите открытку: это подарок сестре. Коробку не мните, чек внутрь не кладите. Звоните после 18:00, домофон не работает, подъезд со двора!'

export const POINT: ShippingPoint = {
  id: 50_301_100,
  name: 'Санкт-Петербург Шушары СЦ',
  address: 'г. Санкт-Петербург, п. Шушары, Московское шоссе, д. 235, корп. 7',
  city: 'Санкт-Петербург',
  officeType: 'pp',
  fulfilment: false
}

export const POINTS: readonly ShippingPoint[] = [0, 1, 2].map(more => ({ ...POINT, id: POINT.id + more }))
