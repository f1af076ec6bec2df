import type { ShiftWords } from '../en/shift-words.ts'
import type { Format } from '../format.ts'

/** Words of the shift in Russian. */
export function shiftWordsRu(format: Format): ShiftWords {
  return {
    title: 'Смена',
    day: 'День',
    who: 'Кто упаковал?',
    whoHint: 'заказ, стикер, артикул или код',
    nobody: 'без бейджа',
    notYet: 'ещё не упакован',
    packedBy: (packer, when) => `${packer === null ? 'упакован без бейджа' : `упаковал ${packer}`}, ${when}`,
    noneFound: 'Этот ПК такого заказа не знает',
    hours: 'Упаковано по часам',
    hour: (hour, count) => `${hour}:00, ${format.number(count)}`,
    columns: {
      packer: 'Сборщик',
      packed: 'Заказов',
      scans: 'Сканов',
      p50: 'Половина за',
      p90: 'Девять из десяти за',
      errors: 'Отказов'
    },
    seconds: value => (value === null ? '–' : `${format.number(Math.round(value))} с`),
    printed: (printed, failed) =>
      `Этикетки: напечатано ${format.number(printed)}, не напечатано ${format.number(failed)}`,
    errors: 'Что не так',
    empty: 'В этот день ничего не делали',
    file: day => `смена ${day}.csv`,
    openBoard: 'Табло для второго монитора',
    oneWindow: 'Второе окно здесь не открыть. В этом табло закроет стол сборки.',
    boardHere: 'Открыть в этом окне',
    board: {
      title: 'Сборка',
      left: 'осталось',
      hour: 'упаковано за час',
      oldest: 'самый старый ждёт',
      problems: 'проблемы',
      close: 'Закрыть окно',
      back: 'Назад в Verstak',
      none: 'ничего'
    }
  }
}
