import type { CourierWords } from '../en/courier-words.ts'
import type { Format } from '../format.ts'

/** Words of the desk of the seller's courier, in Russian. */
export function courierWordsRu(format: Format): CourierWords {
  const parcels = (count: number) =>
    format.count(count, { one: 'посылку', few: 'посылки', many: 'посылок', other: 'посылки' })
  const states: CourierWords['states'] = {
    packing: 'собирают',
    packed: 'упакована',
    leaving: 'уходит с курьером',
    out: 'у курьера',
    telling: 'передаём маркетплейсу',
    shelved: 'на полке проблем'
  }
  return {
    title: 'Доставки',
    which: 'Какие доставки',
    parts: { all: 'Все', packing: 'Собрать', packed: 'Упакованы', out: 'У курьера' },
    none: 'Своих доставок нет. Заказы DBS появятся здесь, когда попадут в подборку',
    routeSheet: count => `Маршрутный лист: ${format.number(count)}`,
    onA4: 'На А4',
    sheetTitle: 'Маршрутный лист',
    sheet: count => `посылок: ${format.number(count)}`,
    noAddress: 'адреса нет, посмотрите на портале',
    noName: 'имя не сообщили',
    noPhone: 'телефон ещё не пришёл',
    moved: (from, to) => `перенесли: ${from} → ${to}`,
    code: 'Код покупателя',
    noReceipts: 'Нет чекового принтера: добавьте его на экране «Устройства»',
    slot: 'Ждут',
    noSlot: 'Время не названо',
    number: 'Номер',
    loaded: 'отдаём курьеру',
    oldLabel: 'на этикетке старое время',
    oldLabelWhy: 'Этикетка напечатана до переноса. Напечатайте новую и наклейте поверх',
    states,
    piles: 'Что курьер берёт и с чем вернулся',
    scanHint: 'Отсканируйте посылку: упакованная уедет, бывшая у курьера — вернулась',
    notParcel: 'Это не посылка курьера. Отсканируйте этикетку на посылке',
    notCode: 'Это не код покупателя: в нём только цифры. Записанный раньше остаётся',
    stay: orders => `Заберите у курьера: ${orders.join(', ')}. Заказ отменён или уже не упакован; остальные уехали`,
    oldLabels: orders =>
      `Старое время на этикетке: ${orders.join(', ')}. Напечатайте новые и наклейте поверх. F8 ещё раз — уедут как есть`,
    newLabels: count => `Новые этикетки: ${format.number(count)}`,
    notNow: (order, state) =>
      `Заказ ${order}: ${state === null ? 'не наша доставка' : states[state]}. Остаётся на месте`,
    takes: (loaded, packed) => `Курьер берёт ${format.number(loaded)} из ${format.number(Math.max(loaded, packed))}`,
    handOut: count => `Отдать ${parcels(count)}`,
    isBack: 'Курьер вернулся',
    backHint: 'Отсканируйте посылку или откройте её в списке, потом код покупателя',
    tell: count => `Отметить ${parcels(count)}`,
    outcome: 'Чем кончилось',
    outcomes: { receive: 'Забрал', reject: 'Отказался' },
    load: 'Курьеру',
    toOrder: 'К заказу',
    buyer: 'Покупатель',
    hidden: 'Имя, телефон и адрес скрыты. Каждый просмотр пишется в историю',
    show: 'Показать покупателя',
    hide: 'Скрыть',
    notTold: 'не сообщили',
    name: 'Имя',
    address: 'Адрес',
    phone: 'Телефон',
    extension: code => `код ${code}`
  }
}
