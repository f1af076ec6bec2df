import type { HandoverWords } from '../en/handover-words.ts'
import type { Format } from '../format.ts'

/** Words of the counter where buyers collect their orders, in Russian. */
export function handoverWordsRu(format: Format): HandoverWords {
  const parcels = (count: number) =>
    format.count(count, { one: 'посылку', few: 'посылки', many: 'посылок', other: 'посылки' })
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
    refusedTitle: 'Маркетплейс не принял',
    buyerCode: 'Код покупателя',
    again: 'Отправить ещё раз',
    asking: { title: 'Спрашиваем маркетплейс', remedy: 'Секунду' },
    buyer: 'Покупатель',
    oneMore: 'Ещё покупатель',
    other: 'К другому покупателю',
    keys: 'Этикетка посылки или Enter: забрал · F6: отказался · Esc: следующий',
    same: (orderCode, left) => ({
      title: `Да, это заказ ${orderCode}`,
      remedy:
        left === 0
          ? 'Отдавать нечего: смотрите ниже'
          : left === 1
            ? 'Код верный. Возьмите посылку и отсканируйте её этикетку'
            : `Код верный. Возьмите ${parcels(left)} и отсканируйте этикетку каждой`
    }),
    sameElsewhere: orderCode => ({
      title: `Да, это заказ ${orderCode}`,
      remedy: 'Код верный, но здесь его не собирали. Отметьте выдачу на портале'
    }),
    told: (given, turnedDown, left) => ({
      title: [
        ...(given > 0 ? [`Выдано ${format.number(given)}`] : []),
        ...(turnedDown > 0 ? [`${given > 0 ? 'отказ' : 'Отказ'} ${format.number(turnedDown)}`] : [])
      ].join(', '),
      remedy:
        left > 0
          ? `Осталось отдать ${parcels(left)}. Отсканируйте следующую этикетку`
          : 'Это всё. Отсканируйте код заказа следующего покупателя'
    }),
    notParcel: {
      title: 'Это не посылка',
      remedy: 'Отсканируйте этикетку на посылке. Не читается — нажмите Enter'
    },
    passcodeFirst: {
      title: 'Сначала код получения',
      remedy: 'Посылку не отдавайте, пока покупатель его не назвал'
    },
    whichParcel: { title: 'Какая посылка?', remedy: 'Нажмите «Отказался» у той, которую не берут' },
    bothBusy: {
      title: 'Здесь уже двое',
      remedy: 'Закончите с одним из них: F4 — к другому, Esc — отпустить'
    },
    otherParcel: order => ({
      title: 'Это чужая посылка',
      remedy: `Заказ ${order} не этого покупателя. Верните её на место и возьмите нужную`
    }),
    alreadyTold: order => ({ title: 'Эта уже отмечена', remedy: `Заказ ${order}: больше ничего не нужно` }),
    notReady: order => ({
      title: 'Эту посылку отдать нельзя',
      remedy: `Заказ ${order}: у маркетплейса он не готов к выдаче. Смотрите его строку ниже`
    }),
    noPlace: 'Без места',
    states: {
      packing: 'Ещё собирают',
      telling: 'Передаём маркетплейсу',
      handed: 'Выдана',
      returned: 'Отказ',
      cancelled: 'Отменена: не отдавайте'
    },
    toPay: money => `К оплате ${money}`,
    paid: money => `Оплачено ${money}`,
    payUnknown: money => `${money}: спросите, оплачен ли`,
    tires: 'Заказан шиномонтаж',
    keptFor: time => `Хранить ещё ${time}`,
    keptOver: 'Срок хранения вышел',
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
