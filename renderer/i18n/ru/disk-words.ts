import type { DiskWhy } from '../../../shared/domain/disk.ts'
import type { Phrase } from '../phrase.ts'

/** What is wrong with the disk, and what to do about it. */
export const DISK_RU: { readonly [W in DiskWhy]: Phrase } = {
  full: { title: 'Диск заполнен', remedy: 'Освободите место: очистите корзину и «Загрузки»' },
  readOnly: { title: 'Диск не даёт писать', remedy: 'Снимите защиту от записи с диска или с папки' },
  gone: { title: 'Пропала папка с данными', remedy: 'Верните папку или диск на место' },
  damaged: { title: 'База на диске испорчена', remedy: 'Закройте Verstak и откройте снова: предложим копию' },
  busy: { title: 'База занята', remedy: 'Закройте программу, что её копирует' },
  failing: { title: 'Диск не записывает', remedy: 'Проверьте кабель диска или замените диск' }
}
