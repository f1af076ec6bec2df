import type { DiskWhy } from '../../../shared/domain/disk.ts'
import type { Phrase } from '../phrase.ts'

/** What is wrong with the disk, and what to do about it. */
export const DISK_EN: { readonly [W in DiskWhy]: Phrase } = {
  full: { title: 'The disk is full', remedy: 'Make room: empty the bin and the downloads' },
  readOnly: { title: 'The disk can’t be written', remedy: 'Take off its write protection' },
  gone: { title: 'The data folder is gone', remedy: 'Put the folder or the drive back' },
  damaged: { title: 'The database is damaged', remedy: 'Close Verstak and open it again: it offers a copy' },
  busy: { title: 'The database is in use', remedy: 'Close the program that copies or checks it' },
  failing: { title: 'The disk does not write', remedy: 'Check its cable or replace it' }
}
