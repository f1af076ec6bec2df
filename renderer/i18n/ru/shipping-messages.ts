import type { Hitch } from '../../../shared/domain/orders/supplies.ts'
import type { Format } from '../format.ts'
import { shortList } from '../say.ts'
import type { Phrase } from '../phrase.ts'
import type { ShippingTexts } from '../texts.ts'

/** What the station says of shipping and of a supply that could not leave, to a Russian packer. */
export function shippingMessagesRu(format: Format): ShippingTexts {
  const list = (orderIds: readonly number[]) => orderIds.map(format.orderId).join(', ')
  return {
    supplyClosing: ({ name, codes = 0 }) => ({
      title: 'Передаём поставку в доставку',
      remedy:
        codes > 0
          ? `«${name}»: ждём проверки кодов: ${format.number(codes)}. QR напечатаем сами`
          : `«${name}»: сверяемся с маркетплейсом. QR напечатаем сами`
    }),
    pointChosen: ({ name, point }) => ({
      title: 'Отсканируйте товар',
      remedy: `Поставка «${name}» поедет в пункт «${point}». Запомнили для следующих`
    }),
    whichPoint: ({ step, city, closes }) => ({
      title: QUESTIONS[step](city),
      remedy: `${closes ? 'Без пункта поставку не примут. ' : ''}${REMEDIES[step]}`
    }),
    addBox: ({ point }) => ({
      title: 'Добавить короб?',
      remedy: `Пункт «${point}» принимает только коробами. «Да» — добавим один и передадим поставку`
    }),
    ordersMoved: ({ orders: count, name }) => ({
      title: 'Перенесли',
      remedy: `${format.count(count, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })} теперь в «${name}»`
    }),
    noBoxesHere: ({ name, vendorCode }) => ({
      title: 'Этой поставке короба не нужны',
      remedy: `«${name}»: короба бывают для пунктов выдачи. Передавайте без них`,
      details: vendorCode
    }),
    boxOpen: ({ name, orders: count }) => ({
      title: 'Кладите посылки в короб',
      remedy: `${name}: в нём ${format.number(count)}. Собирайте дальше или сканируйте стикеры; короб ещё раз — закрыть`
    }),
    boxClosed: ({ name, orders: count }) => ({
      title: 'Короб закрыт',
      remedy: `${name}: в нём ${format.number(count)}. Отсканируйте следующий или собирайте дальше`
    }),
    boxed: ({ name, orders: count, partB }) => ({
      title: `${partB} в коробе`,
      remedy: `${name}: в нём ${format.number(count)}. Отсканируйте следующий стикер`
    }),
    tooManyBoxes: ({ maximum }) => ({
      title: 'Слишком много коробов',
      remedy: `Для этой поставки можно ${format.number(maximum)}: вдвое меньше, чем заказов`
    }),
    cancelledInside: ({ orderIds, partBs = [] }) => ({
      title: 'Отменённые заказы вынули?',
      remedy: `Маркетплейс отменил: ${format.number(orderIds.length)}. Найдите их по стикерам и отложите, потом «Да»`,
      details: partBs.length > 0 ? shortList(partBs, 12, 'и ещё') : list(orderIds)
    }),
    allCancelled: ({ supplyName, parcels, scheme }) => ({
      title: 'Все заказы отменены',
      remedy:
        parcels > 0
          ? `Выньте посылки: ${format.number(parcels)}. Отсканируйте стикер каждой или ${scheme === undefined ? '«Поставка готова»' : 'код на экране'}`
          : scheme === undefined
            ? `В «${supplyName}» ничего не осталось. Отсканируйте «Поставка готова»: удалим её`
            : `В «${supplyName}» ничего не осталось. Отсканируйте код на экране: закончим её`
    }),
    takenOut: ({ orderId, partB, left, onTable }) =>
      onTable === undefined
        ? {
            title: `Вынули ${partB}`,
            remedy: `Заказ ${format.orderId(orderId)} отменён, верните товар на полку${left > 0 ? `. Осталось вынуть: ${format.number(left)}` : ''}`
          }
        : { title: `Посылка ${partB} отменена`, remedy: `Отложите её, не отправляем. На столе остаётся ${onTable}` },
    emptySupply: ({ name }) => ({
      title: 'Удалить пустую поставку?',
      remedy: `«${name}»: все заказы отменены. «Да» — удалим, «Нет» — оставим`
    }),
    supplyDropped: ({ name }) => ({
      title: 'Поставка удалена',
      remedy: `«${name}» была пустая. Можно начинать новую`
    }),
    supplyBusy: ({ name, since }) => ({
      title: 'Маркетплейс ещё обрабатывает поставку',
      remedy: `«${name}»: с ${format.time(since)}. Повторяем сами, собирайте дальше`
    }),
    deliveryStuck: ({ name, hitch }) =>
      hitch.kind === 'processing' && hitch.since !== undefined
        ? processing(name, format.time(hitch.since))
        : stuck(hitch, list)
  }
}

