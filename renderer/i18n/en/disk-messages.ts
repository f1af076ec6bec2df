import type { Format } from '../format.ts'
import type { DiskTexts } from '../texts.ts'
import { DISK_EN } from './disk-words.ts'

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
