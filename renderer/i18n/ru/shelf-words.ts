import type { ShelfWords } from '../en/shelf-words.ts'

/** Words of the store's shelf, in Russian. */
export const shelfWordsRu: ShelfWords = {
  title: 'Посылки на полке',
  search: 'Код заказа, номер, артикул, место',
  which: 'Какие посылки',
  parts: { all: 'Все', noPlace: 'Без места', ending: 'Скоро вернутся' },
  none: {
    all: 'На полке ничего нет. Упакованный заказ появится, когда маркетплейс узнает, что он готов',
    noPlace: 'У всех посылок есть место',
    ending: 'За сутки ничего не вернётся'
  },
  notFound: 'На полке такого нет',
  place: 'Место',
  item: 'Товар',
  keptUntil: 'Хранить до',
  duties: 'На выдаче',
  state: 'Состояние',
  waits: 'ждёт покупателя',
  readySince: 'Готов с',
  takeOut: 'Отменён. Снимите с полки и отсканируйте этикетку',
  placeHint: 'Отсканируйте посылку и место или введите',
  put: 'Записать место',
  labelWithPlace: 'Этикетка с местом',
  toOrder: 'К заказу',
  placeLabel: 'Этикетка места',
  placeName: 'Имя места: латинские заглавные, цифры и «-», до 12 знаков'
}