const QUESTIONS = {
  known: () => 'В какой пункт повезёте?',
  city: () => 'В каком городе сдаёте?',
  point: (city: string) => `Какой пункт: ${city}?`,
  loading: (city: string) => `Получаем пункты: ${city}`,
  none: (city: string) => `Пунктов нет: ${city}`
} as const

const REMEDIES = {
  known: 'Отсканируйте пункт. «Ещё» — другой пункт',
  city: 'Отсканируйте город. Поиск по улице — на экране «Поставки»',
  point: 'Отсканируйте пункт. «Ещё» — дальше, по улице ищите на экране «Поставки»',
  loading: 'Придут — покажем сами. «Позже» — спросим при передаче',
  none: 'Для такого груза здесь не принимают. «Назад» — другой город'
} as const

function processing(name: string, since: string): Phrase {
  return {
    title: 'Маркетплейс ещё обрабатывает поставку',
    remedy: `«${name}»: с ${since}. «Да» — попробуем сейчас, «Нет» — подождём ещё`
  }
}

function stuck(hitch: Hitch, list: (orderIds: readonly number[]) => string): Phrase {
  switch (hitch.kind) {
    case 'noPoint':
      return {
        title: 'Выбрать пункт отгрузки?',
        remedy: 'Без него маркетплейс не принимает. «Да» — выберем и передадим'
      }
    case 'badPoint':
      return { title: 'Выбрать другой пункт?', remedy: BAD_POINTS[hitch.why](hitch.point) }
    case 'badDay':
      return {
        title: 'Отвезёте на день позже?',
        remedy: `День ${day(hitch.day)} не приняли. Проверьте часы на компьютере`
      }
    case 'noBoxes':
      return {
        title: 'Добавить короб?',
        remedy: 'Маркетплейс принимает эту поставку только коробами. «Да» — добавим один'
      }
    case 'codes':
      return {
        title: 'Передать без этих заказов?',
        remedy: `Коды не прошли: ${hitch.orderIds.length}. Выньте заказы из поставки: они на полке проблем`,
        details: list(hitch.orderIds)
      }
    case 'cancelled':
      return {
        title: 'Вынуть отменённые?',
        remedy: `Покупатели только что отменили: ${hitch.orderIds.length}. Поставка не передана. «Да» — покажем, что вынуть`,
        details: list(hitch.orderIds)
      }
    case 'empty':
      return {
        title: 'Собрать поставку заново?',
        remedy: 'На маркетплейсе она пустая. «Да» — перенесём заказы в новую и передадим её'
      }
    case 'gone':
      return {
        title: 'Собрать поставку заново?',
        remedy: 'Маркетплейс её не знает. «Да» — перенесём заказы в новую и передадим её'
      }
    case 'processing':
      return {
        title: 'Передать ещё раз?',
        remedy: 'Маркетплейс ещё обрабатывает поставку. Подождите минуту, потом «Да»'
      }
    case 'other':
      return {
        title: 'Передать ещё раз?',
        remedy: 'Маркетплейс не принял поставку. «Да» — повторим, «Нет» — оставим открытой',
        details: [hitch.code, hitch.message].filter(part => part !== '').join(' · ')
      }
  }
}

const BAD_POINTS = {
  fulfilment: (point: string) => `«${point}» не работает с фулфилментом. «Да» — выберем тот, что работает`,
  gone: (point: string) => `«${point}» больше не принимает. «Да» — выберем другой`,
  unfit: (point: string) => `«${point}» не принимает такую поставку. «Да» — выберем другой`
} as const

/** `2026-10-01` → `01.10.2026`. */
function day(iso: string): string {
  return iso.split('-').toReversed().join('.')
}
