import type { DataTroubleWords } from '../en/data-trouble-words.ts'
import type { Format } from '../format.ts'
import { DISK_RU } from './disk-words.ts'

/** Words for files of a seller that can't be used, in Russian. */
export function dataTroubleWordsRu(format: Format): DataTroubleWords {
  const lines = (count: number | null) =>
    count === null
      ? ''
      : format.count(count, { one: 'запись журнала', few: 'записи журнала', other: 'записей журнала' })
  return {
    say({ why, lines: lost }) {
      switch (why) {
        case 'damaged':
          return { title: 'База на этом ПК испорчена', remedy: 'С такой работать нельзя: упакованное потерялось бы' }
        case 'newer':
          return { title: 'Файлы от более новой версии', remedy: 'Установите её: эта их не прочтёт' }
        case 'missing':
          return {
            title: 'Базы нет на месте',
            remedy: `Здесь уже работали${lost === null ? '' : `: ${lines(lost)}`}. Папку переносили — верните её`
          }
        case 'behind':
          return {
            title: 'Конец работы потерян',
            remedy: `Не хватает: ${lines(lost)}. Файл базы подменили старым или подвёл диск`
          }
        default:
          return DISK_RU[why]
      }
    },
    cost({ lines: lost, packed }) {
      const orders = { one: 'упакованный заказ', few: 'упакованных заказа', other: 'упакованных заказов' }
      const what = packed === null ? lines(lost) : format.count(packed, orders)
      return `Копия не знает того, что было позже${what === '' ? '' : `: ${what}`}. Отправленное сверим с маркетплейсом; такие посылки отсканируйте снова, старые стикеры уничтожьте`
    },
    restore: at => `Вернуть копию от ${format.dateTime(at)}`,
    mends: { again: 'Попробовать ещё раз', keep: 'Работать без этого', empty: 'Начать с пустой базы' },
    sure: {
      keep: 'Работать без того, что потеряно?',
      empty: 'Начать с пустой базы?',
      detail: 'Упакованные посылки, которые ещё не уехали, станут новыми заказами. Старый файл останется в папке',
      back: 'Не сейчас'
    }
  }
}
