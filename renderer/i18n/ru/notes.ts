import type { NoteTexts } from '../texts.ts'

/** What is said beside a message. */
export const notesRu: NoteTexts = {
  expirationRead: ({ date }) => `Срок годности ${date} взят из кода`,
  stickerOut: ({ partB, isOver }) =>
    `Стикер ${partB} уже вышел: ${isOver ? 'порвите и выбросьте его' : 'отложите его, он понадобится этому заказу'}`,
  stickerComing: ({ partB, isOver }) =>
    `Ещё выйдет лишний стикер ${partB}: ${isOver ? 'порвите и выбросьте его' : 'отложите его'}`,
  capsLock: () => 'Горит CapsLock: буквы в коде могли стать другими. Нажмите CapsLock и отсканируйте ещё раз'
}
