import type { Format } from '../format.ts'
import type { BuyerWords } from '../en/buyer-words.ts'

/** Words about what is kept of buyers, and erased, in Russian. */
export function buyerWordsRu(format: Format): BuyerWords {
  const orders = (count: number) =>
    format.count(count, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })
  return {
    title: 'Данные покупателей',
    hint: 'Хранятся зашифрованными и только пока заказ открыт. У завершённых стираются сами.',
    counts: ({ contacts, codes, comments }) =>
      `имя, телефон, адрес: ${orders(contacts)}; коды, названные у двери: ${orders(codes)}; комментарии: ${orders(comments)}`,
    ofOver: 'Осталось от завершённых',
    ofAll: 'У всех заказов',
    eraseOver: 'Стереть у завершённых',
    eraseAll: 'Стереть всё, и у открытых',
    askOver: 'Стереть данные покупателей завершённых заказов?',
    askAll: 'Стереть данные покупателей и у открытых заказов?',
    meansOver: 'У открытых заказов всё останется. Копии базы тоже очистим.',
    meansAll:
      'Курьер не увидит, куда ехать: адрес придёт снова, только пока заказ новый. Имя и телефон спросим заново, комментарии придут со следующим списком. Если выдача ждёт связи, покупателя придётся спросить о коде ещё раз. Копии базы тоже очистим.',
    act: 'Стереть',
    erasing: 'Стираем, и в копиях…',
    erased: (when, by) => `Стёрто ${when}${by === null ? '' : `, ${by}`}`,
    copies: count =>
      count === null
        ? 'Копии сейчас очистить не удалось: это сделает следующая ежечасная копия'
        : `Копий базы, где что-то было: ${format.number(count)}`
  }
}
