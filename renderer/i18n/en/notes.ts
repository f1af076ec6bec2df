import type { NoteTexts } from '../texts.ts'

/** What is said beside a message. */
export const notesEn: NoteTexts = {
  expirationRead: ({ date }) => `The expiry date ${date} was in the code`,
  capsLock: () => 'CapsLock is on: letters of the code may have changed case. Press CapsLock and scan again'
}
