import type { PickingWords } from '../en/picking-words.ts'
import type { Format } from '../format.ts'

/** Words of the pick list, in Russian. */
export function pickingWordsRu(format: Format): PickingWords {
  return {
    title: 'Лист подбора',
    scope: 'Что собираем',
    scopes: { fresh: scheme => `Новые: ${scheme}`, claimed: scheme => `На сборке: ${scheme}` },
    place: 'Место',
    count: 'Штук',
    things: (lines, things) =>
      `${format.count(lines, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })}, ${format.count(things, { one: 'штука', few: 'штуки', many: 'штук', other: 'штуки' })}`,
    none: 'Собирать нечего: всё уже на столе или таких заказов нет',
    print: 'Напечатать лист',
    printA4: 'На А4',
    left: labels =>
      `Ещё напечатать: ${format.count(labels, { one: 'этикетку', few: 'этикетки', many: 'этикеток', other: 'этикетки' })}`,
    leftOf: (labels, all) => `Напечатано ${format.number(all - labels)} из ${format.number(all)}`,
    stop: 'Остановить печать'
  }
}
