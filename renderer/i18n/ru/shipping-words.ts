import type { Format } from '../format.ts'
import type { ShippingWords } from '../en/shipping-words.ts'

/** Words of where supplies are brought, in Russian. */
export function shippingWordsRu(format: Format): ShippingWords {
  return {
    title: 'Отгрузка',
    none: 'Пункт ещё не выбран',
    needed: 'Без пункта маркетплейс поставку не примет',
    notNeeded: 'Не требуется',
    types: { selfShipping: 'Везём сами', transportCompany: 'Везёт перевозчик' },
    type: 'Способ',
    day: 'День (по Москве)',
    states: {
      wanted: 'отправим с первым заказом',
      queued: 'отправляем маркетплейсу',
      accepted: 'маркетплейс знает',
      refused: 'маркетплейс не принял'
    },
    fulfilment: 'только коробами',
    change: 'Выбрать пункт',
    keep: 'Закрыть поиск',
    city: 'Город',
    street: 'Улица или название',
    coming: 'Получаем пункты. Придут, когда будет сеть',
    nothing: 'Такого пункта нет. Проверьте город и улицу',
    shown: (shown, total) =>
      shown < total ? `${format.number(shown)} из ${format.number(total)}: уточните улицу` : '',
    demanded: 'Поставкам нужен пункт отгрузки',
    demandedChoices: { auto: 'Как скажет маркетплейс', always: 'Всегда', never: 'Никогда' },
    waybill: 'Перевозчики с электронной накладной',
    usual: 'Обычные пункты',
    noUsual: 'Спросим при первой поставке и запомним',
    route: (warehouseId, cargo) => `Склад ${warehouseId}, ${cargo}`,
    askAgain: 'Спросить снова'
  }
}
