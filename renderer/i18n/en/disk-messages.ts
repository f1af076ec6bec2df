import type { DiskWhy } from '../../../shared/domain/disk.ts'
import type { Format } from '../format.ts'
import type { Phrase } from '../phrase.ts'
import type { DiskTexts } from '../texts.ts'

/** What is wrong with the disk, and what to do about it. */
const DISK_EN: { readonly [W in DiskWhy]: Phrase } = {
  full: { title: 'The disk is full', remedy: 'Make room: empty the bin and the downloads' },
  readOnly: { title: 'The disk can’t be written', remedy: 'Take off its write protection' },
  gone: { title: 'The data folder is gone', remedy: 'Put the folder or the drive back' },
  damaged: { title: 'The database is damaged', remedy: 'Close Verstak and open it again: it offers a copy' },
  busy: { title: 'The database is in use', remedy: 'Close the program that copies or checks it' },
  failing: { title: 'The disk does not write', remedy: 'Check its cable or replace it' }
}

/** What the station says to an English-speaking packer while the disk takes nothing. */
export function diskMessagesEn(format: Format): DiskTexts {
  return {
    diskTrouble: ({ why, since, folder }, now) => ({
      title: DISK_EN[why].title,
      remedy: `${DISK_EN[why].remedy}${why === 'damaged' ? '' : ', and it goes on by itself'}. No scan is taken since ${format.time(since)}, ${format.duration(now - since)}`,
      details: folder
    }),
    notWritten: ({ isBack }) =>
      isBack
        ? { title: 'Scan it again', remedy: 'The disk writes again. What was scanned without it was not kept' }
        : { title: 'That was not written', remedy: 'Scan it again. If it stays, put the order aside and take another' }
  }
}
