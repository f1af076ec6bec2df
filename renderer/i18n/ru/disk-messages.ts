import type { DiskWhy } from '../../../shared/domain/disk.ts'
import type { Format } from '../format.ts'
import type { Phrase } from '../phrase.ts'
import type { DiskTexts } from '../texts.ts'

/** What is wrong with the disk, and what to do about it. */
const DISK_RU: { readonly [W in DiskWhy]: Phrase } = {
  full: { title: 'Диск заполнен', remedy: 'Освободите место: очистите корзину и «Загрузки»' },
  readOnly: { title: 'Диск не даёт писать', remedy: 'Снимите защиту от записи с диска или с папки' },
  gone: { title: 'Пропала папка с данными', remedy: 'Верните папку или диск на место' },
  damaged: { title: 'База на диске испорчена', remedy: 'Закройте Verstak и откройте снова: предложим копию' },
  busy: { title: 'База занята', remedy: 'Закройте программу, что её копирует' },
  failing: { title: 'Диск не записывает', remedy: 'Проверьте кабель диска или замените диск' }
}

/** What the station says to a Russian packer while the disk takes nothing. */
export function diskMessagesRu(format: Format): DiskTexts {
  return {
    diskTrouble: ({ why, since, folder }, now) => ({
      title: DISK_RU[why].title,
      remedy: `${DISK_RU[why].remedy}. ${why === 'damaged' ? 'Сканы' : 'Дальше пойдёт само. Сканы'} не принимаем с ${format.time(since)}, уже ${format.duration(now - since)}`,
      details: folder
    }),
    notWritten: ({ isBack }) =>
      isBack
        ? { title: 'Отсканируйте ещё раз', remedy: 'Диск снова пишет. То, что сканировали без него, не записано' }
        : { title: 'Это не записано', remedy: 'Отсканируйте ещё раз. Не проходит — отложите заказ и возьмите другой' }
  }
}
