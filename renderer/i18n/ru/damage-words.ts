import type { DamageWords } from '../en/damage-words.ts'
import type { Format } from '../format.ts'

/** Words about records of this PC that could not be read, in Russian. */
export function damageWordsRu(format: Format): DamageWords {
  return {
    title: count =>
      `Не прочитано на этом компьютере: ${format.count(count, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })}`,
    why: 'На диске изменились данные. Если повторится, пусть проверят диск.',
    seen: 'Прочитано',
    tables: {
      orders: {
        what: 'Заказ',
        means: 'Восстановлен по журналу и маркетплейсу. До отправки проверьте его коды на странице заказа.'
      },
      supplies: {
        what: 'Поставка',
        means: 'Её заказы на месте. Выберите заново пункт и день отгрузки и пересчитайте короба.'
      },
      rounds: { what: 'Подборка', means: 'Её заказы на месте, работайте дальше. Имя подборки теперь другое.' },
      intents: {
        what: 'Изменение для маркетплейса',
        means: 'Что ждало отправки у заказов и поставок, поставлено в очередь заново, с проверкой. Следите за очередью.'
      },
      jobs: { what: 'Этикетка', means: 'Если не вышла, напечатайте её снова на странице заказа.' },
      desk: { what: 'Настройка стола', means: 'Сброшена к начальной. Проверьте настройки.' }
    }
  }
}
