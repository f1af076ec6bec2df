import type { PracticeWords } from '../en/practice-words.ts'
import type { Format } from '../format.ts'

/** Words of the practice table, in Russian. */
export function practiceWordsRu(format: Format): PracticeWords {
  return {
    title: 'Учебный стол',
    open: 'Тренировка',
    things: 'Товары на столе',
    labels: 'Напечатано',
    codes: 'Коды команд',
    network: 'Интернет',
    paper: 'Бумага в принтере',
    latency: 'Ответ идёт',
    milliseconds: value => `${format.number(value)} мс`,
    addOrders: scheme => `${scheme} +5`,
    more: 'Ещё заказы',
    orderCode: 'код заказа',
    passcode: 'код получения',
    takes: 'Покупатель забрал',
    refuses: 'Покупатель отказался',
    moves: 'Перенёс на день',
    cancels: 'Покупатель отменил',
    barcode: 'штрихкод',
    badge: 'бейдж',
    supply: 'QR поставки',
    noThings: 'На столе пусто',
    noLabels: 'Ещё ничего не напечатано',
    scanLabel: 'Отсканировать эту этикетку'
  }
}
