import type { CompletedWords } from '../en/completed-words.ts'
import type { Format } from '../format.ts'

/** Words of the orders that ended, in Russian. */
export function completedWordsRu(format: Format): CompletedWords {
  const orders = (count: number) => format.count(count, { one: 'заказ', few: 'заказа', other: 'заказов' })
  return {
    journal: 'Журнал',
    title: 'Завершённые заказы',
    from: 'Период с',
    to: 'по',
    read: 'Прочитать',
    stop: 'Остановить',
    first: 'Выберите схему и период: спросим маркетплейс по 30 дней, что старше трёх месяцев — в его архиве',
    none: 'Завершённых заказов за этот период у маркетплейса нет',
    notRead: 'Не прочитано: какие заказы за этот период, пока неизвестно',
    readAgain: 'Потом нажмите «Прочитать» ещё раз',
    progress: (found, done, of) =>
      `Читаем: ${orders(found)}, часть ${format.number(Math.min(done + 1, of))} из ${format.number(of)}`,
    states: {
      here: found => `Прочитано всё: ${orders(found)}`,
      stopped: found => `Остановлено: пока ${orders(found)}`,
      failed: found => `Прочитано не всё: пока ${orders(found)}`
    },
    archived: 'архив',
    csv: 'Сохранить CSV',
    journalFile: 'журнал.csv',
    journalColumns: {
      at: 'Когда',
      what: 'Что',
      order: 'Заказ',
      packer: 'Сборщик',
      facts: 'Подробности'
    },
    xlsx: 'Сохранить XLSX',
    writing: (done, of) =>
      of === null ? `Пишем ${format.number(done)}` : `Пишем ${format.number(done)} из ${format.number(of)}`,
    columns: {
      id: 'Заказ',
      scheme: 'Схема',
      created: 'Создан',
      article: 'Артикул',
      barcode: 'Штрихкод',
      nmId: 'nmId',
      price: 'Цена',
      currency: 'Валюта',
      supplier: 'Статус продавца',
      wb: 'Статус Wildberries',
      supply: 'Поставка'
    },
    file: (scheme, from, to) => `заказы ${scheme} ${from} ${to}`,
    badPeriod: 'Конец периода раньше начала'
  }
}
