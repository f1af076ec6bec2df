import type { HandoverWords } from '../en/handover-words.ts'
import type { Format } from '../format.ts'

/** Words of the counter where buyers collect their orders, in Russian. */
export function handoverWordsRu(format: Format): HandoverWords {
  const digits = (least: number, most: number) => (least === most ? format.number(most) : `${least}–${most}`)
  return {
    title: 'Выдать заказ',
    start: { title: 'Отсканируйте код заказа', remedy: 'Или введите: он у покупателя в приложении' },
    next: { title: 'Спросите код получения', remedy: 'Его называет покупатель. Введите и нажмите Enter' },
    orderCode: 'Код заказа',
    passcode: 'Код получения',
    check: 'Проверить',
    nextBuyer: 'Следующий покупатель',
    taken: 'Забрал',
    turnedDown: 'Отказался',
    sending: 'Передаём маркетплейсу',
    refusedTitle: 'Маркетплейс не принял',
    buyerCode: 'Код покупателя',
    again: 'Отправить ещё раз',
    asking: { title: 'Спрашиваем маркетплейс', remedy: 'Секунду' },
    same: orderCode => ({ title: `Да, это заказ ${orderCode}`, remedy: 'Код верный. Отдайте посылку покупателю' }),
    noSuchOrder: orderCode => ({
      title: `Заказа ${orderCode} к выдаче нет`,
      remedy: 'Сверьте код заказа с покупателем'
    }),
    wrongPasscode: { title: 'Код получения неверный', remedy: 'Посылку не отдавайте. Спросите код ещё раз' },
    malformed: (least, most) => ({
      title: 'Это не код получения',
      remedy: `В нём ${digits(least, most)} цифр. Маркетплейс не спрашивали`
    }),
    notScanned: {
      title: 'Это ни тот ни другой код',
      remedy: 'Отсканируйте код заказа у покупателя, потом код получения'
    },
    refused: code => ({
      title: 'Маркетплейс не подтвердил',
      remedy: 'Проверьте на портале, готов ли заказ к выдаче',
      details: code
    }),
    noAnswer: { title: 'Маркетплейс не ответил', remedy: 'Проверьте интернет и нажмите «Проверить» ещё раз' },
    nextTry: (minutes, seconds) => `Следующая попытка через ${minutes}:${seconds}`
  }
}
