import type { SpotWords } from '../en/spot-words.ts'

const NAME_AGAIN = 'Старший смены: сверьте поля с документами перевозчика, исправьте и отправьте ещё раз'

/** Words of supplies that go by road from the EAEU into Russia, in Russian. */
export const spotWordsRu: SpotWords = {
  title: 'Перевозчик через границу (СПОТ)',
  short: 'СПОТ',
  states: {
    wanted: { title: 'Перевозчик не назван', remedy: 'Старший смены: впишите перевозчика и машину и отправьте' },
    queued: { title: 'Отправляем маркетплейсу', remedy: 'Делать ничего не надо: уйдёт, когда будет сеть' },
    pending: { title: 'Перевозчика проверяют', remedy: 'Ход маркетплейса. Стикер напечатаем сами' },
    completed: { title: 'Перевозчик прошёл проверку', remedy: 'Сборщик: приложите стикер к документам машины' },
    failed: { title: 'Перевозчик не прошёл проверку', remedy: NAME_AGAIN },
    refused: { title: 'Маркетплейс не принял перевозчика', remedy: NAME_AGAIN }
  },
  troubles: {
    known: {
      doppFailed: { title: 'Подтверждение поставки (ДОПП) не вышло', remedy: NAME_AGAIN },
      SpotActionNotAllowed: {
        title: 'Сейчас изменить нельзя',
        remedy: 'Старший смены: посмотрите на портале, не назван ли там уже перевозчик'
      },
      IncorrectRequestBody: { title: 'Одно из полей заполнено не так', remedy: NAME_AGAIN },
      NotFound: {
        title: 'Маркетплейс не знает такой поставки',
        remedy: 'Старший смены: найдите её на портале, спросите поддержку'
      }
    },
    unknown: code => ({ title: `Маркетплейс отвечает «${code}»`, remedy: NAME_AGAIN })
  },
  fields: {
    name: 'Перевозчик',
    taxNumber: 'Налоговый номер (ИНН)',
    countryCode: 'Страна перевозчика',
    vehicle: 'Номер машины',
    trailer: 'Номер прицепа'
  },
  optional: 'если есть',
  chooseCountry: 'Выберите страну',
  noCountries: 'Список стран придёт, когда будет сеть',
  before: 'Уже называли',
  another: 'Другой',
  send: 'Отправить перевозчика',
  sendAgain: 'Отправить ещё раз',
  notWhole: 'Заполните все поля: пустым может быть только прицеп',
  printing: 'Получаем стикер, напечатаем сами',
  print: 'Напечатать стикер',
  reprint: 'Напечатать стикер ещё раз',
  label: 'Стикер СПОТ'
}
