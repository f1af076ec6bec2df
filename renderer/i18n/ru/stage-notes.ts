import type { Format } from '../format.ts'
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
    leftSupply: ({ name: given, orders, packed, shelved, scheme }) => {
      const name = scheme === undefined ? `«${given}»` : `подборка ${namesRu.schemes[scheme]} «${given}»`
      if (packed !== undefined) return `Всё собрано, осталось отдать: ${name}`
      if (orders === 0) return `Все заказы отменены: ${scheme === undefined ? 'поставка ' : ''}${name}`
      const count = format.count(orders, { one: 'заказ', few: 'заказа', other: 'заказов' })
      return `Осталась ${name}: ${count}${shelved > 0 ? `, ещё ${format.number(shelved)} на полке проблем` : ''}`
    }
  }
}
