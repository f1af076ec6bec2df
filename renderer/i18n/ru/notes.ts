import type { NoteTexts } from '../texts.ts'

/** What is said beside a message. */
export const notesRu: NoteTexts = {
  expirationRead: ({ date }) => `Срок годности ${date} взят из кода`,
  capsLock: () => 'Горит CapsLock: буквы в коде могли стать другими. Нажмите CapsLock и отсканируйте ещё раз'
}
