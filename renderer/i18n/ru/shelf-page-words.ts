import type { ShelfPageWords } from '../en/shelf-page-words.ts'
import type { Format } from '../format.ts'

/** Words of the problem shelf's screen in Russian. */
export function shelfPageWordsRu(format: Format): ShelfPageWords {
  return {
    lead: 'Отсканируйте товар или стикер с полки — покажем его заказ. Ещё один скан того же — и он снят с полки.',
    whose: 'Чей ход',
    all: count => `Все ${format.number(count)}`,
    of: (who, count) => `${who} ${format.number(count)}`,
    movers: { packer: 'Сборщик', lead: 'Старший смены', supplier: 'Поставщик', wait: 'Ждём' },
    off: {
      thing: 'Возьмите целый и отсканируйте его дважды',
      found: 'Найдётся — отсканируйте его дважды',
      code: 'Отсканируйте товар дважды: спросим код снова',
      lead: 'Проверьте на портале и отсканируйте дважды',
      update: 'Здесь его не собрать; после обновления отсканируйте дважды',
      wait: 'Уйдёт сам, когда маркетплейс ответит',
      takeOut: 'Выньте посылку из стопки и отсканируйте её стикер'
    },
    since: duration => `уже ${duration}`
  }
}
