import type { NoteTexts } from '../texts.ts'

/** What is said beside a message. */
export const notesEn: NoteTexts = {
  expirationRead: ({ date }) => `The expiry date ${date} was in the code`,
  stickerOut: ({ partB, isOver }) =>
    `Sticker ${partB} is out already: ${isOver ? 'tear it up and throw it away' : 'put it by, this order will want it'}`,
  stickerComing: ({ partB, isOver }) =>
    `An extra sticker ${partB} will come out: ${isOver ? 'tear it up and throw it away' : 'put it away'}`,
  capsLock: () => 'CapsLock is on: letters of the code may have changed case. Press CapsLock and scan again'
}
