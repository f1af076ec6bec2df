import type { Format } from '../format.ts'
import type { DiskTexts } from '../texts.ts'
import { DISK_RU } from './disk-words.ts'

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
