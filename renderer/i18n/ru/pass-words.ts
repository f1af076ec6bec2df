import type { PassWords } from '../en/pass-words.ts'

/** Words of the passes to the marketplace's warehouses, in Russian. */
export const passWordsRu: PassWords = {
  title: 'Пропуска',
  none: 'Пропусков нет. Склады, куда они нужны, в списке справа',
  noAnswer: 'Маркетплейс не ответил. Проверьте интернет и нажмите «Прочитать снова»',
  again: 'Прочитать снова',
  make: 'Оформить пропуск',
  change: 'Изменить пропуск',
  save: 'Сохранить',
  office: 'Склад',
  fields: { lastName: 'Фамилия', firstName: 'Имя', carModel: 'Машина', carNumber: 'Номер машины' },
  known: 'Прежние водители',
  problems: {
    firstName: 'Нет имени',
    lastName: 'Нет фамилии',
    nameLength: 'В имени и фамилии вместе от 6 до 100 букв',
    lastNameShort: 'Для изменения в фамилии нужно 6 букв. Оформите новый',
    carModel: 'Нет марки машины',
    carNumber: 'В номере машины от 6 до 9 букв и цифр, без пробелов'
  },
  wait: (minutes, seconds) => `Следующий пропуск можно оформить через ${minutes}:${seconds}`,
  early: 'Пропуск можно оформить раз в десять минут. Ничего не отправили: подождите и повторите',
  refused: 'Маркетплейс не принял пропуск. Проверьте поля и склад',
  rule: 'Пропуск действует 48 часов. Новый можно оформить раз в десять минут',
  holds: time => `ещё ${time}`,
  over: 'кончился',
  endUnknown: 'срок неизвестен',
  deleteOf: car => `Удалить пропуск ${car}`,
  deleteAsk: (car, office) => `Удалить пропуск ${car} на склад «${office}»?`,
  wanted: office => `На склад «${office}» без пропуска не пустят`
}
