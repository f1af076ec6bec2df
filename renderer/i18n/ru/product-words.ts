import type { ProductWords } from '../en/product-words.ts'
import type { Format } from '../format.ts'

/** Words of what products are known by, in Russian. */
export function productWordsRu(format: Format): ProductWords {
  const lines = (count: number) => format.count(count, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })
  const pictures = (count: number) =>
    format.count(count, { one: 'картинка', few: 'картинки', many: 'картинок', other: 'картинки' })
  return {
    place: place => `место ${place}`,
    title: 'Список товаров',
    hint: 'Картинка, название и место на складе рядом с артикулом: на столе, в списках и в листе подбора. Выберите таблицу (CSV или XLSX) и вместе с ней картинки, которые в ней названы. Новая таблица заменяет прежнюю; что в ней пусто, берём из карточки на Wildberries, если токен читает карточки.',
    columns: 'Столбцы в любом порядке: баркод или артикул, название, цвет, размер, место, картинка (имя файла).',
    choose: 'Выбрать таблицу и картинки',
    count: count => `В списке: ${lines(count)}`,
    none: 'Списка пока нет',
    reading: (done, all) => `Читаем: ${format.number(done)} из ${format.number(all)}`,
    taken: (count, shown) => `Взяли: ${lines(count)}${shown > 0 ? ` и ${pictures(shown)}` : ''}`,
    left: count => `Пропустили: ${lines(count)}`,
    line: (line, why) =>
      `Строка ${format.number(line)}: ${{ noCode: 'нет ни баркода, ни артикула', twice: 'такой баркод или артикул уже есть выше', tooLong: 'текст длиннее 200 знаков' }[why]}`,
    more: count => `и ещё ${lines(count)}`,
    noPicture: (files, names) => `Названы, но не выбраны: ${pictures(files)} (${names}). Выберите их вместе с таблицей`,
    badPicture: name => `${name}: такую картинку показать нельзя`,
    failed: {
      noTable: 'Среди выбранных файлов нет таблицы. Выберите и файл CSV или XLSX',
      unreadable: 'Таблица не прочиталась. Сохраните её ещё раз как CSV или XLSX',
      noHead: 'В первой строке нет столбца с баркодом или артикулом. Добавьте строку с названиями столбцов',
      empty: 'В таблице нет ни одной строки с баркодом или артикулом. Прежний список остался',
      busy: 'Список уже читает другая страница. Дождитесь её и выберите файлы ещё раз',
      tooLarge: 'Таблица больше 20 МБ или 100 000 строк',
      notKept: 'Список записан не до конца. Выберите файлы ещё раз'
    }
  }
}
