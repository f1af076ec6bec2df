import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { DiskWhy } from '../shared/domain/disk.ts'
import { diskWhyOf, folderWhy } from './store/errors.ts'

/** Why the program can't start, as its person reads it before there is a page. */
export interface StartTrouble {
  readonly ru: string
  readonly en: string
}

const WORDS: { readonly [W in DiskWhy]: StartTrouble } = {
  full: {
    ru: 'Диск заполнен. Освободите на нём место (корзина, загрузки) и запустите снова.',
    en: 'The disk is full. Make room on it (bin, downloads) and start again.'
  },
  readOnly: {
    ru: 'В папку с данными нельзя писать. Снимите защиту от записи или дайте на неё права и запустите снова.',
    en: 'The data folder can’t be written. Take off the write protection or allow it, and start again.'
  },
  gone: {
    ru: 'Папки с данными нет на месте. Подключите диск и запустите снова.',
    en: 'The data folder is not there. Connect its drive and start again.'
  },
  damaged: {
    ru: 'Файл в папке с данными испорчен.',
    en: 'A file in the data folder is damaged.'
  },
  busy: {
    ru: 'Файлы держит другая программа. Закройте её и запустите снова.',
    en: 'Another program holds the files. Close it and start again.'
  },
  failing: {
    ru: 'Диск не записывает. Проверьте его кабель; не помогло — диск пора менять.',
    en: 'The disk does not write. Check its cable; if that is no help, replace the disk.'
  }
}

/** The words for a start that the disk stopped, with the folder; null: it is something else, a bug among others. */
export function startTrouble(error: unknown, dataDirectory: string): StartTrouble | null {
  if (isElsewhere(error, dataDirectory)) return null
  const told = diskWhyOf(error, dataDirectory)
  if (told === null) return null
  // A folder that can't be made is said to be missing, whatever the reason.
  const why = told === 'gone' ? (folderWhy(nearest(dataDirectory)) ?? told) : told
  const { ru, en } = WORDS[why]
  return { ru: `${ru}\n${dataDirectory}`, en: `${en}\n${dataDirectory}` }
}

/** The folder itself, or the first one above it that is there. */
function nearest(folder: string): string {
  const absolute = resolve(folder)
  return existsSync(absolute) || dirname(absolute) === absolute ? absolute : nearest(dirname(absolute))
}

/** Whether the system named a file that is none of the data: one of the program's own is missing, say. */
function isElsewhere(error: unknown, dataDirectory: string): boolean {
  if (!(error instanceof Error) || !('path' in error) || typeof error.path !== 'string') return false
  return relative(resolve(dataDirectory), error.path).startsWith('..')
}
