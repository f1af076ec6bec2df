import type { LockWords } from '../en/lock-words.ts'

/** Words of a station that locked itself, in Russian. */
export function lockWordsRu(): LockWords {
  return {
    now: 'Закрыть стол',
    title: 'Стол закрыт',
    how: 'Отсканируйте свой бейдж',
    kept: order => `Заказ ${order} остался на столе со всеми кодами`,
    noBadge: 'Без бейджа',
    number: 'Номер на бейдже',
    wrongNumber: 'Сборщика с таким номером нет',
    open: 'Открыть'
  }
}
