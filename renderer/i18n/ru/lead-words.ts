import type { LeadWords } from '../en/lead-words.ts'
import type { Format } from '../format.ts'

/** Words of a shift lead's PIN in Russian. */
export function leadWordsRu(format: Format): LeadWords {
  return {
    ask: 'ПИН старшего смены',
    why: 'Это делает только старший. Введите ПИН — и продолжим',
    pin: 'ПИН',
    enter: 'Продолжить',
    scanned: 'Скан не принят: здесь принимается только бейдж',
    wrong: 'ПИН не подошёл. Попробуйте ещё раз',
    wait: seconds =>
      `Слишком много неверных ПИН. Ещё раз — через ${format.count(seconds, { one: 'секунду', few: 'секунды', other: 'секунд' })}`,
    isIn: name => (name === '' ? 'Старший' : `Старший: ${name}`),
    leave: 'Закончить за старшего',
    lead: 'старший смены',
    make: 'Сделать старшим',
    change: 'Сменить ПИН',
    remove: 'Больше не старший',
    newPin: 'Новый ПИН, от 4 до 12 цифр',
    save: 'Сохранить ПИН',
    taken: 'Такой ПИН уже у другого старшего: придумайте другой',
    saved: name => `${name}: ПИН сохранён`,
    hint: 'Как только у кого-то есть ПИН, его спрашивают настройки, отмены, данные покупателей и решения старшего. Забыли ПИН? Подключите кабинет заново токеном продавца',
    acts: {
      'account.connect': 'другой кабинет',
      'account.practise': 'тренировка',
      'account.leave': 'выход из кабинета',
      'lead.setPin': 'ПИН старшего',
      'packers.save': 'сборщик',
      'packers.printBadge': 'бейдж',
      'settings.set': 'настройки',
      'shipping.setUsual': 'обычный пункт приёма',
      'sets.forget': 'забыт комплект',
      'cards.beginOwn': 'список товаров',
      'gtins.forget': 'забыт GTIN',
      'queue.settle': 'решено вручную',
      'orders.cancel': 'отмена заказа',
      'orders.pin': 'заказ вне очереди',
      'orders.actMany': 'много заказов',
      'orders.buyer': 'данные покупателя',
      'buyers.erase': 'данные покупателей стёрты',
      'courier.route': 'маршрутный лист',
      'labels.print': 'маршрутный лист',
      vouch: 'передача с сомнительными кодами',
      vouchGtin: 'принят код с другим GTIN',
      'scannerTest.apply': 'настройка сканера'
    },
    seller: 'продавец'
  }
}
