import type { SupplyWords } from '../en/supply-words.ts'
import type { Format } from '../format.ts'

/** Words of what is in a supply, in Russian. */
export function supplyWordsRu(format: Format): SupplyWords {
  const orders = (count: number) =>
    format.count(count, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })
  return {
    content: 'В поставке',
    packedOf: (packed, total) => `${packed} из ${total}`,
    move: count => `Перенести ${orders(count)}`,
    toNew: 'В новую поставку',
    into: name => `В «${name}»`,
    boxes: 'Короба',
    boxesOf: (count, most) => `Короба: ${format.number(count)}, можно до ${format.number(most)}`,
    boxesComing: count => `Ещё добавляем: ${format.number(count)}`,
    printBox: 'Напечатать ярлык короба',
    deleteBox: 'Удалить короб',
    deleteBoxAsk: name => `Удалить короб ${name}?`,
    deleteBoxWhat: count => `В нём ${orders(count)}. Они останутся в поставке: разложите их по другим коробам`,
    inBox: count => `в нём ${format.number(count)}`,
    boxHint: 'Отсканируйте короб, потом посылки: они в нём, пока не отсканируете его ещё раз',
    howMany: 'Сколько добавить?',
    addBoxes: 'Добавить короба',
    takeAgain: count => `Взять повторно отправляемые: ${format.number(count)}`,
    whichAgain: 'Какие заказы',
    drop: 'Удалить пустую поставку',
    compare: {
      title: 'Открытые поставки и подборки рядом',
      list: 'Списком',
      side: 'Рядом',
      how: 'Как показать',
      none: 'Открытых поставок и подборок нет',
      done: 'Готово',
      left: 'Осталось',
      leftOf: (left, products) =>
        left === 0
          ? 'всё упаковано'
          : `${orders(left)}, ${format.count(products, { one: 'товар', few: 'товара', many: 'товаров', other: 'товара' })}`,
      due: 'Срок самого срочного',
      packedAt: 'Последняя посылка',
      shelved: 'На полке проблем',
      unjudged: 'Коды проверяют'
    },
    checks: {
      title: 'Перед передачей',
      marks: { fine: 'В порядке', asks: 'Спросим', stops: 'Мешает' },
      packed: count => `Упаковано: ${orders(count)}`,
      nothing: 'Ничего не упаковано',
      left: count => `Не упаковано: ${orders(count)}, перенесём в новую`,
      shelved: count => `На полке проблем: ${orders(count)}, перенесём тоже`,
      dead: count => `Отменены, но в куче: ${format.number(count)}. Выньте их`,
      noDead: 'Отменённых в куче нет',
      unjudged: count => `Коды ещё проверяют, ${orders(count)}: дождёмся`,
      judged: 'Коды проверены',
      point: name => `Едет в «${name}»`,
      noPoint: 'Пункт отгрузки не выбран',
      pointFree: 'Пункт отгрузки не нужен',
      boxes: (count, most) => `Короба: ${format.number(count)}, можно до ${format.number(most)}`
    }
  }
}
