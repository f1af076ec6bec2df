import type { Format } from '../format.ts'
import { shortList } from '../say.ts'
import type { NoteTexts } from '../texts.ts'
import { namesRu } from './names.ts'

/** What is said beside a message. */
export function notesRu(format: Format): NoteTexts {
  return {
    expirationRead: ({ date }) => `Срок годности ${date} взят из кода`,
    stickerOut: ({ partB, isOver }) =>
      `Стикер ${partB} уже вышел: ${isOver ? 'отсканируйте его, потом порвите' : 'отложите его, он понадобится этому заказу'}`,
    stickerComing: ({ partB, isOver }) =>
      `Ещё выйдет лишний стикер ${partB}: ${isOver ? 'порвите и выбросьте его' : 'отложите его'}`,
    capsLock: () => 'Горит CapsLock: буквы в коде могли стать другими. Нажмите CapsLock и отсканируйте ещё раз',
    parcelOut: ({ partB }) => `Отменённую ${partB} вынули: отложите её`,
    takenOver: ({ name, before }) => `Заказ теперь у вас, ${name}. Начал его ${before}`,
    leftSupply: ({ name: given, orders, packed, shelved, scheme, others = [] }) => {
      const name = scheme === undefined ? `«${given}»` : `подборка ${namesRu.schemes[scheme]} «${given}»`
      const also = others.length === 0 ? '' : `. Потом: ${shortList(others, 2, 'и ещё')}`
      if (packed !== undefined) return `Всё собрано, осталось отдать: ${name}${also}`
      if (orders === 0) return `Все заказы отменены: ${scheme === undefined ? 'поставка ' : ''}${name}`
      const count = format.count(orders, { one: 'заказ', few: 'заказа', other: 'заказов' })
      return `Осталась ${name}: ${count}${shelved > 0 ? `, ещё ${format.number(shelved)} на полке проблем` : ''}${also}`
    }
  }
}
