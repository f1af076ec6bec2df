import type { OrderListWords } from '../en/order-list-words.ts'
import type { Format } from '../format.ts'

/** Words of the list of orders in Russian. */
export function orderListWordsRu(format: Format): OrderListWords {
  const orders = (count: number) => format.count(count, { one: 'заказ', few: 'заказа', other: 'заказов' })
  return {
    life: {
      fresh: 'Новый',
      claimed: 'На сборке',
      coded: 'С кодами',
      stickered: 'Со стикером',
      packed: 'Упакован',
      shipped: 'Отправлен',
      handed: 'Выдан',
      returned: 'Возвращён',
      shelved: 'На полке',
      cancelled: 'Отменён'
    },
    sort: 'Порядок списка',
    sorts: {
      oldest: 'сначала старые',
      newest: 'сначала новые',
      urgent: 'сначала срочные',
      article: 'по артикулу',
      dearest: 'сначала дорогие',
      batch: 'по поставкам'
    },
    filters: 'Фильтры',
    age: 'Возраст',
    ages: { day: 'до суток', threeDays: '1–3 дня', older: 'больше 3 дней' },
    traits: {
      codes: 'нужны коды',
      b2b: 'для компании',
      express: 'экспресс',
      comment: 'с комментарием',
      pinned: 'упаковать первым',
      again: 'едет ещё раз',
      abroad: 'за границу'
    },
    supplierStatus: 'Статус продавца',
    wbStatus: 'Статус Wildberries',
    cargo: 'Груз',
    batch: 'Поставка или подборка',
    any: 'любой',
    clear: 'Сбросить фильтры',
    without: what => `Убрать фильтр «${what}»`,
    views: 'Сохранённые виды',
    viewName: 'Название вида',
    keepView: 'Сохранить вид',
    dropView: name => `Удалить вид «${name}»`,
    emptyFilter: 'Под эти фильтры ничего не подходит. Сбросьте их, чтобы увидеть все заказы',
    emptyAll: 'Заказов ещё нет. Придут сами, делать ничего не нужно',
    emptyOffline: 'Нет интернета, а раньше такого здесь не было. Заказы придут, когда он появится',
    emptyAsking: 'Узнаём у маркетплейса о заказах…',
    chooseAll: count => `Выбрать все ${format.number(count)}`,
    chooseFirst: (count, total) => `Выбрать первые ${format.number(count)} из ${format.number(total)}`,
    firstOnly: count =>
      `За раз — не больше ${format.number(count)}: выбираем только из первых ${format.number(count)} в списке. Остальные — сузьте список или повторите`,
    pin: count => `Упаковать первыми: ${format.number(count)}`,
    unpin: count => `В общую очередь: ${format.number(count)}`,
    shelve: count => `На полку проблем: ${format.number(count)}`,
    unshelve: count => `Снять с полки: ${format.number(count)}`,
    cancel: count => `Отменить: ${format.number(count)}`,
    claims: count => `Взять на сборку: ${format.number(count)}`,
    shelveWhat: 'Их не собирают и не отправляют, пока кто-нибудь не снимет с полки. Почему?',
    cancelAsk: count => `Отменить у маркетплейса ${orders(count)}?`,
    cancelWhat:
      'За отмену маркетплейс штрафует продавца и снижает рейтинг. Покупатель не получит товар, вернуть будет нельзя. Коды освободятся, этикетки из очереди не напечатаются.',
    cancelDo: count => `Отменить у маркетплейса ${orders(count)}`,
    working: 'Делаем…',
    took: (done, of) =>
      done === of
        ? `Сделано: ${orders(done)}`
        : `Сделано: ${format.number(done)} из ${format.number(of)}; ещё ${format.number(of - done)} сейчас нельзя`
  }
}
